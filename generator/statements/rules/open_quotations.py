"""Quotations without a cue of their own that carry on the attribution before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.statements.parse.tokens import COLON, QUOTE, STOP
from generator.statements.parse.units import Unit
from generator.statements.relation import Kind, Relation, Span


@dataclass(frozen=True)
class Trail:
    """What the next unit may carry on: the relation (index in the result), and where and how the last unit ended."""

    relation: int | None = None
    line: int = 0
    open_quotation: bool = False
    colon: bool = False
    quoting: bool = False


def uncued(unit: Unit) -> Span | None:
    """Return the span of the quotation that the unit consists of, or None where it says anything outside it."""
    outside = [token for token in unit.tokens if token.tag not in (QUOTE, STOP)]
    inside = [token for token in unit.tokens if token.tag == QUOTE]
    return (inside[0].start, inside[-1].end) if inside and not outside else None


def carried(unit: Unit, trail: Trail) -> Span | None:
    """Return the quotation of `unit` where it carries on the relation of `trail`, None where it carries on none.

    A quotation carries on the attribution of the sentence before it in its paragraph; that of the paragraph before it
    where that left its quotation open, quoted, or ended in a colon.
    """
    span = uncued(unit)
    if span is None or trail.relation is None:
        return None
    goes_on = trail.open_quotation or trail.colon or trail.quoting
    # A whole line in single marks is a title between paragraphs.
    if unit.line != trail.line and (not goes_on or unit.quotations[0].single):
        return None
    return span


def longer(relation: Relation, spans: Sequence[Span]) -> Relation:
    """Return `relation` with the quotations `spans` that carry it on."""
    kind: Kind = "direct" if relation.kind == "direct" else "mixed"
    return replace(relation, kind=kind, content=(*relation.content, *spans), carried=tuple(spans))


def trail(unit: Unit, added: Sequence[Relation], size: int, before: Trail, went_on: bool) -> Trail:
    """Return what the unit after this one may carry on; the relations `added` end the `size` found so far."""
    open_quotation = bool(unit.quotations) and not unit.quotations[-1].closed
    colon = bool(unit.tokens) and unit.tokens[-1].tag == COLON
    if went_on:
        return replace(before, line=unit.line, open_quotation=open_quotation, colon=False)
    first = size - len(added)
    outermost = [first + at for at, relation in enumerate(added) if relation.outer is None]
    if not outermost:
        return Trail(line=unit.line)
    quoted = [at for at in outermost if added[at - first].kind == "direct"]
    last = quoted[-1] if quoted else outermost[-1]
    return Trail(last, unit.line, open_quotation, colon, any(token.tag == QUOTE for token in unit.tokens))
