"""Bodies, instruments and places that texts name: capitalised words around a noun that tells what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.dossier.entities import Entity
from generator.passages import passages
from generator.statements.lexicon.load import ENGLISH
from generator.suggestions.people import fold_word

_LEAST = 2
_WORD = r"[^\W\d_a-z][\w’'‐-]*\w"
_OF = rf"(?:\s(?:of|for|on|to)\s(?:the\s)?{_WORD}(?:(?:,?\sand|,)?\s{_WORD}){{0,4}})"
_BODIES = frozenset(
    "ministry agency council commission committee department bank fund institute university organisation organization "
    "association federation union parliament assembly senate court office bureau board authority forum corporation "
    "company group foundation society congress tribunal secretariat directorate command academy".split()
)
_INSTRUMENTS = frozenset(
    "treaty agreement declaration convention accord accords pact protocol charter memorandum communiqué communique "
    "framework principles partnership".split()
)
_PLACES = frozenset(
    "sea strait gulf bay river lake island islands peninsula ocean channel canal mountains desert valley delta "
    "airport harbour harbor".split()
)
_NOUNS: tuple[tuple[Literal["body", "instrument", "place"], frozenset[str]], ...] = (
    ("body", _BODIES),
    ("instrument", _INSTRUMENTS),
    ("place", _PLACES),
)
_LED = frozenset(ENGLISH.having("closed.tsv", "classes", "determiner"))


@dataclass(frozen=True)
class Thing:
    """A body, instrument or place by its name, and how often the texts name it."""

    type: Literal["body", "instrument", "place"]
    name: str
    times: int


def things(texts: Sequence[str], parties: Sequence[Entity], persons: set[str]) -> tuple[Thing, ...]:
    """Return what `texts` name at least twice, the most named first; no name of a person or of a party alone."""
    found: Counter[tuple[Literal["body", "instrument", "place"], str]] = Counter()
    alone = {fold_word(name) for party in parties for name in (*party.labels, *party.demonyms)}
    for text in texts:
        for passage in passages(text):
            if passage.zone == "body":
                found.update(_names_in(passage.quote, alone, persons))
    for kind, name in [key for key in found if (key[0], f"{key[1]}s") in found]:
        found[kind, f"{name}s"] += found.pop((kind, name))
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Thing(kind, name, times) for (kind, name), times in ordered if times >= _LEAST)


def _names_in(
    quote: str, alone: set[str], persons: set[str]
) -> Iterator[tuple[Literal["body", "instrument", "place"], str]]:
    for kind, nouns in _NOUNS:
        noun = "|".join(sorted(word.capitalize() for word in nouns))
        for match in re.finditer(rf"\b((?:{_WORD}\s){{0,5}}(?:{noun}){_OF}?)(?![\w’'])", quote):
            words = match[1].split()
            while words and words[0].lower() in _LED:
                words = words[1:]
            rest = [fold_word(word) for word in words]
            # A bare *Ministry* or *Alderian Parliament* names nothing that only one party has.
            if len(words) > 1 and not {*rest} & persons and not {*rest[:-1]} <= alone:
                yield kind, " ".join(words)
