"""What hangs on one source: the lines that lose their only, or their last independent, support without it.

ICD 206's citation standard asks which judgements are affected when a source is withdrawn. A line here is an editor's
line, a statement, a cell of the positions, or a value of a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefs.brief import Brief
from generator.briefs.section import Support
from generator.comparison.comparison import Comparison
from generator.publication.publication import Publication

ONLY, LAST, ONE_OF = "only support", "last independent support", "quotes it among others"


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
        elif support.by_editor:
            yield Affected(ONE_OF, support)


def supports(brief: Brief) -> Iterator[Support]:
    """Yield every line of `brief` that sources carry, in the order of the page."""
    for _, section in brief.sections:
        yield from section.supports()
