"""What happened: the reports' own lines on the programme, on who met whom, and on what was signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefs.lines import carried_by, reporting_alike
from generator.briefs.material import Material
from generator.briefs.quotes import Quote, whole
from generator.briefs.section import Part, Section, Support, support
from generator.briefs.wording.choosing import choose
from generator.dossier.topic_map import Concept

# So many lines are shown on a concept: those that most sources have.
MOST = 6


@dataclass(frozen=True)
class Happening:
    """A line of a report: its words, where else it stands, and how well it is supported."""

    quote: Quote
    shown: str
    others: tuple[Quote, ...]
    support: str


@dataclass(frozen=True)
class Happened:
    """What happened on one concept of the programme."""

    concept: Concept
    lines: tuple[Happening, ...]


@dataclass(frozen=True)
class Programme(Section):
    """What happened, concept by concept."""

    groups: tuple[Happened, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each group by its concept."""
        yield from (Part(group.concept.pref_label, "", group) for group in self.groups)

    def supports(self) -> Iterator[Support]:
        """Yield each line."""
        for group in self.groups:
            for line in group.lines:
                yield support(f"“{group.concept.pref_label}”", line.quote.text, (line.quote, *line.others))


def make(material: Material) -> Programme:
    """Return the lines of the brief's own event on each concept that its definition names."""
    named = material.definition.written.get("programme", ())
    groups = []
    for concept in material.dossier.concepts:
        if concept.path in named:
            lines = _lines(material, concept)
            groups += [Happened(concept, lines)] if lines else []
    return Programme(tuple(groups))


def _lines(material: Material, concept: Concept) -> tuple[Happening, ...]:
    found: list[Happening] = []
    taken: set[tuple[int, int]] = set()
    every = [
        item
        for item in material.comparison.by_concept.get(concept.path, ())
        if item.event == material.event.id and not item.holders_on(concept.path)
    ]
    for item in every:
        if item.key in taken:
            continue
        mention = next(each for each in item.mapped.mentions if each.concept == concept.path)
        chosen = choose(item, mention, frozenset())
        if chosen and chosen.self_contained:
            same = [other for other in reporting_alike(material, item, every) if other.key not in taken]
            taken |= {item.key, *(other.key for other in same)}
            others = tuple(whole(other) for other in same[:3])
            found.append(Happening(chosen.quote, chosen.shown, others, carried_by(material, [item, *same])))
    best = sorted(found, key=lambda line: (-len(line.others), line.quote.item.key))[:MOST]
    return tuple(sorted(best, key=lambda line: line.quote.item.key))
