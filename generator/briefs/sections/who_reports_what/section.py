"""Who reports what: a table of what the brief asks for by sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.quotes import Quote
from generator.briefs.section import Part, Section
from generator.briefs.tables import FactValue, columns, fact_value, just_below
from generator.comparison.items import Item
from generator.comparison.variants import Variant
from generator.sources import Source


@dataclass(frozen=True)
class NamesCell:
    """The names or values that one source uses, each with its first place."""

    values: tuple[FactValue, ...]


@dataclass(frozen=True)
class ReportedRow:
    """A row of *who reports what*: for each source, the values it gives, or nothing.

    `absent` is what stands where a source has nothing: *no* to a question whether, *not named* for a name or a value.
    """

    label: str
    concept: str | None
    absent: str
    cells: tuple[NamesCell, ...]


@dataclass(frozen=True)
class Reported(Section):
    """Who reports what, source by source."""

    sources: tuple[Source, ...]
    rows: tuple[ReportedRow, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each row by its label."""
        yield from (Part(row.label, "", row) for row in self.rows)

    def values(self) -> Iterator[tuple[str, str]]:
        """Yield what each row asks for with each value that is more than *yes*."""
        for row in self.rows:
            for cell in row.cells:
                yield from ((row.label, value.shown) for value in cell.values if value.shown)

    def said(self) -> tuple[object, ...]:
        """Return the rows without the cells of sources that are silent: they amend nothing."""
        return tuple(
            (
                *(row.label, row.concept, row.absent),
                *((one.id, cell) for one, cell in zip(self.sources, row.cells, strict=True) if cell.values),
            )
            for row in self.rows
        )


def make(material: Material) -> Reported:
    """Return source by source which concepts, names and facts the brief's definition asks for.

    A source that speaks to the subject and gives nothing of any row has a column too, as long as all of them fit.
    """
    by_rule = tuple({"concept": concept.path} for concept in just_below(material))
    asked = material.definition.written.get("reported", by_rule)
    rows = []
    for kind, id_ in (pair for row in asked for pair in row.items()):
        label, concept, values = _ROWS[kind](material, id_)
        rows.append((label, concept, "no" if kind == "concept" else "not named", _by_source(values)))
    sources = columns(material, {source for *_, cells in rows for source in cells})
    return Reported(
        sources,
        tuple(
            ReportedRow(label, concept, absent, tuple(NamesCell(tuple(cells.get(source.id, ()))) for source in sources))
            for label, concept, absent, cells in rows
        ),
    )


def _by_source(values: Sequence[FactValue]) -> dict[str, list[FactValue]]:
    """Return, for each source, the values that it gives, with its own places alone."""
    cells: dict[str, list[FactValue]] = {}
    for value in values:
        places: dict[str, list[Quote]] = {}
        for quote in value.quotes:
            places.setdefault(quote.item.source.id, []).append(quote)
        for source, quotes in places.items():
            cells.setdefault(source, []).append(FactValue(value.shown, tuple(quotes)))
    return cells


def _concept_row(material: Material, path: str) -> tuple[str, str | None, tuple[FactValue, ...]]:
    concept = next(concept for concept in material.dossier.concepts if concept.path == path)
    firsts: dict[str, Quote] = {}
    for item in material.comparison.items:
        if item.speaks_to(path) and not item.source.withdrawn:
            firsts.setdefault(item.source.id, Quote(item, _clause(item, path)))
    return concept.pref_label, path, (FactValue("", tuple(firsts.values())),)


def _clause(item: Item, path: str) -> tuple[int, int]:
    return next(m.clause for m in item.mapped.mentions if m.concept == path or m.concept.startswith(path + "/"))


def _names_row(material: Material, entity: str) -> tuple[str, str | None, tuple[FactValue, ...]]:
    named = next(one for one in material.dossier.entities if one.id == entity)
    variant = material.comparison.names[entity]
    return f"{named.pref_label}: name used", None, tuple(fact_value(value) for value in variant.values)


def _fact_row(material: Material, fact: str) -> tuple[str, str | None, tuple[FactValue, ...]]:
    variant: Variant = next(one for one in material.comparison.facts if one.id == fact)
    return variant.label, None, tuple(fact_value(value) for value in variant.values)


_ROWS: dict[str, Callable[[Material, str], tuple[str, str | None, tuple[FactValue, ...]]]] = {
    "concept": _concept_row,
    "names": _names_row,
    "fact": _fact_row,
}
