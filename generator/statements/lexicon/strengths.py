"""Strengths: how strongly words of wanting, asking, agreeing and doing commit whoever they are said of."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.dossier import Strength
from generator.statements.lexicon.inflection import forms, plural
from generator.statements.lexicon.load import ENGLISH

# From the weakest; the tables give the place in this row, counted from 1.
STRENGTHS: tuple[Strength, ...] = ("hopes", "asks", "is ready", "supports", "intends", "agreed", "signed", "done")
_SIGNED = 7


def rank(strength: Strength) -> int:
    """Return the place of `strength`, from 1 (hopes) to 8 (done)."""
    return STRENGTHS.index(strength) + 1


def commitments() -> dict[str, Strength]:
    """Return every form of a word that commits, in small letters, with its strength."""
    return {word: STRENGTHS[place - 1] for word, place in each()}


def each() -> Iterator[tuple[str, int]]:
    """Yield the forms with the places of their strengths, table by table."""
    yield from _verbs()
    yield from _others()


def _verbs() -> Iterator[tuple[str, int]]:
    closed = ENGLISH.tables["closed.tsv"]
    for verb, entry in ENGLISH.verbs.items():
        for form, name in forms(verb) if entry.strength else ():
            # What is signed is done, and to sign is not; *back* alone is more often the adverb.
            done = entry.strength < _SIGNED or name in ("past", "participle")
            if done and not (name == "base" and verb in closed):
                yield form, entry.strength


def _others() -> Iterator[tuple[str, int]]:
    for table in ("nouns.tsv", "adjectives.tsv", "closed.tsv"):
        for word, entry in ENGLISH.tables[table].items():
            if entry.strength:
                yield word, entry.strength
                if table == "nouns.tsv":
                    yield plural(word), entry.strength
