"""What every section of a brief is, and what other parts may ask of it; the rooms in sections/ say what each holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from generator.briefs.lines import ClaimLine
from generator.briefs.quotes import Quote
from generator.dossier.definitions import Certainty
from generator.dossier.dossier import Event


@dataclass(frozen=True)
class Newer:
    """A passage cited only since the last review of a line, and in what it bears on the line."""

    why: str
    quote: Quote


@dataclass(frozen=True)
class BriefLine:
    """A line of a brief: the editor's words, or ("" as `text`) the quotation itself; `quotes` carry it.

    `flags` are what a reader must know of it, in plain words (one source only); `claim` is the line of the claim that a
    rule chose; `newer` is what an editor must look at
    before the line counts as reviewed again.
    """

    number: int
    text: str
    quotes: tuple[Quote, ...]
    event: Event | None = None
    certainty: Certainty | None = None
    flags: tuple[str, ...] = ()
    newer: tuple[Newer, ...] = ()
    claim: ClaimLine | None = None


@dataclass(frozen=True)
class Part:
    """What a reader can find in a section by its label; `anchor` leads to it where it has an address of its own."""

    label: str
    anchor: str
    holds: object


@dataclass(frozen=True)
class Support:
    """A line of a brief: what kind of line it is, its words, its citation labels, and the sources that carry it."""

    kind: str
    text: str
    labels: tuple[str, ...]
    sources: tuple[str, ...]
    by_editor: bool = False


@runtime_checkable
class Selective(Protocol):
    """What says less than all that it holds: the silence of a source, say, is no word of the page."""

    def said(self) -> tuple[object, ...]:
        """Return what, when it is another, amends the page."""


@dataclass(frozen=True)
class Section:
    """What a section of a brief holds; templates say how it looks. A kind answers what is true of it, and no more."""

    def parts(self) -> Iterator[Part]:
        """Yield what it is divided into for readers; all of it, without a label, where it is not."""
        yield Part("", "", self)

    def supports(self) -> Iterator[Support]:
        """Yield its lines that sources carry and that would lose something if one were withdrawn, in their order."""
        yield from ()

    def values(self) -> Iterator[tuple[str, str]]:
        """Yield each thing with each value that it shows sources to give for it."""
        yield from ()

    def core(self) -> tuple[object, ...]:
        """Return what, when it is another, amends the page significantly."""
        return tuple(sorted(set(self.values())))

    def editors_lines(self) -> tuple[BriefLine, ...]:
        """Return its lines that an editor wrote, each with the quotations that carry it."""
        return ()


def support(kind: str, text: str, quotes: tuple[Quote, ...], *, by_editor: bool = False) -> Support:
    """Return the line of the words `text` that `quotes` carry."""
    return Support(
        kind,
        text,
        tuple(dict.fromkeys(quote.item.label for quote in quotes)),
        tuple(dict.fromkeys(quote.item.source.id for quote in quotes)),
        by_editor,
    )
