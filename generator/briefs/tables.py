"""The tables of a brief: positions side by side, sectors by source, facts at a glance, and who reports what."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from generator.briefs.material import Material
from generator.briefs.quotes import Quote
from generator.briefs.sections import (
    Cell,
    FactRow,
    Facts,
    FactValue,
    Group,
    NamesCell,
    Overview,
    OverviewRow,
    Positions,
    Reported,
    ReportedRow,
    Row,
)
from generator.comparison.corroboration import Taken
from generator.comparison.items import Item
from generator.comparison.variants import Value, Variant, by_source
from generator.dossier.definitions import Reported as Asked
from generator.dossier.topic_map import Concept
from generator.sources import Source
from generator.statements import Statement


def positions(material: Material) -> Positions:
    """Return concept by holder: one column a party, and one for what parties say together."""
    parties = material.dossier.parties
    together = "Both say" if len(parties) == 2 else "Together"
    columns = (*(f"{material.name_of(party)} says" for party in parties), together)
    rows = []
    for concept in material.concepts:
        taken = _taken(material, concept)
        if not any(one.holders for one in taken):
            continue
        alone = [[one for one in taken if one.holders == (party,)] for party in parties]
        joint = [one for one in taken if len(one.holders) > 1]
        cells = [_cell(material, own) for own in alone] + [_cell(material, joint, name=len(parties) > 2)]
        rows.append(Row(concept.pref_label, concept.path, tuple(cells)))
    return Positions(columns, tuple(rows))


def overview(material: Material) -> Overview:
    """Return concept by source: whose commitment each source reports, joint ones first.

    A source has a column where it says something of any row, so that one about something else leaves the table alone.
    """
    rows: list[tuple[Concept, dict[str, list[Taken]]]] = []
    for concept in _parts(material):
        by_own: dict[str, list[Taken]] = {}
        for one in _taken(material, concept, below=True):
            by_own.setdefault(one.item.source.id, []).append(one)
        if by_own:
            rows.append((concept, by_own))
    sources = _columns(material, {source for _, by_own in rows for source in by_own})
    return Overview(
        sources,
        tuple(
            OverviewRow(concept, tuple(_groups(material, by_own.get(source.id, ())) for source in sources))
            for concept, by_own in rows
        ),
    )


# So many sources still fit a table; silence is then shown by a column of its own.
WIDE = 12


def _columns(material: Material, giving: Set[str]) -> tuple[Source, ...]:
    """Return the sources with a column: all that speak to the subject where they fit, else those that give values."""
    every = [r.source for r in material.comparison.readings if r.source.id in material.speaking | giving]
    return tuple(source for source in every if len(every) <= WIDE or source.id in giving)


def _groups(material: Material, taken: Sequence[Taken]) -> tuple[Group, ...]:
    by_holders: dict[tuple[tuple[str, ...], str], list[Quote]] = {}
    for one in _distinct(taken):
        key = (one.holders, "" if one.holders else _of_no_party(one.item.statement))
        by_holders.setdefault(key, []).append(Quote(one.item, one.mention.clause))
    ordered = sorted(by_holders, key=lambda key: (-len(key[0]), key))
    return tuple(Group(_together(material, key[0]) or key[1], tuple(by_holders[key])) for key in ordered)


def _of_no_party(statement: Statement) -> str:
    """Return what stands for a party where none holds a statement; "" for a reporter's own line."""
    if statement.stranger or statement.speaker:
        return "others"
    return "not attributed" if statement.candidates or statement.form != "reporter's line" else ""


def _together(material: Material, holders: Sequence[str]) -> str:
    if len(holders) > 1 and set(holders) == set(material.dossier.parties):
        return "both" if len(holders) == 2 else "all"
    return material.who(holders) if holders else ""


def _parts(material: Material) -> tuple[Concept, ...]:
    """Return the concepts just below those of the brief, or these themselves where nothing is below them."""
    tops = material.definition.concepts
    below = tuple(concept for concept in material.concepts if concept.broader in tops)
    return below or material.concepts


def _taken(material: Material, concept: Concept, below: bool = False) -> Sequence[Taken]:
    """Return who speaks to the concept (and to what is below it), reporters' own lines included, in page order."""
    if not below:
        return material.taken.get(concept.path, ())
    under = [path for path in material.taken if path == concept.path or path.startswith(concept.path + "/")]
    found = [one for path in under for one in material.taken[path]]
    return sorted(found, key=lambda one: (material.when(one.item), one.item.key))


def _cell(material: Material, taken: Sequence[Taken], name: bool = False) -> Cell:
    if not taken:
        return Cell()
    best = material.best(taken)
    others = tuple(
        Quote(one.item, one.mention.clause) for one in _distinct(taken) if one.item.key != best.item.key
    )  # every other place, one a passage
    who = material.who(best.holders) if name and best.holders else ""
    inferred = best.item.statement.inferred
    return Cell(Quote(best.item, best.mention.clause), others, material.later(best.item.event), inferred, who)


def _distinct(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    return tuple({one.item.key: one for one in taken}.values())


def facts(material: Material) -> Facts:
    """Return the facts that the brief names, each value with the first place in every source that gives it."""
    by_id = {variant.id: variant for variant in material.comparison.facts}
    given = {fact: _giving(by_id[fact]) for fact in material.definition.facts}
    asked = material.speaking.union(*given.values())
    events = {fact.id: fact.event for fact in material.dossier.facts}
    rows = []
    for fact in material.definition.facts:
        variant = by_id[fact]
        silent = tuple(
            reading.source
            for reading in material.comparison.readings
            if reading.source.id in asked - given[fact] and events[fact] in (None, reading.source.event)
        )
        rows.append(FactRow(variant.label, tuple(_value(value) for value in variant.values), silent))
    return Facts(tuple(rows))


def _giving(variant: Variant) -> set[str]:
    return {place.item.source.id for value in variant.values for place in value.found}


def _value(value: Value) -> FactValue:
    return FactValue(value.shown, tuple(Quote(p[0].item, p[0].span) for p in by_source(value).values()))


def who_reports_what(material: Material) -> Reported:
    """Return source by source which concepts, names and facts the brief's definition asks for.

    A source that speaks to the subject and gives nothing of any row has a column too, as long as all of them fit.
    """
    asked = material.definition.reported or tuple(Asked("concept", part.path) for part in _parts(material))
    rows = []
    for row in asked:
        label, concept, values = _ROWS[row.kind](material, row.id)
        rows.append((label, concept, "no" if row.kind == "concept" else "not named", _by_source(values)))
    sources = _columns(material, {source for *_, cells in rows for source in cells})
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
    return f"{named.pref_label}: name used", None, tuple(_value(value) for value in variant.values)


def _fact_row(material: Material, fact: str) -> tuple[str, str | None, tuple[FactValue, ...]]:
    variant: Variant = next(one for one in material.comparison.facts if one.id == fact)
    return variant.label, None, tuple(_value(value) for value in variant.values)


_ROWS: dict[str, Callable[[Material, str], tuple[str, str | None, tuple[FactValue, ...]]]] = {
    "concept": _concept_row,
    "names": _names_row,
    "fact": _fact_row,
}
