"""Instruments (treaties, declarations, codes): who invokes each, at which event, in which words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.briefs.quotes import Quote
from generator.comparison.variants import Variant
from generator.dossier.dossier import Event
from generator.dossier.entities import Entity
from generator.pages.press import Press
from generator.sources import Source
from generator.topics.clauses import clause


@dataclass(frozen=True)
class AtEvent:
    """The clauses of the sources on one event that name the instrument (None: of sources without an event)."""

    event: Event | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Invoked:
    """An instrument: the names that sources use for it, where it is named, and the parties and sources silent on it."""

    entity: Entity
    names: Variant
    events: tuple[AtEvent, ...]
    silent_parties: tuple[Entity, ...]
    silent_sources: tuple[Source, ...]


def invocations(press: Press) -> tuple[Invoked, ...]:
    """Return every instrument of entities.yml, in its order; one that no source names has no events."""
    return tuple(invoked(press, entity) for entity in press.publication.dossier.entities if entity.type == "instrument")


def invoked(press: Press, entity: Entity) -> Invoked:
    """Return where the sources name `entity`, a clause for each passage."""
    publication = press.publication
    variant = press.names(entity.id)
    everywhere = publication.comparison.names[entity.id]
    spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for value in variant.values:
        for place in value.found:
            spans.setdefault(place.item.key, []).append(place.span)
    quotes = [_clause(press, key, spans[key]) for key in sorted(spans)]
    invoking = {party for quote in quotes for party in quote.item.holders}
    naming = {place.item.source.id for value in everywhere.values for place in value.found}
    events: tuple[Event | None, ...] = (*sorted(publication.dossier.events, key=lambda e: (e.start, e.id)), None)
    by_event = (
        AtEvent(event, tuple(quote for quote in quotes if quote.item.event == (event.id if event else None)))
        for event in events
    )
    return Invoked(
        entity,
        variant,
        tuple(one for one in by_event if one.quotes),
        tuple(publication.entities[party] for party in publication.dossier.parties if party not in invoking),
        tuple(
            r.source for r in publication.comparison.readings if r.source.id not in naming and not r.source.withdrawn
        ),
    )


def _clause(press: Press, key: tuple[int, int], spans: list[tuple[int, int]]) -> Quote:
    item = press.by_key[key]
    passage = item.statement.passage
    return Quote(item, clause(item.source.text, (passage.start, passage.end), sorted(spans)))
