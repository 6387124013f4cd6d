"""Attribution relations of a text: who is said to have said what, found by rule from the text alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.passages.passage import Passage
from generator.statements.lexicon import cues
from generator.statements.parse.tokens import ADJ, DET, NOUN, NUM, OBJ, PREP, PRON, QUOTE, Token
from generator.statements.parse.units import Unit, units
from generator.statements.relation import How, Kind, Relation, Span
from generator.statements.rules.according import according
from generator.statements.rules.found import Found
from generator.statements.rules.frames import framed
from generator.statements.rules.gaps import gapped
from generator.statements.rules.headlines import led_by_colon, signed
from generator.statements.rules.open_quotations import Trail, carried, longer, of_neighbour, stands_alone, trail
from generator.statements.rules.parentheses import parenthetical
from generator.statements.rules.table import CARRIED


def relations(text: str, passages: Sequence[Passage], without: frozenset[str] = frozenset()) -> tuple[Relation, ...]:
    """Return the attribution relations of `text`, whose passages are `passages`, in text order of their contents.

    Pure and linear in the length of the text; needs no topic map and no entities. Spans are code points, end exclusive.
    `without` are the names of rules that are switched off, to see what they carry.
    """
    return relations_in(units(text, passages), without)


def relations_in(parsed: Iterable[Unit], without: frozenset[str] = frozenset()) -> tuple[Relation, ...]:
    """Return the attribution relations of a text that is parsed already."""
    found: list[Relation] = []
    more: dict[int, list[Span]] = {}
    last = Trail()
    for unit in parsed:
        here = _in_unit(unit, len(found), without)
        apart = of_neighbour(unit, last, without)
        here = [apart] if apart is not None else here
        span = carried(unit, last) if not here and CARRIED.name not in without else None
        if span is not None and last.relation is not None:
            more.setdefault(last.relation, []).append(span)
        found.extend(here)
        last = stands_alone(unit, last, trail(unit, here, len(found), last, span is not None))
    return tuple(longer(one, more[at]) if at in more else one for at, one in enumerate(found))


def _in_unit(unit: Unit, offset: int, without: frozenset[str]) -> list[Relation]:
    beside = (*led_by_colon(unit), *signed(unit), *parenthetical(unit), *according(unit))
    asides = _apart([relation for relation in beside if relation.rule not in without])
    found = [*asides, *framed(unit, asides, without)]
    with_gaps = found if "gap" in without else gapped(unit, found)
    every = sorted(with_gaps, key=lambda relation: (relation.content[0][0], relation.cue[0]))
    return [_relation(unit, relation, _outer(every, at, offset)) for at, relation in enumerate(every)]


def _outer(every: Sequence[Found], at: int, offset: int) -> int | None:
    """Return the index of the relation that holds a nested one: the narrowest whose content its cue stands in."""
    if not every[at].nested:
        return None
    around = [
        (end - start, index)
        for index, other in enumerate(every)
        for start, end in other.content
        if index != at and start <= every[at].cue[0] < end
    ]
    return offset + min(around)[1] if around else None


def _apart(found: Sequence[Found]) -> list[Found]:
    """Leave out what stands inside the content of one found before; quotations under a phrase count once."""
    kept: list[Found] = []
    for one in found:
        if not any(start <= one.cue[0] < end for other in kept for start, end in other.content):
            kept.append(one)
    return kept


def _relation(unit: Unit, one: Found, outer: int | None) -> Relation:
    source = _span(unit, one.source) if one.source else None
    cue = _span(unit, one.cue)
    content = tuple(_with_marks(unit, _span(unit, piece)) for piece in one.content)
    return Relation(_kind(unit, one), source, cue, content, _how(unit, one), one.rule, outer)


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
    if _is_collective(named):
        return "collective"
    if any(token.low.removesuffix("s") in cues.TEXTS for token in _heads(named)):
        return "document"
    return "nominal" if one.rule == "noun" else "cue"


def _is_collective(named: Sequence[Token]) -> bool:
    """Tell *the two sides* and *both* from a phrase that only mentions them: *agencies from both sides*."""
    if len(named) == 1 and named[0].low == "both":
        return True
    heads = _heads(named)
    plain = all(token.tag in (DET, NUM, ADJ, PRON, NOUN) for token in named[: len(heads)])
    return bool(heads) and heads[-1].low in cues.SIDES and plain


def _heads(named: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a noun phrase before its first preposition."""
    end = next((at for at, token in enumerate(named) if token.tag == PREP), len(named))
    return named[:end]
