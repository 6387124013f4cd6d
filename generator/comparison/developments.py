"""Developments: what a later event says on a subject, held against what an earlier one said, passage by passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.comparison.items import Item
from generator.comparison.likeness import Likeness
from generator.comparison.redline import Change, redline

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
    return tuple(
        _development(item, tuple(path for path in concepts if path in item.mapped.concepts), earlier, likeness)
        for item in later
        if any(path in item.mapped.concepts for path in concepts)
    )


def _development(item: Item, own: tuple[str, ...], earlier: Sequence[Item], likeness: Likeness) -> Development:
    quote, holders = item.statement.passage.quote, item.holders
    shared = [(one, tuple(path for path in own if path in one.mapped.concepts)) for one in earlier]
    near = max(
        ((one, both) for one, both in shared if both),
        key=lambda pair: (
            bool(holders) and pair[0].holders == holders,
            likeness.of(pair[0].statement.passage.quote, quote),
            -pair[0].number,
            -pair[0].index,
        ),
        default=None,
    )
    if near is None:
        return Development(item, None, own, ())
    was = near[0].statement.passage.quote
    readable = likeness.of(was, quote) >= READABLE
    return Development(item, near[0], near[1], redline(was, quote) if readable else ())
