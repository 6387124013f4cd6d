"""Where the content after a cue opens: with *that*, a question word, a quotation mark or a subject and its verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.statements.parse import noun_phrases
from generator.statements.parse.tokens import (
    ADJ,
    CC,
    COLON,
    COMMA,
    DET,
    GEN,
    NOUN,
    POSS,
    PREP,
    QUOTE,
    SEMI,
    STOP,
    SUB,
    THAT,
    TIME,
    TO,
    WH,
    Token,
)
from generator.statements.parse.units import Unit
from generator.statements.parse.verb_groups import VerbGroup

Kind = Literal["that", "clause", "question", "quote", "infinitive", "phrase", "preposition", "none"]
CLAUSAL = frozenset(("that", "clause", "question", "quote"))


@dataclass(frozen=True)
class Complement:
    """Where the content begins (token index) and where the cue ends (token index, exclusive)."""

    kind: Kind
    start: int
    cue_end: int


def opening(unit: Unit, at: int, cue_end: int) -> Complement | None:
    """Return the clause, question or quotation that begins at token `at`, after a cue that ends at `cue_end`."""
    tokens = unit.tokens
    if at >= len(tokens):
        return None
    tag = tokens[at].tag
    if tag in (COMMA, COLON) and at + 1 < len(tokens):
        if tokens[at + 1].tag == QUOTE:
            return Complement("quote", at + 1, cue_end)
        if tag == COLON:
            return Complement("clause", at + 1, cue_end)
        near = range(at + 2, min(len(tokens) - 1, at + 12))
        closing = next((index for index in near if tokens[index].tag == COMMA), at)
        return Complement("that", closing + 1, cue_end) if tokens[closing + 1].tag == THAT else None
    if tag == QUOTE:
        return Complement("quote", at, cue_end)
    if tag == THAT and at + 1 < len(tokens) and tokens[at + 1].tag != STOP:
        return None if _points(unit, at) else Complement("that", at, cue_end)
    if _stands_for_clause(tokens, at):
        return Complement("phrase", at, cue_end)
    if tag in (WH, SUB) and tokens[at].low in ("what", "who", "which", "whether", "if", "how", "why", "where"):
        return Complement("question", at, cue_end)
    if clause_opens(unit, at):
        return Complement("clause", at, cue_end)
    return None


def _stands_for_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word for a clause begins at `at`: *said so*, *said as much*, *said the same*."""
    first, second = tokens[at].low, tokens[at + 1].low if at + 1 < len(tokens) else ""
    after = tokens[at + 2].tag if at + 2 < len(tokens) else STOP
    if (first, second) in (("as", "much"), ("the", "same"), ("the", "opposite")):
        return after not in (NOUN, ADJ)
    return first in ("so", "otherwise") and (not second or tokens[at + 1].tag in (STOP, COMMA, PREP))


def _points(unit: Unit, at: int) -> bool:
    """Tell *rejected that argument* from *said that trade grew*: no verb follows the noun in its clause."""
    tokens = unit.tokens
    if tokens[at + 1].tag != NOUN or tokens[at + 1].low.endswith("s"):
        return False
    stop = next((index for index in range(at, len(tokens)) if tokens[index].tag in (STOP, SEMI)), len(tokens))
    return not any(at < group.first < stop and group.shape in ("finite", "ed") for group in unit.verbs)


def clause_opens(unit: Unit, at: int) -> bool:
    """Tell whether a subject and its finite verb begin at `at`."""
    tokens = unit.tokens
    if tokens[at].tag in (CC, STOP, COMMA, PREP, TO, SUB):
        return tokens[at].tag in (PREP, SUB) and _clause_opens_after_phrase(unit, at)
    for group in unit.verbs:
        if group.first <= at:
            if group.first == at and group.shape != "ing":
                return False
            continue
        between = tokens[at : group.first]
        if any(token.tag in (SEMI, COLON, QUOTE) for token in between):
            return False
        if between[0].tag == TIME and any(token.tag in (COMMA, SUB) or token.low == "as" for token in between[:4]):
            return False
        if group.shape == "ed" and between[-1].tag in (COMMA, GEN, DET, POSS):
            continue
        commas = sum(token.tag == COMMA for token in between)
        joined = any(one.tag == COMMA and other.tag == CC for one, other in pairwise(between))
        if commas == 1 and (joined or not any(token.tag == CC for token in between)):
            return False
        before = between[-1].tag
        if group.shape in ("ing", "infinitive") or (group.shape == "ed" and not _is_past(tokens, group)):
            continue
        if before in (WH, THAT, SUB, CC):
            continue
        return True
    return False


def _clause_opens_after_phrase(unit: Unit, at: int) -> bool:
    after = noun_phrases.after_adverbials(unit.tokens, at)
    return after > at and after < len(unit.tokens) and unit.tokens[after].tag != PREP and clause_opens(unit, after)


def _is_past(tokens: Sequence[Token], group: VerbGroup) -> bool:
    following = tokens[group.last + 1] if group.last + 1 < len(tokens) else None
    return following is None or following.low != "by"
