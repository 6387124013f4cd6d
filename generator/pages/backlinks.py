"""Backlinks in context: which line, row or group of a brief cites a passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.briefs.brief import Brief
from generator.briefs.quotes import cited
from generator.briefs.sections import EvidenceList, Facts, Overview, Points, Positions, Reported, Section, SinceThen
from generator.comparison.items import Item
from generator.pages.markdown import slug
from generator.publication.publication import SECTION_NAMES


@dataclass(frozen=True)
class Backlink:
    """A section of a brief that cites a passage: the section as readers call it, and the lines or rows that do.

    `anchor` is where on the page of the brief it leads: to the line itself where it has an address of its own.
    """

    section: str
    name: str
    lines: tuple[str, ...]
    anchor: str


@dataclass(frozen=True)
class CitedBy:
    """What one brief makes of a passage."""

    brief: str
    title: str
    links: tuple[Backlink, ...]


def backlinks(briefs: Iterable[Brief]) -> Mapping[tuple[int, int], tuple[CitedBy, ...]]:
    """Return by the key of each cited item what cites it, in the order of briefs and their sections."""
    found: dict[tuple[int, int], list[CitedBy]] = defaultdict(list)
    for brief in briefs:
        links: dict[tuple[int, int], list[Backlink]] = defaultdict(list)
        for name, section in brief.sections:
            for key, lines in _lines(section).items():
                anchor = next((anchor for _, anchor in lines if anchor), name) if len(lines) == 1 else name
                labels = tuple(dict.fromkeys(label for label, _ in lines if label))
                links[key].append(Backlink(name, SECTION_NAMES.get(name, name), labels, anchor))
        for key, own in links.items():
            found[key].append(CitedBy(brief.definition.id, brief.definition.title, tuple(own)))
    return {key: tuple(own) for key, own in found.items()}


def _lines(section: Section) -> dict[tuple[int, int], list[tuple[str, str]]]:
    """Return by the key of each item that a section cites the labels and anchors of its lines that do."""
    lines: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    parts: Callable[[Any], Iterator[tuple[str, str, object]]] = _PARTS.get(type(section), _undivided)
    for label, anchor, part in parts(section):
        for item in _once(cited(part)):
            lines[item.key].append((label, anchor))
    return lines


def _once(items: Iterable[Item]) -> Iterator[Item]:
    yield from {item.key: item for item in items}.values()


def _points(section: Points) -> Iterator[tuple[str, str, object]]:
    yield from ((str(line.number), "", line) for line in section.lines)


def _rows(section: Positions | Facts | Reported) -> Iterator[tuple[str, str, object]]:
    yield from ((row.label, "", row) for row in section.rows)


def _overview(section: Overview) -> Iterator[tuple[str, str, object]]:
    yield from ((row.concept.pref_label, "", row) for row in section.rows)


def _groups(section: EvidenceList) -> Iterator[tuple[str, str, object]]:
    yield from ((group.concept.pref_label, slug(group.concept.path), group) for group in section.groups)


def _since(section: SinceThen) -> Iterator[tuple[str, str, object]]:
    yield from ((event.event.short, event.event.id, event) for event in section.events)


def _undivided(section: Section) -> Iterator[tuple[str, str, object]]:
    yield "", "", section


# How each kind of section is divided into what a reader can find by its label.
_PARTS: dict[type, Callable[[Any], Iterator[tuple[str, str, object]]]] = {
    Points: _points,
    Positions: _rows,
    Facts: _rows,
    Reported: _rows,
    Overview: _overview,
    EvidenceList: _groups,
    SinceThen: _since,
}
