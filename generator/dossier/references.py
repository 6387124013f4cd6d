"""Ids in one file that must exist in another: where they are written, and whether they exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from generator.dossier.documents import Document, Route
from generator.dossier.names import show, suggestion
from generator.kinds.kinds import kinds
from generator.messages.problems import Problem

# By schema: routes (`*` is any step; a leading `**` any number of steps) and what is referred to there.
_ROUTES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "dossier": (
        ("event", "event"),
        ("parties *", "party"),
        ("facts * event", "event"),
        ("facts * concept", "concept"),
        ("rulings * source", "source"),
        ("rulings * same_as source", "source"),
        ("rulings * not_same_as source", "source"),
        ("rulings * speaker", "entity"),
        ("rulings * holders *", "party"),
        ("rulings * concepts *", "concept"),
        ("rulings * event", "event"),
    ),
    "entities": (("* party", "party"),),
    "topic-map": (("* related *", "concept"), ("** narrower * related *", "concept")),
    "brief": (
        ("concepts *", "concept"),
        ("event", "event"),
        ("parties *", "party"),
    ),
    "agenda": (("items * brief", "brief"),),
    "sources": (("* event", "event"), ("* speakers *", "entity")),
}
_OF_POINTS = {"* event": "event", "* evidence * source": "source"}
_WRITTEN_IN = {
    "event": "under `events` in briefs/dossier.yml",
    "fact": "under `facts` in briefs/dossier.yml",
    "entity": "in briefs/entities.yml",
    "party": "in briefs/entities.yml",
    "concept": "in briefs/topic-map.yml",
    "source": "in seeds/sources.yml",
    "brief": "among the briefs",
}


@dataclass(frozen=True)
class Ids:
    """The ids that exist, by kind; None where the file that lists them could not be read: then nothing is unknown."""

    event: Set[str] | None = None
    fact: Set[str] | None = None
    entity: Set[str] | None = None
    party: Set[str] | None = None
    concept: Set[str] | None = None
    source: Set[str] | None = None
    brief: Set[str] | None = None


def unknown(document: Document, schema: str, known: Ids) -> Iterator[Problem]:
    """Yield a problem for each id in `document` that refers to nothing."""
    routes = (*_ROUTES[schema], *(_of_sections() if schema == "brief" else ()))
    for route in document.values:
        kind = next((kind for pattern, kind in routes if _fits(route, pattern)), None)
        ids = getattr(known, kind) if kind else None
        name = document.get(*route)
        if ids is None or not isinstance(name, str) or name in ids:
            continue
        what = f"there is no {kind} {show(name)} {_WRITTEN_IN[str(kind)]}"
        if kind == "party" and known.entity and name in known.entity:
            what = f"the entity {show(name)} is not of type party"
        yield document.at(*route).problem(what, suggestion(name, ids))


def _of_sections() -> Iterator[tuple[str, str]]:
    """Yield the routes below the fields of a brief that fill its sections."""
    for field in (kind.field for kind in kinds().values() if kind.field):
        refers = _OF_POINTS if field.of_points else field.refers
        yield from ((f"{field.name} {route}", named) for route, named in refers.items())


def _fits(route: Route, pattern: str) -> bool:
    steps = pattern.split()
    if steps[0] == "**":
        steps, route = steps[1:], route[-len(steps) + 1 :]
    return len(route) == len(steps) and all(step in ("*", part) for step, part in zip(steps, route, strict=True))
