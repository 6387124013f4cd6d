"""Everything that pages are made from, and the look-ups that templates share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from generator.briefs.brief import Brief
from generator.briefs.quotes import cited
from generator.comparison.comparison import Comparison
from generator.comparison.items import Item
from generator.dossier.dates import last_day
from generator.dossier.dossier import Dossier
from generator.dossier.entities import Entity
from generator.editions.dating import FIRST, Dating
from generator.editions.history import History
from generator.kinds.kinds import kinds
from generator.sources import Source


@dataclass(frozen=True)
class Place:
    """Where a passage is cited: a brief and one of its sections."""

    brief: str
    title: str
    section: str
    name: str


@dataclass(frozen=True)
class Publication:
    """A dossier with its comparison and its briefs, ready to be written as pages."""

    dossier: Dossier
    comparison: Comparison
    briefs: tuple[Brief, ...]
    dating: Dating = FIRST
    history: History = field(default_factory=History)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, in their order."""
        return tuple(reading.source for reading in self.comparison.readings)

    @cached_property
    def as_of(self) -> str | None:
        """The date of the newest source, as precise as it is known: what the pages are as of."""
        dates = [reading.source.issued for reading in self.comparison.readings if reading.source.issued]
        return max(dates, key=last_day, default=None)

    @cached_property
    def cited_at(self) -> Mapping[tuple[int, int], tuple[Place, ...]]:
        """The places that cite each passage, by the passage's key, in the order of briefs and sections."""
        places: dict[tuple[int, int], dict[Place, None]] = defaultdict(dict)
        for brief in self.briefs:
            for name, section in brief.sections:
                for item in cited(section):
                    place = Place(brief.definition.id, brief.definition.title, name, kinds()[name].called)
                    places[item.key][place] = None
        return {key: tuple(found) for key, found in places.items()}

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Item, ...]]:
        """The items that speak to each concept, by its path; withdrawn sources left out."""
        return self.comparison.by_concept

    @cached_property
    def speaking(self) -> Mapping[str, Set[str]]:
        """The ids of the sources that speak to each top concept, or to one below it."""
        found: dict[str, set[str]] = defaultdict(set)
        for path, items in self.mentions.items():
            found[path.partition("/")[0]].update(item.source.id for item in items)
        return found

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Every entity by its id."""
        return {entity.id: entity for entity in self.dossier.entities}
