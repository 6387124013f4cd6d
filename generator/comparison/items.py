"""A statement in its place among all sources: what the comparison and the pages refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.comparison.likeness import Cut
from generator.readings.reading import Reading
from generator.sources import Source
from generator.statements import Statement
from generator.topics.phrases import Span
from generator.topics.topics import Mapped


@dataclass(frozen=True)
class Item:
    """One statement of one source. `index` counts the passages of the source from 1, whatever their zone.

    A source's text never changes, and sources are numbered in the order in which they were added, so the `label`
    ("4.9": source 4, passage 9) is the same on every page, in every print and after every rebuild.
    """

    source: Source
    number: int
    index: int
    mapped: Mapped

    @property
    def label(self) -> str:
        """The citation label."""
        return f"{self.number}.{self.index}"

    @property
    def key(self) -> tuple[int, int]:
        """What items are sorted by."""
        return self.number, self.index

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.mapped.statement

    @cached_property
    def words(self) -> Cut:
        """Its words, to be held against those of others."""
        return Cut(self.number, self.mapped.statement.passage.quote)

    def cut(self, span: Span) -> Cut:
        """Return the words of a part of it, to be held against those of others."""
        return Cut(self.number, self.source.text[span[0] : span[1]])

    @property
    def holders(self) -> tuple[str, ...]:
        """The parties that take a position in it: together, where there are more than one.

        A sentence in which parties speak each for itself (*while the one supports it, the other does not*) is a joint
        position of nobody, and the words of one are not the other's: as a whole it counts for none.
        """
        return self.statement.holders

    def holders_on(self, path: str) -> tuple[str, ...]:
        """Return whose position it states on the concept at `path`: of the clause that speaks to it, if of one."""
        found = (self.statement.holders_on(one.spans) for one in self.mapped.mentions if one.concept == path)
        return next(found, self.holders)

    @property
    def event(self) -> str | None:
        """The event it is about: its own where a person ruled so, else its source's."""
        return self.mapped.statement.event or self.source.event

    def speaks_to(self, path: str) -> bool:
        """Tell whether it speaks to the concept at `path` or to one below it."""
        return any(concept == path or concept.startswith(path + "/") for concept in self.mapped.concepts)


def items(readings: Iterable[Reading]) -> Iterator[Item]:
    """Yield every passage of every source in order."""
    for reading in readings:
        for index, mapped in enumerate(reading.mapped, start=1):
            yield Item(reading.source, reading.number, index, mapped)
