"""What a brief is made from: its definition, the dossier, and what the sources say together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.comparison.claims import Claim
from generator.comparison.comparison import Comparison
from generator.comparison.items import Item
from generator.dossier.definitions import BriefDefinition
from generator.dossier.dossier import Dossier, Event
from generator.dossier.topic_map import Concept
from generator.editions.dating import FIRST, Dating
from generator.messages.phrasing import join_words

# How texts call parties that act together.
_ALL = {2: "Both", 3: "All three", 4: "All four"}
_SMALL = frozenset(("the", "of", "and"))
_TOGETHER = frozenset("both two three sides parties countries nations leaders they".split())


@dataclass(frozen=True)
class Material:
    """The input of every section of one brief."""

    definition: BriefDefinition
    dossier: Dossier
    comparison: Comparison
    dating: Dating = FIRST

    @cached_property
    def event(self) -> Event:
        """The event that the brief is about."""
        return self.events[self.definition.event or self.dossier.event]

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that it sets side by side: its own, or else the dossier's."""
        return self.definition.parties or self.dossier.parties

    @cached_property
    def events(self) -> dict[str, Event]:
        """Every event by its id."""
        return {event.id: event for event in self.dossier.events}

    @cached_property
    def sources_of(self) -> Mapping[str | None, int]:
        """How many of the sources that speak to the subject of the brief report each event."""
        return Counter(r.source.event for r in self.comparison.readings if r.source.id in self.speaking)

    @cached_property
    def speaking(self) -> frozenset[str]:
        """The ids of the sources that speak to the subject of the brief.

        Of others the brief does not say that they are silent, so that a source about something else leaves it as it is;
        the page on coverage says so.
        """
        return frozenset(item.source.id for item in self.items)

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts of the brief and all below them, in topic-map order."""
        tops = self.definition.concepts
        return tuple(
            c for c in self.dossier.concepts if any(c.path == top or c.path.startswith(top + "/") for top in tops)
        )

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The statements that speak to a concept of the brief, withdrawn sources left out, oldest event first."""
        by_concept = self.comparison.by_concept
        chosen = {item.key: item for concept in self.concepts for item in by_concept.get(concept.path, ())}
        return tuple(sorted(chosen.values(), key=lambda item: (self.when(item), item.key)))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims on the concepts of the brief, in the order of their first clauses."""
        paths = {concept.path for concept in self.concepts}
        return tuple(claim for claim in self.comparison.claims if not paths.isdisjoint(claim.concepts))

    @cached_property
    def own_lines(self) -> Mapping[str, tuple[Item, ...]]:
        """By concept, the statements on it in which no party takes a position: the reports' own, and others'."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            for mention in item.mapped.mentions:
                if not item.statement.holders_on(mention.spans):
                    found[mention.concept].append(item)
        return {path: tuple(own) for path, own in found.items()}

    def when(self, item: Item) -> str:
        """Return the day by which an item is ordered: its event's first day, else its source's date."""
        event = self.events.get(item.event or "")
        return event.start if event else (item.source.issued or "")

    def later(self, event: str | None) -> Event | None:
        """Return the event with this id where it is another than the brief's, else None."""
        return self.events.get(event or "") if event != self.event.id else None

    def name_of(self, party: str) -> str:
        """Return what pages call a party."""
        return next((entity.pref_label for entity in self.dossier.entities if entity.id == party), party)

    def who(self, holders: Sequence[str]) -> str:
        """Return the names of the parties, joined as in a sentence."""
        return join_words([self.name_of(party) for party in holders])

    def together(self, holders: Sequence[str]) -> str:
        """Return the names of the parties that hold something together: *Both* where two do, and these are all."""
        every = len(holders) > 1 and set(holders) == set(self.dossier.parties)
        return _ALL.get(len(holders), "All") if every else self.who(holders)

    def words_for(self, holders: Sequence[str]) -> frozenset[str]:
        """Return the words, in small letters, by which texts call the parties that hold something."""
        names = frozenset[str]().union(*(self._names_of.get(party, frozenset()) for party in holders))
        return names | _TOGETHER if len(holders) > 1 else names

    @cached_property
    def _names_of(self) -> Mapping[str, frozenset[str]]:
        return {
            entity.id: frozenset(word.strip(".,'’").lower() for label in entity.labels for word in label.split())
            - _SMALL
            for entity in self.dossier.entities
        }
