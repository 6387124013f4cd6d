"""The dossier: what one folder of sources is about, and everything that people decided for it, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.dossier.definitions import BriefDefinition
from generator.dossier.entities import Entity
from generator.dossier.topic_map import Concept


@dataclass(frozen=True)
class Event:
    """A dated happening that sources report. `start` and `end` are ISO 8601 days; `known` says how that is known."""

    id: str
    label: str
    short: str
    start: str
    end: str
    place: str | None = None
    kind: str | None = None
    known: str | None = None


@dataclass(frozen=True)
class Fact:
    """What pages put side by side: phrases whose found words are the value, and values that name their phrases."""

    id: str
    label: str
    event: str | None
    phrases: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Ruling:
    """What a person decided about one passage, over the rules; None leaves a field to the rules."""

    source: str
    quote: str
    speaker: str | None
    holders: tuple[str, ...] | None
    concepts: tuple[str, ...] | None
    event: str | None
    note: str


@dataclass(frozen=True)
class Dossier:
    """All that people decided: briefs/dossier.yml, entities.yml, topic-map.yml and one file a brief."""

    title: str
    description: str
    event: str
    parties: tuple[str, ...]
    events: tuple[Event, ...]
    facts: tuple[Fact, ...]
    boilerplate: tuple[str, ...]
    rulings: tuple[Ruling, ...]
    originator: str
    marking: str
    language: str
    publish: str
    entities: tuple[Entity, ...]
    concepts: tuple[Concept, ...]
    briefs: tuple[BriefDefinition, ...]
