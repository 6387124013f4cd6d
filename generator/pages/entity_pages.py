"""A page an entity, and the list of names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.entities import Entity
from generator.pages.page import Page
from generator.pages.press import Press


def entity_pages(press: Press) -> Iterator[Page]:
    """Yield each entity, in the order of its file, and the list of them."""
    for entity in press.publication.dossier.entities:
        yield _entity(press, entity)
    yield press.page("entities/index.md", "entities.md", {"title": "Names"})


def _entity(press: Press, entity: Entity) -> Page:
    publication = press.publication
    variant = publication.comparison.names[entity.id]
    spoken = tuple(i for i in publication.comparison.items if i.statement.speaker == entity.id)
    return press.page(
        f"entities/{entity.id}.md",
        "entity.md",
        {"title": entity.pref_label},
        entity=entity,
        variant=variant,
        spoken=spoken,
    )
