"""The topic map: a tree of concepts, each with the words by which passages speak to it (SKOS names)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.dossier import phrases
from generator.dossier.documents import Document, Route
from generator.dossier.used_subjects import Node, nodes, use_problems
from generator.messages.problems import Problem


@dataclass(frozen=True)
class Near:
    """Phrases that must all stand within `within` words of each other."""

    phrases: tuple[str, ...]
    within: int


@dataclass(frozen=True)
class Match:
    """When a sentence speaks to a concept.

    At least one of `any` (those of `exact` stand there in quotation marks) or `near`; every one of `all` (each a tuple
    of alternatives); none of `none`; and, where given, one of `context` in the sentence itself, in the thought that it
    continues or in the heading above. Once the text has spoken to the concept, one of `again` is enough, too.
    """

    any: tuple[str, ...] = ()
    all: tuple[tuple[str, ...], ...] = ()
    none: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    context: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


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
    return tuple(_concept(document, node) for node in nodes(document))


def concept_problems(document: Document) -> Iterator[Problem]:
    """Yield what the schema cannot see: unknown subjects, phrases that find nothing, a match that asks for nothing."""
    yield from use_problems(document)
    for node in nodes(document):
        for spot, phrase in _leaves(node.own.get("match", {}), (*node.route, "match")):
            fault = phrases.fault(phrase)
            if fault:
                yield document.at(*spot).problem(*fault)
        match = _match(node)
        if "match" in node.value and not (match.any or match.near or match.all):
            mend = "write the phrases to find under `any`"
            yield document.key(*node.route, "match").problem(
                "this says what must not be there, but not what must", mend
            )


def concept_notes(document: Document) -> Iterator[Problem]:
    """Yield a note for each concept that no sentence can ever speak to and that has none below it."""
    for node in nodes(document):
        if _match(node) == Match() and not {"narrower", "use"} & node.value.keys():
            what = f"nothing can speak to `{node.path}`: it has no `match`, and its names do not count"
            yield document.key(*node.route).problem(what, "write `match:`, or delete `labels_match: false`")


def _leaves(value: Any, route: Route) -> Iterator[tuple[Route, str]]:
    """Yield each text in `value` and its route."""
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, (dict, list)):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(below, (*route, step))


def _concept(document: Document, node: Node) -> Concept:
    place = document.at(*node.used) if node.used else document.key(*node.route)
    return Concept(
        path=node.path,
        pref_label=node.value.get("pref_label", node.route[-1]),
        alt_labels=tuple(node.value.get("alt_labels", ())),
        definition=node.value.get("definition"),
        scope_note=node.value.get("scope_note"),
        related=tuple(node.value.get("related", ())),
        match=_match(node),
        line=place.line,
        say=node.value.get("say"),
    )


def _match(node: Node) -> Match:
    match = node.value.get("match", {})
    near = match.get("near", [])
    wanted = [*match.get("any", ()), *map(phrases.exact, match.get("exact", ()))]
    # `all` alone is enough for a sentence to match; names beside it would become one more condition.
    if not ("all" in match and not wanted and not near):
        wanted += [name for name in node.names if name not in wanted and not phrases.fault(name)]
    return Match(
        any=tuple(wanted),
        all=tuple((one,) if isinstance(one, str) else tuple(one) for one in match.get("all", ())),
        none=tuple(match.get("none", ())),
        near=tuple(Near(tuple(one["phrases"]), one["within"]) for one in (near if isinstance(near, list) else [near])),
        context=tuple(match.get("context", ())),
        again=tuple(match.get("again", ())),
    )
