"""Here: one passage with all that a reading of it needs, found once for the whole text and looked up by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.passages.passage import Passage
from generator.sources import Source
from generator.statements.mentions.grammar import Sentence
from generator.statements.mentions.mentions import mentions
from generator.statements.mentions.names import Names
from generator.statements.parse.units import Unit
from generator.statements.referents.context import Who
from generator.statements.relation import Relation, Span

# No sentence that anybody wrote holds more; a list of names without a stop must not take the square of its length.
_MOST = 100


@dataclass(frozen=True)
class Here:
    """A passage with its mentions, the relations that overlap it, and the quotations that reach into it.

    `beside` are the relations whose content overlaps those quotations: their cue may stand in another sentence. `units`
    is the parse of what it is a part of. `sources` are the relations that count here, with who their source is.
    """

    source: Source
    names: Names
    passage: Passage
    sentence: Sentence
    relations: tuple[Relation, ...]
    quoted: tuple[Span, ...]
    beside: tuple[Relation, ...]
    units: tuple[Unit, ...] = ()
    sources: tuple[tuple[Relation, Who], ...] = ()

    @property
    def text(self) -> str:
        """The text of the source, untouched."""
        return self.source.text

    def read(self, sources: Sequence[tuple[Relation, Who]]) -> Here:
        """Return the passage with those whom its relations have as their sources."""
        return Here(
            self.source, self.names, self.passage, self.sentence, self.relations, self.quoted, self.beside, self.units,
            tuple(sources),
        )  # fmt: skip

    def stretch(self, start: int, end: int) -> Sentence:
        """Return another stretch of the text, with its mentions."""
        return Sentence(self.text, start, end, mentions(self.text, start, end, self.names))


class Places:
    """Relations and quotations of a text, looked up by passage; `passages` are in text order and do not overlap."""

    def __init__(
        self,
        passages: Sequence[Passage],
        relations: Sequence[Relation],
        quoted: Sequence[Span],
        units: Sequence[Unit] = (),
    ) -> None:
        self._starts = [passage.start for passage in passages]
        self._ends = [passage.end for passage in passages]
        self._relations: list[list[Relation]] = [[] for _ in passages]
        self._contents: list[list[Relation]] = [[] for _ in passages]
        self._quoted: list[list[Span]] = [[] for _ in passages]
        for relation in relations:
            named = [span for span in (relation.source, relation.cue) if span is not None]
            for index in sorted({index for span in (*named, *relation.content) for index in self._over(span)}):
                self._relations[index].append(relation)
            for index in sorted({index for span in relation.content for index in self._over(span)}):
                self._contents[index].append(relation)
        for span in quoted:
            for index in self._over(span):
                self._quoted[index].append(span)
        self._units: list[list[Unit]] = [[] for _ in passages]
        for unit in units:
            for index in self._over((unit.start, unit.end)):
                self._units[index].append(unit)

    def _over(self, span: Span) -> range:
        """Return the indexes of the passages that `span` overlaps."""
        return range(bisect_right(self._ends, span[0]), bisect_left(self._starts, span[1]))

    def here(self, source: Source, names: Names, passage: Passage) -> Here:
        """Return all that a reading of `passage` needs; outside the body there are no relations."""
        index = bisect_left(self._starts, passage.start)
        body = passage.zone == "body"
        quoted = tuple(self._quoted[index]) if body else ()
        found = mentions(source.text, passage.start, passage.end, names)[:_MOST]
        return Here(
            source, names, passage, Sentence(source.text, passage.start, passage.end, found),
            tuple(self._relations[index][:_MOST]) if body else (), quoted, self._on(quoted)[:_MOST],
            tuple(self._units[index]),
        )  # fmt: skip

    def _on(self, quoted: Sequence[Span]) -> tuple[Relation, ...]:
        found: dict[int, Relation] = {}
        for start, end in quoted:
            for index in self._over((start, end)):
                for relation in self._contents[index]:
                    if any(low < end and start < high for low, high in relation.content):
                        found.setdefault(id(relation), relation)
        return tuple(found.values())
