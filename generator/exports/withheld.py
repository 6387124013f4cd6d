"""What of the texts may leave the machine: sources that are published in part keep the rest to themselves."""

from __future__ import annotations

from generator.comparison.items import Item
from generator.publication.publication import Publication


def withheld(publication: Publication) -> frozenset[tuple[int, int]]:
    """Return the keys of the passages whose words no export gives.

    These are the passages that no page cites, of sources of which only excerpts or only the metadata is published.
    """
    return frozenset(
        item.key
        for item in publication.comparison.items
        if item.source.publish != "whole" and item.key not in publication.cited_at
    )


def cited_in(publication: Publication, item: Item) -> list[str]:
    """Return the ids of the briefs that cite `item`, in their order."""
    return list(dict.fromkeys(place.brief for place in publication.cited_at.get(item.key, ())))
