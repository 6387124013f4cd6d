"""What the sources say since an editor reviewed a line: the same claim again, more on its subject, or another value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.briefs.material import Material
from generator.briefs.quotes import Quote, whole
from generator.briefs.section import Newer
from generator.comparison.items import Item

SAME, MORE, OTHER = "the same claim", "more by the same side on its subject", "another value"


def newer(material: Material, quotes: Sequence[Quote], after: int) -> tuple[Newer, ...]:
    """Return the passages cited only since editions later than `after` that bear on the line that `quotes` carry.

    One bears on it that makes the same claim, that states the position of the same holders on the same concept, or that
    gives another value for a fact of which the line has one. Each stands once, under the first of these that is true.
    """
    own = {quote.item.key: quote.item for quote in quotes}
    fresh = {item.key: item for item in material.items if item.key not in own and material.dating.since(item) > after}
    if not fresh:
        return ()
    found: dict[tuple[int, int], Newer] = {}
    for why, items in _bearing(material, tuple(own.values()), fresh):
        for item in items:
            found.setdefault(item.key, Newer(why, whole(item)))
    return tuple(found[key] for key in sorted(found))


def _bearing(
    material: Material, own: Sequence[Item], fresh: dict[tuple[int, int], Item]
) -> Iterator[tuple[str, list[Item]]]:
    yield from _other_values(material, own, fresh)
    yield SAME, [other for item in own for other in material.comparison.also.get(item.key, ()) if other.key in fresh]
    subjects = {subject for item in own for subject in _positions(item)}
    yield MORE, [item for item in fresh.values() if subjects.intersection(_positions(item))]


def _positions(item: Item) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the concepts on which the item states the position of a party, with the parties."""
    for path in item.mapped.concepts:
        if holders := item.holders_on(path):
            yield path, holders


def _other_values(
    material: Material, own: Sequence[Item], fresh: dict[tuple[int, int], Item]
) -> Iterator[tuple[str, list[Item]]]:
    keys = {item.key for item in own}
    for fact in material.comparison.facts:
        given = [value for value in fact.values if any(place.item.key in keys for place in value.found)]
        if given:
            others = [value for value in fact.values if value not in given]
            for value in others:
                yield (
                    f"{OTHER} for {fact.label}",
                    [place.item for place in value.found if place.item.key in fresh],
                )
