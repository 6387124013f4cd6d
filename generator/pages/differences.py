"""Where sources differ: in the names of things, in facts, in figures, and in how strongly they commit somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.comparison.hedges import Strengths, strengths
from generator.comparison.repeats import Repeated
from generator.comparison.variants import Found, Value, Variant
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
class Differences:
    """Everything in which the sources differ."""

    names: tuple[Variant, ...]
    facts: tuple[FactBySource, ...]
    contrary: tuple[Repeated, ...]
    strengths: tuple[Strengths, ...]


def differences(renderer: PageRenderer) -> Differences:
    """Return where sources differ, as far as they may be quoted."""
    found = (renderer.names(entity.id) for entity in renderer.publication.dossier.entities if entity.type in _NAMED)
    return Differences(
        tuple(variant for variant in found if variant.differs),
        tuple(_facts(renderer)),
        tuple(_contrary(renderer)),
        strengths(renderer.publication.comparison.claims, {item.key for item in renderer.open_items}),
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


def _contrary(renderer: PageRenderer) -> Iterator[Repeated]:
    """Yield each claim that others contradict with these, in their best wordings, no two claims together twice."""
    comparison = renderer.publication.comparison
    by_id, shown = {claim.id: claim for claim in comparison.claims}, set[frozenset[str]]()
    for claim in comparison.claims:
        against = [by_id[id_] for id_ in claim.contradicts if frozenset((claim.id, id_)) not in shown]
        items = [held.best for held in (claim, *against) if renderer.published.may_quote(held.best)]
        shown |= {frozenset((claim.id, other.id)) for other in against}
        if len(items) > 1:
            yield Repeated(items[0], tuple(items[1:]))
