"""How far a claim can be trusted to be its holders' own, for the places of a page that show it without its sentence.

In a table or a bottom line a reader does not see who told it. What is only carried on from a sentence before, meant by
*they*, or told by another party, stands among the claims, where its note says so, and is not set up as a position.
"""

from __future__ import annotations

from generator.briefs.material import Material
from generator.comparison.claims import Claim
from generator.comparison.stances import Stance


def is_sturdy(material: Material, claim: Claim) -> bool:
    """Tell whether one wording of `claim` at least is its holders' own, named in the sentence or by *he* and *she*."""
    every = set(claim.holders) == set(material.dossier.parties)
    return any(_is_own(wording, every) and not teller(material, wording) for wording in claim.wordings)


def teller(material: Material, stance: Stance) -> str:
    """Return who tells the position of others, where that is somebody of another party; "" else."""
    if not stance.speaker:
        return ""
    entity = next((entity for entity in material.dossier.entities if entity.id == stance.speaker), None)
    if entity is None:
        return ""
    party = entity.party or entity.id
    return "" if party in stance.holders or party not in material.dossier.parties else entity.pref_label


def _is_own(stance: Stance, every: bool) -> bool:
    """Tell whether a wording is its holders' own; `every`: they are all that the dossier sets side by side.

    *They agreed* is safe to be said of both where there are no others.
    """
    statement = stance.item.statement
    clause = statement.clause_of([stance.span])
    if (clause is not None and clause.sure == "certain") or statement.how in ("document", "issued"):
        return True
    named = statement.how in ("pronoun", "collective") and bool(statement.cue)
    return named and (every or (statement.how == "pronoun" and len(stance.holders) == 1))
