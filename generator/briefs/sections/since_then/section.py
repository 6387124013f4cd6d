"""Since then: what later events add, keep in other words, and no longer name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.quotes import Quote
from generator.briefs.section import Part, Section
from generator.comparison.corroboration import Taken
from generator.comparison.developments import readable
from generator.comparison.redline import Change
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept


@dataclass(frozen=True)
class Since:
    """What one concept became at a later event: the clause before (None: new) and after, and who said each.

    `change` is the redline between the two clauses; empty where they have too little wording in common to be read so.
    """

    concept: Concept
    before: Quote | None
    before_who: str
    after: Quote
    after_who: str
    change: tuple[Change, ...]

    @property
    def reworded(self) -> bool:
        """Tell whether the same parties say it again in words that are read beside those before."""
        return bool(self.change) and self.before_who == self.after_who


@dataclass(frozen=True)
class SinceEvent:
    """What a later event adds, keeps and leaves out."""

    event: Event
    rows: tuple[Since, ...]
    dropped: tuple[Concept, ...]


@dataclass(frozen=True)
class SinceThen(Section):
    """Later events, in order."""

    events: tuple[SinceEvent, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each event by its short name."""
        yield from (Part(event.event.short, event.event.id, event) for event in self.events)


def make(material: Material) -> SinceThen:
    """Return the events after the brief's own, in order of date, each compared with the brief's own."""
    later = sorted(
        (event for event in material.dossier.events if event.start > material.event.end),
        key=lambda event: (event.start, event.id),
    )
    return SinceThen(tuple(_event(material, event) for event in later))


def _event(material: Material, event: Event) -> SinceEvent:
    rows: list[Since] = []
    dropped: list[Concept] = []
    for concept in material.concepts:
        before = _of(material, concept, material.event.id)
        after = _of(material, concept, event.id)
        if after:
            rows.append(_row(material, concept, before, after))
        elif before:
            dropped.append(concept)
    return SinceEvent(event, tuple(rows), tuple(dropped))


def _of(material: Material, concept: Concept, event: str) -> list[Taken]:
    return [one for one in material.taken.get(concept.path, ()) if one.item.event == event]


def _row(material: Material, concept: Concept, before: Sequence[Taken], after: Sequence[Taken]) -> Since:
    new = material.best(after)
    now, now_who = Quote(new.item, new.mention.clause), _who(material, new)
    if not before:
        return Since(concept, None, "", now, now_who, ())
    likeness = material.comparison.likeness
    old = max(
        before,
        key=lambda one: (
            one.holders == new.holders,
            likeness.of(one.clause, new.clause),
            -one.item.number,
            -one.item.index,
        ),
    )
    was = Quote(old.item, old.mention.clause)
    return Since(concept, was, _who(material, old), now, now_who, readable(old.clause, new.clause, likeness))


def _who(material: Material, taken: Taken) -> str:
    return material.who(taken.holders) if taken.holders else ""
