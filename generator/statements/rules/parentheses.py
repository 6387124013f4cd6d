"""Cues in a parenthesis: *…, the minister said*; *…, said the minister, …*; *according to the minister*."""

from __future__ import annotations

from generator.statements.lexicon import cues
from generator.statements.parse import noun_phrases
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.subjects import inverted
from generator.statements.parse.tokens import (
    CC,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    ING,
    NAME,
    NOUN,
    NUM,
    OPEN,
    PREP,
    QUOTE,
    SEMI,
    STOP,
    SUB,
    THAT,
    TO,
    WH,
    Token,
)
from generator.statements.parse.units import Unit
from generator.statements.parse.verb_groups import VerbGroup
from generator.statements.rules.found import Found
from generator.statements.rules.speaking_nouns import can_speak

ENDS = frozenset((STOP, COMMA, QUOTE, DASH, SUB, CC, SEMI, COLON, WH, CLOSE))
# Conjunctions that give the reason inside what is said: *…, she said, because …*.
GROUNDS = frozenset(("since", "because", "unless", "if", "until"))
# Beside these there is always a speaker, whatever noun it is: *…, the captain said*.
SURE = frozenset(("say", "add", "tell"))
GESTURES = frozenset(("point", "signal", "indicate"))


_TOLD = cues.SPEAKING | cues.PHRASAL.keys() | cues.ASIDE


def parenthetical(unit: Unit) -> list[Found]:
    """Return the relations whose cue stands in a parenthesis, in order; their contents do not overlap."""
    found: list[Found] = []
    done = 0
    for index, group in enumerate(unit.verbs):
        if group.first < done or unit.tokens[group.head].quoted or group.passive:
            continue
        near = unit.tokens[max(0, group.first - 12) : group.first] if unit.quotations else ()
        if group.lemma not in _TOLD and not any(token.tag == QUOTE for token in near):
            continue
        one = _one(unit, index, done)
        if one is not None:
            found.append(one)
            done = max(end for _, end in (*one.content, one.cue, one.source or one.cue))
    return found


def _one(unit: Unit, index: int, done: int) -> Found | None:
    group = unit.verbs[index]
    if group.shape in ("ing", "infinitive"):
        return None
    for source, opening, closing in _readings(unit, group):
        quoted = opening > 0 and unit.tokens[opening - 1].tag == QUOTE and group.lemma not in ("be", "have", "do")
        known = group.lemma in cues.SPEAKING or _with_particle(unit, group)
        known = known or (group.lemma in cues.ASIDE and can_speak(unit, source))
        # Two of three signs are enough: a quotation before it, a cue, and nothing of a clause after it.
        if opening >= done and quoted + known + _closes(unit, closing) > 1:
            content = _content(unit, done, opening, closing)
            told = quoted or any(token.tag == QUOTE for token in unit.tokens[closing : closing + 2])
            if content and (told or _utters(unit, source, group)):
                return Found(source, (group.first, group.last + 1), content, "parenthesis")
    return None


def _utters(unit: Unit, source: Range, group: VerbGroup) -> bool:
    """Tell a parenthesis from other words between commas: *the bay, a place claimed by both* tells of no speaker."""
    by = unit.tokens[group.last + 1].low if group.last + 1 < len(unit.tokens) else ""
    counted = source[1] - source[0] == 1 and unit.tokens[source[0]].tag == NUM
    return group.lemma in SURE or (by != "by" and not counted and can_speak(unit, source))


def _with_particle(unit: Unit, group: VerbGroup) -> bool:
    after = group.last + 1
    return after < len(unit.tokens) and unit.tokens[after].low == cues.PHRASAL.get(group.lemma)


def _readings(unit: Unit, group: VerbGroup) -> list[tuple[Range, int, int]]:
    """Return the ways to read the cue: source, index where the parenthesis opens, index after it."""
    tokens = unit.tokens
    readings = []
    if group.first and tokens[group.first - 1].tag in (COMMA, QUOTE):
        addressing = group.lemma in ("tell", "inform", "remind", "assure") or (
            group.lemma == "ask" and tokens[group.first - 1].tag != QUOTE
        )
        after = None if addressing else inverted(tokens, unit.verbs, group)
        if after:
            readings.append((after, group.first, after[1]))
    before = noun_phrases.left(tokens, group.first - 1) if group.first else None
    if before and _comments(unit, before):
        return readings
    before = _with_name(unit, before) if before else None
    if before and (before[0] == 0 or tokens[before[0] - 1].tag in (COMMA, QUOTE, DASH, OPEN)):
        end = group.last + 1
        end += _with_particle(unit, group)
        if group.lemma in cues.TELL:
            end = noun_phrases.right(tokens, end)
        readings.append((before, before[0], end))
    return readings


def _with_name(unit: Unit, described: Range) -> Range:
    """Return a description with the name before it, where no comma closes it: *…, Ruth Ames, dean of law (said)*."""
    tokens, first = unit.tokens, described[0]
    told = first > 2 and tokens[first - 1].tag == COMMA and tokens[first].tag == NOUN
    if not told or not can_speak(unit, (first, first + 1)):
        return described
    name = first - 1
    while name and tokens[name - 1].tag == NAME:
        name -= 1
    opens = name == 0 or tokens[name - 1].tag in (COMMA, QUOTE, DASH)
    return (name, described[1]) if opens and first - 1 - name > 1 else described


def _comments(unit: Unit, named: Range) -> bool:
    """Tell whether the words sum up what was said and somebody did something to that: *…, a claim Alder (denied)*."""
    tokens = unit.tokens[slice(*named)]
    return len(tokens) > 2 and tokens[0].low in ("a", "an") and tokens[1].low in cues.NOUNS and tokens[2].tag == NAME


def _closes(unit: Unit, at: int) -> bool:
    tokens = unit.tokens
    if at >= len(tokens) or tokens[at].tag in ENDS:
        return not (at < len(tokens) and tokens[at].tag in (WH, SUB) and tokens[at].low not in _WHEN)
    after = noun_phrases.after_adverbials(tokens, at)
    if after > at:
        return after >= len(tokens) or tokens[after].tag in ENDS - {WH} or tokens[after].tag in (ING, TO)
    return tokens[at].tag in (PREP, ING, TO)


_WHEN = frozenset("when after before as while during where who although though".split())


def _content(unit: Unit, done: int, opening: int, closing: int) -> tuple[Range, ...]:
    tokens = unit.tokens
    start, end = done, opening
    while end > start and tokens[end - 1].tag in (COMMA, DASH, OPEN):
        end -= 1
    while start < end and tokens[start].tag in (COMMA, STOP, CLOSE, SEMI):
        start += 1
    if start and start < end - 1 and tokens[start].tag == CC and _in_marks(tokens[start + 1]):
        start += 1  # *said A, and “closed,” said B*
    before = (start, end) if end > start else None
    after = _rest(unit, closing, before)
    parted = [at for at in range(start, end) if tokens[at].tag == SEMI]
    if after is not None and parted and tokens[after[0]].tag != QUOTE:
        # *A signed; B, its minister said, would sign later*: the sentence before the semicolon is not his.
        start = parted[-1] + 1
        before = (start, end) if end > start else None
    if before is None:
        return ()
    quoted = any(token.tag == QUOTE for token in tokens[start:end])
    if after is not None and not quoted and tokens[after[0]].tag == QUOTE:
        return ()
    if after is not None and end > start and tokens[end - 1].tag in (SUB, THAT):
        # *…, because, he said, …*: only what follows is his.
        return (after,)
    stated = any(start <= group.first < end and group.shape in ("finite", "ed") for group in unit.verbs)
    stated = stated or all(map(_in_marks, tokens[start:end]))
    if not quoted and not stated and after is None and not _is_clause(unit, start, end, closing):
        return ()
    return (before,) if after is None else (before, after)


def _in_marks(token: Token) -> bool:
    return token.tag == QUOTE or token.quoted


def _another_says(unit: Unit, at: int) -> bool:
    """Tell whether the quotation at `at` has a source of its own after it: *“open,” said A, and “closed,” said B*."""
    tokens = unit.tokens
    while at < len(tokens) and _in_marks(tokens[at]):
        at += 1
    group = next((verb for verb in unit.verbs if verb.first == at), None)
    return (
        group is not None and group.lemma in cues.SAY | cues.UTTER and inverted(tokens, unit.verbs, group) is not None
    )


def _is_clause(unit: Unit, start: int, end: int, closing: int) -> bool:
    """Tell whether words without a verb that is surely one are a clause (*Both sides support peace, she said.*).

    A bare plural verb looks like a noun. What stands before a cue that ends the sentence is said all the same, unless
    it only says when or where.
    """
    tokens = unit.tokens
    ends = closing >= len(tokens) or tokens[closing].tag == STOP
    return ends and end - start >= 4 and tokens[start].tag not in (PREP, SUB)


def _rest(unit: Unit, closing: int, before: Range | None) -> Range | None:
    """Return what of the content goes on after a cue in its middle."""
    tokens = unit.tokens
    last = len(tokens)
    while last and tokens[last - 1].low == ".":
        last -= 1
    at = closing
    if at < last and tokens[at].tag not in (COMMA, QUOTE, COLON):
        at = noun_phrases.after_adverbials(tokens, at)
    if at < last and tokens[at].tag in (COMMA, COLON):
        at += 1
    elif at >= last or tokens[at].tag != QUOTE:
        return None
    if at >= last or before is None:
        return None
    quoted = any(token.tag == QUOTE for token in tokens[before[0] : before[1]])
    joined = tokens[at].tag == CC and at + 1 < last and _in_marks(tokens[at + 1])
    if joined and _another_says(unit, at + 1):
        return None
    speaks = tokens[at].tag == ING and tokens[at].lemma in cues.SAY - GESTURES
    if quoted and tokens[last - 1].tag == QUOTE and tokens[last - 2].tag == COMMA and not speaks:
        # *“…,” she said, pointing at the map, “…”*
        return last - 1, last
    if not quoted:
        last = next((index for index in range(at, last) if tokens[index].tag == SEMI), last)
    if joined or (not quoted and tokens[at].low in GROUNDS):
        return at, last
    return None if quoted or tokens[at].tag in (ING, CC, WH, SUB) else (at, last)
