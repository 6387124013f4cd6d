"""A page an entity: its offices, its names, what it says and what is said of it; and the list of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.comparison.items import Item
from generator.comparison.repeats import repeats
from generator.comparison.variants import Variant
from generator.dossier.entities import Entity
from generator.pages.page import Page
from generator.pages.renderer import PageRenderer
from generator.pages.voices import items_spoken_by, subjects


@dataclass(frozen=True)
class Mentioned:
    """A brief that cites passages naming an entity: its sections with the lines in them, as readers find them."""

    brief: str
    title: str
    sections: tuple[tuple[str, str, tuple[str, ...]], ...]


def entity_pages(renderer: PageRenderer) -> Iterator[Page]:
    """Yield each entity, in the order of its file, and the list of them."""
    for entity in renderer.publication.dossier.entities:
        yield _entity(renderer, entity)
    yield renderer.page("entities/index.md", "entities.md", {"title": "Names"})


def _entity(renderer: PageRenderer, entity: Entity) -> Page:
    publication = renderer.publication
    variant = renderer.names(entity.id)
    naming = _naming_items(variant)
    said = items_spoken_by(renderer, entity.id)
    return renderer.page(
        f"entities/{entity.id}.md",
        "entity.md",
        {"title": entity.pref_label},
        entity=entity,
        variant=variant,
        said=[
            subject for subject in subjects(renderer, lambda item: item.statement.speaker == entity.id) if subject.said
        ]
        if said
        else [],
        unmapped=[item for item in said if not item.mapped.concepts],
        of_it=() if entity.type == "party" else repeats(_of(entity, naming), publication.comparison.folded),
        members=[one for one in publication.dossier.entities if one.party == entity.id],
        mentioned=_mentions(renderer, (*naming, *said)),
        named=any(value.found for value in publication.comparison.names[entity.id].values),
    )


def _naming_items(variant: Variant) -> tuple[Item, ...]:
    """Return the items that name the entity, in order of their labels."""
    found = {place.item.key: place.item for value in variant.values for place in value.found}
    return tuple(found[key] for key in sorted(found))


def _of(entity: Entity, naming: Sequence[Item]) -> list[Item]:
    """Return what is said of an entity by others: of persons only what somebody says, not each report's own lines."""
    others = [item for item in naming if item.statement.speaker != entity.id]
    return [item for item in others if item.holders] if entity.type == "person" else others


def _mentions(renderer: PageRenderer, items: Sequence[Item]) -> tuple[Mentioned, ...]:
    found: dict[tuple[str, str], dict[tuple[str, str], dict[str, None]]] = {}
    for item in sorted(items, key=lambda item: item.key):
        for by in renderer.backlinks.get(item.key, ()):
            sections = found.setdefault((by.brief, by.title), {})
            for link in by.links:
                sections.setdefault((link.section, link.name), {}).update(dict.fromkeys(link.lines))
    order = [brief.definition.id for brief in renderer.publication.briefs]
    return tuple(
        Mentioned(brief, title, tuple((section, name, tuple(lines)) for (section, name), lines in sections.items()))
        for (brief, title), sections in sorted(found.items(), key=lambda one: order.index(one[0][0]))
    )
