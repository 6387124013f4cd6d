"""Cues that are no verbs: *his statement that*, *support for*, *express concern about*, *is worried that*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.statements.lexicon import cues
from generator.statements.parse import noun_phrases
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.tokens import (
    ADJ,
    ADV,
    COMMA,
    DET,
    ED,
    GEN,
    ING,
    NAME,
    NEG,
    NOUN,
    NUM,
    OBJ,
    POSS,
    PREP,
    STOP,
    SUB,
    THAT,
    TO,
    VERB,
    WH,
    Token,
)
from generator.statements.parse.units import Unit
from generator.statements.rules.extents import content_end, phrase_end, that_clause_end
from generator.statements.rules.found import Found
from generator.statements.rules.openings import Kind

# Prepositions after an adjective that say when, how or in spite of what, not towards what.
CIRCUMSTANCES = frozenset("by in from after before during despite without until".split())
# How far an adjective may stand from its linking verb, a noun from its light verb, in tokens.
NEAR = 6


@lru_cache(maxsize=1 << 13)
def singular(word: str) -> str:
    """Return a noun of the lexicon for its plural, or the word as it is."""
    if word in cues.NOUNS:
        return word
    if word.endswith("ies") and f"{word[:-3]}y" in cues.NOUNS:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") else word


def by_adjective(unit: Unit, index: int) -> Found | None:
    """Return the relation of an adjective: *X is worried about Y*, *X is confident that …*."""
    group, tokens = unit.verbs[index], unit.tokens
    if group.passive and tokens[group.head].low in cues.ADJECTIVES:
        at = group.head
    elif group.lemma in cues.LINKING and not group.passive:
        at = _adjective(unit, group.last + 1)
    else:
        return None
    if at < 0 or at + 1 >= len(tokens):
        return None
    end = at + 1
    if tokens[at].low == "against":
        start, cue_end = end, end
    elif tokens[end].tag == PREP and tokens[end].low not in CIRCUMSTANCES:
        start, cue_end = end + 1, end + 1
    elif tokens[end].tag in (THAT, TO):
        infinitive = tokens[end].tag == THAT or any(group.first == end for group in unit.verbs)
        start, cue_end = (end, end) if infinitive else (end + 1, end + 1)
    else:
        return None
    return _built(unit, unit.subjects[index], (group.first, cue_end), start, "adjective")


def _adjective(unit: Unit, at: int) -> int:
    tokens = unit.tokens
    for index in range(at, min(len(tokens), at + NEAR)):
        if tokens[index].low in cues.ADJECTIVES:
            return index
        if tokens[index].tag not in (ADV, NEG, ADJ) and tokens[index].low not in ("as", "like", "too", "in"):
            return -1
    return -1


def by_role(unit: Unit, index: int) -> Found | None:
    """Return the relation of a role: *X is a critic of Y*, *X was in favour of Y*."""
    group, tokens = unit.verbs[index], unit.tokens
    if group.lemma not in cues.LINKING or group.passive:
        return None
    for at in range(group.last + 1, min(len(tokens) - 2, group.last + 2 + NEAR)):
        low = tokens[at].low
        if low in cues.ROLES and tokens[at + 1].tag == PREP:
            return _built(unit, unit.subjects[index], (group.first, at + 2), at + 2, "role")
        if low == "in" and tokens[at + 1].low in cues.STANDS and tokens[at + 2].tag == PREP:
            return _built(unit, unit.subjects[index], (group.first, at + 3), at + 3, "role")
        if tokens[at].tag not in (DET, ADJ, ADV, NOUN, NUM, NAME, NEG) and low not in ("and", "of", "in"):
            return None
    return None


def by_light_verb(unit: Unit, index: int) -> Found | None:
    """Return the relation of a verb with a noun: *X expressed concern about Y*, *X made the case that …*."""
    group, tokens = unit.verbs[index], unit.tokens
    if group.lemma not in cues.LIGHT or group.passive:
        return None
    if group.lemma in ("make", "leave", "keep") and _plain(tokens, group.last + 1):
        at = group.last + 2 + (tokens[group.last + 1].low == "it")
        if at < len(tokens) and tokens[at].tag not in (STOP, COMMA):
            return _built(unit, unit.subjects[index], (group.first, at), at, "light verb")
    for at in range(group.last + 1, min(len(tokens), group.last + 1 + NEAR)):
        tag = tokens[at].tag
        if (
            tag == NOUN
            and singular(tokens[at].low) in cues.NOUNS
            and at + 1 < len(tokens)
            and tokens[at + 1].tag != NOUN
        ):
            cue_end, start = _governed(unit, at + 1, wide=True)
            return _built(unit, unit.subjects[index], (group.first, cue_end), start, "light verb") if start else None
        if tag not in (DET, ADJ, ADV, NOUN, POSS, NUM, ED, ING, GEN, NAME, VERB) and tokens[at].low not in ("no", "-"):
            return None
    return None


def _plain(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether *clear* or *it clear* begins at `at`."""
    at += at < len(tokens) and tokens[at].low == "it"
    return at < len(tokens) and tokens[at].low in ("clear", "plain", "known", "public", "official")


def _governed(unit: Unit, at: int, wide: bool) -> tuple[int, int]:
    """Return where the cue ends and the content of the noun before `at` begins; (at, 0) if it governs none."""
    tokens = unit.tokens
    if at >= len(tokens):
        return at, 0
    if tokens[at].tag == THAT and not any(group.first == at + 1 for group in unit.verbs):
        return at, at
    if tokens[at].tag == TO and at + 1 < len(tokens) and any(group.first == at for group in unit.verbs):
        return at, at
    aimed = tokens[at].tag == TO and singular(tokens[at - 1].low) in _AIMED
    towards = wide and (aimed or tokens[at].low in _TOWARDS) and at + 1 < len(tokens)
    if towards and tokens[at + 1].tag in _OBJECTS:
        return at + 1, at + 1
    if tokens[at].tag == ING and tokens[at].lemma in cues.SAY:
        far = at + 1
        return (far, far) if far < len(tokens) else (at, 0)
    return at, 0


_OBJECTS = frozenset((ING, DET, NOUN, NAME, ADJ, POSS, NUM, WH, SUB, OBJ))
# What these are *to* is what they are about; a letter to somebody only has a reader.
_AIMED = frozenset("commitment opposition objection response reply answer reaction aversion".split())
_TOWARDS = frozenset("on of for about against over with at regarding toward towards".split())


def by_noun(unit: Unit) -> list[Found]:
    """Return the relations of nouns: *the minister's claim that …*, *his support for …*, *a report that …*."""
    found: list[Found] = []
    tokens = unit.tokens
    for at, token in enumerate(tokens):
        noun = token.tag == NOUN or (token.tag == NAME and not at)
        if not noun or token.quoted or singular(token.low) not in cues.NOUNS:
            continue
        start = at
        while start and tokens[start - 1].tag in (ADJ, NOUN, NUM, ED, ING) and at - start < NEAR:
            start -= 1
        owner = _owner(unit, start)
        if (
            owner is None
            and start
            and at + 1 < len(tokens)
            and tokens[at + 1].tag == THAT
            and _is_demonym(tokens, start)
        ):
            owner = (start - 1, start)
        cue_end, content = _governed(unit, at + 1, wide=owner is not None and token.low not in _LOOSE)
        if owner is None and content and tokens[content].tag != THAT:
            content = 0
        elif owner is None and at + 1 < len(tokens) and tokens[at + 1].low == "about":
            cue_end, content = _governed(unit, at + 1, wide=True)
        if not content:
            continue
        if owner is None and start and tokens[start - 1].tag == DET:
            start -= 1
        one = _built(unit, owner, (start, cue_end), content, "noun")
        if one:
            end = that_clause_end if tokens[content].tag == THAT else phrase_end
            one = replace(one, content=((content, end(unit, *one.content[0])),))
        if one:
            found.append(one)
    return found


_LOOSE = frozenset("interest interests case point note message word notice idea vision".split())


def _owner(unit: Unit, start: int) -> Range | None:
    """Return whose it is: *the minister's*, *his*, *Alderian*."""
    tokens = unit.tokens
    if not start:
        return None
    if tokens[start - 1].tag == POSS and tokens[start - 1].low not in ("whose",):
        return start - 1, start
    if tokens[start - 1].tag == GEN and start > 1:
        named = noun_phrases.left(tokens, start - 2)
        return (named[0], start) if named else None
    # *Alderian support for …*, but not the place in *the Alderton declaration on …*.
    bare = tokens[start - 1].tag == NAME and tokens[start].tag not in (ED, ING)
    bare = bare and (start < 2 or tokens[start - 2].tag not in (NAME, DET))
    return (start - 1, start) if bare else None


def _is_demonym(tokens: Sequence[Token], start: int) -> bool:
    """Tell *a Birchan claim that …* and *the Birchan view that …*, where no name stands before the name."""
    return start > 1 and tokens[start - 1].tag == NAME and tokens[start - 2].tag == DET


def _built(unit: Unit, source: Range | None, cue: Range, start: int, rule: str) -> Found | None:
    if (source is None and rule != "noun") or start >= len(unit.tokens) or unit.tokens[start].tag in (COMMA, STOP):
        return None
    kind: Kind = "that" if unit.tokens[start].tag == THAT else "phrase"
    end = content_end(unit, start, kind, cue[0])
    return Found(source, cue, ((start, end),), rule) if end > start else None
