"""A page a concept of the topic map, and the list of topics."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.topic_map import Concept
from generator.pages.page import Page
from generator.pages.press import Press


def concept_pages(press: Press) -> Iterator[Page]:
    """Yield each concept, in the order of the topic map, and the list of them."""
    for concept in press.publication.dossier.concepts:
        yield _concept(press, concept)
    yield press.page("topics/index.md", "topics.md", {"title": "Topics"})


def _concept(press: Press, concept: Concept) -> Page:
    publication = press.publication
    narrower = tuple(other for other in publication.dossier.concepts if other.broader == concept.path)
    items = publication.mentions.get(concept.path, ())
    return press.page(
        f"topics/{concept.path}.md",
        "concept.md",
        {"title": concept.pref_label},
        concept=concept,
        narrower=narrower,
        items=items,
    )
