"""Which edition this is, and since which one each statement has been cited."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.comparison.comparison import Comparison
from generator.comparison.items import Item
from generator.dossier.dates import last_day
from generator.editions.history import Edition, History, StatementKey
from generator.sources import Source

# What makes a source another one for a reader. How a value is known, and the name of the file, do not.
_ABOUT = (
    "event", "type", "kind", "title", "publisher", "author", "issued", "language", "url", "rests_on", "origin",
    "publish", "withdrawn",
)  # fmt: skip


@dataclass(frozen=True)
class Dating:
    """The edition being made, what was published before it, and how each item of it is known there.

    `keys` holds, for each item by its key, what its statement is known by in the history. `new` is whether this edition
    differs in its sources from the last one.
    """

    edition: Edition = field(default=Edition(1, None, ""))
    before: History = field(default_factory=History)
    keys: Mapping[tuple[int, int], StatementKey] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number of this edition."""
        return self.edition.number

    @property
    def new(self) -> bool:
        """Whether the sources are others than those of the last edition."""
        return len(self.before.editions) < self.edition.number

    def since(self, item: Item) -> int:
        """Return the edition since which `item` is cited; what was never cited before is of this edition."""
        known = self.before.statements.get(self.keys.get(item.key, ("", "", 0)))
        return known.since if known else self.edition.number


# Of a dossier that was never published: everything is of edition 1.
FIRST = Dating()


def date_sources(history: History, comparison: Comparison) -> Dating:
    """Return which edition the sources of `comparison` make after `history`."""
    sources = [reading.source for reading in comparison.readings]
    digest = state_of(sources)
    last = history.editions[-1] if history.editions else None
    edition = last
    if edition is None or edition.digest != digest:
        edition = Edition(len(history.editions) + 1, newest(sources), digest)
    return Dating(edition, history, dict(item_keys(comparison.items)))


def state_of(sources: Iterable[Source]) -> str:
    """Return a digest of the sources by which a state of them is known again."""
    return _digest([[source.id, source.sha256, about(source)] for source in sources])


def about(source: Source) -> str:
    """Return a digest of what is known of a source, as far as it makes another source of it."""
    given_since = [(name, value) for name in ("outlet", "short") if (value := getattr(source, name))]
    return _digest([*(getattr(source, name) for name in _ABOUT), *given_since])


def newest(sources: Iterable[Source]) -> str | None:
    """Return the date of the newest source, as it is given; None where none has a date."""
    dates = [source.issued for source in sources if source.issued]
    return max(dates, key=lambda date: (last_day(date), date), default=None)


def item_keys(items: Iterable[Item]) -> Iterator[tuple[tuple[int, int], StatementKey]]:
    """Yield what the statement of each item, in the order of pages, is known by."""
    seen: Counter[tuple[str, str]] = Counter()
    for item in items:
        words = item.source.id, item.statement.passage.quote
        seen[words] += 1
        yield item.key, (*words, seen[words])


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=True).encode()).hexdigest()[:16]
