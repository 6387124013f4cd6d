"""Which statements of one group are worth comparing: all of the first, of further ones those that share rare words.

A group is what the same parties say on one concept about one event. In a large dossier it may hold ten thousand
statements, and comparing each with each would never end; so the work on one statement is bounded there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.comparison.likeness import Cut, Likeness

# Of the first so many statements, each is compared with each.
SMALL = 100
# Each further one is compared with so many before it: those that share most of its rarest words, the nearest first. So
# what comes later never changes which of those before it are compared. A claim that so many sources make needs no
# further one to be well corroborated.
MOST = 12
_RARE = 8
_NEAREST = 30


def pairs(texts: Sequence[Cut], likeness: Likeness) -> Iterator[tuple[int, int]]:
    """Yield the places ``(earlier, later)`` of the texts to compare, without repeats, by the later one."""
    standing = Standing(likeness)
    for two, text in enumerate(texts):
        yield from ((one, two) for one in (range(two) if two < SMALL else standing.near(text)))
        standing.add(text)


class Standing:
    """Texts in the order in which they were added, found by the rare words that they share with another."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._count = 0

    def add(self, text: Cut) -> None:
        """Add a text; the first is at place 0."""
        for stem in self._rare(text):
            self._by_stem[stem].append(self._count)
        self._count += 1

    def near(self, text: Cut) -> list[int]:
        """Return the places of those, `MOST` or fewer, that share most of the rarest words of `text`."""
        shared = Counter(one for stem in self._rare(text) for one in self._by_stem.get(stem, ())[-_NEAREST:])
        return [one for one, _ in sorted(shared.items(), key=lambda pair: (-pair[1], -pair[0]))[:MOST]]

    def _rare(self, text: Cut) -> list[str]:
        vector = self._likeness.vector(text.text, text.source)
        return sorted(vector, key=lambda stem: (-vector[stem], stem))[:_RARE]
