"""Backlinks in context: which line, row or group of a brief cites a passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.briefs.brief import Brief
from generator.briefs.quotes import cited
from generator.briefs.section import Section
from generator.comparison.items import Item
from generator.kinds.kinds import kinds


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
                links[key].append(Backlink(name, kinds()[name].called, labels, anchor))
        for key, own in links.items():
            found[key].append(CitedBy(brief.definition.id, brief.definition.title, tuple(own)))
    return {key: tuple(own) for key, own in found.items()}


def _lines(section: Section) -> dict[tuple[int, int], list[tuple[str, str]]]:
    """Return by the key of each item that a section cites the labels and anchors of its lines that do."""
    lines: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    for part in section.parts():
        for item in _once(cited(part.holds)):
            lines[item.key].append((part.label, part.anchor))
    return lines


def _once(items: Iterable[Item]) -> Iterator[Item]:
    yield from {item.key: item for item in items}.values()
