"""Lists of everything, by the numbers of the sources: what is added comes last, and moves nothing that stands there.

A page is full after so many lines; what comes next begins another. So which lines stand on which page follows
from the sources before alone, and no list grows without bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.quotes import Quote
from generator.briefs.wording.choosing import choose
from generator.comparison.items import Item
from generator.dossier.topic_map import Concept
from generator.pages.bounds import LINES, SOURCES
from generator.pages.page import Page
from generator.pages.renderer import PageRenderer
from generator.readings.reading import Reading


@dataclass(frozen=True)
class ListPage:
    """One page of a list: where it stands below docs/, and which sources it holds, in words."""

    path: str
    label: str


@dataclass(frozen=True)
class Listed:
    """A passage on a list: the words that say something on the concept, as a line shows them."""

    item: Item
    shown: str


def list_pages(renderer: PageRenderer) -> Iterator[Page]:
    """Yield the pages of every list that is longer than the page of its concept."""
    for concept in renderer.publication.dossier.concepts:
        pages = concept_lists(renderer, concept)
        parts = _parts(renderer.mentions.get(concept.path, ())) if pages else []
        for here, items in zip(pages, parts, strict=True):
            yield renderer.page(
                here.path,
                "list.md",
                {"title": f"{concept.pref_label}: {here.label}", "hide": ["navigation"]},
                about=(concept.path,),
                concept=concept,
                here=here,
                lines=[_line(item, concept) for item in items],
            )


def concept_lists(renderer: PageRenderer, concept: Concept) -> tuple[ListPage, ...]:
    """Return the pages of the list of a concept's passages; none where few sources speak to it."""
    items = renderer.mentions.get(concept.path, ())
    if len({item.number for item in items}) <= SOURCES:
        return ()
    return tuple(
        ListPage(f"lists/{concept.path}/{number}.md", _range(part[0].number, part[-1].number))
        for number, part in enumerate(_parts(items), start=1)
    )


def source_lists(readings: Sequence[Reading]) -> list[tuple[Reading, ...]]:
    """Return the sources in parts of so many as a page has room for."""
    return [tuple(readings[at : at + LINES]) for at in range(0, len(readings), LINES)]


def _range(first: int, last: int) -> str:
    return f"source {first}" if first == last else f"sources {first} to {last}"


def _parts(items: Sequence[Item]) -> list[list[Item]]:
    """Return the passages in parts; a part is full after so many."""
    parts: list[list[Item]] = [[]]  # half of what has room: each line has a note as well
    for item in items:
        if len(parts[-1]) >= LINES // 2:
            parts.append([])
        parts[-1].append(item)
    return parts


def _line(item: Item, concept: Concept) -> Listed:
    mention = next(each for each in item.mapped.mentions if each.concept == concept.path)
    chosen = choose(item, mention, frozenset())
    return Listed(item, chosen.shown if chosen else Quote(item, mention.clause).shown)
