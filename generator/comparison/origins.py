"""Origins: sources that rest on one text, or speak for one issuer, count once.

Declared in sources.yml, shown by copied passages, or by the publisher: texts of one issuer are one voice, unless the
desk gives them two origins. Sources of one origin all share it with each other, pair by pair: nothing is passed on in
chains, so that many texts of which neighbours are alike do not become one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from generator.readings.reading import Reading
from generator.sources import Source
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
    copied = {frozenset(pair) for pair in _copied(readings)}
    groups: list[list[Source]] = []
    for source in (reading.source for reading in readings):
        group = next((group for group in groups if _belongs(source, group, copied)), None)
        if group is None:
            groups.append([source])
        else:
            group.append(source)
    names = {source.id: _name(group) for group in groups for source in group}
    return {reading.source.id: names[reading.source.id] for reading in readings}


def _belongs(source: Source, group: Sequence[Source], copied: set[frozenset[str]]) -> bool:
    """Tell whether `source` is of the origin of `group`: the desk says so, or it shares it with every one of them."""
    declared = {other.origin for other in group if other.origin}
    if source.origin and declared:
        return source.origin in declared
    return all(_share(source, other, copied) for other in group)


def _share(source: Source, other: Source, copied: set[frozenset[str]]) -> bool:
    if frozenset((source.id, other.id)) in copied:
        return True
    declared = source.origin or other.origin
    return not declared and source.publisher is not None and source.publisher == other.publisher


def _name(group: Sequence[Source]) -> str:
    return next((source.origin for source in group if source.origin), group[0].id)


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
