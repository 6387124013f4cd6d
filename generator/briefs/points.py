"""Key points, points to make and lines to take: the editor's words, each carried by quotations found verbatim."""

from __future__ import annotations

from collections.abc import Sequence

from generator.briefs.material import Material
from generator.briefs.quotes import Quote, anchored
from generator.briefs.quoting import Settled, settled
from generator.briefs.review import newer
from generator.briefs.sections import Line, Newer, Points, Text
from generator.comparison.corroboration import Position, Taken
from generator.dossier.definitions import Point
from generator.dossier.files import Place
from generator.messages.problems import DossierError, Problem

AUTOMATIC = 3


def key_points(material: Material) -> Points:
    """Return the editor's key points, or, where there are none, the best corroborated statements, labelled so."""
    if material.definition.key_points:
        return Points("key-points", lines(material, material.definition.key_points))
    return Points("key-points", _best_corroborated(material), automatic=True)


def points_to_make(material: Material) -> Points:
    """Return the points to make in the meeting."""
    return Points("points-to-make", lines(material, material.definition.points_to_make))


def if_raised(material: Material) -> Points:
    """Return the lines to take if a subject is raised."""
    return Points("if-raised", lines(material, material.definition.if_raised))


def objective(material: Material) -> Text:
    """Return the objective of the meeting."""
    return Text("objective", (material.definition.objective,) if material.definition.objective else ())


def internal(material: Material) -> Text:
    """Return what is for internal use only."""
    return Text("internal", material.definition.internal)


def lines(material: Material, points: Sequence[Point]) -> tuple[Line, ...]:
    """Return the editor's points with their quotations; DossierError names every one that is not found."""
    problems: list[Problem] = []
    made: list[Line] = []
    for point in points:
        quotes, wrong = _carrying(material, point)
        # Where evidence is not found, what the quotations in the line should stand in is not known.
        text = _worded(material, point, quotes) if not wrong else Settled(point.text)
        problems += [*wrong, *text.problems]
        event = material.later(point.event) if point.event else None
        flags, since = _flags(material, quotes), _newer(material, quotes)
        made.append(Line(point.number, text.text, quotes, event, point.certainty, flags, since))
    if problems:
        raise DossierError(problems)
    return tuple(made)


def _carrying(material: Material, point: Point) -> tuple[tuple[Quote, ...], list[Problem]]:
    quotes: list[Quote] = []
    problems: list[Problem] = []
    for evidence in point.evidence:
        found, problem = anchored(evidence, material.definition.file, material.comparison.by_source)
        quotes += found
        problems += [problem] if problem else []
    return tuple(quotes), problems


def _worded(material: Material, point: Point, quotes: Sequence[Quote]) -> Settled:
    at = Place(material.definition.file, point.text_line, point.text_column)
    return settled(point.text, (quote.item for quote in quotes), at)


def _newer(material: Material, quotes: Sequence[Quote]) -> tuple[Newer, ...]:
    """Return what came since the brief was reviewed; nothing while nobody has reviewed it."""
    reviewed = material.definition.reviewed
    # Where editions began again, a review of a later one counts as one of this: what comes next is told.
    return newer(material, quotes, min(reviewed, material.dating.number)) if reviewed is not None else ()


def _flags(material: Material, quotes: Sequence[Quote]) -> tuple[str, ...]:
    sources = list(dict.fromkeys(quote.item.source.id for quote in quotes))
    if len(sources) == 1 and len(material.comparison.readings) > 1:
        return ("one source",)
    if len(sources) > 1 and material.comparison.independent(sources) == 1:
        return (f"{len(sources)} sources of one origin",)
    return ()


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
        chosen.append(Line(len(chosen) + 1, "", quotes, None, None, _flags(material, quotes)))
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
