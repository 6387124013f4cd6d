"""Attribution by phrase: *according to the minister*, *in the words of …*, *as the minister put it*."""

from __future__ import annotations

from generator.statements.lexicon import cues
from generator.statements.parse import noun_phrases
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.tokens import (
    CC,
    CLOSE,
    COMMA,
    DASH,
    DET,
    ED,
    GEN,
    ING,
    OPEN,
    POSS,
    QUOTE,
    SEMI,
    STOP,
    SUB,
    WH,
)
from generator.statements.parse.units import Unit
from generator.statements.rules.found import Found
from generator.statements.rules.openings import clause_opens

PUT = frozenset(("put", "see", "tell", "have"))


def according(unit: Unit) -> list[Found]:
    """Return the relations of phrases that attribute the sentence they stand in."""
    found: list[Found] = []
    for at, token in enumerate(unit.tokens):
        if token.low == "according" and not token.quoted and at + 2 < len(unit.tokens):
            one = _according(unit, at)
        elif token.low == "as" and not token.quoted:
            one = _as(unit, at)
        elif token.low == "by" and not token.quoted:
            one = _by_estimate(unit, at)
        elif token.low == "in" and not token.quoted:
            one = _in_view(unit, at) or _in_text(unit, at)
        else:
            one = None
        if one is not None:
            found.append(one)
    return found


def _according(unit: Unit, at: int) -> Found | None:
    tokens = unit.tokens
    end = _phrase_end(unit, at + 2)
    opens = at == 0 or tokens[at - 1].tag in (SEMI, CC, SUB)
    name = noun_phrases.right(tokens, at + 2)
    bare = opens and at + 2 < name < end and clause_opens(unit, name)
    if bare:
        # *according to the ministry it is closed*: no comma parts the two.
        end = name
    again = next((index for index in range(at + 3, end) if tokens[index].low == "according"), end)
    end = max((index for index in range(at + 3, again) if tokens[index].tag == CC), default=end) if again < end else end
    if end == at + 2 or any(token.low in cues.MEASURES for token in tokens[at + 2 : min(end, at + 5)]):
        return None
    listed = any(token.low == "according" for token in tokens[:at])
    before = None if opens else _before(unit, at, listed=listed)
    after = _clause_after(unit, end) if bare else None if listed and before else _after(unit, end)
    content = tuple(piece for piece in (before, after) if piece)
    return Found((at + 2, end), (at, at + 2), content, "according to") if content else None


def _clause_after(unit: Unit, start: int) -> Range | None:
    """Return the clause that begins at `start`, up to a semicolon or the end."""
    tokens = unit.tokens
    end = next((at for at in range(start, len(tokens)) if tokens[at].tag == SEMI), len(tokens))
    while end > start and tokens[end - 1].tag in _BETWEEN:
        end -= 1
    return (start, end) if end > start else None


def _by_estimate(unit: Unit, at: int) -> Found | None:
    """Return the relation of *by one estimate, …* and *by his own account, …*."""
    tokens = unit.tokens
    opens = not at or tokens[at - 1].tag == COMMA
    end = noun_phrases.right(tokens, at + 1)
    after = _after(unit, end) if opens and end > at + 1 else None
    named = [token.low.removesuffix("s") for token in tokens[at + 1 : end]]
    if after is None or not cues.ESTIMATES.intersection(named):
        return None
    before = _before(unit, at) if at else None
    return Found((at + 1, end), (at, at + 1), (before, after) if before else (after,), "by account of")


def _in_view(unit: Unit, at: int) -> Found | None:
    """Return the relation of *in his view, …* and *in the words of X, …*."""
    tokens = unit.tokens
    for index in range(at + 2, min(len(tokens), at + 8)):
        if tokens[index].low in cues.VIEWS and tokens[index - 1].tag in (POSS, GEN):
            end = index + 1
            after = _after(unit, end)
            before = _before(unit, at) if at and tokens[at - 1].tag == COMMA else None
            content = tuple(piece for piece in (before, after) if piece)
            return Found((at + 1, index), (index, end), content, "in the view of") if content else None
        if tokens[index].tag in (COMMA, STOP):
            return None
    return None


def _in_text(unit: Unit, at: int) -> Found | None:
    """Return the relation of *in a statement released by X, …*, unless somebody says it there in so many words."""
    tokens = unit.tokens
    by = next((index for index in range(at + 2, min(len(tokens), at + 8)) if tokens[index].low == "by"), 0)
    if not by or by + 1 >= len(tokens) or tokens[by - 1].tag != ED or tokens[by - 2].low not in cues.TEXTS:
        return None
    end = _phrase_end(unit, by + 1)
    said = any(group.first > by and group.lemma in cues.SPEAKING and not group.passive for group in unit.verbs)
    after = _after(unit, end)
    if said or after is None or end == by + 1:
        return None
    return Found((by + 1, end), (at, by + 1), (after,), "in a statement by")


def _phrase_end(unit: Unit, start: int) -> int:
    """Return where the noun phrase that begins at `start` ends, with its apposition and what modifies it."""
    tokens = unit.tokens
    end = noun_phrases.right(tokens, start)
    at = _to_mark(unit, end) if end > start else start
    if at + 1 < len(tokens) and tokens[at].tag == COMMA:
        # A relative clause or an apposition between commas belongs to the name.
        end = _to_mark(unit, at + 1)
        office = any(token.low in cues.OFFICES for token in tokens[at + 1 : end])
        if tokens[at + 1].tag not in (WH, DET) and not office:
            return at
        apposed = tokens[at + 1].tag == WH or not any(at < group.first < end for group in unit.verbs)
        if apposed and end < len(tokens) and tokens[end].tag == COMMA:
            return end
    return at


def _to_mark(unit: Unit, at: int) -> int:
    while at < len(unit.tokens) and unit.tokens[at].tag not in _MARKS:
        at += 1
    return at


_MARKS = frozenset((COMMA, STOP, SEMI, DASH, QUOTE, CLOSE, SUB, CC))


def _before(unit: Unit, at: int, listed: bool = False) -> Range | None:
    """Return what stands before the phrase at `at`; `listed` tells that another such phrase has its own part of it."""
    tokens = unit.tokens
    end = at
    while end and tokens[end - 1].tag in (COMMA, DASH, OPEN):
        end -= 1
    start = 0
    for index in range(end - 1, -1, -1):
        if tokens[index].tag == SEMI or (tokens[index].tag == OPEN and tokens[at - 1].tag == OPEN):
            start = index + 1
            break
        if listed and tokens[index].tag == CC and any(token.low == "according" for token in tokens[:index]):
            start = index + 1
            break
    stated = listed or end - start > 3 or any(start <= group.first < end for group in unit.verbs)
    return (start, end) if stated or _is_quote(unit, end) else None


def _is_quote(unit: Unit, end: int) -> bool:
    return end > 0 and unit.tokens[end - 1].tag == QUOTE


def _after(unit: Unit, end: int) -> Range | None:
    tokens = unit.tokens
    again = (at for at in range(end + 1, len(tokens)) if tokens[at].low == "according" and tokens[at - 1].tag != COMMA)
    last = next(again, len(tokens))
    while last and tokens[last - 1].tag in _BETWEEN:
        last -= 1
    if end >= last or tokens[end].tag != COMMA or end + 1 >= last or _participle(unit, end + 1):
        return None
    stated = any(group.first > end and group.shape in ("finite", "ed") for group in unit.verbs)
    return (end + 1, last) if stated or any(token.tag == QUOTE for token in tokens[end:]) else None


_BETWEEN = frozenset((STOP, SEMI, CC, COMMA))


def _participle(unit: Unit, at: int) -> bool:
    """Tell *adding that …* from a subject in -ing: *boring could begin*."""
    finite = any(group.first == at + 1 and group.shape != "ing" for group in unit.verbs)
    return unit.tokens[at].tag == ING and not finite


def _as(unit: Unit, at: int) -> Found | None:
    """Return the relation of *as the minister put it, …* and *…, as the minister noted*."""
    tokens = unit.tokens
    for group in unit.verbs:
        if group.first <= at:
            continue
        if group.first > at + 12 or (group.lemma not in cues.SAY and group.lemma not in PUT):
            return None
        source = (at + 1, group.first)
        named = noun_phrases.left(tokens, group.first - 1, at + 1)
        if group.first == at + 1 or named is None or group.passive:
            return None
        end = group.last + 1
        if group.lemma in PUT and not (end < len(tokens) and tokens[end].low in ("it", "them")):
            return None
        end += group.lemma in PUT or (end < len(tokens) and tokens[end].low == "out")
        far = noun_phrases.after_adverbials(tokens, end)
        if far < len(tokens) and tokens[far].tag not in (COMMA, STOP, DASH, CLOSE, SEMI, QUOTE):
            return None
        pieces = (_before(unit, at) if at else None, _after(unit, far))
        content = tuple(piece for piece in pieces if piece)
        return Found(source, (group.first, end), content, "as") if content else None
    return None
