"""Cues left out: *A called for peace, and B for talks*; *A wants a treaty; B, a year*; *A calls it “x”, B “y”*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.statements.lexicon.cues import PEOPLE
from generator.statements.parse import noun_phrases
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.tokens import (
    ADJ,
    ADV,
    CC,
    COMMA,
    DET,
    ING,
    NAME,
    NUM,
    POSS,
    QUOTE,
    SEMI,
    STOP,
    THAT,
    WH,
    Token,
)
from generator.statements.parse.units import Unit
from generator.statements.rules.found import Found
from generator.statements.rules.openings import CLAUSAL
from generator.statements.rules.speaking_nouns import can_speak

# Rules by which a verb has what is said after it, so that it can be understood again.
_AFTER = frozenset(("phrase", "preposition", "infinitive", "that", "clause", "quote", "quoting", "light verb"))
_ASIDE = 14  # tokens of a parenthesis between a name and what it is left with


@dataclass(frozen=True)
class _Gap:
    """Where what was said before ends, who is next, and where his content begins; token indices."""

    end: int
    source: Range
    start: int


def gapped(unit: Unit, found: Sequence[Found]) -> list[Found]:
    """Return `found` with what others are said to say with the cue of one of them, which ends before that."""
    result: list[Found] = []
    for one in found:
        more = list(_with_gaps(unit, one, found)) if one.rule in _AFTER and len(one.content) == 1 else []
        result += more or [one]
    return result


def _with_gaps(unit: Unit, one: Found, found: Sequence[Found]) -> Iterator[Found]:
    last = one
    at, stop = one.content[0][0] + 1, _region_end(unit, one, found)
    while (gap := _next(unit, one, at, stop)) is not None:
        yield replace(last, content=((last.content[0][0], min(last.content[0][1], gap.end)),))
        last = Found(gap.source, one.cue, ((gap.start, stop),), "gap", one.nested)
        at = gap.start + 1
    if last is not one:
        yield last


def _region_end(unit: Unit, one: Found, found: Sequence[Found]) -> int:
    """Return up to where another may have what `one` says: the end of what it stands in."""
    around = [end for other in found for start, end in other.content if other is not one and start <= one.cue[0] < end]
    end = min(around, default=len(unit.tokens))
    end = next((at for at in range(one.content[0][0], end) if unit.tokens[at].low in (".", "?", "!")), end)
    marks = (at for at in range(one.content[0][0], end) if unit.tokens[at].tag in (SEMI, COMMA, CC))
    first = next(marks, end)
    for group, subject in zip(unit.verbs, unit.subjects, strict=True):
        if one.rule in CLAUSAL or not first < group.first < end or group.shape != "finite":
            continue
        if subject is None or subject[0] <= one.cue[0]:
            end = group.first
        elif unit.tokens[subject[1] - 1].tag not in (WH, THAT):
            # Somebody's own verb: up to the clause that it stands in.
            end = subject[0]
    while end > one.content[0][0] + 1 and unit.tokens[end - 1].tag in (STOP, COMMA, SEMI, CC):
        end -= 1
    return end


def _next(unit: Unit, one: Found, at: int, stop: int) -> _Gap | None:
    tokens = unit.tokens
    clausal = one.rule in CLAUSAL
    for index in range(at, stop - 1):
        tag = tokens[index].tag
        if tag != SEMI and (clausal or tag not in (COMMA, CC)):
            continue
        first = index + 1
        first += tokens[first].tag == CC
        gap = _gap(unit, one, (index, first, stop)) if first < stop else None
        if gap is not None:
            return gap
    return None


def _gap(unit: Unit, one: Found, place: tuple[int, int, int]) -> _Gap | None:
    """Return the gap after the mark or conjunction at `place[0]`, where a name begins at `place[1]`."""
    tokens = unit.tokens
    mark, first, stop = place
    named = first + (tokens[first].tag in (ADV, ADJ))  # a name that is a word, too: *Long Haitao*
    if tokens[named].tag not in (NAME, DET, POSS) or tokens[first].quoted:
        return None
    end = _name_end(unit, first, stop)
    if end <= first or end >= stop - 1 + (tokens[end : end + 1] != () and tokens[end].tag == QUOTE):
        return None
    if not can_speak(unit, (first, end)) or not _is_somebody(tokens[first:end]):
        return None
    after = _past_aside(unit, end, stop)
    for start in dict.fromkeys((end, after)):
        begins = _begins(unit, one, start, tokens[mark].tag)
        if begins is not None and begins < stop:
            return _Gap(mark, (first, end), begins)
    return None


def _is_somebody(named: Sequence[Token]) -> bool:
    """Tell a name, or *the visiting Minister*, from one more thing that is spoken of."""
    titled = named[0].low == "the" and len(named) > 1 and (named[-1].tag == NAME or named[-1].low in PEOPLE)
    return NAME in (named[0].tag, named[-1].tag) or titled


def _name_end(unit: Unit, first: int, stop: int) -> int:
    named = first + (unit.tokens[first].tag == ADV)
    end = noun_phrases.right(unit.tokens, named, of=False)
    quoted = next((at for at in range(first, min(end, stop)) if unit.tokens[at].quoted), end)
    return min(end, quoted)


def _past_aside(unit: Unit, end: int, stop: int) -> int:
    """Return where a parenthesis after a name ends: *B, who had flown for hours, of …*; `end` where there is none."""
    tokens = unit.tokens
    if end + 1 >= stop or tokens[end].tag != COMMA or tokens[end + 1].tag not in (WH, ING):
        return end
    near = range(end + 2, min(stop, end + _ASIDE))
    return next((at + 1 for at in near if tokens[at].tag == COMMA), end)


def _begins(unit: Unit, one: Found, at: int, mark: str) -> int | None:
    """Return where the content begins after a name that ends at `at`, None where nothing shows that a cue went."""
    tokens = unit.tokens
    if at >= len(tokens):
        return None
    start = one.content[0][0]
    if one.rule == "preposition" and tokens[at].low == tokens[start - 1].low:
        return at + 1
    named = {token.low for token in tokens[start : one.content[0][1]]}
    if tokens[at].low == "as" and "as" in named:
        return at + 1
    quoting = any(token.tag == QUOTE or token.quoted for token in tokens[start:at])
    if quoting and (tokens[at].tag == QUOTE or tokens[at].quoted) and one.rule not in CLAUSAL:
        return at
    begin = at + (tokens[at].tag == COMMA)
    if begin < len(tokens) and tokens[begin].tag == THAT and one.rule in CLAUSAL:
        return begin
    if [token.low for token in tokens[at : at + 2]] == [token.low for token in tokens[start : start + 2]]:
        return at  # *stressed the importance of A, and B the importance of C*
    bare = tokens[at].tag == COMMA and tokens[begin].tag != CC
    bare = bare and (mark == SEMI or (mark == COMMA and _counts(tokens[begin])))
    return begin if bare and not _has_verb(unit, begin) else None


def _counts(token: Token) -> bool:
    """Tell what is given from one more name of a list: *A pledged a hospital, B, more tents*."""
    return token.tag == NUM or token.low in ("more", "fewer", "less", "another", "none", "nothing")


def _has_verb(unit: Unit, at: int) -> bool:
    tokens = unit.tokens
    stop = next((index for index in range(at, len(tokens)) if tokens[index].tag in (SEMI, STOP)), len(tokens))
    return any(at <= group.first < stop and group.shape in ("finite", "ed") for group in unit.verbs)
