"""What was published, as values: editions, and for every source, statement, value and brief since which edition.

An edition is the state of the sources. It is made when a source is added, changed, withdrawn or taken out; a change of
templates, of the topic map or of a brief belongs to the edition that stands. Everything here counts editions from 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# A statement is known by its source, its words, and which of equal words in that source it is, from 1.
StatementKey = tuple[str, str, int]


@dataclass(frozen=True)
class Edition:
    """A numbered state of the sources, dated by the newest of them (ISO 8601 of any precision; None: none is dated)."""

    number: int
    date: str | None
    digest: str


@dataclass(frozen=True)
class KnownSource:
    """A source as last published: the edition that brought it, and the last that changed its text or what is known."""

    id: str
    name: str
    since: int
    changed: int
    text: str
    about: str
    withdrawn: bool = False


@dataclass(frozen=True)
class Published:
    """A statement that a brief cites: its words, up to 32 code points around them, since when, and in which briefs.

    `also` are the other sources that make the same claim, each with the edition since which it does.
    """

    source: str
    quote: str
    nth: int
    before: str
    after: str
    since: int
    briefs: tuple[str, ...]
    also: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> StatementKey:
        """How it is found again."""
        return self.source, self.quote, self.nth


@dataclass(frozen=True)
class KnownValue:
    """A value that sources give for a thing (a fact, or a name), and since which edition."""

    thing: str
    value: str
    since: int


@dataclass(frozen=True)
class KnownBrief:
    """A brief as last published: when it was amended, when significantly, and digests of all of it and of its core."""

    id: str
    amended: int
    significant: int
    content: str
    core: str


@dataclass(frozen=True)
class Gone:
    """A statement that an edition no longer cites, with the reason in plain words."""

    edition: int
    source: str
    quote: str
    nth: int
    briefs: tuple[str, ...]
    why: str

    @property
    def key(self) -> StatementKey:
        """What it was known by."""
        return self.source, self.quote, self.nth


@dataclass(frozen=True)
class Lost:
    """A source that an edition no longer counts for a statement of another source, which stands."""

    edition: int
    source: str
    quote: str
    nth: int
    by: str


@dataclass(frozen=True)
class History:
    """Everything that was published. `statements` and `values` are in the order of pages."""

    editions: tuple[Edition, ...] = ()
    sources: Mapping[str, KnownSource] = field(default_factory=dict)
    statements: Mapping[StatementKey, Published] = field(default_factory=dict)
    values: Mapping[tuple[str, str], KnownValue] = field(default_factory=dict)
    briefs: Mapping[str, KnownBrief] = field(default_factory=dict)
    gone: tuple[Gone, ...] = ()
    lost: tuple[Lost, ...] = ()

    def date(self, number: int) -> str | None:
        """Return the date of an edition; None where it has none."""
        return next((edition.date for edition in self.editions if edition.number == number), None)
