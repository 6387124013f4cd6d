"""Entities: who and what the texts speak of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from generator.dossier.dates import first_day, last_day
from generator.dossier.documents import Document
from generator.messages.problems import Problem

EntityType = Literal["party", "person", "body", "place", "instrument"]


@dataclass(frozen=True)
class Office:
    """An office that a person holds: the titles it is called by, and its first and last day (ISO 8601; None: open)."""

    titles: tuple[str, ...]
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class Entity:
    """A party, person, body, place or instrument with the labels that texts use for it (SKOS names).

    `party` is the id of the party that a person or body speaks for. `demonyms` ("Alderian") and `metonyms`
    (a capital, a palace) belong to parties. `pronoun` is ``he``, ``she`` or ``they``.
    """

    id: str
    type: EntityType
    pref_label: str
    alt_labels: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    party: str | None = None
    pronoun: str | None = None
    offices: tuple[Office, ...] = ()
    abbreviation: str | None = None
    definition: str | None = None
    scope_note: str | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """Every name of it, the preferred one first."""
        return (self.pref_label, *self.alt_labels)


_ONLY_FOR: dict[str, tuple[EntityType, ...]] = {
    "demonyms": ("party",),
    "metonyms": ("party",),
    "offices": ("person",),
    "pronoun": ("person",),
    "party": ("person", "body"),
}


def entities(document: Document) -> tuple[Entity, ...]:
    """Return the entities of a document that its schema accepts, in the order of the file."""
    assert isinstance(document.value, dict)
    return tuple(_entity(id_, value) for id_, value in document.value.items())


def entity_problems(document: Document) -> Iterator[Problem]:
    """Yield what the schema cannot see: names of another type of entity, and offices that end before they begin."""
    assert isinstance(document.value, dict)
    for id_, entity in document.value.items():
        assert isinstance(entity, dict)
        for name in entity:
            types = _ONLY_FOR.get(name, get_args(EntityType))
            if entity["type"] not in types:
                mend = f"delete it, or correct the type of `{id_}`"
                yield document.key(id_, name).problem(
                    f"`{name}` is for {' or '.join(types)}, not {entity['type']}", mend
                )
        for index, office in enumerate(_offices(entity)):
            if office.start and office.end and office.start > office.end:
                yield document.at(id_, "offices", index, "to").problem(
                    "this office ends before it begins", "correct the dates"
                )


def entity_notes(document: Document, found: Sequence[Entity]) -> Iterator[Problem]:
    """Yield a note for each name that two entities share so that nothing in a text can tell them apart."""
    called: dict[tuple[str, str | None, str], list[Entity]] = {}
    for entity in found:
        for name in dict.fromkeys(_names(entity)):
            others = called.setdefault((entity.type, entity.party, _fold(name)), [])
            for other in others:
                if other is not entity and _together(other, entity):
                    what = f"`{other.id}` and `{entity.id}` are both called `{name}`: a text that says so names neither"
                    yield document.key(entity.id).problem(what, "give one of them another name, or leave the name out")
            others.append(entity)


def _entity(id_: str, value: Any) -> Entity:
    return Entity(
        id=id_,
        type=value["type"],
        pref_label=value["pref_label"],
        alt_labels=tuple(value.get("alt_labels", ())),
        demonyms=tuple(value.get("demonyms", ())),
        metonyms=tuple(value.get("metonyms", ())),
        party=value.get("party"),
        pronoun=value.get("pronoun"),
        offices=_offices(value),
        abbreviation=value.get("abbreviation"),
        definition=value.get("definition"),
        scope_note=value.get("scope_note"),
    )


def _offices(value: Any) -> tuple[Office, ...]:
    return tuple(
        Office(
            titles=tuple(office["titles"]),
            start=first_day(str(office["from"])) if "from" in office else None,
            end=last_day(str(office["to"])) if "to" in office else None,
        )
        for office in value.get("offices", ())
    )


def _names(entity: Entity) -> tuple[str, ...]:
    return (*entity.labels, *entity.demonyms, *entity.metonyms)


def _together(one: Entity, other: Entity) -> bool:
    """Tell whether both can be meant on one day; without offices a person can be meant on any."""
    if not one.offices or not other.offices:
        return True
    return any(
        (a.start or "0") <= (b.end or "9999-12-31") and (b.start or "0") <= (a.end or "9999-12-31")
        for a in one.offices
        for b in other.offices
    )


def _fold(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(char for char in bare if not unicodedata.combining(char)).split())
