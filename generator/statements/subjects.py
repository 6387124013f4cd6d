"""Who a verb belongs to: the source of an attribution, as a range of tokens."""

from __future__ import annotations

from generator.statements import cue_lexicon as cues
from generator.statements import noun_phrases
from generator.statements.noun_phrases import Range
from generator.statements.tokens import (
    ADV,
    CC,
    COMMA,
    DASH,
    NOMINAL,
    PREP,
    PRON,
    QUOTE,
    SEMI,
    STOP,
    SUB,
    THAT,
    WH,
)
from generator.statements.units import Unit
from generator.statements.verb_groups import VerbGroup


def subject(unit: Unit, index: int, depth: int = 0) -> Range | None:
    """Return the subject of verb group `index` of the unit, ``[start, end)`` in tokens, or None where none is found."""
    if depth > 6:
        return None
    group = unit.verbs[index]
    if group.shape == "infinitive":
        return subject(unit, index - 1, depth + 1) if index else None
    before = group.first - 1
    while before >= 0 and unit.tokens[before].tag == ADV:
        before -= 1
    if before < 0:
        return _following(unit, index) if group.shape == "ing" else None
    tag = unit.tokens[before].tag
    if tag in (WH, THAT):
        return _relative(unit, before)
    if group.shape == "ing" and tag == CC and not (index and unit.verbs[index - 1].shape == "ing"):
        return None
    if group.shape == "ing" and tag in (COMMA, PREP, SUB, CC, DASH, QUOTE):
        return _governing(unit, index, depth) or _following(unit, index)
    if tag == CC:
        return _governing(unit, index, depth)
    bound = 0
    direct = noun_phrases.left(unit.tokens, before, bound)
    if direct is None and index and unit.verbs[index - 1].last == before:
        direct = _contact(unit, index - 1, depth)
    if direct is not None and direct[0] and unit.tokens[direct[0] - 1].tag in (WH,) and direct[1] - direct[0] == 1:
        return direct
    return direct if direct is not None else (_governing(unit, index, depth) if tag == COMMA else None)


def inverted(unit: Unit, group: VerbGroup) -> Range | None:
    """Return the subject that follows its verb: *said the minister, who had …*."""
    tokens = unit.tokens
    start = group.last + 1
    end = noun_phrases.right(tokens, start)
    if end == start:
        return None
    while end < len(tokens):
        tag = tokens[end].tag
        if tag == WH or (tag == COMMA and end + 1 < len(tokens) and tokens[end + 1].tag == WH):
            end = _clause_end(unit, end + 1)
        elif _apposition(unit, end) or (tag == PREP and noun_phrases.right(tokens, end + 1) > end + 1):
            end = noun_phrases.right(tokens, end + 1)
        elif tag in NOMINAL:
            end += 1
        else:
            break
    return start, end


def _clause_end(unit: Unit, at: int) -> int:
    while at < len(unit.tokens) and unit.tokens[at].tag not in (COMMA, STOP, QUOTE, SEMI, DASH):
        at += 1
    return at


def _apposition(unit: Unit, comma: int) -> bool:
    tokens = unit.tokens
    if tokens[comma].tag != COMMA or comma + 1 >= len(tokens):
        return False
    end = noun_phrases.right(tokens, comma + 1)
    return end > comma + 1 and tokens[comma + 1].tag != PRON and not any(
        group.first == end and group.shape != "ing" for group in unit.verbs
    )  # fmt: skip


def _contact(unit: Unit, index: int, depth: int) -> Range | None:
    """Return the noun phrase of a relative clause without pronoun: *the experts we asked* (said)."""
    inner = subject(unit, index, depth + 1)
    if inner is None or not inner[0]:
        return None
    outer = noun_phrases.left(unit.tokens, inner[0] - 1)
    return (outer[0], outer[1]) if outer else None


def _relative(unit: Unit, at: int) -> Range | None:
    """Return antecedent and relative pronoun together: *critics who*; the pronoun alone where nothing stands before."""
    before = at - 1
    if before >= 0 and unit.tokens[before].tag == COMMA:
        before -= 1
    if before < 0 or unit.tokens[before].tag not in NOMINAL:
        return at, at + 1
    head = noun_phrases.left(unit.tokens, before)
    return (head[0], at + 1) if head else (at, at + 1)


def _governing(unit: Unit, index: int, depth: int) -> Range | None:
    """Return the subject of the verb that this one is joined to: the nearest finite one before it."""
    group = unit.verbs[index]
    told = cues.SAY | cues.TELL
    if group.lemma in told | cues.URGE | cues.CALL and group.shape != "ing":
        # *said it was safe and urged the crew*: with the verb of saying, not with that of its content.
        before = [at for at in range(index) if unit.verbs[at].lemma in told and unit.verbs[at].past == group.past]
        said = [at for at in before if unit.verbs[at].shape in ("finite", "ed") and not unit.verbs[at].passive]
        found = subject(unit, said[-1], depth + 1) if said else None
        if found is not None:
            return found
    fallback: Range | None = None
    for before in range(index - 1, -1, -1):
        other = unit.verbs[before]
        if other.shape in ("infinitive", "ing"):
            continue
        found = subject(unit, before, depth + 1)
        if found is None:
            continue
        if group.shape == "ing" or other.past == group.past:
            return found
        fallback = fallback or found
    return fallback


def _following(unit: Unit, index: int) -> Range | None:
    """Return the subject of the clause that a participle opens: *Citing costs, the minister said*."""
    for after in range(index + 1, len(unit.verbs)):
        group = unit.verbs[after]
        if group.shape == "finite" or group.shape == "ed":
            found = noun_phrases.left(unit.tokens, group.first - 1)
            if found is not None:
                return found
    return None


__all__ = ["PRON", "inverted", "subject"]
