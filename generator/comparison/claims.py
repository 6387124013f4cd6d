"""Claims: what the same holders state on the same concept about the same event, said once, with all its wordings.

A claim is a star: its first clause, in the order of the sources, founds and names it, and a later one joins the claim
whose first clause it is most alike to. So what is added to the sources joins what stands or founds anew, and never
splits, merges or renames what was made of those before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.comparison.items import Item
from generator.comparison.likeness import Likeness
from generator.comparison.pairs import SMALL, Standing
from generator.comparison.sameness import sameness
from generator.comparison.stances import Stance
from generator.statements.lexicon.strengths import Strength


@dataclass(frozen=True)
class Claim:
    """One claim. `id` is that of its first clause: its source and where it starts.

    `wordings` are the clauses that make it, the best first. `sources` are the ids of those that carry it, in order of
    their numbers, and `origins` the ids of the origins that these have; `contradicts` the ids of claims that say
    another thing of the same.
    """

    id: str
    event: str | None
    holders: tuple[str, ...]
    concepts: tuple[str, ...]
    wordings: tuple[Stance, ...]
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    contradicts: tuple[str, ...] = ()

    @property
    def wording(self) -> Stance:
        """The clause that says it best."""
        return self.wordings[0]

    @property
    def best(self) -> Item:
        """The item that says it best."""
        return self.wording.item

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item that makes it, each once, the best first."""
        return tuple({wording.item.key: wording.item for wording in self.wordings}.values())

    @property
    def strength(self) -> Strength | None:
        """How strongly it commits its holders, in the words that say it best; None where no word there commits."""
        return self.wording.strength

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The figures that its wordings give, in one form each."""
        return tuple(sorted(frozenset[str]().union(*(wording.figures for wording in self.wordings))))


class Claims(tuple[Claim, ...]):
    """All claims, in the order of their first clauses."""

    @cached_property
    def on(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims on each concept itself, by its path."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self:
            for path in claim.concepts:
                found[path].append(claim)
        return {path: tuple(own) for path, own in found.items()}

    @cached_property
    def of_item(self) -> Mapping[tuple[int, int], tuple[Claim, ...]]:
        """The claims that an item makes, by its key."""
        found: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in self:
            for item in claim.items:
                found[item.key].append(claim)
        return {key: tuple(own) for key, own in found.items()}


def claims(found: Iterable[Stance], likeness: Likeness, origins: Mapping[str, str]) -> Claims:
    """Return the claims that the stances `found`, in order, make; `origins` gives the origin of each source's id."""
    stars: list[list[Stance]] = []
    groups: dict[tuple[str | None, tuple[str, ...], str], _Group] = defaultdict(lambda: _Group(likeness))
    for stance in found:
        own = [groups[stance.item.event, stance.holders, path] for path in stance.concepts]
        near = {place: stars[place][0] for group in own for place in group.near(stance)}
        scores = {place: sameness(first, stance, likeness) for place, first in near.items()}
        joined = max(sorted(scores), key=lambda place: scores[place], default=None)
        if joined is not None and scores[joined]:
            stars[joined].append(stance)
            continue
        for group in own:
            group.add(len(stars), stance)
        stars.append([stance])
    return Claims(_claim(star, origins) for star in stars)


class _Group:
    """The claims of the same holders on one concept about one event, by their places, found by their first clauses."""

    def __init__(self, likeness: Likeness) -> None:
        self._places: list[int] = []
        self._standing = Standing(likeness)

    def add(self, place: int, first: Stance) -> None:
        self._places.append(place)
        self._standing.add(first.item.words)

    def near(self, stance: Stance) -> Sequence[int]:
        """Return the places of the claims that `stance` is held against: all of a few, of very many the nearest."""
        if len(self._places) <= SMALL:
            return self._places
        return [self._places[at] for at in self._standing.near(stance.item.words)]


def _claim(star: Sequence[Stance], origins: Mapping[str, str]) -> Claim:
    first, ordered = star[0], sorted(star, key=_rank)
    sources = tuple(dict.fromkeys(stance.item.source.id for stance in star))
    return Claim(
        first.id,
        first.item.event,
        first.holders,
        tuple(dict.fromkeys(path for stance in ordered for path in stance.concepts)),
        tuple(ordered),
        sources,
        tuple(dict.fromkeys(origins[source] for source in sources)),
    )


def _rank(stance: Stance) -> tuple[bool, bool, tuple[int, int]]:
    """Show first what is said in so many words and attributed in the sentence itself."""
    statement = stance.item.statement
    return statement.inferred, statement.form not in ("direct quotation", "mixed"), stance.key
