"""Attribution relations of a text: who is said to have said what, found by rule from the text alone."""

from __future__ import annotations

from collections.abc import Sequence

from generator.passages.passage import Passage
from generator.statements.according import according
from generator.statements.open_quotations import Trail, carried, trail
from generator.statements.frames import framed
from generator.statements.found import Found
from generator.statements.headlines import led_by_colon
from generator.statements.parentheses import parenthetical
from generator.statements.relation import How, Kind, Relation, Span
from generator.statements.tokens import OBJ, PRON, QUOTE
from generator.statements.units import Unit, units

COLLECTIVES = frozenset("sides countries leaders parties nations governments both".split())


def relations(text: str, passages: Sequence[Passage]) -> tuple[Relation, ...]:
    """Return the attribution relations of `text`, whose passages are `passages`, in text order of their contents.

    Pure and linear in the length of the text; needs no topic map and no entities. Spans are code points, end exclusive.
    """
    found: list[Relation] = []
    last = Trail()
    for unit in units(text, passages):
        here = _in_unit(text, unit, len(found))
        went_on = False
        if not here:
            found, went_on = carried(unit, found, last)
        found.extend(here)
        last = trail(unit, here, len(found), last, went_on)
    return tuple(found)


def _in_unit(text: str, unit: Unit, offset: int) -> list[Relation]:
    asides = _apart([*led_by_colon(unit), *parenthetical(unit), *according(unit)])
    every = sorted([*asides, *framed(unit, asides)], key=lambda one: (one.content[0][0], one.cue[0]))
    return [_relation(text, unit, one) for one in every if not one.nested]


def _apart(found: Sequence[Found]) -> list[Found]:
    """Leave out what stands inside the content of one found before; quotations under a phrase count once."""
    kept: list[Found] = []
    for one in found:
        if not any(start <= one.cue[0] < end for other in kept for start, end in other.content):
            kept.append(one)
    return kept


def _relation(text: str, unit: Unit, one: Found) -> Relation:
    source = _span(unit, one.source) if one.source else None
    cue = _span(unit, one.cue)
    content = tuple(_with_marks(unit, _span(unit, piece)) for piece in one.content)
    return Relation(_kind(unit, one), source, cue, content, _how(unit, one), one.rule)


def _span(unit: Unit, piece: tuple[int, int]) -> Span:
    return unit.tokens[piece[0]].start, unit.tokens[piece[1] - 1].end


def _with_marks(unit: Unit, span: Span) -> Span:
    start, end = span
    for quotation in unit.quotations:
        if quotation.start < start <= quotation.start + 1:
            start = quotation.start
        if quotation.start < end <= quotation.end:
            end = quotation.end
    return start, end


def _kind(unit: Unit, one: Found) -> Kind:
    inside = [token for start, end in one.content for token in unit.tokens[start:end]]
    if inside and all(token.tag == QUOTE for token in inside):
        return "direct"
    return "mixed" if any(token.tag == QUOTE or token.quoted for token in inside) else "indirect"


def _how(unit: Unit, one: Found) -> How:
    if one.source is None:
        return "none"
    named = unit.tokens[one.source[0] : one.source[1]]
    if len(named) == 1 and named[0].tag in (PRON, OBJ):
        return "pronoun"
    if any(token.low in COLLECTIVES for token in named):
        return "collective"
    return "nominal" if one.rule == "noun" else "cue"
