"""Polarity: negation, contraries, and who does what to whom, by which words that are alike say opposite things."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import permutations

from generator.comparison.likeness import stems
from generator.statements.lexicon.inflection import VERB_FORMS
from generator.topics.words import words

_NOT = (
    r"\b(?:not|never|no|nor|neither|none|nobody|nothing|without|cannot|unlikely|hardly"
    r"|(?:is|are|was|were|wo|would|do|does|did|ca|could|should|has|have|had|must)n['’]t)\b"
)
_REFUSAL = (
    r"\b(?:refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying)|(?:declin|fail)(?:e|es|s|ed|ing)? to|rul(?:e|es|ed|ing) out)\b"
)
_NEGATION = re.compile(f"{_NOT}|{_REFUSAL}", re.IGNORECASE)
_PLAIN_NOT = re.compile(_NOT, re.IGNORECASE)
# Where these stand, nothing is denied.
_IDIOM = re.compile(
    r"\bnot (?:only|least|merely|just)\b|\bno (?:doubt|matter)\b|\bwhether or not\b|\bif not\b|\bnothing (?:but|less)\b"
    r"|\b(?:with no|without) (?:doubt|delay|(?:any )?preconditions?|further ado)\b"
    r"|\b(?:not|n['’]t|never|cannot|neither) (?:\w+ )?(?:rul|refus|den)\w+\b",
    re.IGNORECASE,
)
# What is denied so is denied for a time, in part, or only perhaps: the other may be true all the same.
_IN_PART = re.compile(
    r"\b(?:yet|before|until|unless|except|other than|may|might|could|all|every|enough|always)\b", re.I
)
_COMPOUND = re.compile(r"\b\w+(?:-\w+)+\b")  # *high-end* says nothing of an end
_STOP = re.compile(r"[,;:.!?()“”\"—–]|\b(?:and|but|while|because)\b", re.IGNORECASE)
_NEAR = 5  # words within which a name stands around another word
# Each with the words of which it says the contrary.
_CONTRARIES = """
join: leave withdraw quit; enter: leave exit; accept: reject refuse decline; support: oppose reject resist
approve: reject veto; back: oppose; welcome: condemn reject deplore; praise: criticise criticize condemn
confirm: deny; admit: deny; agree: refuse disagree; allow: ban bar prohibit forbid block; permit: ban bar prohibit
legal: illegal; increase: decrease reduce cut lower; raise: lower cut reduce; expand: reduce shrink curb
grow: shrink fall decline; rise: fall drop decline; more: less fewer; higher: lower; strengthen: weaken
improve: worsen; widen: narrow; open: close shut; reopen: close shut; begin: end stop halt cease
start: end stop halt cease; resume: suspend halt stop cease; continue: stop halt cease suspend
extend: shorten terminate; keep: abolish scrap drop abandon lift; impose: lift remove drop
build: demolish dismantle; buy: sell; import: export; win: lose; arrive: depart; attack: defend
likely: unlikely; possible: impossible; necessary: unnecessary; safe: unsafe dangerous; succeed: fail
success: failure; include: exclude; release: detain arrest; deploy: withdraw remove; recognise: reject
recognize: reject; ratify: reject; hold: cancel postpone; attend: skip boycott; guilty: innocent; pay: withhold
"""


def _plain(folded: str) -> tuple[str, ...]:
    """Return the stem of a word, of a verb in its plain form: *kept* is *keep*."""
    return stems(VERB_FORMS[folded][0] if folded in VERB_FORMS else folded)


def _stem(word: str) -> str:
    return next(iter(_plain(word)), word)


def _contraries() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in re.split(r"[;\n]", _CONTRARIES.strip()):
        first, _, others = row.partition(":")
        for other in others.split():
            for this, that in permutations((_stem(first.strip()), _stem(other))):
                found.setdefault(this, set()).add(that)
    return {stem: frozenset(against) for stem, against in found.items()}


_AGAINST = _contraries()


def _without_idioms(text: str) -> str:
    return _IDIOM.sub(lambda match: " " * len(match[0]), text)


@lru_cache(maxsize=65536)
def is_negative(text: str) -> bool:
    """Tell whether anything in `text` is denied by a word of negation."""
    return _PLAIN_NOT.search(_without_idioms(text)) is not None


@lru_cache(maxsize=65536)
def negations(text: str, *, wholly: bool = False) -> frozenset[str]:
    """Return the stem that each negation in `text` is about, the next that carries meaning; "" where there is none.

    With `wholly`, what is denied for a time, in part or perhaps is left out (*not before June*, *may not*).
    """
    plain = _without_idioms(text)
    found: set[str] = set()
    for match in _NEGATION.finditer(plain):
        stop = _STOP.search(plain, match.end())
        end = stop.start() if stop else len(plain)
        if wholly and _IN_PART.search(plain, max(0, match.start() - 8), end):
            continue
        reached = (word.folded for word in words(plain, match.end(), end) if not word.folded.endswith("ly"))
        found.add(next((stem for word in reached for stem in _plain(word)), ""))
    return frozenset(found)


def denies(text: str, other: str, *, wholly: bool = False) -> bool:
    """Tell whether a text denies what the other says: by a negation, or by a word that says the contrary."""
    a, b = _contents(text), _contents(other)
    not_a, not_b = negations(text, wholly=wholly), negations(other, wholly=wholly)
    if (not_a & b) - negations(other) or (not_b & a) - negations(text):
        return True
    if not_a or not_b:
        return False  # *will not leave* is no contrary of *will stay*
    return any(_AGAINST[stem] & (b - a) for stem in a - b if stem in _AGAINST)


@lru_cache(maxsize=65536)
def _contents(text: str) -> frozenset[str]:
    apart = _COMPOUND.sub(lambda match: " " * len(match[0]), text)
    return frozenset(stem for word in words(apart) for stem in _plain(word.folded))


def swaps(text: str, other: str, names: frozenset[str]) -> bool:
    """Tell whether the same two of `names` (stems) stand around a word, the other way round: who pays whom."""
    these, those = _around(text, names), _around(other, names)
    return any(
        left != right and (right, left) in those.get(stem, ()) for stem, pairs in these.items() for left, right in pairs
    )


@lru_cache(maxsize=65536)
def _around(text: str, names: frozenset[str]) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return, for each stem of `text` in small letters, the nearest names before and after it; passives have none."""
    every = words(text)
    if any(word.folded == "by" for word in every):
        return {}
    named = [text[word.start].isupper() and not names.isdisjoint(stems(word.folded)) for word in every]
    found: dict[str, set[tuple[str, str]]] = {}
    for at, word in enumerate(every):
        before = next((every[n].folded for n in range(at - 1, max(-1, at - _NEAR), -1) if named[n]), "")
        after = next((every[n].folded for n in range(at + 1, min(len(every), at + _NEAR)) if named[n]), "")
        if not named[at] and before and after:
            for stem in stems(word.folded):
                found.setdefault(stem, set()).add((before, after))
    return {stem: frozenset(pairs) for stem, pairs in found.items()}
