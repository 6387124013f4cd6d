"""The page on coverage: which sources speak to each topic and name each thing, every source a row.

Silence is told here, once: so that a source about something else changes this page, and none that it says nothing on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.dossier.entities import Entity
from generator.dossier.names import slug
from generator.dossier.topic_map import Concept
from generator.pages.page import Page
from generator.pages.pictures import Column, Grid, GridRow, called, cells, speaking_to
from generator.pages.press import Press
from generator.pages.side_by_side import below

# The types of names, and what they are called together.
KINDS = {"party": "Parties", "person": "Persons", "body": "Bodies", "instrument": "Instruments", "place": "Places"}


def coverage_page(press: Press) -> Iterator[Page]:
    """Yield the page."""
    dossier = press.publication.dossier
    tops = [concept for concept in dossier.concepts if concept.broader is None]
    named = {kind: [entity for entity in dossier.entities if entity.type == kind] for kind in KINDS}
    yield press.page(
        "compare/coverage.md",
        "compare-coverage.md",
        {"title": "Coverage", "hide": ["navigation"]},
        topics=[(top, _topic_grid(press, top)) for top in tops],
        names=[(kind, KINDS[kind], _names_grid(press, every)) for kind, every in named.items() if every],
    )


def _topic_grid(press: Press, top: Concept) -> Grid:
    """Return source by concept, the top one first: in how many passages each source speaks to it or below it."""
    concepts = below(press, top)
    counts = [Counter(item.source.id for item in speaking_to(press, concept.path)) for concept in concepts]
    return _by_source(press, [_column(press, concept) for concept in concepts], counts)


def _column(press: Press, concept: Concept) -> Column:
    top = concept.path.partition("/")[0]
    if concept.broader is None:
        return "In all", f"compare/topics/{top}.md"
    there = f"#{slug(concept.path)}" if press.publication.mentions.get(concept.path) else ""
    return concept.pref_label, f"compare/topics/{top}.md{there}"


def _names_grid(press: Press, entities: Sequence[Entity]) -> Grid:
    """Return source by name: in how many passages each source names it."""
    counts = []
    for entity in entities:
        values = press.publication.comparison.names[entity.id].values
        items = {place.item.key: place.item for value in values for place in value.found}
        counts.append(Counter(item.source.id for item in items.values()))
    columns = [(one.abbreviation or one.pref_label, f"entities/{one.id}.md") for one in entities]
    return _by_source(press, columns, counts)


def _by_source(press: Press, columns: Sequence[Column], counts: Sequence[Mapping[str, int]]) -> Grid:
    sources = [r.source for r in press.publication.comparison.readings if not r.source.withdrawn]
    shaded = cells([[count[source.id] for count in counts] for source in sources])
    rows = (
        GridRow(called(press, source), f"sources/{source.id}.md", row)
        for source, row in zip(sources, shaded, strict=True)
    )
    return Grid(tuple(columns), tuple(rows))
