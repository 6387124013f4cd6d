"""Who a verb belongs to: the source of an attribution, as a range of tokens."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements import cue_lexicon as cues
from generator.statements import noun_phrases
from generator.statements.noun_phrases import Range
from generator.statements.tokens import (
    ADV,
    CC,
    COMMA,
    DASH,
    NEG,
    NOMINAL,
    PREP,
    PRON,
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
from generator.statements.verb_groups import VerbGroup

# How many verbs back the subject of a joined verb is looked for.
BACK = 12
Subjects = Sequence[Range | None]


def subjects(tokens: Sequence[Token], verbs: Sequence[VerbGroup]) -> tuple[Range | None, ...]:
    """Return the subject of each verb group, ``[start, end)`` in tokens, or None where none is found."""
    found: list[Range | None] = []
    for index in range(len(verbs)):
        found.append(_subject(tokens, verbs, index, found))
    return tuple(found)


def _subject(tokens: Sequence[Token], verbs: Sequence[VerbGroup], index: int, found: Subjects) -> Range | None:
    group = verbs[index]
    if group.shape == "infinitive":
        return found[index - 1] if index else None
    before = group.first - 1
    while before >= 0 and tokens[before].tag in (ADV, NEG):
        before -= 1
    if before < 0:
        return _following(tokens, verbs, index) if group.shape == "ing" else None
    tag = tokens[before].tag
    if tag in (WH, THAT):
        return _relative(tokens, before)
    if group.shape == "ing" and tag in (COMMA, PREP, SUB, CC, DASH, QUOTE):
        joins = index and verbs[index - 1].shape == "ing" and tokens[verbs[index - 1].first - 1].tag not in (PREP, TO)
        if (tag == CC and not joins) or tokens[before].low == "without":
            return None
        return _governing(verbs, index, found) or _following(tokens, verbs, index)
    if tag == CC:
        return _governing(verbs, index, found)
    direct = noun_phrases.left(tokens, before)
    if direct is not None and index and direct[0] == verbs[index - 1].last + 1:
        # *Companies that had insured the mine agreed*: what stands before is the object of the relative clause.
        outer = found[index - 1]
        if outer is not None and outer[1] - outer[0] > 1 and tokens[outer[1] - 1].tag in (WH, THAT):
            return outer
    if direct is None and index and verbs[index - 1].last == before:
        direct = _contact(tokens, found[index - 1])
    return direct if direct is not None or tag != COMMA else _governing(verbs, index, found)


def inverted(tokens: Sequence[Token], verbs: Sequence[VerbGroup], group: VerbGroup) -> Range | None:
    """Return the subject that follows its verb: *said the minister, who had …*."""
    start = group.last + 1
    end = noun_phrases.right(tokens, start)
    if end == start or tokens[start].tag in (TIME, ADV):
        return None
    while end < len(tokens):
        tag = tokens[end].tag
        if tag in (WH, THAT) or (tag == COMMA and end + 1 < len(tokens) and tokens[end + 1].tag == WH):
            end = _clause_end(tokens, end + 1)
        elif _apposition(tokens, verbs, end) or _hangs_on(tokens, end):
            end = noun_phrases.right(tokens, end + 1)
        elif tag in NOMINAL:
            end += 1
        else:
            break
    return start, end


def _hangs_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell a phrase that belongs to a name, *of the union*, from one that says when and where."""
    belongs = tokens[at].tag == PREP and tokens[at].low in noun_phrases.JOINING and at + 1 < len(tokens)
    return belongs and tokens[at + 1].tag != TIME and noun_phrases.right(tokens, at + 1) > at + 1


def _clause_end(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].tag not in (COMMA, STOP, QUOTE, SEMI, DASH):
        at += 1
    return at


def _apposition(tokens: Sequence[Token], verbs: Sequence[VerbGroup], comma: int) -> bool:
    if tokens[comma].tag != COMMA or comma + 1 >= len(tokens):
        return False
    end = noun_phrases.right(tokens, comma + 1)
    return end > comma + 1 and tokens[comma + 1].tag != PRON and not any(
        group.first == end and group.shape != "ing" for group in verbs
    )  # fmt: skip


def _contact(tokens: Sequence[Token], inner: Range | None) -> Range | None:
    """Return the noun phrase of a relative clause without pronoun: *the experts we asked* (said)."""
    return noun_phrases.left(tokens, inner[0] - 1) if inner is not None and inner[0] else None


def _relative(tokens: Sequence[Token], at: int) -> Range | None:
    """Return antecedent and relative pronoun together: *critics who*; the pronoun alone where nothing stands before."""
    before = at - 1
    if before >= 0 and tokens[before].tag == COMMA:
        before -= 1
    if before < 0 or tokens[before].tag not in NOMINAL:
        return at, at + 1
    head = noun_phrases.left(tokens, before)
    return (noun_phrases.with_name(tokens, head)[0], at + 1) if head else (at, at + 1)


def _governing(verbs: Sequence[VerbGroup], index: int, found: Subjects) -> Range | None:
    """Return the subject of the verb that this one is joined to: the nearest finite one before it."""
    group = verbs[index]
    near = [at for at in range(index - 1, max(-1, index - 1 - BACK), -1) if found[at] is not None]
    finite = [at for at in near if verbs[at].shape in ("finite", "ed")]
    told = cues.SAY | cues.TELL
    if group.shape != "ing" and group.lemma in told | cues.URGE | cues.CALL:
        # *said it was safe and urged the crew*: with the verb of saying, not with that of its content.
        said = [at for at in finite if verbs[at].lemma in told and not verbs[at].passive]
        finite = [at for at in said if verbs[at].past == group.past][:1] + finite
    alike = [at for at in finite if group.shape == "ing" or verbs[at].past == group.past]
    return next((found[at] for at in (*alike, *finite)), None)


def _following(tokens: Sequence[Token], verbs: Sequence[VerbGroup], index: int) -> Range | None:
    """Return the subject of the clause that a participle opens: *Citing costs, the minister said*."""
    for group in verbs[index + 1 : index + 1 + BACK]:
        if group.shape == "finite" or group.shape == "ed":
            found = noun_phrases.left(tokens, group.first - 1)
            if found is not None:
                return found
    return None
