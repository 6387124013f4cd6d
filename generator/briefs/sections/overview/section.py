"""Overview: a table of concepts by sources, who commits to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.quotes import Quote
from generator.briefs.section import Part, Section
from generator.briefs.tables import columns, distinct, just_below, spoken
from generator.comparison.corroboration import Taken
from generator.dossier.topic_map import Concept
from generator.sources import Source
from generator.statements import Statement


@dataclass(frozen=True)
class Group:
    """Whose commitment a source reports ("" for the reporter's own lines), and where."""

    who: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class OverviewRow:
    """A concept, and for each source the groups of those who commit to it."""

    concept: Concept
    cells: tuple[tuple[Group, ...], ...]


@dataclass(frozen=True)
class Overview(Section):
    """Who commits to what, source by source."""

    sources: tuple[Source, ...]
    rows: tuple[OverviewRow, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each row by its concept."""
        yield from (Part(row.concept.pref_label, "", row) for row in self.rows)

    def said(self) -> tuple[object, ...]:
        """Return the rows without the cells of sources that are silent: they amend nothing."""
        return tuple(
            (row.concept, *((one.id, cell) for one, cell in zip(self.sources, row.cells, strict=True) if cell))
            for row in self.rows
        )


def make(material: Material) -> Overview:
    """Return concept by source: whose commitment each source reports, joint ones first.

    A source has a column where it says something of any row, so that one about something else leaves the table alone.
    """
    rows: list[tuple[Concept, dict[str, list[Taken]]]] = []
    for concept in just_below(material):
        by_own: dict[str, list[Taken]] = {}
        for one in spoken(material, concept, below=True):
            by_own.setdefault(one.item.source.id, []).append(one)
        if by_own:
            rows.append((concept, by_own))
    sources = columns(material, {source for _, by_own in rows for source in by_own})
    return Overview(
        sources,
        tuple(
            OverviewRow(concept, tuple(_groups(material, by_own.get(source.id, ())) for source in sources))
            for concept, by_own in rows
        ),
    )


def _groups(material: Material, taken: Sequence[Taken]) -> tuple[Group, ...]:
    by_holders: dict[tuple[tuple[str, ...], str], list[Quote]] = {}
    for one in distinct(taken):
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
    if len(holders) > 1 and set(holders) == set(material.parties):
        return "both" if len(holders) == 2 else "all"
    return material.who(holders) if holders else ""
