"""Enumerations: *Alder, the Republic of Cedar (ROC), and the Western Union* before a verb, read as one noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.parse.tokens import (
    ADJ,
    CC,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    DET,
    ED,
    GEN,
    ING,
    NAME,
    NOMINAL,
    NOUN,
    NUM,
    OPEN,
    POSS,
    PREP,
    QUOTE,
    SEMI,
    STOP,
    SUB,
    THAT,
    TIME,
    WH,
    Token,
)

_MEMBER = frozenset((NOUN, NAME, NUM, TIME, ADJ, DET, POSS, GEN))
# What may stand before the first member, so that the whole is a subject.
_BEFORE = frozenset((STOP, COLON, SEMI, DASH, QUOTE, THAT, SUB, WH, CC, OPEN))
# What begins words that only say when, where or as what, and end with a comma: *As river states, …*.
_ADJUNCT = frozenset((PREP, SUB, ING, ED, TIME))
_OF_PLACE = frozenset("in at from on across along".split())
_MOST = 60  # tokens of an enumeration


def enumeration(tokens: Sequence[Token], joint: int, bound: int = 0) -> int | None:
    """Return where the enumeration begins whose last joint, *and*, is the token `joint`; None where it ends none.

    It has three members at least, none before `bound`, and stands where a subject may.
    """
    at = joint - 1
    if at >= bound and tokens[at].tag == COMMA:
        at -= 1
    elif at > bound and tokens[at - 1].low in ("of", "for"):
        return None  # *the lock, the Ministry of Trade and Industry*
    starts: list[int] = []
    while at >= bound and joint - at < _MOST:
        start = _member(tokens, at, bound)
        if start is None:
            break
        starts.append(start)
        if start <= bound or tokens[start - 1].tag != COMMA:
            break
        at = start - 2
    while len(starts) > 1 and _is_adjunct(tokens, starts[-1], bound):
        starts.pop()
    if len(starts) < 2 or not any(token.tag == NAME for token in tokens[starts[-1] : joint]):
        return None
    first = starts[-1]
    free = first <= bound or tokens[first - 1].tag in _BEFORE or tokens[first - 1].tag == COMMA
    return first if free else None


def _member(tokens: Sequence[Token], last: int, bound: int) -> int | None:
    """Return where the member begins that ends with the token `last`: a name, with brackets and *of* in it."""
    if tokens[last].tag not in NOMINAL and tokens[last].tag != CLOSE:
        return None
    at = last
    while at >= bound:
        if tokens[at].tag == CLOSE:
            opening = next((back for back in range(at, max(bound, at - 8) - 1, -1) if tokens[back].tag == OPEN), None)
            if opening is None:
                return None
            at = opening - 1
        elif tokens[at].tag in _MEMBER or (at > bound and _hangs_on(tokens[at], tokens[at - 1])):
            at -= 1
        else:
            break
    return at + 1


def _hangs_on(token: Token, before: Token) -> bool:
    """Tell whether a preposition belongs to the word before it: *the Republic of*, *its neighbours in*."""
    return (token.low == "of" and before.tag in NOMINAL) or (token.low in _OF_PLACE and before.tag == NOUN)


def _is_adjunct(tokens: Sequence[Token], start: int, bound: int) -> bool:
    """Tell whether the member at `start` ends words that say when or where, before the subject."""
    if start <= bound or tokens[start - 1].tag in (_BEFORE | {COMMA}) - {SUB, CC}:
        return tokens[start].tag == TIME
    at = start - 1
    while at > bound and tokens[at - 1].tag not in _BEFORE and tokens[at - 1].tag != COMMA:
        at -= 1
    return tokens[at].tag in _ADJUNCT
