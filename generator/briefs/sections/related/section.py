"""See also: where to read on."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.section import Section
from generator.dossier.definitions import BriefDefinition
from generator.dossier.topic_map import Concept


@dataclass(frozen=True)
class Related(Section):
    """Other briefs, concepts and names that a reader may want next."""

    briefs: tuple[tuple[str, str], ...]
    concepts: tuple[Concept, ...]
    entities: tuple[tuple[str, str], ...]


def make(material: Material) -> Related:
    """Return the briefs that share statements with this one, the concepts related to it, and the names invoked."""
    paths_here = {concept for item in material.items for concept in item.mapped.concepts}
    shared = [
        (other.id, other.title)
        for other in material.dossier.briefs
        if other.id != material.definition.id and _covers(other, paths_here)
    ]
    paths = {path for concept in material.concepts for path in concept.related}
    concepts = tuple(concept for concept in material.dossier.concepts if concept.path in paths)
    entities = tuple(
        (entity.id, entity.abbreviation or entity.pref_label)
        for entity in material.dossier.entities
        if entity.type in ("instrument", "place", "body") and _named(material, entity.id)
    )
    return Related(tuple(shared), concepts, entities)


def _covers(other: BriefDefinition, paths: Set[str]) -> bool:
    """Tell whether a statement of this brief, which speaks to one of `paths`, is one of the other brief too."""
    return any(path == top or path.startswith(top + "/") for top in other.concepts for path in paths)


def _named(material: Material, entity: str) -> bool:
    own = {item.key for item in material.items}
    return any(place.item.key in own for value in material.comparison.names[entity].values for place in value.found)
