"""Facts at a glance: each value of a fact, with the sources that give it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.section import Part, Section, Support, support
from generator.briefs.tables import FactValue, fact_value

# So many values of a fact are shown; the page on wording has more.
MOST = 8


@dataclass(frozen=True)
class FactRow:
    """A fact at a glance, with its values."""

    label: str
    values: tuple[FactValue, ...]


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
    rows = (by_id[fact] for fact in named)
    return Facts(tuple(FactRow(fact.label, tuple(fact_value(value) for value in fact.values[:MOST])) for fact in rows))
