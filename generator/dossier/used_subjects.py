"""Subjects of the library in a topic map: what `use` brings in, and what the map itself adds, renames or leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.dossier.documents import Document, Route
from generator.dossier.names import nearest, show, suggestion
from generator.messages.phrasing import join_words
from generator.messages.problems import Problem
from generator.subjects.library import library, subjects_with

_MOST_NEAR = 5


@dataclass(frozen=True)
class Node:
    """A concept of a topic map as it holds: `value` with what its subject gives, `own` what the map itself says.

    `names` are those that count as phrases. `route` leads to it in the document; where the map says nothing of a
    subject but that it uses it, `used` leads to that entry.
    """

    route: tuple[str, ...]
    value: Mapping[str, Any]
    own: Mapping[str, Any]
    names: tuple[str, ...]
    used: Route = ()

    @property
    def path(self) -> str:
        """The ids from the top down to it, with a stroke between."""
        return "/".join(self.route[::2])


def nodes(document: Document) -> Iterator[Node]:
    """Yield each concept before those below it: first the subjects that are used, then the others, as written."""
    top: Any = document.value
    whole = {"use": top.get("use", ()), "narrower": {name: value for name, value in top.items() if name != "use"}}
    stack: list[tuple[Node, bool]] = [(Node((), whole, whole, ()), True)]
    while stack:
        node, named = stack.pop()
        if node.route:
            yield node
        stack.extend(reversed([*_below(node, named)]))


def _below(node: Node, named: bool) -> Iterator[tuple[Node, bool]]:
    route = (*node.route, "narrower") if node.route else ()
    written = node.value.get("narrower", {})
    used = {id_: index for index, id_ in enumerate(node.own.get("use", ())) if id_ in library()}
    for id_ in (*used, *(name for name in written if name not in used)):
        own = written.get(id_, {})
        counts = named and own.get("labels_match", True)
        value = _join(library()[id_], own) if id_ in used else own
        entry: Route = (*node.route, "use", used[id_]) if id_ in used and id_ not in written else ()
        names = [*([own["pref_label"]] if "pref_label" in own else []), *own.get("alt_labels", ())] if counts else []
        yield Node((*route, id_), value, own, tuple(names), entry), counts


def _join(subject: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return `subject` with what the map says of it: texts stand in the place of its own, phrases beside them."""
    theirs, ours = subject["match"], own.get("match", {})
    left_out = {*ours.get("without", ())}
    match = {**theirs, **ours}
    for field in ("any", "exact", "all", "none", "context", "again", "near"):
        both = [*_as_list(theirs.get(field, ())), *_as_list(ours.get(field, ()))]
        match[field] = [entry for entry in both if isinstance(entry, dict | list) or entry not in left_out]
    return {**subject, **own, "match": {field: value for field, value in match.items() if value}}


def _as_list(value: Any) -> list[Any]:
    return [value] if isinstance(value, dict) else list(value)


def use_problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the subjects that a map uses, and the concepts of its own that have no name."""
    whole: Any = document.value
    yield from _unknown(document, (), whole.get("use", ()))
    for node in nodes(document):
        yield from _unknown(document, node.route, node.own.get("use", ()))
        if "pref_label" not in node.value:
            what = f"`pref_label` is missing in `{node.route[-1]}`"
            yield document.at(*node.route).problem(what, "write `pref_label:` and its value")
        yield from _nothing_left_out(document, node)


def _unknown(document: Document, route: Route, used: Any) -> Iterator[Problem]:
    for index, id_ in enumerate(used):
        if id_ not in library():
            what = f"there is no subject {show(id_)} in the library"
            yield document.at(*route, "use", index).problem(what, _mend(id_))


def _mend(id_: str) -> str:
    near = nearest(id_, library())
    found = (near,) if near else subjects_with(id_.replace("-", " "))[:_MOST_NEAR]
    if found:
        return f"write {join_words([f'`{name}`' for name in found], 'or')}"
    return suggestion(id_, library()) + "; or write a concept of your own, with its phrases"


def _nothing_left_out(document: Document, node: Node) -> Iterator[Problem]:
    subject = library().get(node.route[-1]) if node.value is not node.own else None
    theirs = subject["match"] if subject else {}
    phrases = [entry for value in theirs.values() for entry in _as_list(value) if isinstance(entry, str)]
    for index, phrase in enumerate(node.own.get("match", {}).get("without", ())):
        if phrase not in phrases:
            what = f"the subject `{node.route[-1]}` has no phrase {show(phrase)} that could be left out"
            if not subject:
                what = f"`{node.route[-1]}` uses no subject, so there is no phrase to leave out"
            mend = suggestion(phrase, phrases) if nearest(phrase, phrases) else "delete it"
            yield document.at(*node.route, "match", "without", index).problem(what, mend)
