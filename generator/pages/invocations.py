"""Instruments (treaties, declarations, codes): who invokes each, at which event, in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from generator.briefs.quotes import whole
from generator.comparison.differing import Piece
from generator.comparison.items import Item
from generator.comparison.variants import Variant
from generator.dossier.dossier import Event
from generator.dossier.entities import Entity
from generator.pages.renderer import PageRenderer
from generator.pages.side_by_side import Words
from generator.sources import Source
from generator.topics.phrases import Span


@dataclass(frozen=True)
class AtEvent:
    """The passages on one event that name the instrument, its names marked (None: of sources without an event)."""

    event: Event | None
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Invoked:
    """An instrument: the names that sources use for it, where it is named, and who is silent on it.

    A source that names no instrument at all is not told of here; the page on coverage does.
    """

    entity: Entity
    names: Variant
    events: tuple[AtEvent, ...]
    silent_parties: tuple[Entity, ...]
    silent_sources: tuple[Source, ...]


def invocations(renderer: PageRenderer) -> tuple[Invoked, ...]:
    """Return every instrument of entities.yml, in its order; one that no source names has no events."""
    every = [entity for entity in renderer.publication.dossier.entities if entity.type == "instrument"]
    naming = {entity.id: _naming_sources(renderer, entity) for entity in every}
    touching = set[str]().union(*naming.values())
    return tuple(_invocation(renderer, entity, touching - naming[entity.id]) for entity in every)


def _naming_sources(renderer: PageRenderer, entity: Entity) -> set[str]:
    """Return the sources that name `entity`, also where their words may not be quoted."""
    everywhere = renderer.publication.comparison.names[entity.id]
    return {place.item.source.id for value in everywhere.values for place in value.found}


def _invocation(renderer: PageRenderer, entity: Entity, silent: Set[str]) -> Invoked:
    publication = renderer.publication
    variant = renderer.names(entity.id)
    spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for value in variant.values:
        for place in value.found:
            spans.setdefault(place.item.key, []).append(place.span)
    words = [_words(renderer.by_key[key], spans[key]) for key in sorted(spans)]
    invoking = {party for word in words for party in word.quote.item.statement.holders}
    events: tuple[Event | None, ...] = (*sorted(publication.dossier.events, key=lambda e: (e.start, e.id)), None)
    by_event = (
        AtEvent(event, tuple(word for word in words if word.quote.item.event == (event.id if event else None)))
        for event in events
    )
    return Invoked(
        entity,
        variant,
        tuple(one for one in by_event if one.words),
        tuple(publication.entities[party] for party in publication.dossier.parties if party not in invoking),
        tuple(r.source for r in publication.comparison.readings if r.source.id in silent),
    )


def _words(item: Item, spans: Sequence[Span]) -> Words:
    """Return the passage in pieces; a word that belongs to a name is marked with the punctuation that clings to it."""
    passage, text = item.statement.passage, item.source.text
    every = [
        (match.group(), any(start < match.end() and match.start() < end for start, end in spans))
        for match in re.compile(r"\S+").finditer(text, passage.start, passage.end)
    ]
    pieces = (Piece(" ".join(word for word, _ in group), own) for own, group in groupby(every, key=lambda one: one[1]))
    return Words(whole(item), tuple(pieces))
