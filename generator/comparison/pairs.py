"""Which statements of one group are worth comparing: all of a small one, of a large one those that share rare words.

A group is what the same parties say on one concept about one event. In a large dossier it may hold ten thousand
statements, and comparing each with each would never end; so the work on one statement is bounded there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.comparison.likeness import Likeness

# Up to so many statements, each is compared with each.
SMALL = 150
# In a larger group each is compared with so many before it: those that share most of its rarest words, the nearest
# first. A claim that so many sources make needs no further one to be well corroborated.
MOST = 12
_RARE = 8
_NEAREST = 30


def pairs(texts: Sequence[str], likeness: Likeness) -> Iterator[tuple[int, int]]:
    """Yield the places ``(earlier, later)`` of the texts to compare, without repeats, by the later one."""
    if len(texts) <= SMALL:
        yield from ((one, two) for two in range(len(texts)) for one in range(two))
        return
    standing: dict[str, list[int]] = defaultdict(list)
    for two, text in enumerate(texts):
        vector = likeness.vector(text)
        rare = sorted(vector, key=lambda stem: (-vector[stem], stem))[:_RARE]
        shared = Counter(one for stem in rare for one in standing[stem][-_NEAREST:])
        for one, _ in sorted(shared.items(), key=lambda pair: (-pair[1], -pair[0]))[:MOST]:
            yield one, two
        for stem in rare:
            standing[stem].append(two)
