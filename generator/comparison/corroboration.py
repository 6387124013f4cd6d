"""Corroboration: the distinct sources in which the same holders take the same position on the same concept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.comparison.figures import contradict
from generator.comparison.items import Item
from generator.comparison.likeness import Cut, Likeness, stems
from generator.comparison.pairs import pairs
from generator.topics.topics import Mention

# Two statements of one position are taken for the same claim in other words from here on.
SAME = 0.25
# From here on it does not matter which words they share.
CLEAR = 0.4


@dataclass(frozen=True)
class Taken:
    """A position as one statement takes it: the item, and the mention that says which words speak to the concept."""

    item: Item
    mention: Mention

    @cached_property
    def clause(self) -> Cut:
        """The words that speak to the concept, to be held against those of others."""
        return self.item.cut(self.mention.clause)

    @cached_property
    def holders(self) -> tuple[str, ...]:
        """The parties that take it: of the clause that speaks to the concept, where it has a source of its own."""
        return self.item.statement.holders_on(self.mention.spans)

    @cached_property
    def claim(self) -> frozenset[str]:
        """The stems that could make a claim of it: of no name, and of no word that shows the concept."""
        plain = " ".join(word for word in self.item.words.text.split() if not word[:1].isupper())
        return frozenset(stems(plain)) - {
            stem for span in self.mention.spans for stem in stems(self.item.cut(span).text)
        }


@dataclass(frozen=True)
class Position:
    """What the same holders say on the same concept about the same event, in text order of the sources."""

    concept: str
    holders: tuple[str, ...]
    event: str | None
    taken: tuple[Taken, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The distinct sources, in their order."""
        return tuple(dict.fromkeys(taken.item.source.id for taken in self.taken))


def positions(items: Iterable[Item]) -> tuple[Position, ...]:
    """Return every position that the statements take, by first appearance; withdrawn sources support nothing."""
    found: dict[tuple[str, tuple[str, ...], str | None], list[Taken]] = defaultdict(list)
    for item in items:
        for mention in item.mapped.mentions if not item.source.withdrawn else ():
            taken = Taken(item, mention)
            if taken.holders:
                found[mention.concept, taken.holders, item.event].append(taken)
    return tuple(Position(concept, holders, event, tuple(taken)) for (concept, holders, event), taken in found.items())


@dataclass(frozen=True)
class Alike:
    """What other sources have on the claim of an item: the `same` claim, or the same but for another figure."""

    same: tuple[Item, ...] = ()
    other_figure: tuple[Item, ...] = ()


def corroborations(items: Sequence[Item], likeness: Likeness) -> Mapping[tuple[int, int], Alike]:
    """Return, for each item by its key, the items of other sources that make its claim; items without any are left out.

    They share the event, a concept and the holders, and are alike in wording, as a whole or in the clause that speaks
    to the concept. Where they are not much alike, they share more than names and the words of the concept. Only
    statements that share a concept are compared, and of very many not each with each (`pairs`).
    """
    groups: dict[tuple[str, tuple[str, ...], str | None], list[Taken]] = defaultdict(list)
    for item in items:
        if not item.source.withdrawn:
            for mention in item.mapped.mentions:
                taken = Taken(item, mention)
                groups[mention.concept, taken.holders, item.event].append(taken)
    same: dict[tuple[int, int], dict[tuple[int, int], Item]] = defaultdict(dict)
    other: dict[tuple[int, int], dict[tuple[int, int], Item]] = defaultdict(dict)
    for group in groups.values():
        for one, two in ((group[a], group[b]) for a, b in pairs([taken.item.words for taken in group], likeness)):
            if one.item.number != two.item.number and _is_same(one, two, likeness):
                into = other if contradict(one.item.words.text, two.item.words.text) else same
                into[one.item.key][two.item.key] = two.item
                into[two.item.key][one.item.key] = one.item
    return {
        key: Alike(_sorted(same[key]), _sorted({k: v for k, v in other[key].items() if k not in same[key]}))
        for key in sorted(same.keys() | other.keys())
    }


def alike(one: Taken, other: Taken, likeness: Likeness) -> float:
    """Return how alike two statements are on the concept that both speak to, from 0 to 1, figures aside."""
    holders = (one.holders, other.holders)
    whole = likeness.of(one.item.words, other.item.words, holders)
    if not all(holders):
        return whole  # a reporter's own line states nobody's position, so that a clause of it alone proves little
    return max(whole, likeness.of(one.clause, other.clause, holders))


# Sharing a concept of the topic map counts this much towards being the same claim; half where the holders differ.
_SHARED = 0.2


def same_claim(one: Item, other: Item, likeness: Likeness) -> float:
    """Return how likely two statements make one claim, from 0 up, for ranking pairs that may share no concept."""
    holders = (one.holders, other.holders)
    score = likeness.of(one.words, other.words, holders)
    shared = [
        alike(Taken(one, a), Taken(other, b), likeness)
        for a in one.mapped.mentions
        for b in other.mapped.mentions
        if a.concept == b.concept
    ]
    if shared:
        differ = bool(holders[0]) and bool(holders[1]) and set(holders[0]) != set(holders[1])
        score = max(shared) + _SHARED / (2 if differ else 1)
    return score / 2 if contradict(one.statement.passage.quote, other.statement.passage.quote) else score


def _is_same(one: Taken, other: Taken, likeness: Likeness) -> bool:
    """Tell whether two statements make one claim; a question makes none.

    Where they are not much alike, or nobody's position, they share more than names and the words of the concept.
    """
    score = alike(one, other, likeness)
    if score < SAME or any(taken.item.words.text.rstrip("”\"’' ").endswith("?") for taken in (one, other)):
        return False
    return (score >= CLEAR and bool(one.holders)) or bool(one.claim & other.claim)


def _sorted(items: Mapping[tuple[int, int], Item]) -> tuple[Item, ...]:
    return tuple(items[key] for key in sorted(items))
