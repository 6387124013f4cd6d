"""Stances: the clauses in which somebody takes a position, each with its holders and the concepts it speaks to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.comparison.commitment import Commitment, commitment
from generator.comparison.figures import figures
from generator.comparison.items import Item
from generator.comparison.likeness import Cut
from generator.comparison.substance import is_substantial
from generator.dossier.dossier import Strength
from generator.topics.phrases import Span
from generator.topics.topics import Mention


@dataclass(frozen=True)
class Stance:
    """A clause ``[start, end)`` of an item, in code points of its source, that states the position of `holders`.

    `mentions` are the concepts that it speaks to, in topic-map order: one at least.
    """

    item: Item
    span: Span
    holders: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def key(self) -> tuple[int, int]:
        """What wordings are sorted by: the number of the source, and where in its text the clause starts."""
        return self.item.number, self.span[0]

    @property
    def id(self) -> str:
        """What names it for good: source and start."""
        return f"{self.item.source.id}:{self.span[0]}"

    @cached_property
    def speaker(self) -> str | None:
        """The entity id of who uttered it, None where nobody known is said to have."""
        clause = self.item.statement.clause_of([self.span])
        return (clause.speaker if clause else None) or self.item.statement.speaker

    @property
    def quote(self) -> str:
        """The exact words."""
        return self.words.text

    @cached_property
    def words(self) -> Cut:
        """The words, to be held against those of others."""
        return self.item.cut(self.span)

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        """The paths of the concepts that it speaks to."""
        return tuple(mention.concept for mention in self.mentions)

    @cached_property
    def commitment(self) -> Commitment | None:
        """The word that commits its holders: the one that governs the first words that show a concept."""
        shown = [span for mention in self.mentions for span in mention.spans if self.span[0] <= span[0] < self.span[1]]
        return commitment(self.item.source.text, self.span[0], min(shown, default=self.span)[0])

    @property
    def strength(self) -> Strength | None:
        """How strongly it commits its holders; None where no word there does."""
        return self.commitment.strength if self.commitment else None

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures in it, in one form each."""
        return figures(self.quote)


def stances(items: Iterable[Item]) -> Iterator[Stance]:
    """Yield every clause of `items` that states something of somebody's, in order; withdrawn sources state nothing.

    Where what shows a concept stands in no single clause, the passage as a whole takes the position of all its holders.
    """
    for item in items:
        if item.source.withdrawn or item.statement.asks or item.statement.passage.zone != "body":
            continue
        found: dict[tuple[Span, tuple[str, ...]], list[Mention]] = defaultdict(list)
        for mention in item.mapped.mentions:
            clause = item.statement.clause_of(mention.spans)
            alone = clause is None or len(item.statement.clauses) == 1
            holders = item.statement.holders if alone or clause is None else clause.holders
            if holders:
                span = _whole(item) if clause is None else (clause.start, clause.end)
                found[span, holders].append(mention)
        if any(span == _whole(item) for span, _ in found):
            every = [mention for mentions in found.values() for mention in mentions]
            found = defaultdict(list, {(_whole(item), item.statement.holders): every})
        for (span, holders), mentions in sorted(found.items(), key=lambda pair: pair[0]):
            if is_substantial(item.cut(span).text):
                yield Stance(item, span, holders, tuple(mentions))


def _whole(item: Item) -> Span:
    return item.statement.passage.start, item.statement.passage.end
