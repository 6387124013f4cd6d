"""The topic map: a tree of concepts, each with the words by which passages speak to it (SKOS names)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Near:
    """Phrases that must all stand within `within` words of each other."""

    phrases: tuple[str, ...]
    within: int


@dataclass(frozen=True)
class Match:
    """When a sentence speaks to a concept.

    At least one of `any` or `near`; every one of `all` (each a tuple of alternatives); none of `none`;
    and, where given, one of `context` in the sentence itself or in the thought that it continues.
    """

    any: tuple[str, ...] = ()
    all: tuple[tuple[str, ...], ...] = ()
    none: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    context: tuple[str, ...] = ()


@dataclass(frozen=True)
class Concept:
    """A node of the topic map. `path` is its address, as in ``sectors/energy``; `line` is where it stands in the file."""

    path: str
    pref_label: str
    alt_labels: tuple[str, ...]
    definition: str | None
    scope_note: str | None
    related: tuple[str, ...]
    match: Match
    line: int

    @property
    def broader(self) -> str | None:
        """The path of the concept above it, or None at the top."""
        return self.path.rpartition("/")[0] or None
