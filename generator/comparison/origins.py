"""Origins: sources that rest on one text count once. Declared in sources.yml, or shown by copied passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from generator.readings.reading import Reading
from generator.topics.words import words

SHINGLE = 8
# A source that shares this part of its shingles with another was copied from it or with it.
COPIED = 0.4
# A shingle that stands in more sources than this is a formula (a treaty's name), and says nothing about copying.
_FORMULA = 50


def origins(readings: Sequence[Reading]) -> Mapping[str, str]:
    """Return, for each source id, the id of its origin: equal for sources that share one.

    An origin's id is the declared one, or the id of its first source.
    """
    group = {reading.source.id: reading.source.id for reading in readings}
    declared: dict[str, str] = {}
    for reading in readings:
        if reading.source.origin:
            first = declared.setdefault(reading.source.origin, reading.source.id)
            _join(group, first, reading.source.id)
    for one, other in _copied(readings):
        _join(group, one, other)
    names = {group[first]: origin for origin, first in reversed(declared.items())}
    return {source: names.get(root, root) for source, root in group.items()}


def _join(group: dict[str, str], one: str, other: str) -> None:
    keep, lose = group[one], group[other]
    for source, root in group.items():
        if root == lose:
            group[source] = keep


def _copied(readings: Sequence[Reading]) -> Iterable[tuple[str, str]]:
    """Yield the pairs of sources of which one shares much of its wording with the other."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes = []
    for at, reading in enumerate(readings):
        shingles = _shingles(reading)
        sizes.append(len(shingles))
        for shingle in sorted(shingles):
            holders[shingle].append(at)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for among in holders.values():
        if 1 < len(among) <= _FORMULA:
            for pair in combinations(among, 2):
                shared[pair] += 1
    for (one, other), count in sorted(shared.items()):
        if count >= COPIED * min(sizes[one], sizes[other]):
            yield readings[one].source.id, readings[other].source.id


def _shingles(reading: Reading) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for mapped in reading.mapped:
        passage = mapped.statement.passage
        if passage.zone == "body":
            folded = [word.folded for word in words(passage.quote)]
            found |= {tuple(folded[at : at + SHINGLE]) for at in range(len(folded) - SHINGLE + 1)}
    return found
