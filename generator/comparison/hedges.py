"""Hedges: how strongly a statement commits its holders, by the words that it uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.comparison.corroboration import Taken, alike
from generator.comparison.items import Item
from generator.comparison.likeness import Likeness
from generator.statements.lexicon.strengths import commitments
from generator.topics.phrases import Span
from generator.topics.topics import Mention
from generator.topics.words import Word, words


@dataclass(frozen=True)
class Strength:
    """A degree of commitment: its rank, from 1 (a wish) up to 6 (done), and what pages call it."""

    rank: int
    name: str


STRENGTHS = tuple(
    Strength(rank, name)
    for rank, name in enumerate(
        ("hope or wish", "request or proposal", "readiness or support", "intention", "agreement or pledge", "done"), 1
    )
)
# Every word that counts, from the lexicon; a word that has no strength there says nothing about it.
_FORMS = {word: STRENGTHS[rank - 1] for word, rank in commitments().items()}
# Lower than for the same claim: that the verbs differ is what is looked for.
ALIKE = 0.2
_JOINING = frozenset({"and", "or", "but", "while"})


@dataclass(frozen=True)
class Hedge:
    """The word of commitment that governs a mention: its strength, and its span in code points of the source."""

    item: Item
    mention: Mention
    strength: Strength
    span: Span

    @property
    def words(self) -> str:
        """The exact word."""
        return self.item.source.text[self.span[0] : self.span[1]]


def hedge(item: Item, mention: Mention) -> Hedge | None:
    """Return the word of commitment that governs the words that show the concept; None where none stands before them.

    In *hopes that they continue to support passage* it is *hopes*: from the nearest word before, we go to the one
    before that, as long as the nearer is not a verb of its own (*supports trade and welcomed talks*: *welcomed*).
    """
    if not mention.spans:
        return None
    sentence = words(item.source.text, item.statement.passage.start, mention.spans[0][0])
    found: Word | None = None
    for at in range(len(sentence) - 1, -1, -1):
        if sentence[at].folded in _FORMS:
            found = sentence[at]
            if _of_its_own(sentence, at):
                break
    return Hedge(item, mention, _FORMS[found.folded], (found.start, found.end)) if found else None


def _of_its_own(sentence: Sequence[Word], at: int) -> bool:
    """Tell whether the verb begins a thing said anew: it is inflected, and joined to what stands before."""
    return at > 0 and sentence[at - 1].folded in _JOINING and sentence[at].folded.endswith(("s", "ed"))


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
    return tuple(Strengths(*key, hedges) for key, hedges in rows if len({one.strength.rank for one in hedges}) > 1)


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
        if before.strength.rank < one.strength.rank:
            found[one.item.source.id] = one
    return tuple(found.values())
