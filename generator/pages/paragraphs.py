"""A source's text as its page shows it: blocks of one zone, each passage with its anchor and what cites it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.comparison.items import Item
from generator.pages.backlinks import CitedBy
from generator.pages.renderer import PageRenderer
from generator.pages.text_fragments import text_fragment, with_fragment

# What a reader is told of a stretch that is not the report itself; headings are seen as such.
ZONE_NAMES = {
    "dateline": "Place and date",
    "byline": "Byline",
    "caption": "Picture caption",
    "boilerplate": "From the page around the report",
}


@dataclass(frozen=True)
class Shown:
    """A passage on its source page: the item, what cites it, and the address of its words elsewhere ("": none)."""

    item: Item
    cited_by: tuple[CitedBy, ...]
    original: str


@dataclass(frozen=True)
class Paragraph:
    """A line of the source: its zone, its number among body paragraphs, and its passages.

    `label` says what kind of stretch begins here, "" in the body and where the paragraph before has the same.
    `left_out` counts the passages before it that are not published; a last paragraph without passages has those at the
    end of the text.
    """

    zone: str
    number: int
    label: str
    passages: tuple[Shown, ...]
    left_out: int


def paragraphs(renderer: PageRenderer, own: Sequence[Item]) -> tuple[Paragraph, ...]:
    """Return the text of a source as far as it is published, paragraph by paragraph; nothing if none of it is."""
    return tuple(_paragraphs(renderer, own))


def _paragraphs(renderer: PageRenderer, own: Sequence[Item]) -> Iterator[Paragraph]:
    before, left_out = "", 0
    for (_, zone), group in groupby(own, key=lambda i: (i.statement.passage.line, i.statement.passage.zone)):
        members = tuple(group)
        shown = tuple(_show(renderer, item) for item in members if renderer.published.anchor(item))
        if shown:
            label = ZONE_NAMES.get(zone, "") if zone != before else ""
            yield Paragraph(zone, members[0].statement.passage.paragraph, label, shown, left_out)
            before, left_out = zone, 0
        left_out += len(members) - len(shown)
    if left_out and before:
        yield Paragraph("body", 0, "", (), left_out)


def _show(renderer: PageRenderer, item: Item) -> Shown:
    cited_by, source = renderer.backlinks.get(item.key, ()), item.source
    passage = item.statement.passage
    original = with_fragment(source.url, text_fragment(source.text, passage.start, passage.end)) if source.url else ""
    return Shown(item, cited_by, original if cited_by else "")
