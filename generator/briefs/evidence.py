"""Evidence: each statement in full, grouped by concept, with the other sources that make the same claim."""

from __future__ import annotations

from collections.abc import Sequence

from generator.briefs.material import Material
from generator.briefs.quotes import whole
from generator.briefs.sections import EvidenceGroup, EvidenceLine, EvidenceList
from generator.comparison.items import Item
from generator.dossier.topic_map import Concept


def evidence(material: Material) -> EvidenceList:
    """Return every statement of the brief once, under the first concept that it speaks to."""
    return EvidenceList("evidence", _groups(material, material.concepts, once=True))


def by_concept(material: Material) -> EvidenceList:
    """Return a group a concept, a statement standing under each concept that it speaks to."""
    return EvidenceList("by-concept", _groups(material, material.concepts, once=False))


def _groups(material: Material, concepts: Sequence[Concept], once: bool) -> tuple[EvidenceGroup, ...]:
    shown: set[tuple[int, int]] = set()
    groups = []
    for concept in concepts:
        lines = []
        for item in material.items:
            if concept.path in item.mapped.concepts and not (once and item.key in shown):
                shown.add(item.key)
                lines.append(_line(material, concept, item))
        if lines:
            groups.append(EvidenceGroup(concept, tuple(lines)))
    return tuple(groups)


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
