"""What one phrase would do in the topic map before it is written there: the passages it finds, catches and loses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.changes.preview import Moved
from generator.comparison.items import Item, items
from generator.dossier import phrases
from generator.dossier.dossier import Dossier
from generator.dossier.topic_map import Concept, Match
from generator.readings.analysis import map_concepts
from generator.readings.reading import Reading
from generator.topics.phrases import Index
from generator.topics.topics import TopicMap
from generator.topics.words import words

FIELDS = ("any", "exact", "again", "none", "context")
"""The fields of `match` that a phrase can be tried in."""


@dataclass(frozen=True)
class Tried:
    """The passages that a phrase stands in, with the concepts they have now; those it would catch and lose, by concept.

    `caught` are passages with the concepts that come to them, `lost` with those that leave them.
    """

    found: tuple[Moved, ...]
    caught: tuple[Moved, ...] = ()
    lost: tuple[Moved, ...] = ()


def find_phrase(readings: Sequence[Reading], phrase: str) -> tuple[Moved, ...]:
    """Return the passages of bodies that `phrase` stands in, in order."""
    index = Index([phrase])
    return tuple(Moved(item, item.mapped.concepts) for item in _countable(readings) if _stands(index, item))


def try_phrase(readings: Sequence[Reading], dossier: Dossier, phrase: str, path: str, field: str) -> Tried:
    """Return what `phrase` does under `field` of the concept at `path`, which must be one of the dossier."""
    concepts = tuple(_with(c, phrase, field) if c.path == path else c for c in dossier.concepts)
    then = TopicMap(concepts)
    other = [
        Reading(r.source, r.number, map_concepts(r.source, [m.statement for m in r.mapped], dossier, then))
        for r in readings
    ]
    pairs = [*zip(_countable(readings), _countable(other), strict=True)]
    index = Index([phrases.exact(phrase) if field == "exact" else phrase])
    return Tried(
        found=tuple(Moved(now, now.mapped.concepts) for now, _ in pairs if _stands(index, now)),
        caught=tuple(_move(after, now) for now, after in pairs if _gains(after, now)),
        lost=tuple(_move(now, after) for now, after in pairs if _gains(now, after)),
    )


def _with(concept: Concept, phrase: str, field: str) -> Concept:
    match = concept.match
    if field == "exact":
        phrase, field = phrases.exact(phrase), "any"
    changed: Match = replace(match, **{field: (*getattr(match, field), phrase)})
    return replace(concept, match=changed)


def _countable(readings: Sequence[Reading]) -> list[Item]:
    return [item for item in items(readings) if not item.source.withdrawn and item.statement.passage.zone == "body"]


def _stands(index: Index, item: Item) -> bool:
    passage = item.statement.passage
    return bool(index.hits(words(item.source.text, passage.start, passage.end)))


def _gains(item: Item, other: Item) -> bool:
    return bool({*item.mapped.concepts} - {*other.mapped.concepts})


def _move(item: Item, other: Item) -> Moved:
    return Moved(item, tuple(path for path in item.mapped.concepts if path not in other.mapped.concepts))
