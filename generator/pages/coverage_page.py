"""The page on coverage: which sources speak to each topic and name each thing, every source a row.

Silence is told here, once: so that a source about something else changes this page, and none that it says nothing on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.dossier.entities import Entity
from generator.dossier.names import slug
from generator.dossier.topic_map import Concept
from generator.messages.phrasing import count_of
from generator.pages.bounds import ROWS
from generator.pages.page import Page
from generator.pages.pictures import Column, Grid, GridRow, cells, source_name, speaking_to
from generator.pages.renderer import PageRenderer
from generator.pages.side_by_side import below
from generator.sources import Source

# The types of names, and what they are called together.
KINDS = {"party": "Parties", "person": "Persons", "body": "Bodies", "instrument": "Instruments", "place": "Places"}


def coverage_page(renderer: PageRenderer) -> Iterator[Page]:
    """Yield the page."""
    dossier = renderer.publication.dossier
    tops = [concept for concept in dossier.concepts if concept.broader is None]
    named = {kind: [entity for entity in dossier.entities if entity.type == kind] for kind in KINDS}
    yield renderer.page(
        "compare/coverage.md",
        "compare-coverage.md",
        {"title": "Coverage", "hide": ["navigation"]},
        by_event=sum(not r.source.withdrawn for r in renderer.publication.comparison.readings) > ROWS,
        topics=[(top, _topic_grid(renderer, top)) for top in tops],
        names=[(kind, KINDS[kind], _names_grid(renderer, every)) for kind, every in named.items() if every],
    )


def _topic_grid(renderer: PageRenderer, top: Concept) -> Grid:
    """Return source by concept, the top one first: in how many passages each source speaks to it or below it."""
    concepts = below(renderer, top)
    counts = [Counter(item.source.id for item in speaking_to(renderer, concept.path)) for concept in concepts]
    return _by_source(renderer, [_column(renderer, concept) for concept in concepts], counts)


def _column(renderer: PageRenderer, concept: Concept) -> Column:
    top = concept.path.partition("/")[0]
    if concept.broader is None:
        return "In all", f"compare/topics/{top}.md"
    there = f"#{slug(concept.path)}" if renderer.publication.mentions.get(concept.path) else ""
    return concept.pref_label, f"compare/topics/{top}.md{there}"


def _names_grid(renderer: PageRenderer, entities: Sequence[Entity]) -> Grid:
    """Return source by name: in how many passages each source names it."""
    counts = []
    for entity in entities:
        values = renderer.publication.comparison.names[entity.id].values
        items = {place.item.key: place.item for value in values for place in value.found}
        counts.append(Counter(item.source.id for item in items.values()))
    columns = [(one.abbreviation or one.pref_label, f"entities/{one.id}.md") for one in entities]
    return _by_source(renderer, columns, counts)


def _by_source(renderer: PageRenderer, columns: Sequence[Column], counts: Sequence[Mapping[str, int]]) -> Grid:
    sources = [r.source for r in renderer.publication.comparison.readings if not r.source.withdrawn]
    if len(sources) > ROWS:
        return _by_event(renderer, columns, counts, sources)
    shaded = cells([[count[source.id] for count in counts] for source in sources])
    rows = (
        GridRow(source_name(renderer, source), f"sources/{source.id}.md", row)
        for source, row in zip(sources, shaded, strict=True)
    )
    return Grid(tuple(columns), tuple(rows))


def _by_event(
    renderer: PageRenderer, columns: Sequence[Column], counts: Sequence[Mapping[str, int]], sources: Sequence[Source]
) -> Grid:
    """Return events by concept or name, of many sources: how many of those on each event speak to it."""
    events = renderer.publication.dossier.events
    speaking = [
        [sum(source.event == e.id and count[source.id] > 0 for source in sources) for count in counts] for e in events
    ]
    on = [count_of(sum(source.event == event.id for source in sources), "source") for event in events]
    rows = (
        GridRow(f"{event.short} ({many})", "sources/index.md", row)
        for event, many, row in zip(events, on, cells(speaking), strict=True)
    )
    return Grid(tuple(columns), tuple(rows))
