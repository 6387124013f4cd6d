"""Evidence: each statement in full, grouped by concept, with the other sources that make the same claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.quotes import Quote, whole
from generator.briefs.section import Part, Section, Support
from generator.comparison.items import Item
from generator.dossier.names import slug
from generator.dossier.topic_map import Concept


@dataclass(frozen=True)
class EvidenceLine:
    """A statement in full: the passage, who else makes the claim, who gives another figure, what else it speaks to."""

    quote: Quote
    also: tuple[Item, ...]
    differing: tuple[Item, ...]
    single: bool
    elsewhere: tuple[Concept, ...]


@dataclass(frozen=True)
class EvidenceGroup:
    """The statements on one concept, oldest first."""

    concept: Concept
    lines: tuple[EvidenceLine, ...]


@dataclass(frozen=True)
class EvidenceList(Section):
    """Each statement in full, by concept."""

    kind: str
    groups: tuple[EvidenceGroup, ...]

    @property
    def repeats(self) -> bool:
        """Tell whether a statement stands under each concept that it speaks to, and not under the first alone."""
        return self.kind != "evidence"

    def parts(self) -> Iterator[Part]:
        """Yield each group by its concept."""
        yield from (Part(group.concept.pref_label, slug(group.concept.path), group) for group in self.groups)

    def supports(self) -> Iterator[Support]:
        """Yield each statement, with the sources that make the same claim."""
        for group in self.groups:
            for one in group.lines:
                sources = tuple(dict.fromkeys(item.source.id for item in (one.quote.item, *one.also)))
                yield Support("statement", one.quote.text, (one.quote.item.label,), sources)


def make(material: Material) -> EvidenceList:
    """Return every statement of the brief once, under the first concept that it speaks to."""
    return EvidenceList("evidence", groups(material, once=True))


def groups(material: Material, *, once: bool) -> tuple[EvidenceGroup, ...]:
    """Return a group a concept; with `once` a statement stands under the first concept alone that it speaks to."""
    shown: set[tuple[int, int]] = set()
    found = []
    for concept in material.concepts:
        lines = []
        for item in material.items:
            if concept.path in item.mapped.concepts and not (once and item.key in shown):
                shown.add(item.key)
                lines.append(_line(material, concept, item))
        if lines:
            found.append(EvidenceGroup(concept, tuple(lines)))
    return tuple(found)


def _line(material: Material, concept: Concept, item: Item) -> EvidenceLine:
    also = tuple(other for other in material.comparison.also.get(item.key, ()) if concept.path in other.mapped.concepts)
    differing = tuple(
        other for other in material.comparison.other_figures.get(item.key, ()) if concept.path in other.mapped.concepts
    )
    elsewhere = tuple(
        other for other in material.dossier.concepts if other.path in item.mapped.concepts and other != concept
    )
    single = not also and material.sources_of[item.source.event] > 1
    return EvidenceLine(whole(item), also, differing, single, elsewhere)
