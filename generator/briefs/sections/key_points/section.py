"""Key points: the bottom line, in the editor's words, or the statements that most independent sources carry."""

from __future__ import annotations

from collections.abc import Sequence

from generator.briefs.material import Material
from generator.briefs.quotes import Quote
from generator.briefs.section import Line
from generator.briefs.written import Points, flags, lines
from generator.comparison.corroboration import Position, Taken

AUTOMATIC = 3


def make(material: Material) -> Points:
    """Return the editor's key points, or, where there are none, the best corroborated statements, labelled so."""
    written = material.definition.points["key_points"]
    if written:
        return Points("key-points", lines(material, written))
    return Points("key-points", _best_corroborated(material), automatic=True)


def _best_corroborated(material: Material) -> tuple[Line, ...]:
    """Return a line for each of the claims with most origins, then most sources, one a position, shown by its clause.

    Each is followed by the sources that make the same claim: who only takes the same position may say something else.
    """
    found = [_made_claim(material, position.taken) for position in material.positions if _here(material, position)]
    ranked = sorted(
        found,
        key=lambda taken: (*_carried_by(material, taken), bool(taken[0].item.statement.stranger), taken[0].item.key),
    )
    chosen: list[Line] = []
    seen: set[tuple[int, int]] = set()
    for taken in ranked:
        if taken[0].item.key in seen or len(chosen) == AUTOMATIC:
            continue
        seen.add(taken[0].item.key)
        spans = [(one.item, one.item.statement.passage) for one in taken]
        quotes = tuple(Quote(item, (passage.start, passage.end)) for item, passage in spans)
        chosen.append(Line(len(chosen) + 1, "", quotes, None, None, flags(material, quotes)))
    return tuple(chosen)


def _here(material: Material, position: Position) -> bool:
    return position.event == material.event.id


def _made_claim(material: Material, position: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return of one position the claim that most sources make: the statement that shows it best, then one a source."""
    by_key = {one.item.key: one for one in position}
    also = material.comparison.also
    same = {
        key: _one_a_source([by_key[other.key] for other in also.get(key, ()) if other.key in by_key]) for key in by_key
    }
    most = max(len(others) for others in same.values())
    best = material.best([one for one in position if len(same[one.item.key]) == most])
    return (best, *same[best.item.key])


def _carried_by(material: Material, taken: Sequence[Taken]) -> tuple[int, int]:
    sources = {one.item.source.id for one in taken}
    return -material.comparison.independent(sorted(sources)), -len(sources)


def _one_a_source(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    first: dict[str, Taken] = {}
    for one in taken:
        first.setdefault(one.item.source.id, one)
    return tuple(first.values())
