"""Brief definitions: the question a page answers, its concepts, its sections in order, and the editor's key points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from generator.dossier.documents import Document
from generator.messages.problems import Problem

Section = Literal[
    "key-points", "facts", "overview", "positions", "by-concept", "who-reports-what", "since-then", "evidence",
    "objective", "points-to-make", "if-raised", "internal", "related", "sources",
]  # fmt: skip
Certainty = Literal["certain", "likely", "if raised"]


@dataclass(frozen=True)
class Evidence:
    """The exact words, in one source, that carry a line; `line` and `column` are where the quotation is written."""

    source: str
    quote: str
    line: int
    column: int


@dataclass(frozen=True)
class Point:
    """A line that an editor wrote, with the quotations that carry it. `number` is stable between editions.

    `line` and `column` are where the point begins, `text_line` and `text_column` where its text does.
    """

    number: int
    text: str
    evidence: tuple[Evidence, ...]
    event: str | None = None
    certainty: Certainty | None = None
    line: int = 1
    column: int = 1
    text_line: int = 1
    text_column: int = 1


@dataclass(frozen=True)
class Remark:
    """A text that an editor wrote and that has no evidence of its own: its field, and where it is written."""

    field: str
    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Reported:
    """A row of *who reports what*: a concept path, an entity whose names are compared, or a fact."""

    kind: Literal["concept", "names", "fact"]
    id: str


@dataclass(frozen=True)
class BriefDefinition:
    """One file of briefs/: what a page answers and from what it is made. `reviewed` is an edition (1 is the first).

    `remarks` are the question, the objective and the internal lines, as far as the page shows them.
    """

    id: str
    file: str
    title: str
    number: int
    question: str
    concepts: tuple[str, ...]
    sections: tuple[Section, ...]
    key_points: tuple[Point, ...] = ()
    facts: tuple[str, ...] = ()
    reported: tuple[Reported, ...] = ()
    objective: str | None = None
    points_to_make: tuple[Point, ...] = ()
    if_raised: tuple[Point, ...] = ()
    internal: tuple[str, ...] = ()
    pages: int | None = None
    reviewed: int | None = None
    event: str | None = None
    remarks: tuple[Remark, ...] = ()


_ALWAYS: tuple[Section, ...] = ("key-points", "positions", "evidence", "related", "sources")
_ORDER: tuple[Section, ...] = (
    "objective", "key-points", "points-to-make", "if-raised", "internal", "facts", "positions", "who-reports-what",
    "evidence", "related", "sources",
)  # fmt: skip
# The sections that show a field of the definition; some have something to show without it as well.
_FIELDS = {
    "key-points": "key_points",
    "facts": "facts",
    "who-reports-what": "reported",
    "objective": "objective",
    "points-to-make": "points_to_make",
    "if-raised": "if_raised",
    "internal": "internal",
}
_FILLED_BY_RULE = ("key-points", "who-reports-what")
_POINTS = ("key_points", "points_to_make", "if_raised")


def brief(document: Document, position: int) -> BriefDefinition:
    """Return the brief of a document that its schema accepts; `position`, from 1, is its number if it gives none."""
    value: Any = document.value
    return BriefDefinition(
        id=PurePosixPath(document.file).stem,
        file=document.file,
        title=value["title"],
        number=value.get("number", position),
        question=value["question"],
        concepts=tuple(value["concepts"]),
        sections=_sections(value),
        facts=tuple(value.get("facts", ())),
        reported=tuple(Reported(kind, id_) for row in value.get("reported", ()) for kind, id_ in row.items()),
        objective=value.get("objective"),
        internal=tuple(value.get("internal", ())),
        pages=value.get("pages"),
        reviewed=value.get("reviewed"),
        event=value.get("event"),
        remarks=tuple(_remarks(document, value)),
        **{name: tuple(_points(document, value, name)) for name in _POINTS},
    )


def brief_problems(document: Document) -> Iterator[Problem]:
    """Yield what the schema cannot see: two points of one list with the same number."""
    value: Any = document.value
    for name in _POINTS:
        seen: dict[int, int] = {}
        for index, point in enumerate(_points(document, value, name)):
            if point.number in seen:
                what = f"the number {point.number} stands twice in `{name}`, first on line {seen[point.number]}"
                mend = "give every point a number of its own, or none a number"
                yield document.at(name, index).problem(what, mend)
            seen.setdefault(point.number, point.line)


def brief_notes(document: Document) -> Iterator[Problem]:
    """Yield a note for what is written and no section shows, and for each section with nothing to show."""
    value: Any = document.value
    sections = _sections(value)
    for section, name in _FIELDS.items():
        if name in value and section not in sections:
            what = f"`{name}` is not published: `sections` does not name `{section}`"
            yield document.key(name).problem(what, f"add `{section}` to `sections`, or delete `{name}`")
        if section in sections and name not in value and section not in _FILLED_BY_RULE:
            what = f"the section `{section}` will be empty: there is no `{name}`"
            yield document.key("sections").problem(what, f"write `{name}:`, or take `{section}` out of `sections`")


def _sections(value: Any) -> tuple[Section, ...]:
    """Return the sections that are named, or else those that every brief has and those whose fields are written."""
    written = [section for section, name in _FIELDS.items() if name in value]
    by_rule = tuple(section for section in _ORDER if section in _ALWAYS or section in written)
    return tuple(value["sections"]) if "sections" in value else by_rule


def _remarks(document: Document, value: Any) -> Iterator[Remark]:
    shown = _sections(value)
    routes: list[tuple[str | int, ...]] = [("question",)]
    routes += [("objective",)] if "objective" in value and "objective" in shown else []
    routes += [("internal", n) for n in range(len(value.get("internal", ()))) if "internal" in shown]
    for route in routes:
        place = document.at(*route)
        yield Remark(str(route[0]), str(document.get(*route)), place.line, place.column)


def _points(document: Document, value: Any, name: str) -> Iterator[Point]:
    for index, point in enumerate(value.get(name, ())):
        place, text = document.at(name, index), document.at(name, index, "text")
        yield Point(
            number=point.get("number", index + 1),
            text=point["text"],
            evidence=tuple(
                _evidence(document, one, (name, index, "evidence", n)) for n, one in enumerate(point["evidence"])
            ),
            event=point.get("event"),
            certainty=point.get("certainty"),
            line=place.line,
            column=place.column,
            text_line=text.line,
            text_column=text.column,
        )


def _evidence(document: Document, value: Any, route: tuple[str | int, ...]) -> Evidence:
    place = document.at(*route, "quote")
    return Evidence(value["source"], value["quote"], place.line, place.column)
