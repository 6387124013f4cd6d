"""What of the texts the pages may give: sources that are published in part keep the rest to themselves.

A source is published *whole*; in *excerpts*: the passages that briefs cite, and the body passages next to them; or as
*metadata*: briefs may quote it, and no page shows its text. Every page, the search and the exports follow from this.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from generator.comparison.items import Item
from generator.publication.publication import Publication

Key = tuple[int, int]


class PublishedWords:
    """What may be quoted, and what has an address on its source's page; by the keys of items."""

    def __init__(self, publication: Publication) -> None:
        cited = publication.cited_at.keys()
        self.anchored: Set[Key] = frozenset(_anchored_keys(publication, cited))
        self.quotable: Set[Key] = self.anchored | {
            item.key for item in publication.comparison.items if item.key in cited
        }

    def may_quote(self, item: Item) -> bool:
        """Tell whether pages may give the words of `item`."""
        return item.key in self.quotable

    def anchor(self, item: Item) -> str:
        """Return the fragment that leads to `item` on its source's page: ``#s4``, or "" where it does not stand."""
        return f"#s{item.index}" if item.key in self.anchored else ""


def _anchored_keys(publication: Publication, cited: Set[Key]) -> Iterator[Key]:
    around = publication.dossier.excerpt_context
    for own in publication.comparison.by_source.values():
        how = own[0].source.publish if own else "metadata"
        if how == "whole":
            yield from (item.key for item in own)
        elif how == "excerpts":
            body = [item for item in own if item.statement.passage.zone == "body"]
            near = {n + step for n, item in enumerate(body) if item.key in cited for step in range(-around, around + 1)}
            yield from (item.key for n, item in enumerate(body) if n in near)
            yield from (item.key for item in own if item.key in cited)
