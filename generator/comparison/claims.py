"""Claims: what the same holders state on the same concept about the same event, said once, with all its wordings.

A claim is a star: one of its clauses at least, its hub, is like all the others; likeness is never passed on in chains.
Its first clause, in the order of the sources, names it, and a later one joins the claim whose hub it is most like. So
what is added to the sources joins what stands or founds anew, and never splits, merges or renames what was made before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.comparison.decisions import NO_DECISIONS, Decisions
from generator.comparison.items import Item
from generator.comparison.likeness import Likeness
from generator.comparison.pairs import SMALL, Standing, pairs
from generator.comparison.provenance import is_first_hand
from generator.comparison.sameness import contradicts, is_repeat, sameness
from generator.comparison.stances import Stance
from generator.dossier.dossier import Strength

# Of very many wordings, only the first so many may become the one that all others are like.
_MOST_HUBS = 30
_DECIDED = 2.0  # more alike than any words are
# So many wordings of each of two claims, the best first, are asked whether they contradict each other.
_MOST_HELD = 4


@dataclass(frozen=True)
class Claim:
    """One claim. `id` is that of its first clause: its source and where it starts.

    `wordings` are the clauses that make it, the best first. `sources` are the ids of those that carry it, in order of
    their numbers, and `origins` the ids of the origins that these have; `contradicts` the ids of claims that say
    another thing of the same. `lines` are its wordings as lists show them: each line a wording, and those that are
    nearly the same and so need no line of their own. `notes` say what people decided of it, and why.
    """

    id: str
    event: str | None
    holders: tuple[str, ...]
    concepts: tuple[str, ...]
    wordings: tuple[Stance, ...]
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    contradicts: tuple[str, ...] = ()
    lines: tuple[tuple[Stance, ...], ...] = ()
    ruled_strength: Strength | None = None
    notes: tuple[str, ...] = ()

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
        """How strongly it commits its holders: as a person ruled, else in its best wording; None: not at all."""
        return self.ruled_strength or self.wording.strength

    @property
    def folded(self) -> tuple[Stance, ...]:
        """The wordings that are nearly the same as the best."""
        return self.lines[0][1:]

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


def claims(
    found: Iterable[Stance],
    likeness: Likeness,
    origins: Mapping[str, str],
    decided: Decisions = NO_DECISIONS,
) -> Claims:
    """Return the claims that the stances `found`, in order, make; `origins` gives the origin of each source's id."""
    stars: list[_Star] = []
    groups: dict[tuple[str | None, tuple[str, ...], str], _Group] = defaultdict(lambda: _Group(likeness))
    for stance in found:
        own = [groups[stance.item.event, stance.holders, path] for path in stance.concepts]
        near = {place for group in own for place in group.near(stance)}
        near |= {place for place, star in enumerate(stars) if decided.same and decided.joins(stance, star.stances)}
        scores = {place: stars[place].score(stance, likeness, decided) for place in sorted(near)}
        joined = max(scores, key=lambda place: scores[place], default=None)
        if joined is None or not scores[joined]:
            joined = len(stars)
            stars.append(_Star())
        stars[joined].add(stance, likeness, decided)
        for group in own:
            group.add(joined, stance)
    made = [_claim(star, origins, likeness, decided) for star in stars]
    against = _contradictions(made, groups.values(), likeness)
    return Claims(
        replace(claim, contradicts=tuple(made[other].id for other in sorted(against.get(place, ()))))
        for place, claim in enumerate(made)
    )


def _contradictions(made: Sequence[Claim], groups: Iterable[_Group], likeness: Likeness) -> Mapping[int, set[int]]:
    """Return, by the place of a claim, the places of those that contradict it: of claims of the same group."""
    found: dict[int, set[int]] = defaultdict(set)
    held: set[tuple[int, int]] = set()
    for group in groups:
        for place, other in group.pairs(likeness):
            if (place, other) not in held and _is_contrary(made[place], made[other], likeness):
                found[place].add(other)
                found[other].add(place)
            held.add((place, other))
    return found


def _is_contrary(claim: Claim, other: Claim, likeness: Likeness) -> bool:
    return any(
        contradicts(stance, against, likeness)
        for stance in claim.wordings[:_MOST_HELD]
        for against in other.wordings[:_MOST_HELD]
    )


class _Star:
    """The stances of one claim: its hubs are those that all the others are like, so that one always is."""

    def __init__(self) -> None:
        self.stances: list[Stance] = []
        self.hubs: list[Stance] = []

    def score(self, stance: Stance, likeness: Likeness, decided: Decisions) -> float:
        """Return how alike `stance` is to the hub that it is most like; 0 where it is of another claim."""
        if decided.parts(stance, self.stances):
            return 0.0
        if decided.joins(stance, self.stances):
            return _DECIDED
        return max(sameness(hub, stance, likeness) for hub in self.hubs)

    def add(self, stance: Stance, likeness: Likeness, decided: Decisions) -> None:
        """Take `stance` in, which a hub is like: the hubs that it is not like are none any more."""
        if self.stances and decided.joins(stance, self.stances):
            self.stances.append(stance)  # no hub need be like what a person put here
            return
        if len(self.stances) < _MOST_HUBS and all(sameness(held, stance, likeness) for held in self.stances):
            self.hubs.append(stance)
        self.hubs = [hub for hub in self.hubs if hub is stance or sameness(hub, stance, likeness)]
        self.stances.append(stance)


class _Group:
    """The claims of the same holders on one concept about one event, by their places, found by their stances."""

    def __init__(self, likeness: Likeness) -> None:
        self._places: list[int] = []
        self._stances: list[Stance] = []
        self._standing = Standing(likeness)

    def add(self, place: int, stance: Stance) -> None:
        self._places.append(place)
        self._stances.append(stance)
        self._standing.add(stance.item.words)

    def pairs(self, likeness: Likeness) -> Iterator[tuple[int, int]]:
        """Yield the places ``(earlier, later)`` of two claims that are worth comparing."""
        for first, second in pairs([stance.item.words for stance in self._stances], likeness):
            places = sorted((self._places[first], self._places[second]))
            if places[0] != places[1]:
                yield places[0], places[1]

    def near(self, stance: Stance) -> Iterable[int]:
        """Return the places of the claims that `stance` is held against: all of a few, of very many the nearest."""
        if len(self._places) <= SMALL:
            return self._places
        return (self._places[at] for at in self._standing.near(stance.item.words))


def _claim(star: _Star, origins: Mapping[str, str], likeness: Likeness, decided: Decisions) -> Claim:
    chosen = [stance for stance in star.stances if stance.id in decided.best]
    first, best = star.stances[0], min(chosen or star.hubs, key=_rank)
    ordered = [best, *sorted((stance for stance in star.stances if stance is not best), key=_rank)]
    sources = tuple(dict.fromkeys(stance.item.source.id for stance in star.stances))
    return Claim(
        first.id,
        first.item.event,
        first.holders,
        tuple(dict.fromkeys(path for stance in ordered for path in stance.concepts)),
        tuple(ordered),
        sources,
        origins_of(star.stances, origins),
        lines=tuple(map(tuple, _lines(ordered, likeness))),
        ruled_strength=next((decided.strengths[s.id] for s in ordered if s.id in decided.strengths), None),
        notes=tuple(dict.fromkeys(note for stance in ordered for note in decided.notes.get(stance.id, ()))),
    )


def origins_of(stances: Sequence[Stance], origins: Mapping[str, str]) -> tuple[str, ...]:
    """Return the origins of wordings of one claim: reports of what one person said are one set of remarks."""
    groups: list[list[Stance]] = []
    for stance in stances:
        group = next((group for group in groups if all(_is_one_origin(stance, held, origins) for held in group)), None)
        if group is None:
            groups.append([stance])
        else:
            group.append(stance)
    return tuple(dict.fromkeys(origins[group[0].item.source.id] for group in groups))


def _is_one_origin(stance: Stance, other: Stance, origins: Mapping[str, str]) -> bool:
    if origins[stance.item.source.id] == origins[other.item.source.id]:
        return True
    speaker, first_hand = stance.speaker, is_first_hand(stance.item.source) and is_first_hand(other.item.source)
    return speaker is not None and speaker == other.speaker and not first_hand


def _lines(ordered: Sequence[Stance], likeness: Likeness) -> list[list[Stance]]:
    """Return the wordings of a claim, each under the first that it is nearly the same as."""
    lines: list[list[Stance]] = []
    for stance in ordered:
        line = next((line for line in lines if is_repeat(line[0], stance, likeness)), None)
        if line is None:
            lines.append([stance])
        else:
            line.append(stance)
    return lines


def _rank(stance: Stance) -> tuple[bool, bool, tuple[int, int]]:
    """Show first what is said in so many words and attributed in the sentence itself."""
    statement = stance.item.statement
    return statement.inferred, statement.form not in ("direct quotation", "mixed"), stance.key
