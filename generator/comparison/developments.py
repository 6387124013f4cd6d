"""Developments: what a later event says on a subject, held against what an earlier one said, passage by passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.comparison.items import Item
from generator.comparison.likeness import Cut, Likeness
from generator.comparison.pairs import SMALL, Standing
from generator.comparison.redline import Change, close, redline

# Below this two passages have too little wording in common for a redline between them to be read.
READABLE = 0.35


@dataclass(frozen=True)
class Development:
    """A passage of the later event, the nearest of the earlier one (None: its concepts are new), and the redline.

    `concepts` are the paths of those that both speak to, or all of the later one's where there is no earlier passage.
    `changes` is empty where the two are too far apart in wording.
    """

    later: Item
    earlier: Item | None
    concepts: tuple[str, ...]
    changes: tuple[Change, ...]


def developments(
    earlier: Sequence[Item], later: Sequence[Item], concepts: Sequence[str], likeness: Likeness
) -> tuple[Development, ...]:
    """Return, in the order of `later`, each passage that speaks to one of `concepts` with what it is held against.

    The nearest passage is one that shares most of the concepts, then one of the same holders, then the most alike.
    """
    before = _Earlier(earlier, likeness)
    found = []
    for item in later:
        spoken = frozenset(item.mapped.concepts)
        own = tuple(path for path in concepts if path in spoken)
        if own:
            found.append(_development(item, own, before.near(item, own), likeness))
    return tuple(found)


class _Earlier:
    """The earlier passages by concept and holders: all of a few, of very many those that share rare words."""

    def __init__(self, earlier: Sequence[Item], likeness: Likeness) -> None:
        self._of: dict[tuple[str, tuple[str, ...] | None], list[Item]] = defaultdict(list)
        self._standing: dict[tuple[str, tuple[str, ...] | None], Standing] = defaultdict(lambda: Standing(likeness))
        for item in earlier:
            for path in item.mapped.concepts:
                for key in ((path, None), (path, item.holders)):
                    self._of[key].append(item)
                    self._standing[key].add(item.words)

    def near(self, item: Item, own: Sequence[str]) -> list[Item]:
        """Return what `item` is held against, in order, each once."""
        chosen: dict[tuple[int, int], Item] = {}
        for path in own:
            for key in ((path, None), (path, item.holders)):
                among = self._of.get(key, [])
                if len(among) > SMALL:
                    among = [among[at] for at in self._standing[key].near(item.words)] or among[:1]
                chosen |= {one.key: one for one in among}
        return [chosen[key] for key in sorted(chosen)]


def _development(item: Item, own: tuple[str, ...], earlier: Sequence[Item], likeness: Likeness) -> Development:
    holders = item.holders
    shared = [(one, tuple(path for path in own if path in one.mapped.concepts)) for one in earlier]
    near = max(
        ((one, both) for one, both in shared if both),
        key=lambda pair: (
            bool(holders) and pair[0].holders == holders,
            likeness.of(pair[0].words, item.words),
            -pair[0].number,
            -pair[0].index,
        ),
        default=None,
    )
    if near is None:
        return Development(item, None, own, ())
    return Development(item, near[0], near[1], readable(near[0].words, item.words, likeness))


def readable(was: Cut, now: Cut, likeness: Likeness) -> tuple[Change, ...]:
    """Return the redline between two wordings; () where they are too far apart for it to be read."""
    changes = redline(was.text, now.text) if likeness.of(was, now) >= READABLE else ()
    return changes if close(changes) else ()
