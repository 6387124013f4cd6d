"""A source's text as its page shows it: blocks of one zone, each passage with its anchor and what cites it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.comparison.items import Item, Reading
from generator.pages.publication import Place, Publication


@dataclass(frozen=True)
class Shown:
    """A passage on its source page: the item, and the places that cite it (none: not cited)."""

    item: Item
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Paragraph:
    """A line of the source: its zone, its number among body paragraphs, and its passages."""

    zone: str
    number: int
    passages: tuple[Shown, ...]


def paragraphs(publication: Publication, reading: Reading) -> tuple[Paragraph, ...]:
    """Return the whole text of a source, paragraph by paragraph."""
    return tuple(_paragraphs(publication, reading))


def _paragraphs(publication: Publication, reading: Reading) -> Iterator[Paragraph]:
    own = publication.comparison.by_source[reading.source.id]
    for (_, zone), group in groupby(own, key=lambda i: (i.statement.passage.line, i.statement.passage.zone)):
        members = tuple(group)
        yield Paragraph(
            zone,
            members[0].statement.passage.paragraph,
            tuple(Shown(item, publication.cited_at.get(item.key, ())) for item in members),
        )
