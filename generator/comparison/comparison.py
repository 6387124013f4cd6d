"""All of stage 5 in one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.comparison.claims import Claims, claims, origins_of
from generator.comparison.decisions import decisions
from generator.comparison.items import Item, items
from generator.comparison.likeness import Likeness, name_stems
from generator.comparison.origins import origins
from generator.comparison.provenance import Provenance, provenance
from generator.comparison.stances import Stance, stances
from generator.comparison.variants import Variant, facts, names
from generator.dossier.dossier import Dossier
from generator.readings.reading import Reading

_ByKey = Mapping[tuple[int, int], tuple[Item, ...]]


@dataclass(frozen=True)
class Comparison:
    """What all sources say together.

    `claims` are what the sources state, each once with all its wordings; `origins` the origin of each source id;
    `by_source` the items of each; `names` the names in use for each entity id.
    """

    readings: tuple[Reading, ...]
    items: tuple[Item, ...]
    claims: Claims
    origins: Mapping[str, str]
    facts: tuple[Variant, ...]
    names: Mapping[str, Variant]
    by_source: Mapping[str, tuple[Item, ...]]
    likeness: Likeness

    @cached_property
    def also(self) -> _ByKey:
        """The items of other sources that make a claim of an item, by its key; items without any are left out."""
        return _others((claim.items, claim.items) for claim in self.claims)

    @cached_property
    def folded(self) -> _ByKey:
        """Of those, the items whose wording is nearly the same, so that a list which has one needs no other."""
        lines = ([stance.item for stance in line] for claim in self.claims for line in claim.lines)
        return _others((line, line) for line in lines)

    @cached_property
    def other_figures(self) -> _ByKey:
        """The items of other sources that contradict a claim of an item, by its key."""
        by_id = {claim.id: claim for claim in self.claims}
        return _others((claim.items, by_id[other].items) for claim in self.claims for other in claim.contradicts)

    @cached_property
    def by_concept(self) -> Mapping[str, tuple[Item, ...]]:
        """The items of sources that are not withdrawn which speak to each concept itself, in order."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            if not item.source.withdrawn:
                for concept in item.mapped.concepts:
                    found[concept].append(item)
        return {concept: tuple(own) for concept, own in found.items()}

    def provenance(self, sources: Sequence[str]) -> Provenance:
        """Return how the named sources carry something, in words too."""
        named = {reading.source.id: reading.source for reading in self.readings}
        return provenance([named[source] for source in sources], self.origins)

    def provenance_of(self, wordings: Sequence[Stance]) -> Provenance:
        """Return how the sources of some wordings of one claim carry it; one set of remarks is one origin."""
        ordered = sorted(wordings, key=lambda wording: wording.key)
        sources = tuple({wording.item.source.id: wording.item.source for wording in ordered}.values())
        found = origins_of(wordings, self.origins)
        if len(found) > 1:
            return Provenance(sources, found)
        shared = {source.id: found[0] for source in sources}
        return provenance(sources, shared, remarks=wordings[0].speaker is not None)

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
    origin_of, taken = origins(readings), tuple(stances(body))
    return Comparison(
        readings=tuple(readings),
        items=every,
        claims=claims(taken, likeness, origin_of, decisions(dossier.rulings, taken)),
        origins=origin_of,
        facts=facts(dossier.facts, body),
        names=names(dossier.entities, body),
        by_source={source: tuple(own) for source, own in by_source.items()},
        likeness=likeness,
    )


def _others(pairs: Iterable[tuple[Sequence[Item], Sequence[Item]]]) -> _ByKey:
    """Return, by the key of each item of a first list, the items of other sources in the second, each once."""
    found: dict[tuple[int, int], dict[tuple[int, int], Item]] = defaultdict(dict)
    for these, those in pairs:
        for item in these:
            found[item.key] |= {other.key: other for other in those if other.number != item.number}
    return {key: tuple(own[at] for at in sorted(own)) for key, own in sorted(found.items()) if own}
