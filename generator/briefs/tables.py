"""What the tables of a brief share: columns of sources, who speaks to a concept, values with their places."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.quotes import Quote
from generator.comparison.corroboration import Taken
from generator.comparison.variants import Value, by_source
from generator.dossier.topic_map import Concept
from generator.sources import Source


@dataclass(frozen=True)
class FactValue:
    """A value of a fact, or a name, with the first place in each source that gives it."""

    shown: str
    quotes: tuple[Quote, ...]


# So many sources still fit a table; silence is then shown by a column of its own.
WIDE = 12


def columns(material: Material, giving: Set[str]) -> tuple[Source, ...]:
    """Return the sources with a column: all that speak to the subject where they fit, else those that give values."""
    every = [r.source for r in material.comparison.readings if r.source.id in material.speaking | giving]
    return tuple(source for source in every if len(every) <= WIDE or source.id in giving)


def just_below(material: Material) -> tuple[Concept, ...]:
    """Return the concepts just below those of the brief, or these themselves where nothing is below them."""
    tops = material.definition.concepts
    below = tuple(concept for concept in material.concepts if concept.broader in tops)
    return below or material.concepts


def spoken(material: Material, concept: Concept, below: bool = False) -> Sequence[Taken]:
    """Return who speaks to the concept (and to what is below it), reporters' own lines included, in page order."""
    if not below:
        return material.taken.get(concept.path, ())
    under = [path for path in material.taken if path == concept.path or path.startswith(concept.path + "/")]
    found = [one for path in under for one in material.taken[path]]
    return sorted(found, key=lambda one: (material.when(one.item), one.item.key))


def distinct(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return the last of each passage, in the order of the passages."""
    return tuple({one.item.key: one for one in taken}.values())


def fact_value(value: Value) -> FactValue:
    """Return a value with its first place in each source that gives it."""
    return FactValue(value.shown, tuple(Quote(p[0].item, p[0].span) for p in by_source(value).values()))
