"""What an editor writes into a brief: lines, each carried by quotations found verbatim, and words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.quotes import Quote, locate
from generator.briefs.quoting import Settled, settled
from generator.briefs.review import newer
from generator.briefs.section import BriefLine, Newer, Part, Section, Support, support
from generator.dossier.definitions import Point
from generator.dossier.files import Place
from generator.kinds.kinds import kinds
from generator.messages.problems import DossierError, Problem


@dataclass(frozen=True)
class Points(Section):
    """Key points, points to make, or lines to take; `automatic` where no editor wrote them."""

    kind: str
    lines: tuple[BriefLine, ...]
    automatic: bool = False

    def parts(self) -> Iterator[Part]:
        """Yield each line by its number."""
        yield from (Part(str(line.number), "", line) for line in self.lines)

    def supports(self) -> Iterator[Support]:
        """Yield each line of the editor."""
        called = kinds()[self.kind].line
        for line in self.editors_lines():
            yield support(f"{called} {line.number}", line.text, line.quotes, by_editor=True)

    def core(self) -> tuple[object, ...]:
        """Return all of it, and what is newer since a review."""
        newer = tuple(tuple((one.why, one.quote.item.label) for one in line.newer) for line in self.lines)
        return self.lines, newer

    def editors_lines(self) -> tuple[BriefLine, ...]:
        """Return the lines, unless a rule chose them."""
        return () if self.automatic else self.lines


@dataclass(frozen=True)
class Text(Section):
    """Words of the editor alone (objective, internal notes)."""

    kind: str
    paragraphs: tuple[str, ...]


def lines(material: Material, points: Sequence[Point]) -> tuple[BriefLine, ...]:
    """Return the editor's points with their quotations; DossierError names every one that is not found."""
    problems: list[Problem] = []
    made: list[BriefLine] = []
    for point in points:
        quotes, wrong = _carrying(material, point)
        # Where evidence is not found, what the quotations in the line should stand in is not known.
        text = _worded(material, point, quotes) if not wrong else Settled(point.text)
        problems += [*wrong, *text.problems]
        event = material.later(point.event) if point.event else None
        said, since = flags(material, quotes), _newer(material, quotes)
        made.append(BriefLine(point.number, text.text, quotes, event, point.certainty, said, since))
    if problems:
        raise DossierError(problems)
    return tuple(made)


def _carrying(material: Material, point: Point) -> tuple[tuple[Quote, ...], list[Problem]]:
    quotes: list[Quote] = []
    problems: list[Problem] = []
    for evidence in point.evidence:
        found, problem = locate(evidence, material.definition.file, material.comparison.by_source)
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


def flags(material: Material, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """Return what a reader must know of how a line is carried, in plain words."""
    carried = material.comparison.provenance(list(dict.fromkeys(quote.item.source.id for quote in quotes)))
    if _apart(quotes):
        return ("one source each",)
    alone = len(carried.origins) == 1 and len(material.comparison.readings) > 1
    return (carried.words,) if alone else ()


def _apart(quotes: Sequence[Quote]) -> bool:
    """Tell whether each source carries what another party says: then none of them supports what the others carry."""
    held: dict[str, set[tuple[str, ...]]] = {}
    for quote in quotes:
        held.setdefault(quote.item.source.id, set()).add(quote.item.statement.holders_on([quote.span]))
    each = [next(iter(holders)) for holders in held.values() if len(holders) == 1]
    return len(each) == len(held) == len(set(each)) > 1 and all(each)
