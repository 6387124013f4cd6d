"""A brief, whole: its sections in the order that its definition names, and every passage that it cites."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.briefs import about, evidence, points, since, tables
from generator.briefs.material import Material
from generator.briefs.quotes import cited
from generator.briefs.quoting import settled
from generator.briefs.sections import Section
from generator.comparison.comparison import Comparison
from generator.comparison.items import Item
from generator.dossier.definitions import BriefDefinition
from generator.dossier.dossier import Dossier, Event
from generator.dossier.files import Place
from generator.editions.dating import FIRST, Dating
from generator.messages.problems import DossierError, Problem

# Every section that a definition may name, and what makes it.
SECTIONS: dict[str, Callable[[Material], Section]] = {
    "objective": points.objective,
    "points-to-make": points.points_to_make,
    "if-raised": points.if_raised,
    "internal": points.internal,
    "key-points": points.key_points,
    "facts": tables.facts,
    "overview": tables.overview,
    "positions": tables.positions,
    "by-concept": evidence.by_concept,
    "who-reports-what": tables.who_reports_what,
    "since-then": since.since_then,
    "evidence": evidence.evidence,
    "related": about.related,
    # What the sections above cite is known only when all are made: `brief` fills it in.
    "sources": lambda material: about.sources(material, ()),
}


@dataclass(frozen=True)
class Brief:
    """A page: what it answers, its sections with their names, and the passages it cites in order of their labels."""

    definition: BriefDefinition
    event: Event
    sections: tuple[tuple[str, Section], ...]
    cited: tuple[Item, ...]
    origins: int

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that it cites, in order."""
        return tuple(dict.fromkeys(item.source.id for item in self.cited))


def brief(definition: BriefDefinition, dossier: Dossier, comparison: Comparison, dating: Dating = FIRST) -> Brief:
    """Make one brief; DossierError where words that its editor quotes are not found."""
    material = Material(definition, dossier, comparison, dating)
    problems: list[Problem] = []
    made: list[tuple[str, Section]] = []
    for name in definition.sections:
        try:
            made.append((name, SECTIONS[name](material)))
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    passages = {item.key: item for _, section in made for item in cited(section)}
    items = tuple(passages[key] for key in sorted(passages))
    problems += _unfounded(definition, items)
    if problems:
        raise DossierError(problems)
    origins = comparison.independent([item.source.id for item in items])
    whole = ((name, about.sources(material, items) if name == "sources" else section) for name, section in made)
    return Brief(definition, material.event, tuple(whole), items, origins)


def _unfounded(definition: BriefDefinition, items: Sequence[Item]) -> Iterator[Problem]:
    """Yield what its editor quotes, in a text without evidence of its own, and no passage cited in the brief has."""
    for remark in definition.remarks:
        at = Place(definition.file, remark.line, remark.column)
        yield from settled(remark.text, items, at, line=False).problems


def briefs(dossier: Dossier, comparison: Comparison, dating: Dating = FIRST) -> tuple[Brief, ...]:
    """Make every brief; DossierError with the problems of all of them."""
    problems: list[Problem] = []
    made: list[Brief] = []
    for definition in dossier.briefs:
        try:
            made.append(brief(definition, dossier, comparison, dating))
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    return tuple(made)
