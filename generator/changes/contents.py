"""What a brief says, as plain values: for telling whether it was amended, and whether significantly.

Amended: any words or citation of the page are others. Significantly amended (the rule, told in
docs/guide/regenerating.md): a key point or what carries it, a cell of the positions, or a value that sources give for a
fact or a name is another, or a key point has newer or differing evidence. Templates change neither.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from generator.briefs.brief import Brief
from generator.briefs.quotes import Quote
from generator.briefs.sections import (
    FactRow,
    Facts,
    FactValue,
    Overview,
    OverviewRow,
    Points,
    Positions,
    Reported,
    ReportedRow,
)
from generator.comparison.items import Item
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept
from generator.sources import Source

# What heads a row of a table by source.
_HEADS = ("label", "concept", "absent")


def content(brief: Brief) -> str:
    """Return a digest of everything that the sections of `brief` say."""
    return _digest([brief.definition.title, brief.definition.question, [_plain(part) for part in brief.sections]])


def core(brief: Brief) -> str:
    """Return a digest of what makes an amendment significant."""
    return _digest([_core(section) for _, section in brief.sections])


def values(briefs: Sequence[Brief]) -> Iterator[tuple[str, str]]:
    """Yield each thing with each value that sources give for it, as briefs show them."""
    for brief in briefs:
        for _, section in brief.sections:
            yield from _values(section)


def _values(section: object) -> Iterator[tuple[str, str]]:
    if isinstance(section, Facts):
        for row in section.rows:
            yield from ((row.label, value.shown) for value in row.values)
    if isinstance(section, Reported):
        for reported in section.rows:
            for cell in reported.cells:
                yield from ((reported.label, value.shown) for value in cell.values if value.shown)


def _core(section: object) -> Any:
    if isinstance(section, Points):
        newer = [[[one.why, one.quote.item.label] for one in line.newer] for line in section.lines]
        return [[_plain(line) for line in section.lines], newer]
    if isinstance(section, Positions):
        return [[row.label, [[cell.who, _plain(cell.quote)] for cell in row.cells]] for row in section.rows]
    return sorted(set(_values(section)))


def _plain(value: object) -> Any:
    if isinstance(value, Quote):
        return [value.item.label, value.text]
    if isinstance(value, Item):
        return [value.label, value.statement.passage.quote]
    if isinstance(value, Source):
        return [value.id, value.name]
    if isinstance(value, Event):
        return [value.id, value.label, value.start, value.end]
    if isinstance(value, Concept):
        return [value.path, value.pref_label]
    if isinstance(value, FactValue):
        return [value.shown, _plain(value.quotes)]
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, (Overview, Reported)):
        return [
            [_plain(getattr(row, name)) for name in _HEADS if hasattr(row, name)] + _said(value, row)
            for row in value.rows
        ]
    if isinstance(value, FactRow):
        return [value.label, _plain(value.values)]
    if is_dataclass(value):
        # What is newer since a review goes away with the review, which amends nothing.
        return [_plain(getattr(value, field.name)) for field in fields(value) if field.name != "newer"]
    return value


def _said(table: Overview | Reported, row: OverviewRow | ReportedRow) -> list[Any]:
    """Return the cells of a row that hold something: a source that is silent on a brief amends nothing."""
    cells = [_plain(cell) for cell in row.cells]
    return [[source.id, cell] for source, cell in zip(table.sources, cells, strict=True) if cell not in ([], [[]])]


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=True).encode()).hexdigest()[:16]
