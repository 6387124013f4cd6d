"""A brief, whole: its sections in the order that its definition names, and every passage that it cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.briefs.material import Material
from generator.briefs.quotes import cited
from generator.briefs.quoting import settled
from generator.briefs.rooms import rooms
from generator.briefs.section import Section
from generator.comparison.comparison import Comparison
from generator.comparison.items import Item
from generator.dossier.definitions import BriefDefinition
from generator.dossier.dossier import Dossier, Event
from generator.dossier.files import Place
from generator.editions.dating import FIRST, Dating
from generator.messages.problems import DossierError, Problem


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
    made: dict[str, Section] = {}
    for name in definition.sections:
        make = rooms()[name].make
        try:
            made |= {name: make(material)} if make else {}
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    before = _cited(made)
    for name in definition.sections:
        make_last = rooms()[name].make_last
        made |= {name: make_last(material, before)} if make_last else {}
    sections, items = tuple((name, made[name]) for name in definition.sections), _cited(made)
    problems += _unfounded(definition, items)
    if problems:
        raise DossierError(problems)
    return Brief(
        definition, material.event, sections, items, comparison.independent([item.source.id for item in items])
    )


def _cited(sections: Mapping[str, Section]) -> tuple[Item, ...]:
    """Return the passages that sections cite, each once, in order of their labels."""
    passages = {item.key: item for section in sections.values() for item in cited(section)}
    return tuple(passages[key] for key in sorted(passages))


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
