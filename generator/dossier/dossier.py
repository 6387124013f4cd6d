"""The dossier: what one folder of sources is about, and everything that people decided for it, read in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.dossier import patterns, phrases
from generator.dossier.dates import span
from generator.dossier.definitions import BriefDefinition
from generator.dossier.documents import Document, Route
from generator.dossier.entities import Entity
from generator.dossier.topic_map import Concept
from generator.messages.problems import Problem


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
    """What pages put side by side: phrases whose found words are the value, and values that name their phrases.

    Where there is a `concept`, only passages that speak to it count; where `near`, only sentences with one of these.
    """

    id: str
    label: str
    event: str | None
    phrases: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]
    concept: str | None = None
    near: tuple[str, ...] = ()


Strength = Literal["hopes", "asks", "is ready", "supports", "intends", "agreed", "signed", "done"]


@dataclass(frozen=True)
class Ruling:
    """What a person decided about one passage, over the rules; None leaves a field to the rules.

    `same_as` and `not_same_as` name words of another source, by its id and the words, that make the same claim or
    another; `strength` is that of the claim which the passage makes, `best` that it is the best wording of it.
    """

    source: str
    quote: str
    speaker: str | None
    holders: tuple[str, ...] | None
    concepts: tuple[str, ...] | None
    event: str | None
    note: str
    line: int = 1
    column: int = 1
    same_as: tuple[str, str] | None = None
    not_same_as: tuple[str, str] | None = None
    strength: Strength | None = None
    best: bool = False

    @property
    def is_on_claims(self) -> bool:
        """Whether it decides anything of claims."""
        return bool(self.same_as or self.not_same_as or self.strength or self.best)


@dataclass(frozen=True)
class AgendaItem:
    """A point of a meeting's agenda: a brief, or a title alone; `minutes` is how long it may take."""

    brief: str | None
    title: str | None
    minutes: int | None


@dataclass(frozen=True)
class Dossier:
    """All that people decided: briefs/dossier.yml, entities.yml, topic-map.yml, agenda.yml and one file a brief.

    `publish` is ``whole``, ``excerpts`` or ``metadata``; `excerpt_context` counts the passages that an excerpt shows
    before and after a cited one. `notes` are what a person should know but need not mend.
    """

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
    agenda: tuple[AgendaItem, ...] = ()
    site_url: str | None = None
    excerpt_context: int = 1
    notes: tuple[Problem, ...] = ()


def dossier(
    document: Document,
    entities: tuple[Entity, ...],
    concepts: tuple[Concept, ...],
    briefs: tuple[BriefDefinition, ...],
    agenda: Document | None,
    notes: tuple[Problem, ...],
) -> Dossier:
    """Return the dossier that these make up; `document` is briefs/dossier.yml, accepted by its schema."""
    value: Any = document.value
    return Dossier(
        title=value["title"],
        description=value.get("description", ""),
        event=value["event"],
        parties=tuple(value["parties"]),
        events=tuple(_event(id_, event) for id_, event in value["events"].items()),
        facts=tuple(_fact(id_, fact) for id_, fact in value.get("facts", {}).items()),
        boilerplate=tuple(value.get("boilerplate", ())),
        rulings=tuple(_ruling(document, index, one) for index, one in enumerate(value.get("rulings", ()))),
        originator=value.get("originator", ""),
        marking=value.get("marking", ""),
        language=value.get("language", "en"),
        publish=value.get("publish", "whole"),
        entities=entities,
        concepts=concepts,
        briefs=briefs,
        agenda=tuple(_items(agenda)),
        site_url=value.get("site_url"),
        excerpt_context=value.get("excerpt_context", 1),
        notes=notes,
    )


def dossier_problems(document: Document) -> Iterator[Problem]:
    """Yield what the schema cannot see: facts without phrases, phrases never found, patterns that cannot be used."""
    value: Any = document.value
    for id_, fact in value.get("facts", {}).items():
        if not ("phrases" in fact or "values" in fact):
            yield document.key("facts", id_).problem(
                f"the fact `{id_}` has no phrases", "write `phrases:` or `values:`"
            )
        routes: list[Route] = [
            ("facts", id_, field, n) for field in ("phrases", "near") for n in range(len(fact.get(field, ())))
        ]
        routes += [
            ("facts", id_, "values", name, n)
            for name, list_ in fact.get("values", {}).items()
            for n in range(len(list_))
        ]
        for route in routes:
            phrase = str(document.get(*route))
            fault = phrases.fault(phrase) or phrases.any_figure(phrase)
            if fault:
                yield document.at(*route).problem(*fault)
    for index, pattern in enumerate(value.get("boilerplate", ())):
        fault = patterns.fault(pattern)
        if fault:
            yield document.at("boilerplate", index).problem(*fault)


def agenda_problems(document: Document) -> Iterator[Problem]:
    """Yield what the schema cannot see: an item that is neither a brief nor a title."""
    value: Any = document.value
    for index, item in enumerate(value["items"]):
        if not ("brief" in item or "title" in item):
            yield document.at("items", index).problem("this item has no name", "write `brief:` or `title:`")


def _event(id_: str, value: Any) -> Event:
    start, end = span(value["date"])
    return Event(
        id=id_,
        label=value["label"],
        short=value.get("short", value["label"]),
        start=start,
        end=end,
        place=value.get("place"),
        kind=value.get("kind"),
        known=value.get("known"),
    )


def _fact(id_: str, value: Any) -> Fact:
    values = {name: tuple(shown) for name, shown in value.get("values", {}).items()}
    return Fact(
        id_,
        value["label"],
        value.get("event"),
        tuple(value.get("phrases", ())),
        values,
        value.get("concept"),
        tuple(value.get("near", ())),
    )


def _ruling(document: Document, index: int, value: Any) -> Ruling:
    place = document.at("rulings", index, "quote")
    return Ruling(
        source=value["source"],
        quote=value["quote"],
        speaker=value.get("speaker"),
        holders=tuple(value["holders"]) if "holders" in value else None,
        concepts=tuple(value["concepts"]) if "concepts" in value else None,
        event=value.get("event"),
        note=value["note"],
        line=place.line,
        column=place.column,
        same_as=_words(value.get("same_as")),
        not_same_as=_words(value.get("not_same_as")),
        strength=value.get("strength"),
        best=value.get("best", False),
    )


def _words(value: Any) -> tuple[str, str] | None:
    return (value["source"], value["quote"]) if value else None


def _items(document: Document | None) -> Iterator[AgendaItem]:
    value: Any = document.value if document else {"items": ()}
    for item in value["items"]:
        yield AgendaItem(item.get("brief"), item.get("title"), item.get("minutes"))
