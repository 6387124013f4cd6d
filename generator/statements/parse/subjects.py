"""Who a verb belongs to: the source of an attribution, as a range of tokens."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.lexicon import cues
from generator.statements.parse import noun_phrases
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.tokens import (
    ADV,
    CC,
    CLOSE,
    COMMA,
    DASH,
    DET,
    GEN,
    NEG,
    NOMINAL,
    OPEN,
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
from generator.statements.parse.verb_groups import VerbGroup

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
        if tag == CC or tokens[before].low == "without":
            return found[index - 1] if tag == CC and joins else None
        return _governing(tokens, verbs, index, found) or _following(tokens, verbs, index)
    if tag == CC:
        return _governing(tokens, verbs, index, found)
    # *Alder's balanced view*: whose view it is does nothing.
    direct = noun_phrases.left(tokens, before) if tag != GEN else None
    if direct is not None and index and _after_object(tokens, verbs[index - 1].last, direct[0]):
        direct = _agreeing(tokens, direct, group)
    outer = _modified(tokens, verbs, index, found, direct) if direct is not None and index else None
    if outer is not None:
        return outer
    if direct is None and index and verbs[index - 1].last == before:
        direct = _contact(tokens, found[index - 1])
    return direct if direct is not None or tag != COMMA else _governing(tokens, verbs, index, found)


def _after_object(tokens: Sequence[Token], verb: int, at: int) -> bool:
    """Tell whether what begins at `at` is the object of the verb before it, or what that calls it: *calls it mercy*."""
    return at == verb + 1 or (at == verb + 2 and tokens[verb + 1].low in ("it", "them", "him"))


def _agreeing(tokens: Sequence[Token], direct: Range, group: VerbGroup) -> Range:
    """Leave out an object joined to the subject of a singular verb: *backs the dam and Birch opposes it*."""
    joints = [at for at in range(*direct) if tokens[at].tag == CC]
    singular = tokens[group.head].low.endswith("s") and group.first == group.head and not group.past
    return (joints[-1] + 1, direct[1]) if joints and singular else direct


def _modified(
    tokens: Sequence[Token], verbs: Sequence[VerbGroup], index: int, found: Subjects, direct: Range
) -> Range | None:
    """Return the subject that the verb before modifies, where the phrase `direct` belongs to that verb.

    *Companies that had insured the mine agreed*, *the envoy who spoke for Alder said*, *people sent to Birch said*.
    """
    first = tokens[direct[0] - 1]
    if first.low in _OPENING or tokens[direct[0]].tag == PRON:
        return None
    if direct[0] > 1 and first.tag in (WH, THAT) and direct[0] < verbs[0].first < direct[1]:
        # *Critics of the deal that Alder signed with Birch say*
        return noun_phrases.left(tokens, direct[0] - 2)
    for at in range(index - 1, -1, -1):
        group, outer = verbs[at], found[at]
        between = tokens[group.last + 1 : direct[0]]
        if (between and first.tag not in (PREP, TO)) or outer is None or direct[0] <= group.last:
            return None
        if any(one.tag in _APART for one in between):
            return None
        last = tokens[outer[1] - 1]
        if last.tag == WH or (last.tag == THAT and outer[1] - outer[0] > 1):
            return outer[0], direct[1]
        prepositions = cues.WITH_PREPOSITION.get(group.lemma, ())
        stated = group.lemma in cues.STATING or group.lemma in cues.SHOW
        stated = stated and tokens[group.last + 1].low not in prepositions
        if between and outer[1] == group.first and group.shape in ("ed", "participle", "ing") and not stated:
            return outer[0], direct[1]
        if group.shape not in ("ing", "infinitive"):
            return None
    return None


# Prepositions that as often open a clause, whose subject follows.
_JUDGING = cues.JUDGE | cues.CALL | cues.URGE | cues.WITH_PREPOSITION.keys()
_GOING_ON = cues.SPEAKING | cues.URGE | cues.CALL
_OPENING = frozenset("as than like after before since until".split())
_APART = frozenset((COMMA, DASH, SEMI, STOP, QUOTE, SUB, WH, THAT, CC))


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
    if before < 0 or tokens[before].tag not in NOMINAL | {DET}:
        return at, at + 1
    head = noun_phrases.left(tokens, before)
    return (noun_phrases.with_name(tokens, head)[0], at + 1) if head else (at, at + 1)


def _governing(tokens: Sequence[Token], verbs: Sequence[VerbGroup], index: int, found: Subjects) -> Range | None:
    """Return the subject of the verb that this one is joined to: the nearest finite one before it."""
    group = verbs[index]
    near = [at for at in range(index - 1, max(-1, index - 1 - BACK), -1) if found[at] is not None]
    finite = [at for at in near if verbs[at].shape in ("finite", "ed") and not _in_brackets(tokens, verbs[at], group)]
    if finite and group.shape != "ing" and _is_next(tokens, verbs[finite[0]], found[finite[0]], group):
        return found[finite[0]]
    if group.lemma in (cues.CONTINUING if group.shape == "ing" else _GOING_ON):
        # *said it was safe and urged the crew*: with the verb of saying, not with that of its content.
        said = [at for at in finite if verbs[at].lemma in cues.SPEAKING and not verbs[at].passive]
        if group.shape == "ing" and not said:
            # *rejected the claim that trade had shrunk, saying …*: with the verb of judging.
            said = [at for at in finite if verbs[at].lemma in _JUDGING and not verbs[at].passive]
        if group.shape == "ing" and (outer := _matrix(tokens, verbs, found, [*said, *finite])) is not None:
            return found[outer]
        finite = [at for at in said if group.shape == "ing" or verbs[at].past == group.past][:1] + finite
    alike = [at for at in finite if group.shape == "ing" or verbs[at].past == group.past]
    return next((found[at] for at in (*alike, *finite)), None)


def _matrix(tokens: Sequence[Token], verbs: Sequence[VerbGroup], found: Subjects, finite: Sequence[int]) -> int | None:
    """Return the verb whose content is the clause of the first of `finite`: *said | the two agreed, adding …*."""
    inner = found[finite[0]] if finite else None
    if inner is None:
        return None
    before = inner[0] - 1 - (tokens[inner[0] - 1].tag == THAT)
    outer = [at for at in finite[1:] if verbs[at].last <= before <= verbs[at].last + 2 and tokens[before].tag != COMMA]
    that = tokens[inner[0] - 1].tag == THAT
    speaks = (at for at in outer if verbs[at].lemma in cues.SPEAKING or (that and verbs[at].lemma == "make"))
    return next(speaks, None)


def _in_brackets(tokens: Sequence[Token], one: VerbGroup, after: VerbGroup) -> bool:
    """Tell whether `one` stands in brackets that close before `after`."""
    between = (token.tag for token in tokens[one.last + 1 : after.first] if token.tag in (OPEN, CLOSE))
    return next(between, OPEN) == CLOSE


def _is_next(tokens: Sequence[Token], one: VerbGroup, subject: Range | None, after: VerbGroup) -> bool:
    """Tell whether `after` goes on with `one`: *laughed and said*; *…, and Birch welcomed the step and pledged …*."""
    if one.last + 2 == after.first:
        return True
    begins = subject is not None and subject[0] > 1 and tokens[subject[0] - 1].tag == CC
    begins = begins and subject is not None and tokens[subject[0] - 2].tag == COMMA
    return begins and one.lemma in _GOING_ON | cues.JUDGE | cues.WANT and one.past == after.past


def _following(tokens: Sequence[Token], verbs: Sequence[VerbGroup], index: int) -> Range | None:
    """Return the subject of the clause that a participle opens: *Citing costs, the minister said*."""
    for group in verbs[index + 1 : index + 1 + BACK]:
        if group.shape == "finite" or group.shape == "ed":
            found = noun_phrases.left(tokens, group.first - 1)
            if found is not None:
                return found
    return None
