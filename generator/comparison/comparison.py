"""All of stage 5 in one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.comparison.claims import Claims, claims
from generator.comparison.corroboration import Position, corroborations, positions
from generator.comparison.items import Item, items
from generator.comparison.likeness import Likeness, name_stems
from generator.comparison.origins import origins
from generator.comparison.stances import stances
from generator.comparison.variants import Variant, facts, names
from generator.dossier.dossier import Dossier
from generator.readings.reading import Reading


@dataclass(frozen=True)
class Comparison:
    """What all sources say together.

    `claims` are what the sources state, each once with all its wordings. `also` gives, for an item's key, the items of
    other sources that make the same claim; `other_figures` those that would, did they not give another figure;
    `origins` the origin of each source id; `by_source` the items of each; `names` the names in use for each entity id.
    """

    readings: tuple[Reading, ...]
    items: tuple[Item, ...]
    claims: Claims
    positions: tuple[Position, ...]
    also: Mapping[tuple[int, int], tuple[Item, ...]]
    other_figures: Mapping[tuple[int, int], tuple[Item, ...]]
    origins: Mapping[str, str]
    facts: tuple[Variant, ...]
    names: Mapping[str, Variant]
    by_source: Mapping[str, tuple[Item, ...]]
    likeness: Likeness

    @cached_property
    def by_concept(self) -> Mapping[str, tuple[Item, ...]]:
        """The items of sources that are not withdrawn which speak to each concept itself, in order."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            if not item.source.withdrawn:
                for concept in item.mapped.concepts:
                    found[concept].append(item)
        return {concept: tuple(own) for concept, own in found.items()}

    def independent(self, sources: Sequence[str]) -> int:
        """Return how many origins the named sources have."""
        return len({self.origins[source] for source in sources})


def compare(readings: Sequence[Reading], dossier: Dossier) -> Comparison:
    """Hold all statements against each other."""
    every = tuple(items(readings))
    body = [item for item in every if item.statement.passage.zone == "body"]
    likeness = Likeness((item.words for item in body), name_stems(dossier.entities))
    by_source: dict[str, list[Item]] = {reading.source.id: [] for reading in readings}
    for item in every:
        by_source[item.source.id].append(item)
    found = corroborations(body, likeness)
    origin_of = origins(readings)
    return Comparison(
        readings=tuple(readings),
        items=every,
        claims=claims(stances(body), likeness, origin_of),
        positions=positions(body),
        also={key: one.same for key, one in found.items() if one.same},
        other_figures={key: one.other_figure for key, one in found.items() if one.other_figure},
        origins=origin_of,
        facts=facts(dossier.facts, body),
        names=names(dossier.entities, body),
        by_source={source: tuple(own) for source, own in by_source.items()},
        likeness=likeness,
    )
