"""Key points: the bottom line, in the editor's words, or by rule the claims that answer the question best."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefs.lines import ClaimLine, claim_line, firmness
from generator.briefs.material import Material
from generator.briefs.section import BriefLine
from generator.briefs.trust import is_sturdy
from generator.briefs.wording.choosing import is_courtesy
from generator.briefs.written import Points, flags, lines

AUTOMATIC = 4
# A further origin that carries a claim counts as much as so many places of strength, a further source as one.
_ORIGIN = 2


def make(material: Material) -> Points:
    """Return the editor's key points, or, where there are none, claims chosen by rule, labelled so."""
    written = material.definition.points["key_points"]
    if written:
        return Points("key-points", lines(material, written))
    return Points("key-points", tuple(_by_rule(material)), automatic=True)


def _by_rule(material: Material) -> Iterator[BriefLine]:
    """Yield the firmest and best supported claims on the brief's own concepts: of each side one, then the next best.

    No two are alike: of the same holders on the same concept, or in words that stand in another already.
    """
    ranked = sorted(_candidates(material), key=lambda pair: pair[0])
    chosen: list[ClaimLine] = []
    for first_of_side in (True, False):
        for _, line in ranked:
            known = any(each.who == line.who for each in chosen) if first_of_side else False
            if len(chosen) < AUTOMATIC and not known and not any(_alike(line, each) for each in chosen):
                chosen.append(line)
    chosen.sort(key=lambda line: next(rank for rank, each in ranked if each is line))
    for number, line in enumerate(chosen, start=1):
        said = flags(material, line.cited)
        yield BriefLine(number, "", line.cited, line.event, None, said, claim=line)


def _candidates(material: Material) -> Iterator[tuple[tuple[int, int, tuple[int, int]], ClaimLine]]:
    """Yield the claims of the brief's event that a clause of few words says, with what ranks them: the least first."""
    for claim in material.claims:
        if claim.event != material.event.id or is_courtesy(claim.wording.quote) or not is_sturdy(material, claim):
            continue
        for concept in (each for each in material.concepts if each.path in claim.concepts):
            line = claim_line(material, claim, concept)
            if line.quote is not None and line.self_contained and not line.teller:
                weight = firmness(line.strength) + _ORIGIN * len(claim.origins) + len(claim.sources)
                yield (-weight, len(line.quote.text), line.quote.item.key), line


def _alike(line: ClaimLine, other: ClaimLine) -> bool:
    if (line.who, line.concept) == (other.who, other.concept):
        return True
    same = line.first.item.key == other.first.item.key
    return same and line.first.span[0] < other.first.end and other.first.span[0] < line.first.end
