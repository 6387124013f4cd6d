"""Decisions: what people ruled of claims: the same or not, how strong, and which wording is the best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.comparison.stances import Stance
from generator.dossier.dossier import Ruling, Strength


@dataclass(frozen=True)
class Decisions:
    """What rulings say of stances, by their ids; `notes` has why, for each stance that a ruling names."""

    same: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    best: frozenset[str] = frozenset()
    strengths: dict[str, Strength] = field(default_factory=dict)
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def joins(self, stance: Stance, held: Iterable[Stance]) -> bool:
        """Tell whether a person ruled that `stance` makes one claim with one of `held`."""
        return any(frozenset((stance.id, other.id)) in self.same for other in held)

    def parts(self, stance: Stance, held: Iterable[Stance]) -> bool:
        """Tell whether a person ruled that `stance` makes another claim than one of `held`."""
        return any(frozenset((stance.id, other.id)) in self.apart for other in held)


NO_DECISIONS = Decisions()


def decisions(rulings: Sequence[Ruling], stances: Sequence[Stance]) -> Decisions:
    """Return what `rulings` say of `stances`: of those that their words touch."""
    same, apart, best = set[frozenset[str]](), set[frozenset[str]](), set[str]()
    strengths: dict[str, Strength] = {}
    notes: dict[str, tuple[str, ...]] = {}
    for ruling in rulings:
        if not ruling.is_on_claims:
            continue
        own = _overlaps(ruling.source, ruling.quote, stances)
        for words, into, what in (
            (ruling.same_as, same, "the same claim"),
            (ruling.not_same_as, apart, "not the same claim"),
        ):
            others = _overlaps(*words, stances) if words else []
            into.update(frozenset((stance.id, other.id)) for stance in own for other in others if stance != other)
            for stance in (*own, *others) if words else ():
                notes[stance.id] = (*notes.get(stance.id, ()), f"{what}, decided by a person: {ruling.note}")
        for stance in own:
            if ruling.best:
                best.add(stance.id)
                notes[stance.id] = (*notes.get(stance.id, ()), f"best wording, decided by a person: {ruling.note}")
            if ruling.strength:
                strengths[stance.id] = ruling.strength
                said = f"strength: {ruling.strength}, decided by a person: {ruling.note}"
                notes[stance.id] = (*notes.get(stance.id, ()), said)
    return Decisions(frozenset(same), frozenset(apart), frozenset(best), strengths, notes)


def _overlaps(source: str, quote: str, stances: Iterable[Stance]) -> list[Stance]:
    """Return the stances that the words `quote` of `source` touch."""
    found = []
    for stance in stances:
        if stance.item.source.id == source:
            start = stance.item.source.text.find(quote)
            if start >= 0 and stance.span[0] < start + len(quote) and start < stance.span[1]:
                found.append(stance)
    return found
