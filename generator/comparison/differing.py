"""Texts side by side: which words of each the most similar other text does not have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.comparison.likeness import Cut, Likeness, stems
from generator.comparison.pairs import pairs
from generator.topics.words import words

# Below this two texts have too little wording in common: marking what differs would mark nearly everything.
COMPARABLE = 0.3
# A text is held against this many texts before it and after it, so that many sources cost no more than in proportion.
REACH = 60
# Small words that change what a sentence says, so they count although they stand in every text.
_TURNING = frozenset({"not", "no", "never", "nor", "neither", "without", "against", "between", "other", "both"})


@dataclass(frozen=True)
class Piece:
    """A run of words of a text; `own` where the text that it was held against does not have them."""

    words: str
    own: bool


def differing(texts: Sequence[Cut], likeness: Likeness) -> tuple[tuple[Piece, ...], ...]:
    """Return each text in pieces, in order.

    A text is held against the most similar text of another source. Where none is comparable it is one piece, unmarked.
    """
    beside: dict[int, list[int]] = defaultdict(list)
    for one, two in pairs(texts, likeness):
        beside[one].append(two)
        beside[two].append(one)
    return tuple(_held(at, beside[at], texts, likeness) for at in range(len(texts)))


def _held(at: int, beside: Sequence[int], texts: Sequence[Cut], likeness: Likeness) -> tuple[Piece, ...]:
    source, text = texts[at]
    others = [(likeness.of(texts[at], texts[n]), -n, texts[n].text) for n in beside if texts[n].source != source]
    nearest = max(others, default=(0.0, 0, ""))
    if nearest[0] < COMPARABLE:
        return (Piece(" ".join(text.split()), False),)
    return tuple(_pieces(text, nearest[2]))


def _pieces(text: str, other: str) -> Iterator[Piece]:
    known = set(stems(other))
    turning = {word.folded for word in words(other)} & _TURNING
    every = text.split()
    own = [_own(word, known, turning) for word in every]
    for now, group in groupby(_bridged(every, own), key=lambda pair: pair[1]):
        yield Piece(" ".join(word for word, _ in group), now)


def _own(word: str, known: set[str], turning: set[str]) -> bool:
    folded = {part.folded for part in words(word)}
    return bool(set(stems(word)) - known) or bool((folded & _TURNING) - turning)


def _bridged(every: Sequence[str], own: Sequence[bool]) -> list[tuple[str, bool]]:
    """Mark a small word that stands between two marked ones too: a mark broken by *of* is hard to read."""
    last = len(every) - 1
    return [
        (word, own[n] or (0 < n < last and own[n - 1] and own[n + 1] and not stems(word)))
        for n, word in enumerate(every)
    ]
