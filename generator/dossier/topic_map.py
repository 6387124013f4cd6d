"""The topic map: a tree of concepts, each with the words by which passages speak to it (SKOS names)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.dossier import phrases
from generator.dossier.documents import Document, Route
from generator.messages.problems import Problem


@dataclass(frozen=True)
class Near:
    """Phrases that must all stand within `within` words of each other."""

    phrases: tuple[str, ...]
    within: int


@dataclass(frozen=True)
class Match:
    """When a sentence speaks to a concept.

    At least one of `any` or `near`; every one of `all` (each a tuple of alternatives); none of `none`;
    and, where given, one of `context` in the sentence itself, in the thought that it continues or in the heading above.
    """

    any: tuple[str, ...] = ()
    all: tuple[tuple[str, ...], ...] = ()
    none: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    context: tuple[str, ...] = ()


@dataclass(frozen=True)
class Concept:
    """A node of the topic map.

    `path` is its address, as in ``sea/fishing``; `line` is where it stands in the file. `say` are the few words that
    stand for it in the cell of a table.
    """

    path: str
    pref_label: str
    alt_labels: tuple[str, ...]
    definition: str | None
    scope_note: str | None
    related: tuple[str, ...]
    match: Match
    line: int
    say: str | None = None

    @property
    def words(self) -> str:
        """What stands for it in the cell of a table: a few words, or else its name."""
        return self.say or self.pref_label

    @property
    def broader(self) -> str | None:
        """The path of the concept above it, or None at the top."""
        return self.path.rpartition("/")[0] or None


def concepts(document: Document) -> tuple[Concept, ...]:
    """Return the concepts of a document that its schema accepts, each before those below it, in the order of the file.

    Where the names of a concept count as phrases, they stand in its `match.any`, after those that were written there.
    """
    return tuple(_concept(document, route, value, named) for route, value, named in _nodes(document))


def concept_problems(document: Document) -> Iterator[Problem]:
    """Yield what the schema cannot see: phrases that can never be found, and a match that asks for nothing."""
    for route, value, named in _nodes(document):
        for spot, phrase in _leaves(value.get("match", {}), (*route, "match")):
            fault = phrases.fault(phrase)
            if fault:
                yield document.at(*spot).problem(*fault)
        match = _match(value, named)
        if "match" in value and not (match.any or match.near or match.all):
            mend = "write the phrases to find under `any`"
            yield document.key(*route, "match").problem("this says what must not be there, but not what must", mend)


def concept_notes(document: Document) -> Iterator[Problem]:
    """Yield a note for each concept that no sentence can ever speak to and that has none below it."""
    for route, value, named in _nodes(document):
        if _match(value, named) == Match() and "narrower" not in value:
            what = f"nothing can speak to `{_path(route)}`: it has no `match`, and its names do not count"
            yield document.key(*route).problem(what, "write `match:`, or delete `labels_match: false`")


def _nodes(document: Document) -> Iterator[tuple[tuple[str, ...], Any, bool]]:
    """Yield each concept: its route in the document, its value, and whether its names count as phrases."""
    stack: list[tuple[tuple[str, ...], Any, bool]] = [((), {"narrower": document.value}, True)]
    while stack:
        route, value, named = stack.pop()
        named = named and value.get("labels_match", True)
        if route:
            yield route, value, named
        below = (*route, "narrower") if route else ()
        stack.extend(((*below, id_), node, named) for id_, node in reversed(value.get("narrower", {}).items()))


def _leaves(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    """Yield each text in `value` and its route."""
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, (dict, list)):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(below, (*route, step))


def _path(route: tuple[str, ...]) -> str:
    return "/".join(route[::2])


def _concept(document: Document, route: tuple[str, ...], value: Any, named: bool) -> Concept:
    return Concept(
        path=_path(route),
        pref_label=value["pref_label"],
        alt_labels=tuple(value.get("alt_labels", ())),
        definition=value.get("definition"),
        scope_note=value.get("scope_note"),
        related=tuple(value.get("related", ())),
        match=_match(value, named),
        line=document.key(*route).line,
        say=value.get("say"),
    )


def _match(value: Any, named: bool) -> Match:
    match = value.get("match", {})
    near = match.get("near", [])
    wanted = list(match.get("any", ()))
    # `all` alone is enough for a sentence to match; names beside it would become one more condition.
    if named and not ("all" in match and not wanted and not near):
        names = (value["pref_label"], *value.get("alt_labels", ()))
        wanted += [name for name in names if name not in wanted and not phrases.fault(name)]
    return Match(
        any=tuple(wanted),
        all=tuple((one,) if isinstance(one, str) else tuple(one) for one in match.get("all", ())),
        none=tuple(match.get("none", ())),
        near=tuple(Near(tuple(one["phrases"]), one["within"]) for one in (near if isinstance(near, list) else [near])),
        context=tuple(match.get("context", ())),
    )
