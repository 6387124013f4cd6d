"""Entities: who and what the texts speak of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
