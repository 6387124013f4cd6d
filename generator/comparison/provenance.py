"""Provenance: how many sources carry something, of how many origins, counted once and worded once for all pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.sources import Source

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_REPORT = re.compile(r"\b(?:report|article|wire|news)\b", re.IGNORECASE)
# What sources rest on, by words of the origin's name or of what the desk says of it.
_BASES = (
    (re.compile(r"\b(?:press[- ]?release|release)\b", re.IGNORECASE), "press release"),
    (re.compile(r"\b(?:remarks|speech|address)\b", re.IGNORECASE), "set of remarks"),
    (re.compile(r"\b(?:press[- ]?conference|briefing)\b", re.IGNORECASE), "press conference"),
    (re.compile(r"\b(?:joint[- ]?statement|statement|declaration)\b", re.IGNORECASE), "statement"),
    (re.compile(r"\binterview\b", re.IGNORECASE), "interview"),
)
_FIRST_HAND = re.compile(
    r"\b(?:remarks|speech|address|transcript|statement|readout|press conference|briefing|interview|fact sheet"
    r"|declaration|communiqu[eé])\b(?! as reported)",
    re.IGNORECASE,
)


def is_first_hand(source: Source) -> bool:
    """Tell whether `source` is itself what was said or declared, by its kind, and no report of it."""
    return bool(source.kind and _FIRST_HAND.search(source.kind) and not _REPORT.search(source.kind))


@dataclass(frozen=True)
class Provenance:
    """The sources that carry something, the ids of their origins, and what they rest on where they have one origin."""

    sources: tuple[Source, ...]
    origins: tuple[str, ...]
    basis: str = "origin"

    @property
    def words(self) -> str:
        """What pages, prints and notes say: *one source*, *three reports of one press release*, *two origins*."""
        number, origins = len(self.sources), len(self.origins)
        reports = all(source.kind and _REPORT.search(source.kind) for source in self.sources)
        counted = in_words(number, "report" if reports else "source")
        if number < 2:
            return in_words(number, "source")
        if origins == 1:
            return f"{counted} of one {self.basis}"
        return f"{counted}, {in_words(origins, 'origin')}"


def in_words(number: int, noun: str) -> str:
    """Return the number, up to twelve in words, with its noun, which takes an *s* unless the number is 1."""
    counted = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{counted} {noun}" if number == 1 else f"{counted} {noun}s"


def provenance(sources: Sequence[Source], origins: Mapping[str, str], *, remarks: bool = False) -> Provenance:
    """Return how `sources` carry something; `origins` gives the origin of each by its id.

    `remarks` tells that all of them report what one person said.
    """
    distinct = tuple({source.id: source for source in sources}.values())
    found = tuple(dict.fromkeys(origins[source.id] for source in distinct))
    return Provenance(distinct, found, _basis(distinct, found, remarks))


def _basis(sources: Sequence[Source], origins: Sequence[str], remarks: bool) -> str:
    if len(origins) != 1:
        return "origin"
    told = " ".join([origins[0], *(source.rests_on or "" for source in sources)])
    found = next((name for pattern, name in _BASES if pattern.search(told)), None)
    same = {source.publisher for source in sources}
    issuer = f"issuer, {sources[0].publisher}" if len(same) == 1 and None not in same else "origin"
    return found or ("set of remarks" if remarks else issuer)
