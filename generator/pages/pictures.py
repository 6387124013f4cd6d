"""Pictures made of numbers that we have: who covers what, who speaks to what, and when. Templates draw them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.comparison.items import Item
from generator.dossier.dates import day, last_day
from generator.pages.bounds import SOURCES
from generator.pages.coverage import Moment, coverage
from generator.pages.renderer import PageRenderer
from generator.publication.wording import days
from generator.sources import Source

# Shades of a cell, 1 to this; 0 is none.
SHADES = 5


@dataclass(frozen=True)
class Cell:
    """A number of passages, and its shade (0 to 5) beside the largest of the table."""

    number: int
    shade: int


@dataclass(frozen=True)
class GridRow:
    """A row: what it is called, where it leads below docs/, and its cells."""

    label: str
    link: str
    cells: tuple[Cell, ...]


# A label and where it leads below docs/.
Column = tuple[str, str]


@dataclass(frozen=True)
class Grid:
    """A table of numbers to be looked at: columns and rows."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]


def coverage_grid(renderer: PageRenderer) -> Grid:
    """Return top topic by source, or of many sources by event: in how many passages, quotable or not."""
    sources = [reading.source for reading in renderer.publication.comparison.readings if not reading.source.withdrawn]
    if len(sources) > SOURCES:
        events = _events(renderer)
        return Grid(event_columns(renderer), _rows(renderer, events, lambda item: item.event))
    columns = tuple((source_name(renderer, source), f"sources/{source.id}.md") for source in sources)
    return Grid(columns, _rows(renderer, [source.id for source in sources], lambda item: item.source.id))


def _events(renderer: PageRenderer) -> list[str]:
    return [event.id for event in renderer.publication.dossier.events]


def event_columns(renderer: PageRenderer) -> tuple[Column, ...]:
    """Return a column an event, which leads to the list of sources."""
    return tuple((event.short, "sources/index.md") for event in renderer.publication.dossier.events)


def source_name(renderer: PageRenderer, source: Source) -> str:
    """Return what a source is called, with the event where it is about another than the dossier."""
    event = renderer.publication.dossier.event
    other = next((e.short for e in renderer.publication.dossier.events if e.id == source.event != event), None)
    return f"{source.name} ({other})" if other else source.name


def brief_grid(renderer: PageRenderer) -> Grid:
    """Return brief by source, or of many sources by event: how many passages of each every brief cites."""
    publication = renderer.publication
    if len(publication.sources) > SOURCES:
        counts = [Counter(item.event for item in brief.cited) for brief in publication.briefs]
        columns, numbers = event_columns(renderer), [[count[event] for event in _events(renderer)] for count in counts]
    else:
        found = coverage(publication)
        columns = tuple((source.name, f"sources/{source.id}.md") for source in found.sources)
        numbers = [list(row) for _, _, row in found.rows]
    names = [(brief.definition.title, f"briefs/{brief.definition.id}.md") for brief in publication.briefs]
    return Grid(columns, tuple(GridRow(*name, row) for name, row in zip(names, cells(numbers), strict=True)))


def party_grid(renderer: PageRenderer) -> Grid:
    """Return topic by party: in how many passages each party alone, and parties together, take a position on it."""
    dossier, names = renderer.publication.dossier, renderer.publication.entities
    columns = [(names[party].pref_label, f"compare/parties/{party}.md") for party in dossier.parties]
    groups = list(dossier.parties)
    if len(columns) > 1:
        columns.append(("Both" if len(columns) == 2 else "Together", "compare/together.md"))
        groups.append(_TOGETHER)
    return Grid(tuple(columns), _rows(renderer, groups, _holder))


def voice_grid(renderer: PageRenderer, persons: Iterable[str]) -> Grid:
    """Return topic by person: in how many passages each of `persons` (entity ids) speaks to it."""
    ids = list(persons)
    columns = tuple((renderer.publication.entities[one].pref_label, f"entities/{one}.md") for one in ids)
    return Grid(columns, _rows(renderer, ids, lambda item: item.statement.speaker))


# No party has this id.
_TOGETHER = "*"


def _holder(item: Item) -> str | None:
    """Return the one party that holds a position, the mark of several together, or None."""
    return _TOGETHER if len(item.holders) > 1 else next(iter(item.holders), None)


def _rows(renderer: PageRenderer, groups: Sequence[str], of: Callable[[Item], str | None]) -> tuple[GridRow, ...]:
    """Return a row a top concept: how many of its items are `of` each of `groups`."""
    concepts = [concept for concept in renderer.publication.dossier.concepts if concept.broader is None]
    found = [Counter(map(of, speaking_to(renderer, concept.path))) for concept in concepts]
    shaded = cells([[count[group] for group in groups] for count in found])
    return tuple(
        GridRow(concept.pref_label, f"compare/topics/{concept.path}.md", row)
        for concept, row in zip(concepts, shaded, strict=True)
    )


def speaking_to(renderer: PageRenderer, path: str) -> list[Item]:
    """Return the items that speak to the concept at `path` or below it, each once."""
    own = {
        item.key: item
        for concept, items in renderer.publication.mentions.items()
        if concept == path or concept.startswith(path + "/")
        for item in items
    }
    return list(own.values())


def cells(numbers: Sequence[Sequence[int]]) -> list[tuple[Cell, ...]]:
    """Return the cells of each row, shaded beside the largest number of all."""
    most = max((number for row in numbers for number in row), default=0)
    return [tuple(Cell(number, _shade(number, most)) for number in row) for row in numbers]


def _shade(number: int, most: int) -> int:
    return 0 if not number else max(1, -(-number * SHADES // most))


@dataclass(frozen=True)
class Bar:
    """An event on the line of time: from where to where in per cent of its width, and on which row its name stands."""

    label: str
    left: int
    width: int
    row: int


@dataclass(frozen=True)
class Dot:
    """A report: where it stands in per cent, how high (0 is lowest), and what it is."""

    label: str
    left: int
    height: int


@dataclass(frozen=True)
class ChartLine:
    """The line of time. `told` says in words what it shows; `rows` and `heights` are how many it needs."""

    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    told: str
    rows: int
    heights: int


# Where the line begins and ends, and how near two things may stand, in per cent of its width.
_LEFT, _RIGHT = 4, 96
_NAME_ROOM = 34
_DOT_ROOM = 3


def time_line(moments: Sequence[Moment]) -> ChartLine:
    """Return the line of time of events and dated reports; empty where there is at most one moment."""
    if len(moments) < 2:
        return ChartLine((), (), "", 0, 0)
    ends = [_ordinal(last_day(m.event.end if m.event else m.date)) for m in moments]
    starts = [_ordinal(m.event.start) if m.event else end for m, end in zip(moments, ends, strict=True)]
    first, length = min(starts), max(1, max(ends) - min(starts))

    def at(ordinal: int) -> int:
        return _LEFT + (ordinal - first) * (_RIGHT - _LEFT) // length

    bars: list[Bar] = []
    dots: list[Dot] = []
    for moment, start, end in zip(moments, starts, ends, strict=True):
        if moment.event:
            row = sum(abs(bar.left - at(start)) < _NAME_ROOM for bar in bars)
            bars.append(Bar(moment.event.short, at(start), max(1, at(end) - at(start)), row))
        elif moment.source:
            height = sum(abs(dot.left - at(end)) < _DOT_ROOM for dot in dots)
            dots.append(Dot(f"{moment.source.name}, {day(moment.source.issued)}", at(end), height))
    told = [f"{m.event.label}, {days(m.event)}" for m in moments if m.event]
    reports = [f"{m.source.name}, {day(m.source.issued)}" for m in moments if m.source]
    words = f"Events: {'; '.join(told)}." + (f" Reports: {'; '.join(reports)}." if reports else "")
    rows, heights = (
        max((one for one in every), default=-1) + 1 for every in ([b.row for b in bars], [d.height for d in dots])
    )
    return ChartLine(tuple(bars), tuple(dots), words, rows, heights)


def _ordinal(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()
