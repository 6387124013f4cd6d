"""Repeats: statements that say the same, gathered from all sources, so that a page says each thing once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.comparison.items import Item


@dataclass(frozen=True)
class Repeated:
    """A line of a list: the item that stands in it, and those in nearly the same words, in order of their labels."""

    item: Item
    others: tuple[Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item that makes it."""
        return (self.item, *self.others)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the distinct sources that carry it, in order of their numbers."""
        return tuple(dict.fromkeys(item.source.id for item in sorted(self.items, key=lambda item: item.key)))


def repeats(items: Sequence[Item], folded: Mapping[tuple[int, int], Sequence[Item]]) -> tuple[Repeated, ...]:
    """Return `items` as lines of a list, each item in one, in the order of their first items.

    `folded` gives, by an item's key, the items of other sources that need no line beside it: those that say the same in
    nearly the same words (`Comparison.folded`), or all of its claims (`Comparison.also`).
    """
    left = {item.key: item for item in items}
    found: list[Repeated] = []
    for item in items:
        if item.key not in left:
            continue
        same = [left[other.key] for other in folded.get(item.key, ()) if other.key in left]
        together = sorted({one.key: one for one in (item, *same)}.values(), key=_best)
        for one in together:
            del left[one.key]
        found.append(Repeated(together[0], tuple(sorted(together[1:], key=lambda one: one.key))))
    return tuple(found)


def _best(item: Item) -> tuple[bool, bool, tuple[int, int]]:
    """Show first what is said in so many words and attributed in the sentence itself."""
    return item.statement.inferred, item.statement.form not in ("direct quotation", "mixed"), item.key
