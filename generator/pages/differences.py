"""Where sources differ: in the names of things, in facts, in figures, and in how strongly they commit somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.comparison.hedges import Strengths, strengths
from generator.comparison.items import Item
from generator.comparison.repeats import Repeated
from generator.comparison.variants import Found, Value, Variant
from generator.dossier.topic_map import Concept
from generator.pages.renderer import PageRenderer
from generator.sources import Source

# A person by the last name and a country by its short one differ in nothing.
_NAMED = ("body", "place", "instrument")


@dataclass(frozen=True)
class FactBySource:
    """A fact with the value that each source gives, and those of its event that give another fact and not this one."""

    variant: Variant
    silent: tuple[Source, ...]


@dataclass(frozen=True)
class Figures:
    """A claim for which sources give different figures: the item of the first source, and those that differ."""

    concept: Concept | None
    claim: Repeated


@dataclass(frozen=True)
class Differences:
    """Everything in which the sources differ."""

    names: tuple[Variant, ...]
    facts: tuple[FactBySource, ...]
    figures: tuple[Figures, ...]
    strengths: tuple[Strengths, ...]


def differences(renderer: PageRenderer) -> Differences:
    """Return where sources differ, as far as they may be quoted."""
    found = (renderer.names(entity.id) for entity in renderer.publication.dossier.entities if entity.type in _NAMED)
    return Differences(
        tuple(variant for variant in found if variant.differs),
        tuple(_facts(renderer)),
        tuple(_figures(renderer)),
        strengths(renderer.open_items, renderer.publication.comparison.likeness),
    )


def _facts(renderer: PageRenderer) -> Iterator[FactBySource]:
    events = {fact.id: fact.event for fact in renderer.publication.dossier.facts}
    giving = {
        fact.id: {place.item.source.id for value in fact.values for place in value.found}
        for fact in renderer.publication.comparison.facts
    }
    touching = set[str]().union(*giving.values())
    for fact in renderer.publication.comparison.facts:
        open_values = tuple(
            Value(value.shown, _open(renderer, value)) for value in fact.values if _open(renderer, value)
        )
        if not giving[fact.id]:
            continue
        silent = tuple(
            reading.source
            for reading in renderer.publication.comparison.readings
            if reading.source.id in touching - giving[fact.id] and events[fact.id] in (None, reading.source.event)
        )
        yield FactBySource(Variant(fact.id, fact.label, fact.kind, open_values), silent)


def _open(renderer: PageRenderer, value: Value) -> tuple[Found, ...]:
    return tuple(place for place in value.found if renderer.published.may_quote(place.item))


def _figures(renderer: PageRenderer) -> Iterator[Figures]:
    """Yield the claims with different figures, each passage once: those that differ from one passage stand together."""
    concepts = {concept.path: concept for concept in renderer.publication.dossier.concepts}
    left = {
        key: [other.key for other in others if renderer.published.may_quote(other)]
        for key, others in renderer.publication.comparison.other_figures.items()
        if renderer.published.may_quote(renderer.by_key[key])
    }
    while left:
        together, reached = set(), [min(left)]
        while reached:
            key = reached.pop()
            if key not in together:
                together.add(key)
                reached += left.pop(key, ())
        items = [renderer.by_key[key] for key in sorted(together)]
        if len(items) > 1:
            yield Figures(_common_concept(items[0], items[1], concepts), Repeated(items[0], tuple(items[1:])))


def _common_concept(item: Item, other: Item, concepts: dict[str, Concept]) -> Concept | None:
    return next((concepts[path] for path in item.mapped.concepts if path in other.mapped.concepts), None)
