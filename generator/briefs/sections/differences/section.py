"""Where the reports differ: values of facts, names, figures, and what one of them leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.quotes import Quote, whole
from generator.briefs.section import Part, Section, Support, support
from generator.briefs.tables import FactValue, fact_value
from generator.comparison.variants import Variant
from generator.dossier.topic_map import Concept
from generator.sources import Source

# So many lines of a kind are shown, and so many sources are named for a value.
MOST, MOST_NAMED = 8, 4


# With more sources than these no report is told to leave something out: many do.
MOST_SOURCES = 12


@dataclass(frozen=True)
class Differing:
    """A thing for which reports give more than one value, or name: each with the sources that give it."""

    label: str
    values: tuple[FactValue, ...]


@dataclass(frozen=True)
class LeftOut:
    """What a report of the event leaves out that others have; absence is not denial."""

    source: Source
    concepts: tuple[Concept, ...]


@dataclass(frozen=True)
class OtherFigures:
    """Passages that would make one claim, did they not give other figures."""

    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Differences(Section):
    """In what the reports differ."""

    differing: tuple[Differing, ...]
    figures: tuple[OtherFigures, ...]
    left_out: tuple[LeftOut, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each thing in which reports differ by its name."""
        yield from (Part(row.label, "", row) for row in self.differing)
        yield from (Part("figures", "", row) for row in self.figures)

    def supports(self) -> Iterator[Support]:
        """Yield each value."""
        for row in self.differing:
            yield from (support(f"value of “{row.label}”", value.shown, value.quotes) for value in row.values)

    def values(self) -> Iterator[tuple[str, str]]:
        """Yield each thing with each of its values."""
        for row in self.differing:
            yield from ((row.label, value.shown) for value in row.values)


def make(material: Material) -> Differences:
    """Return in what the reports differ, as far as the brief asks: in `reported`, or else in its own concepts."""
    asked = [pair for row in material.definition.written.get("reported", ()) for pair in row.items()]
    facts = set(material.definition.written.get("facts", ())) if "facts" in material.definition.sections else set()
    variants = [*_variants(material, asked, facts)]
    named = [path for kind, path in asked if kind == "concept"]
    paths = named if asked else [concept.path for concept in _just_below(material)]
    return Differences(tuple(variants), tuple(_figures(material)), tuple(_left_out(material, paths)))


def _variants(material: Material, asked: Sequence[tuple[str, str]], shown: set[str]) -> Iterator[Differing]:
    """Yield facts and names with more than one value; of facts those that the brief does not show elsewhere."""
    known = {item.key for item in material.items}
    facts = {each.id: each for each in material.comparison.facts}
    named = [id_ for kind, id_ in asked if kind == "names"]
    wanted = [id_ for kind, id_ in asked if kind == "fact"] or [] if asked else list(facts)
    for variant in (facts[id_] for id_ in wanted if id_ not in shown):
        if asked or any(place.item.key in known for value in variant.values for place in value.found):
            yield from _rows_of(variant, variant.label)
    for id_ in named:
        variant = material.comparison.names[id_]
        yield from _rows_of(variant, f"Names for {variant.label}")


def _rows_of(variant: Variant, label: str) -> Iterator[Differing]:
    if variant.differs:
        yield Differing(label, tuple(fact_value(value) for value in variant.values[:MOST]))


def _figures(material: Material) -> Iterator[OtherFigures]:
    shown: set[tuple[int, int]] = set()
    made = 0
    for item in material.items:
        others = [each for each in material.comparison.other_figures.get(item.key, ()) if each.key not in shown]
        if others and item.key not in shown and made < MOST:
            shown |= {item.key, *(each.key for each in others)}
            made += 1
            yield OtherFigures(tuple(whole(each) for each in (item, *others[: MOST_NAMED - 1])))


def _left_out(material: Material, paths: Sequence[str]) -> Iterator[LeftOut]:
    """Yield what a report leaves out that two others have: of its event, of its kind, and on the subject."""
    concepts = [concept for concept in material.concepts if concept.path in paths]
    speaking = [r.source for r in material.comparison.readings if r.source.id in material.speaking]
    if len(speaking) > MOST_SOURCES:
        return
    having: dict[str, set[str]] = {concept.path: set() for concept in concepts}
    for item in material.items:
        for path in having:
            if item.speaks_to(path):
                having[path].add(item.source.id)
    for source in speaking:
        like = [each for each in speaking if (each.event, each.kind) == (source.event, source.kind)]
        others = {each.id for each in like if each.id != source.id}
        missing = [c for c in concepts if source.id not in having[c.path] and len(having[c.path] & others) > 1]
        if missing:
            yield LeftOut(source, tuple(missing))


def _just_below(material: Material) -> tuple[Concept, ...]:
    """Return the concepts just below those of the brief, or these themselves where nothing is below them."""
    tops = material.definition.concepts
    below = tuple(concept for concept in material.concepts if concept.broader in tops)
    return below or material.concepts
