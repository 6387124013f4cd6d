"""Since then: what became of claims at a later event: kept, firmer, weaker, new, or no longer said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.comparison.claims import Claim
from generator.comparison.developments import readable
from generator.comparison.items import Item
from generator.comparison.likeness import Likeness
from generator.comparison.provenance import is_first_hand
from generator.comparison.redline import Change
from generator.comparison.sameness import sameness
from generator.comparison.stances import Stance
from generator.statements.lexicon.strengths import rank

Became = Literal["kept", "firmer", "weaker", "new", "beside"]
# A later claim is new only where no earlier sentence on any subject of the brief shares this part of its words.
KNOWN = 0.15


@dataclass(frozen=True)
class Later:
    """A claim of a later event, and what of an earlier one it is held against (None: nothing; it is new).

    `became` is *beside* where the two are not the same claim: they stand side by side and nothing is said of them.
    `changes` is the redline of two close wordings in the parties' own words; empty otherwise.
    """

    claim: Claim
    earlier: Claim | None
    became: Became
    changes: tuple[Change, ...] = ()


def later_claims(
    before: Sequence[Claim], after: Sequence[Claim], known: Sequence[Item], likeness: Likeness
) -> tuple[Later, ...]:
    """Return what became of each claim of `after`, in order, held against the claims of `before`.

    `known` are all that earlier sources say on the subject: what one of these says is not new.
    """
    return tuple(_later(claim, before, known, likeness) for claim in after)


def _later(claim: Claim, before: Sequence[Claim], known: Sequence[Item], likeness: Likeness) -> Later:
    own = claim.wording
    same = [other for other in before if other.holders == claim.holders]
    nearest = max(same, key=lambda other: _alike(claim, other, likeness), default=None)
    if nearest is not None and _alike(claim, nearest, likeness):
        changes = _redline(nearest.wording, own, likeness)
        return Later(claim, nearest, _became(nearest, claim), changes)
    shared = [other for other in before if _is_of_party(other, claim) and set(other.concepts) & set(claim.concepts)]
    if shared:
        words = own.item.words
        return Later(claim, max(shared, key=lambda other: likeness.overlap(other.best.words, words)), "beside")
    if any(likeness.overlap(item.words, own.item.words) >= KNOWN for item in known):
        return Later(claim, None, "beside")
    return Later(claim, None, "new")


def _alike(claim: Claim, other: Claim, likeness: Likeness) -> float:
    """Return how alike the wordings of two claims are that are most alike; 0 where they are two claims."""
    if set(claim.concepts).isdisjoint(other.concepts):
        return 0.0
    return max(sameness(held, stance, likeness) for held in other.wordings[:4] for stance in claim.wordings[:4])


def _is_of_party(earlier: Claim, later: Claim) -> bool:
    return set(later.holders) <= set(earlier.holders)


def _became(earlier: Claim, later: Claim) -> Became:
    """Tell firmer from weaker only by the parties' own words: two reports' paraphrases are no development."""
    ranks = [rank(claim.strength) for claim in (earlier, later) if claim.strength and _is_own(claim.wording)]
    if len(ranks) < 2 or ranks[0] == ranks[1]:
        return "kept"
    return "firmer" if ranks[0] < ranks[1] else "weaker"


def _redline(was: Stance, now: Stance, likeness: Likeness) -> tuple[Change, ...]:
    return readable(was.words, now.words, likeness) if _is_own(was) and _is_own(now) else ()


def _is_own(stance: Stance) -> bool:
    """Tell whether the words are those of who holds it: quoted, or of a text that is itself what was said."""
    quoted = stance.item.statement.form in ("direct quotation", "mixed", "joint text", "own text")
    return quoted or is_first_hand(stance.item.source)
