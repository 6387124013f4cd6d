"""Unlisted: persons whom the texts name as speakers and whom briefs/entities.yml does not know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.comparison.items import Item
from generator.publication.wording import short_name

# Two words with capitals are a person's name; *two officials* can be in no list.
_NAMED = re.compile(r"(?!(?:The|An?|Its|His|Her|Their) )\b[^\W\d_a-z][\w’'.-]* [^\W\d_a-z][\w’'-]+")


@dataclass(frozen=True)
class Unlisted:
    """Somebody whom the dossier does not know, in the words of the texts, with what is said to be from them."""

    words: str
    items: tuple[Item, ...]

    @property
    def holders(self) -> tuple[str, ...]:
        """The parties whose position counts all the same, because the words name them."""
        return tuple(sorted({party for item in self.items for party in item.holders}))


def find_unlisted(items: Sequence[Item]) -> tuple[Unlisted, ...]:
    """Return who speaks in `items` by a name and is in no list: those without a party first, then by how much."""
    found: dict[str, list[Item]] = {}
    for item in items:
        words = short_name(item.statement.stranger)
        if _NAMED.search(words) and not item.source.withdrawn:
            found.setdefault(words, []).append(item)
    everyone = [Unlisted(words, tuple(said)) for words, said in found.items()]
    return tuple(sorted(everyone, key=lambda one: (bool(one.holders), -len(one.items), one.items[0].key)))
