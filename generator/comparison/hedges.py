"""Hedges: how strongly sources put one claim, by the word that governs it in each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from generator.comparison.claims import Claim
from generator.comparison.commitment import Commitment
from generator.comparison.items import Item
from generator.comparison.stances import Stance
from generator.dossier.dossier import Strength
from generator.statements.lexicon.strengths import rank


@dataclass(frozen=True)
class Hedge:
    """A wording of a claim, and the word that governs it."""

    stance: Stance
    commitment: Commitment

    @property
    def item(self) -> Item:
        """The item that has the wording."""
        return self.stance.item

    @property
    def strength(self) -> Strength:
        """How strongly it commits."""
        return self.commitment.strength

    @property
    def rank(self) -> int:
        """The place of its strength, from the weakest."""
        return rank(self.strength)

    @property
    def words(self) -> str:
        """The exact word."""
        start, end = self.commitment.span
        return self.item.source.text[start:end]


@dataclass(frozen=True)
class Strengths:
    """A claim that sources put with differing strength: a hedge a source."""

    claim: Claim
    hedges: tuple[Hedge, ...]


def strengths(claims: Iterable[Claim], among: Collection[tuple[int, int]]) -> tuple[Strengths, ...]:
    """Return the claims that sources put with differing strength, in order; only items with keys of `among` count.

    Of each source the strongest wording counts. A source that uses no word of the lexicon for it is left out.
    """
    found = ((claim, _strongest([s for s in claim.wordings if s.item.key in among])) for claim in claims)
    return tuple(Strengths(claim, own) for claim, own in found if len({hedge.rank for hedge in own}) > 1)


def _strongest(stances: Sequence[Stance]) -> tuple[Hedge, ...]:
    """Return the strongest hedge of each source in the order of the sources, the first where they are equal."""
    found: dict[int, Hedge] = {}
    for stance in sorted(stances, key=lambda stance: stance.key):
        if stance.commitment:
            hedge = Hedge(stance, stance.commitment)
            before = found.setdefault(stance.item.number, hedge)
            if before.rank < hedge.rank:
                found[stance.item.number] = hedge
    return tuple(found.values())
