"""Brief definitions: the question a page answers, its concepts, its sections in order, and the editor's key points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
    """A line that an editor wrote, with the quotations that carry it. `number` is stable between editions."""

    number: int
    text: str
    evidence: tuple[Evidence, ...]
    event: str | None = None
    certainty: Certainty | None = None
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Reported:
    """A row of *who reports what*: a concept path, an entity whose names are compared, or a fact."""

    kind: Literal["concept", "names", "fact"]
    id: str


@dataclass(frozen=True)
class BriefDefinition:
    """One file of briefs/: what a page answers and from what it is made."""

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
