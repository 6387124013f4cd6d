"""Corroboration: the distinct sources in which the same holders take the same position on the same concept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.comparison.items import Item
from generator.comparison.likeness import Cut
from generator.topics.topics import Mention


@dataclass(frozen=True)
class Taken:
    """A position as one statement takes it: the item, and the mention that says which words speak to the concept."""

    item: Item
    mention: Mention

    @cached_property
    def clause(self) -> Cut:
        """The words that speak to the concept, to be held against those of others."""
        return self.item.cut(self.mention.clause)

    @cached_property
    def holders(self) -> tuple[str, ...]:
        """The parties that take it: of the clause that speaks to the concept, where it has a source of its own."""
        return self.item.statement.holders_on(self.mention.spans)


@dataclass(frozen=True)
class Position:
    """What the same holders say on the same concept about the same event, in text order of the sources."""

    concept: str
    holders: tuple[str, ...]
    event: str | None
    taken: tuple[Taken, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The distinct sources, in their order."""
        return tuple(dict.fromkeys(taken.item.source.id for taken in self.taken))


def positions(items: Iterable[Item]) -> tuple[Position, ...]:
    """Return every position that the statements take, by first appearance; withdrawn sources support nothing."""
    found: dict[tuple[str, tuple[str, ...], str | None], list[Taken]] = defaultdict(list)
    for item in items:
        for mention in item.mapped.mentions if not item.source.withdrawn else ():
            taken = Taken(item, mention)
            if taken.holders:
                found[mention.concept, taken.holders, item.event].append(taken)
    return tuple(Position(concept, holders, event, tuple(taken)) for (concept, holders, event), taken in found.items())
