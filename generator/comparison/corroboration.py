"""Corroboration: the distinct sources in which the same holders take the same position on the same concept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.comparison.items import Item
from generator.comparison.likeness import Likeness
from generator.topics.topics import Mention

# Two statements of one position are taken for the same claim in other words from here on.
SAME = 0.3


@dataclass(frozen=True)
class Taken:
    """A position as one statement takes it: the item, and the mention that says which words speak to the concept."""

    item: Item
    mention: Mention


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
        if item.source.withdrawn or not item.statement.holders:
            continue
        for mention in item.mapped.mentions:
            found[mention.concept, item.statement.holders, item.event].append(Taken(item, mention))
    return tuple(Position(concept, holders, event, tuple(taken)) for (concept, holders, event), taken in found.items())


def corroborations(items: Sequence[Item], likeness: Likeness) -> Mapping[tuple[int, int], tuple[Item, ...]]:
    """Return, for each item by its key, the items of other sources that make the same claim, in order.

    They share the event, a concept and the holders, and are alike in wording. Only statements that share a concept
    are compared, so the work grows with the size of a concept and not with that of the dossier.
    """
    groups: dict[tuple[str, tuple[str, ...], str | None], list[Item]] = defaultdict(list)
    for item in items:
        if not item.source.withdrawn:
            for concept in item.mapped.concepts:
                groups[concept, item.statement.holders, item.event].append(item)
    same: dict[tuple[int, int], dict[tuple[int, int], Item]] = defaultdict(dict)
    for group in groups.values():
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                if one.number != other.number and _same_claim(one, other, likeness):
                    same[one.key][other.key] = other
                    same[other.key][one.key] = one
    return {key: tuple(others[k] for k in sorted(others)) for key, others in sorted(same.items())}


def _same_claim(one: Item, other: Item, likeness: Likeness) -> bool:
    holders = (one.statement.holders, other.statement.holders)
    return likeness.of(one.statement.passage.quote, other.statement.passage.quote, holders) >= SAME
