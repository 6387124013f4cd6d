"""How much of many sources a page shows: none grows without bound, and each says how much more there is, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

# Sources that have a column, a card or a name of their own, beyond which they are counted.
SOURCES = 8
# Sources that have a row of their own.
ROWS = 40
# By the names that templates use: how many of each are shown.
BOUNDS: Mapping[str, int] = MappingProxyType({
    "sources": SOURCES,
    "claims": 10,  # of one holder on a concept, or of one concept on the page of a holder
    "values": 6,  # of one fact or name
    "differences": 12,  # of one kind
    "said": 4,  # by one speaker on one concept
    "words": 3,  # of one source on one concept
})  # fmt: skip
# Passages compared between two events, divided among the top concepts, and the fewest of one.
COMPARED, FEWEST_COMPARED = 24, 3
# Lines on a page of a list.
LINES = 120

T = TypeVar("T")


def share(found: Sequence[T], parts: int) -> Sequence[T]:
    """Return as many of what is compared between events as one of `parts` top concepts has room for."""
    return found[: max(FEWEST_COMPARED, COMPARED // max(1, parts))]
