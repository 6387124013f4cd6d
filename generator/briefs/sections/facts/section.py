"""Facts at a glance: each value of a fact, with the sources that give it and those that do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.section import Part, Section, Support, support
from generator.briefs.tables import FactValue, fact_value
from generator.comparison.variants import Variant
from generator.sources import Source


@dataclass(frozen=True)
class FactRow:
    """A fact at a glance: its values, and the sources of the event that give none."""

    label: str
    values: tuple[FactValue, ...]
    silent: tuple[Source, ...]

    def said(self) -> tuple[object, ...]:
        """Return the values: a source that gives none amends nothing."""
        return self.label, self.values


@dataclass(frozen=True)
class Facts(Section):
    """Facts at a glance."""

    rows: tuple[FactRow, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each fact by its label."""
        yield from (Part(row.label, "", row) for row in self.rows)

    def supports(self) -> Iterator[Support]:
        """Yield each value."""
        for row in self.rows:
            yield from (support(f"fact “{row.label}”", value.shown, value.quotes) for value in row.values)

    def values(self) -> Iterator[tuple[str, str]]:
        """Yield each fact with each value."""
        for row in self.rows:
            yield from ((row.label, value.shown) for value in row.values)


def make(material: Material) -> Facts:
    """Return the facts that the brief names, each value with the first place in every source that gives it."""
    named = material.definition.written.get("facts", ())
    by_id = {variant.id: variant for variant in material.comparison.facts}
    given = {fact: _giving(by_id[fact]) for fact in named}
    asked = material.speaking.union(*given.values())
    events = {fact.id: fact.event for fact in material.dossier.facts}
    rows = []
    for fact in named:
        variant = by_id[fact]
        silent = tuple(
            reading.source
            for reading in material.comparison.readings
            if reading.source.id in asked - given[fact] and events[fact] in (None, reading.source.event)
        )
        rows.append(FactRow(variant.label, tuple(fact_value(value) for value in variant.values), silent))
    return Facts(tuple(rows))


def _giving(variant: Variant) -> set[str]:
    return {place.item.source.id for value in variant.values for place in value.found}
