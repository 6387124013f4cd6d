"""Which sources already say what a new text says: the same text, or much of the same wording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Runs of five words: long enough that two reports of one speech share few by chance (Broder, "On the resemblance and
# containment of documents", 1997).
WORDS_IN_A_RUN = 5
# From this share on two texts are told to be near-duplicates.
NEAR = 0.5

WORD = re.compile(r"\w+")

Run = tuple[str, ...]


@dataclass(frozen=True)
class Likeness:
    """A source that has the same text, or `share` of the runs of words of the shorter of the two (0 to 1)."""

    source: str
    share: float
    same: bool

    @property
    def percent(self) -> int:
        """The share in whole per cent, rounded down, so that only all of it is 100."""
        return int(self.share * 100)


def likenesses(text: str, others: Mapping[str, str]) -> tuple[Likeness, ...]:
    """Return the texts among `others` (by id) that are `text` but for white space, or near it; the nearest first."""
    folded, runs = _folded(text), _runs(text)
    found = []
    for source, other in others.items():
        if _folded(other) == folded:
            found.append(Likeness(source, 1.0, True))
            continue
        share = _shared(runs, _runs(other))
        if share >= NEAR:
            found.append(Likeness(source, share, False))
    return tuple(sorted(found, key=lambda like: (not like.same, -like.share, like.source)))


def _folded(text: str) -> str:
    return " ".join(text.removeprefix("\ufeff").split())


def _runs(text: str) -> frozenset[Run]:
    words = WORD.findall(text.casefold())
    return frozenset(zip(*(words[start:] for start in range(WORDS_IN_A_RUN)), strict=False))


def _shared(one: frozenset[Run], other: frozenset[Run]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
