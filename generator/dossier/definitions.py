"""Brief definitions: the question a page answers, its concepts, its sections in order, and the editor's key points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from generator.dossier.documents import Document
from generator.kinds.kinds import Field, former_names, kinds
from generator.messages.problems import Problem

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
class BriefDefinition:
    """One file of briefs/: what a page answers and from what it is made. `reviewed` is an edition (1 is the first).

    What fills a section stands by the name of its field: `points` has every field of lines with quotations, empty where
    nothing is written, and `written` every other one that is written, lists as tuples. `remarks` are the question and,
    as far as the page shows them, the words in other fields that have no evidence of their own. `parties` are those
    that it sets side by side where they are others than the dossier's.
    """

    id: str
    file: str
    title: str
    number: int
    question: str
    concepts: tuple[str, ...]
    sections: tuple[str, ...]
    points: Mapping[str, tuple[Point, ...]]
    written: Mapping[str, Any]
    pages: int | None = None
    reviewed: int | None = None
    event: str | None = None
    parties: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def brief(document: Document, position: int, pages: int | None = None) -> BriefDefinition:
    """Return the brief of a document that its schema accepts.

    `position`, from 1, is its number if it gives none, and `pages` the most that its print may have.
    """
    value: Any = document.value
    return BriefDefinition(
        id=PurePosixPath(document.file).stem,
        file=document.file,
        title=value["title"],
        number=value.get("number", position),
        question=value["question"],
        concepts=tuple(value["concepts"]),
        sections=_sections(value),
        points={field.name: tuple(_points(document, value, field.name)) for field in _fields() if field.of_points},
        written={f.name: _kept(value[f.name]) for f in _fields() if f.name in value and not f.of_points},
        pages=value.get("pages", pages),
        reviewed=value.get("reviewed"),
        event=value.get("event"),
        parties=tuple(value.get("parties", ())),
        remarks=tuple(_remarks(document, value)),
    )


def _fields() -> Iterator[Field]:
    yield from (kind.field for kind in kinds().values() if kind.field)


def _kept(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def brief_problems(document: Document) -> Iterator[Problem]:
    """Yield what the schema cannot see: two points of one list with the same number."""
    value: Any = document.value
    for name in (field.name for field in _fields() if field.of_points):
        seen: dict[int, int] = {}
        for index, point in enumerate(_points(document, value, name)):
            if point.number in seen:
                what = f"the number {point.number} stands twice in `{name}`, first on line {seen[point.number]}"
                mend = "give every point a number of its own, or none a number"
                yield document.at(name, index).problem(what, mend)
            seen.setdefault(point.number, point.line)


def brief_notes(document: Document) -> Iterator[Problem]:
    """Yield a note for what is written and no section shows, for sections with nothing to show, and former names."""
    value: Any = document.value
    for index, name in enumerate(value.get("sections", ())):
        new = former_names().get(name)
        if new:
            yield document.at("sections", index).problem(f"the section `{name}` is `{new}` now", f"write `{new}`")
    sections = _sections(value)
    for kind in kinds().values():
        if kind.field is None:
            continue
        name = kind.field.name
        if name in value and kind.name not in sections:
            what = f"`{name}` is not published: `sections` does not name `{kind.name}`"
            yield document.key(name).problem(what, f"add `{kind.name}` to `sections`, or delete `{name}`")
        if kind.field.needed and kind.name in sections and name not in value:
            what = f"the section `{kind.name}` will be empty: there is no `{name}`"
            yield document.key("sections").problem(what, f"write `{name}:`, or take `{kind.name}` out of `sections`")


def _sections(value: Any) -> tuple[str, ...]:
    """Return the sections that are named, or else those that every brief has and those whose fields are written.

    One that is named by a former name is the one that shows the same now.
    """
    by_rule = (kind.name for kind in kinds().values() if kind.default or (kind.field and kind.field.name in value))
    former = former_names()
    return tuple(dict.fromkeys(former.get(name, name) for name in value.get("sections", by_rule)))


def _remarks(document: Document, value: Any) -> Iterator[Remark]:
    shown = _sections(value)
    routes: list[tuple[str | int, ...]] = [("question",)]
    for field in (kind.field for kind in kinds().values() if kind.name in shown and kind.field):
        if field.of_words and field.name in value:
            words = value[field.name]
            routes += [(field.name, n) for n in range(len(words))] if isinstance(words, list) else [(field.name,)]
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
