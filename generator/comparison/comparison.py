"""All of stage 5 in one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.comparison.corroboration import Position, corroborations, positions
from generator.comparison.items import Item, Reading, items
from generator.comparison.likeness import Likeness
from generator.comparison.origins import origins
from generator.comparison.variants import Variant, facts
from generator.dossier.dossier import Dossier


@dataclass(frozen=True)
class Comparison:
    """What all sources say together.

    `also` gives, for an item's key, the items of other sources that make the same claim; `other_figures` those that
    would, did they not give another figure; `origins` the origin of each source id; `by_source` the items of each.
    """

    readings: tuple[Reading, ...]
    items: tuple[Item, ...]
    positions: tuple[Position, ...]
    also: Mapping[tuple[int, int], tuple[Item, ...]]
    other_figures: Mapping[tuple[int, int], tuple[Item, ...]]
    origins: Mapping[str, str]
    facts: tuple[Variant, ...]
    by_source: Mapping[str, tuple[Item, ...]]
    likeness: Likeness

    def independent(self, sources: Sequence[str]) -> int:
        """Return how many origins the named sources have."""
        return len({self.origins[source] for source in sources})


def compare(readings: Sequence[Reading], dossier: Dossier) -> Comparison:
    """Hold all statements against each other."""
    every = tuple(items(readings))
    body = [item for item in every if item.statement.passage.zone == "body"]
    likeness = Likeness(item.statement.passage.quote for item in body)
    by_source: dict[str, list[Item]] = {reading.source.id: [] for reading in readings}
    for item in every:
        by_source[item.source.id].append(item)
    found = corroborations(body, likeness)
    return Comparison(
        readings=tuple(readings),
        items=every,
        positions=positions(body),
        also={key: one.same for key, one in found.items() if one.same},
        other_figures={key: one.other_figure for key, one in found.items() if one.other_figure},
        origins=origins(readings),
        facts=facts(dossier.facts, body),
        by_source={source: tuple(own) for source, own in by_source.items()},
        likeness=likeness,
    )
