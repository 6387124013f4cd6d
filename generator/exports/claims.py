"""Every claim with its wordings, one row each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparison.claims import Claim
from generator.comparison.stances import Stance
from generator.exports.withheld import withheld
from generator.publication.publication import Publication

Row = dict[str, object]


def claim_rows(publication: Publication) -> Iterator[Row]:
    """Yield the claims in the order of their first clauses, the best wording of each first.

    `start` and `end` count Unicode code points of the file decoded as UTF-8 without newline translation, end exclusive.
    `quote` is null where the source is published in part and no page cites the passage.
    """
    kept = withheld(publication)
    for claim in publication.comparison.claims:
        yield _row(claim, kept)


def _row(claim: Claim, kept: frozenset[tuple[int, int]]) -> Row:
    return {
        "id": claim.id,
        "event": claim.event,
        "holders": list(claim.holders),
        "concepts": list(claim.concepts),
        "strength": claim.strength,
        **_wording(claim.wording, kept),
        "items": [_wording(wording, kept) for wording in claim.wordings],
        "sources": len(claim.sources),
        "origins": len(claim.origins),
        "contradicts": list(claim.contradicts),
    }


def _wording(wording: Stance, kept: frozenset[tuple[int, int]]) -> Row:
    return {
        "source": wording.item.source.id,
        "start": wording.span[0],
        "end": wording.span[1],
        "quote": None if wording.item.key in kept else wording.quote,
    }
