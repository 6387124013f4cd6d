"""Who says what: claims by party and by person, concept by concept, with those who are silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.comparison.items import Item
from generator.comparison.repeats import Repeated, repeats
from generator.dossier.entities import Entity
from generator.dossier.topic_map import Concept
from generator.pages.renderer import PageRenderer
from generator.pages.side_by_side import below
from generator.sources import Source


@dataclass(frozen=True)
class Said:
    """The claims made on one concept."""

    concept: Concept
    claims: tuple[Repeated, ...]


@dataclass(frozen=True)
class Subject:
    """A top concept: what is said on it and below it, and the concepts of it on which nothing is."""

    concept: Concept
    said: tuple[Said, ...]
    silent: tuple[Concept, ...]


@dataclass(frozen=True)
class Reported:
    """How one source reports a person: how many statements in each form, in the order of the text."""

    source: Source
    forms: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Person:
    """A person who speaks: who reports it in which form, and the claims that more than one source reports."""

    entity: Entity
    items: tuple[Item, ...]
    reported: tuple[Reported, ...]
    shared: tuple[Repeated, ...]


def subjects(renderer: PageRenderer, among: Callable[[Item], bool]) -> tuple[Subject, ...]:
    """Return what the items that `among` chooses say, by top concept; a top concept without any is there too."""
    tops = [concept for concept in renderer.publication.dossier.concepts if concept.broader is None]
    return tuple(_subject(renderer, top, among) for top in tops)


def _subject(renderer: PageRenderer, top: Concept, among: Callable[[Item], bool]) -> Subject:
    said, silent = [], []
    for concept in below(renderer, top):
        items = [item for item in renderer.mentions.get(concept.path, ()) if among(item)]
        if items:
            said.append(Said(concept, repeats(items, renderer.publication.comparison.folded)))
        elif renderer.publication.mentions.get(concept.path):
            silent.append(concept)
    return Subject(top, tuple(said), tuple(silent))


def persons(renderer: PageRenderer) -> tuple[Person, ...]:
    """Return every person who says something in these sources, in the order of entities.yml."""
    return tuple(_persons(renderer))


def _persons(renderer: PageRenderer) -> Iterator[Person]:
    for entity in renderer.publication.dossier.entities:
        items = items_spoken_by(renderer, entity.id)
        if entity.type == "person" and items:
            made = repeats(items, renderer.publication.comparison.also)
            shared = tuple(claim for claim in made if len(claim.sources) > 1)
            yield Person(entity, items, tuple(_report(items)), shared)


def items_spoken_by(renderer: PageRenderer, entity: str) -> tuple[Item, ...]:
    """Return what an entity says, as far as it may be quoted, in order of the labels."""
    return tuple(item for item in renderer.open_items if item.statement.speaker == entity)


def _report(items: Sequence[Item]) -> Iterator[Reported]:
    for source in {item.source.id: item.source for item in items}.values():
        forms = Counter(item.statement.form for item in items if item.source.id == source.id)
        yield Reported(source, tuple(forms.items()))
