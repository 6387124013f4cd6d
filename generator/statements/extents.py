"""Where a content ends: at the end of its clause or list, before the next cue."""

from __future__ import annotations

from generator.statements import cue_lexicon as cues
from generator.statements.complements import CLAUSAL, Kind, clause_opens, complement
from generator.statements.tokens import CC, COLON, COMMA, DASH, ED, ING, PREP, SEMI, SUB, TO, WH
from generator.statements.units import Unit


def fronted(unit: Unit, cue: int) -> bool:
    """Tell whether the cue stands in a clause that comes before the main one: *While he said …, she …*."""
    for at in range(cue - 1, -1, -1):
        token = unit.tokens[at]
        if token.tag == COMMA:
            return False
        opens = at == 0 or unit.tokens[at - 1].tag in (CC, COMMA)
        if opens and (token.tag in (SUB, PREP, ING, ED) or token.low in ("when", "as")):
            return token.low not in ("that",)
    return unit.tokens[cue].tag == ING and cue == 0


def content_end(unit: Unit, start: int, kind: Kind, cue: int | None = None) -> int:
    """Return the token index at which the content that begins at `start` ends; `cue` is where its cue begins."""
    before_main = cue is not None and fronted(unit, cue)
    tokens = unit.tokens
    between = cue is not None and cue > 0 and tokens[cue - 1].tag in (COMMA, WH, DASH)
    last = len(tokens)
    while last > start + 1 and (tokens[last - 1].low == "." or tokens[last - 1].tag in (COLON, SEMI, COMMA)):
        last -= 1
    for at in range(start + 1, last):
        tag = tokens[at].tag
        if tag == SEMI or (tag == COMMA and _ends_at_comma(unit, at, kind)):
            return at
        if tag == COMMA and between and cue is not None and _resumes(unit, at + 1, cue, start):
            return at
        if tag == COMMA and before_main and (at + 1 < last and clause_opens(unit, at + 1)):
            return at
        if tag == DASH and kind != "quote" and not any(token.tag == DASH for token in tokens[at + 1 : last]):
            return at
        if tag == CC and (
            _new_verb(unit, at + 1, kind == "infinitive") if kind not in CLAUSAL else _new_cue(unit, at + 1, cue)
        ):
            return at
        if tag == PREP and tokens[at].low == "according":
            return at
    return last


def _new_cue(unit: Unit, at: int, cue: int | None) -> bool:
    """Tell whether a verb of saying at `at` goes on with the subject of the cue: *said …, and added that*."""
    first = next((group for group in unit.verbs if group.first == cue), None)
    other = next((group for group in unit.verbs if group.first == at), None)
    if first is None or other is None or other.shape not in ("finite", "ed") or other.past != first.past:
        return False
    what = complement(unit, other) if other.lemma in cues.SAY | cues.TELL | cues.URGE | cues.CALL else None
    return what is not None and (other.lemma in cues.SAY | cues.TELL or what.kind != "phrase")


def _resumes(unit: Unit, at: int, cue: int, start: int) -> bool:
    """Tell whether the verb after a comma has its subject before the cue: *X, speaking on Y, said*."""
    for index, group in enumerate(unit.verbs):
        if group.first == at and group.shape in ("finite", "ed"):
            source = unit.subjects[index]
            listed = any(token.tag == TO for token in unit.tokens[start:at])
            bare = group.first == group.head and unit.tokens[at].low == group.lemma
            return source is not None and source[0] < cue and not (listed and bare)
    return False


def _new_verb(unit: Unit, at: int, inside_infinitive: bool = False) -> bool:
    """Tell whether a finite verb begins at `at`; a bare form after an infinitive goes on with the infinitive."""
    for group in unit.verbs:
        if group.first == at and group.shape in ("finite", "ed"):
            head = unit.tokens[group.head]
            return not (inside_infinitive and group.first == group.head and head.low == head.lemma)
    return False


def _ends_at_comma(unit: Unit, comma: int, kind: Kind) -> bool:
    tokens = unit.tokens
    following = tokens[comma + 1] if comma + 1 < len(tokens) else None
    if following is None:
        return True
    if following.low == "according":
        return True
    if kind in CLAUSAL:
        return (following.tag == ING and following.lemma in cues.CONTINUING) or following.low in (
            "but",
            "while",
            "though",
            "although",
        )
    if following.tag == CC:
        return _new_verb(unit, comma + 2, kind == "infinitive") or following.low == "but"
    return following.tag in (WH, SUB) or following.tag == ING or following.low in ("as", "after", "before")
