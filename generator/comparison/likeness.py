"""How alike two statements are in wording, for telling the same claim in other words from another claim."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from generator.dossier.entities import Entity
from generator.topics.words import words

# Words that every text has: they carry no claim. Closed classes only, so that the list fits any subject.
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "and",
        "or",
        "but",
        "nor",
        "so",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "he",
        "his",
        "she",
        "her",
        "they",
        "their",
        "them",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "which",
        "who",
        "whom",
        "whose",
        "what",
        "when",
        "where",
        "while",
        "also",
        "into",
        "than",
        "then",
        "there",
        "here",
        "such",
        "other",
        "both",
        "between",
        "during",
        "after",
        "before",
        "under",
        "over",
        "about",
        "against",
        "through",
        "s",
        "not",
    ]
)
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=65536)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of `text` that carry meaning, in order."""
    return tuple(_stem(word.folded) for word in words(text) if word.folded not in _EMPTY)


def name_stems(entities: Iterable[Entity]) -> frozenset[str]:
    """Return the stems of who the texts are about: a person, an office or a party says nothing of what is claimed."""
    people = [entity for entity in entities if entity.type in ("party", "person")]
    names = [name for one in people for name in (*one.labels, *one.demonyms, *one.metonyms)]
    titles = [title for one in people for office in one.offices for title in office.titles]
    return frozenset(stem for name in (*names, *titles) for stem in stems(name))


class Cut(NamedTuple):
    """Words cut from a source, which is named by its number."""

    source: int
    text: str


def _standing(source: int) -> int:
    """Return up to which source the weights for one numbered `source` are taken: of very many, those of 32 together."""
    return source if source < 64 else source - source % 32


class Likeness:
    """Cosine of TF-IDF vectors over stems (`of`), and the share of words in common by how rare they are (`overlap`).

    Of what was measured on labelled pairs, the share of whole sentences without names told best the same claim from one
    that shares its topic and differs in what is said of it.

    How rare a stem is, two texts take from the later of their sources and all before it: so a source that is added
    changes nothing between those that stood before it. `names` are the stems of who the texts are about.
    """

    def __init__(self, texts: Iterable[Cut], names: frozenset[str] = frozenset()) -> None:
        self.names = names
        # The source of every text, and for each stem the sources of the texts that have it, in rising order.
        self._sources: list[int] = []
        self._having: dict[str, list[int]] = defaultdict(list)
        for source, text in sorted(texts):
            self._sources.append(source)
            for stem in set(stems(text)):
                self._having[stem].append(source)
        self.vector = lru_cache(maxsize=1 << 14)(self._vector)

        self._content = lru_cache(maxsize=1 << 14)(self._plain)

    def _vector(self, text: str, upto: int) -> Mapping[str, float]:
        """Return the weights of the stems of `text` among the sources up to the one numbered so, of length one."""
        times = Counter(stems(text))
        raw = {stem: times[stem] * weight for stem, weight in self._weights(text, upto).items()}
        length = math.sqrt(math.fsum(value * value for value in raw.values())) or 1.0
        return {stem: value / length for stem, value in raw.items()}

    def _weights(self, text: str, upto: int) -> Mapping[str, float]:
        """Return how rare each stem of `text` is among the sources up to the one numbered so."""
        count = 1 + bisect_right(self._sources, upto)
        return {
            stem: math.log(count / (1 + bisect_right(self._having.get(stem, ()), upto))) + 1
            for stem in dict.fromkeys(stems(text))
        }

    def of(self, one: Cut, other: Cut) -> float:
        """Return how alike two texts are, from 0 to 1."""
        upto = _standing(max(one.source, other.source))
        a, b = self.vector(one.text, upto), self.vector(other.text, upto)
        if len(b) < len(a):
            a, b = b, a
        return math.fsum(weight * b[stem] for stem, weight in a.items() if stem in b)

    def _plain(self, text: str, upto: int) -> Mapping[str, float]:
        return {stem: weight for stem, weight in self._weights(text, upto).items() if stem not in self.names}

    def overlap(self, cut: Cut, other: Cut) -> float:
        """Return which part of the words of two texts both have, from 0 to 1: rare words count more, names nothing."""
        upto = _standing(max(cut.source, other.source))
        a, b = self._content(cut.text, upto), self._content(other.text, upto)
        shared = math.fsum(weight for stem, weight in a.items() if stem in b)
        return shared / (math.fsum(a.values()) + math.fsum(b.values()) - shared) if shared else 0.0
