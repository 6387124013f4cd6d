"""Quotations without a cue of their own that carry on the attribution before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.statements.parse.tokens import COLON, QUOTE, STOP
from generator.statements.parse.units import Unit
from generator.statements.relation import Kind, Relation, Span
from generator.statements.rules.beside_quotations import (
    Pair,
    introduction,
    is_signature,
    quotation_after_words,
    says_before,
)
from generator.statements.rules.table import LED_IN, SAID_AFTER

_MOST = 50  # quotations in a row that the sentence after them may give to somebody


@dataclass(frozen=True)
class Trail:
    """What the next unit may carry on: the relation (index in the result), and where and how the last unit ended.

    `lead` are source and cue of a last unit that only led in a quotation; `alone` are the quotations just before that
    have no source yet.
    """

    relation: int | None = None
    line: int = 0
    open_quotation: bool = False
    colon: bool = False
    quoting: bool = False
    lead: tuple[Span, Span] | None = None
    alone: tuple[Span, ...] = ()


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
    if unit.line != trail.line and (not goes_on or (unit.quotations[0].single and not trail.open_quotation)):
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


def of_neighbour(unit: Unit, last: Trail, without: frozenset[str]) -> Relation | None:
    """Return the relation of a quotation and of the sentence before or after it that only says whose it is.

    `last` is the trail before `unit`; `without` are rules that are switched off.
    """
    span = uncued(unit)
    if span is not None and last.lead is not None and last.relation is None and LED_IN.name not in without:
        return _of(last.lead, (span,), LED_IN.name)
    own = quotation_after_words(unit) if LED_IN.name not in without else None
    if own is not None:
        pair, (first, end) = own
        return _of(spans_of(unit, pair), ((unit.tokens[first].start, unit.tokens[end - 1].end),), LED_IN.name)
    if not last.alone or SAID_AFTER.name in without:
        return None
    said = says_before(unit)
    near = unit.line == last.line or is_signature(unit)
    return _of(spans_of(unit, said), last.alone, SAID_AFTER.name) if said is not None and near else None


def spans_of(unit: Unit, pair: Pair) -> tuple[Span, Span]:
    """Return the spans of the text that a source and a cue, given in tokens, take up."""
    (first, end), (begin, stop) = pair
    tokens = unit.tokens
    return (tokens[first].start, tokens[end - 1].end), (tokens[begin].start, tokens[stop - 1].end)


def _of(named: tuple[Span, Span], content: tuple[Span, ...], rule: str) -> Relation:
    return Relation("direct", named[0], named[1], content, "cue", rule)


def stands_alone(unit: Unit, last: Trail, left: Trail) -> Trail:
    """Return `left` with the quotations that stand alone up to `unit`, and with the lead that it gives."""
    span = uncued(unit)
    pair = introduction(unit)
    return replace(
        left,
        lead=spans_of(unit, pair) if pair is not None else None,
        alone=(*last.alone[-_MOST:], span) if span is not None and left.relation is None else (),
    )
