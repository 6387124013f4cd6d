"""Hedges: how strongly a statement commits its holders, by the words that it uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.comparison.commitment import commitment
from generator.comparison.corroboration import Taken, alike
from generator.comparison.items import Item
from generator.comparison.likeness import Likeness
from generator.statements.lexicon.strengths import Strength, rank
from generator.topics.phrases import Span
from generator.topics.topics import Mention

# Lower than for the same claim: that the verbs differ is what is looked for.
ALIKE = 0.2


@dataclass(frozen=True)
class Hedge:
    """The word of commitment that governs a mention: its strength, and its span in code points of the source."""

    item: Item
    mention: Mention
    strength: Strength
    span: Span

    @property
    def rank(self) -> int:
        """The place of its strength, from the weakest."""
        return rank(self.strength)

    @property
    def words(self) -> str:
        """The exact word."""
        return self.item.source.text[self.span[0] : self.span[1]]


def hedge(item: Item, mention: Mention) -> Hedge | None:
    """Return the word of commitment that governs the words that show the concept; None where none stands before."""
    if not mention.spans:
        return None
    found = commitment(item.source.text, item.statement.passage.start, mention.spans[0][0])
    return Hedge(item, mention, found.strength, found.span) if found else None


@dataclass(frozen=True)
class Strengths:
    """How strongly the same holders are reported on one concept and event: a hedge a source, of differing strength."""

    concept: str
    holders: tuple[str, ...]
    event: str | None
    hedges: tuple[Hedge, ...]


def strengths(items: Sequence[Item], likeness: Likeness) -> tuple[Strengths, ...]:
    """Return where sources differ in how strongly they put the same thing, in order of appearance.

    The same thing: of the same holders, on the same concept and event, and alike in wording from `ALIKE` on. Of each
    source the strongest wording counts. Sources that use no word of the list are left out.
    """
    found: dict[tuple[str, tuple[str, ...], str | None], list[Hedge]] = {}
    for item in items:
        for mention in item.mapped.mentions:
            holders = item.statement.holders_on(mention.spans)
            made = hedge(item, mention) if holders else None
            if made:
                found.setdefault((mention.concept, holders, item.event), []).append(made)
    rows = ((key, _strongest(_comparable(hedges, likeness))) for key, hedges in found.items())
    return tuple(Strengths(*key, hedges) for key, hedges in rows if len({one.rank for one in hedges}) > 1)


def _comparable(hedges: Sequence[Hedge], likeness: Likeness) -> list[Hedge]:
    """Return the hedges to which one of another source is alike."""

    def taken(one: Hedge) -> Taken:
        return Taken(one.item, one.mention)

    return [
        one
        for one in hedges
        if any(
            one.item.number != other.item.number and alike(taken(one), taken(other), likeness) >= ALIKE
            for other in hedges
        )
    ]


def _strongest(hedges: Sequence[Hedge]) -> tuple[Hedge, ...]:
    """Return the strongest hedge of each source, the first where they are equal."""
    found: dict[str, Hedge] = {}
    for one in hedges:
        before = found.setdefault(one.item.source.id, one)
        if before.rank < one.rank:
            found[one.item.source.id] = one
    return tuple(found.values())
