"""What hangs on one source: the lines that lose their only, or their last independent, support without it.

ICD 206's citation standard asks which judgements are affected when a source is withdrawn. A line here is an editor's
line, a statement, a cell of the positions, or a value of a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefs.brief import Brief
from generator.briefs.quotes import Quote
from generator.briefs.sections import EvidenceList, Facts, Points, Positions
from generator.comparison.comparison import Comparison
from generator.publication.publication import Publication

ONLY, LAST, ONE_OF = "only support", "last independent support", "quotes it among others"
_LINE = {"key-points": "key point", "points-to-make": "point to make", "if-raised": "line to take"}


@dataclass(frozen=True)
class Support:
    """A line of a brief: what kind of line it is, its words, its citation labels, and the sources that carry it."""

    kind: str
    text: str
    labels: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Affected:
    """A line, and what it loses: `ONLY`, `LAST`, or (an editor's line must be rewritten all the same) `ONE_OF`."""

    loses: str
    support: Support


def without(publication: Publication, source: str) -> tuple[tuple[Brief, tuple[Affected, ...]], ...]:
    """Return, for each brief that the withdrawal of `source` affects, the lines that lose something."""
    found = []
    for brief in publication.briefs:
        affected = tuple(_affected(brief, publication.comparison, source))
        if affected:
            found.append((brief, affected))
    return tuple(found)


def _affected(brief: Brief, comparison: Comparison, source: str) -> Iterator[Affected]:
    for support in dict.fromkeys(supports(brief)):
        if source not in support.sources:
            continue
        left = [one for one in support.sources if one != source]
        if not left:
            yield Affected(ONLY, support)
        elif comparison.independent(left) < 2 <= comparison.independent(support.sources):
            yield Affected(LAST, support)
        elif support.kind.split()[0] in _EDITORS:
            yield Affected(ONE_OF, support)


_EDITORS = {name.split()[0] for name in _LINE.values()}


def supports(brief: Brief) -> Iterator[Support]:
    """Yield every line of `brief` that sources carry, in the order of the page."""
    for name, section in brief.sections:
        if isinstance(section, Points) and not section.automatic:
            for line in section.lines:
                yield _support(f"{_LINE[name]} {line.number}", line.text, line.quotes)
        elif isinstance(section, Positions):
            yield from _of_positions(section)
        elif isinstance(section, Facts):
            for fact in section.rows:
                yield from (_support(f"fact “{fact.label}”", value.shown, value.quotes) for value in fact.values)
        elif isinstance(section, EvidenceList):
            yield from _of_evidence(section)


def _of_positions(section: Positions) -> Iterator[Support]:
    for row in section.rows:
        for column, cell in zip(section.columns, row.cells, strict=True):
            if cell.quote:
                yield _support(f"position “{row.label}”, {column}", cell.quote.text, (cell.quote, *cell.others))


def _of_evidence(section: EvidenceList) -> Iterator[Support]:
    for group in section.groups:
        for one in group.lines:
            sources = tuple(dict.fromkeys(item.source.id for item in (one.quote.item, *one.also)))
            yield Support("statement", one.quote.text, (one.quote.item.label,), sources)


def _support(kind: str, text: str, quotes: tuple[Quote, ...]) -> Support:
    return Support(
        kind,
        text,
        tuple(dict.fromkeys(quote.item.label for quote in quotes)),
        tuple(dict.fromkeys(quote.item.source.id for quote in quotes)),
    )
