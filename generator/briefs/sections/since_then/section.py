"""Since then: what later events keep, put firmer or weaker, add, and no longer say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.quotes import Quote
from generator.briefs.section import Part, Section
from generator.comparison.claims import Claim
from generator.comparison.redline import Change
from generator.comparison.since import Became, Later, later_claims
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept
from generator.messages.phrasing import count_of, join_words

# So many claims of a later event stand in rows, those of most sources; the others are counted.
_MOST = 12


@dataclass(frozen=True)
class Since:
    """A claim of a later event, in words and whose it is, and what stood there before (None: it is held against none).

    `change` is the redline between the two; empty where they are not close, or not the parties' own words.
    """

    concept: Concept
    before: Quote | None
    before_who: str
    after: Quote
    after_who: str
    became: Became
    change: tuple[Change, ...]

    @property
    def reworded(self) -> bool:
        """Tell whether the same parties say it again in words that are read beside those before."""
        return bool(self.change) and self.before_who == self.after_who


@dataclass(frozen=True)
class SinceEvent:
    """What a later event keeps, changes, adds and leaves out; `sources` counts those that report it.

    `more` counts the claims without a row.
    """

    event: Event
    sources: int
    summary: str
    rows: tuple[Since, ...]
    more: int
    dropped: tuple[Concept, ...]


@dataclass(frozen=True)
class SinceThen(Section):
    """Later events, in order."""

    events: tuple[SinceEvent, ...]

    def parts(self) -> Iterator[Part]:
        """Yield each event by its short name."""
        yield from (Part(event.event.short, event.event.id, event) for event in self.events)


def make(material: Material) -> SinceThen:
    """Return the events after the brief's own that sources report, in order of date, each held against its own."""
    reported = Counter(r.source.event for r in material.comparison.readings if not r.source.withdrawn)
    later = sorted(
        (event for event in material.dossier.events if event.start > material.event.end and reported[event.id]),
        key=lambda event: (event.start, event.id),
    )
    if not reported[material.event.id]:
        later = []
    return SinceThen(tuple(_event(material, event, reported[event.id]) for event in later))


def _event(material: Material, event: Event, sources: int) -> SinceEvent:
    before, after = (_claims_at(material, at) for at in (material.event.id, event.id))
    known = [item for item in material.items if item.event == material.event.id]
    found = later_claims(before, after, known, material.comparison.likeness)
    shown = sorted(found, key=lambda one: (-len(one.claim.origins), -len(one.claim.sources)))[:_MOST]
    spoken = {path for item in material.items if item.event == event.id for path in item.mapped.concepts}
    said = {path for claim in before for path in claim.concepts}
    dropped = tuple(c for c in material.concepts if c.path in said - spoken)
    order = {concept.path: n for n, concept in enumerate(material.concepts)}
    rows = sorted((_row(material, one) for one in shown), key=lambda row: order[row.concept.path])
    return SinceEvent(event, sources, _summary(found, dropped), tuple(rows), len(found) - len(rows), dropped)


def _claims_at(material: Material, event: str) -> list[Claim]:
    paths = {concept.path for concept in material.concepts}
    return [c for c in material.comparison.claims if c.event == event and not paths.isdisjoint(c.concepts)]


def _row(material: Material, later: Later) -> Since:
    concept = next(c for c in material.concepts if c.path in later.claim.concepts)
    before = later.earlier.wording if later.earlier else None
    after = later.claim.wording
    return Since(
        concept,
        Quote(before.item, before.span) if before else None,
        material.who(before.holders) if before else "",
        Quote(after.item, after.span),
        material.who(after.holders),
        later.became,
        later.changes,
    )


def _summary(found: Sequence[Later], dropped: Sequence[Concept]) -> str:
    """Return in a sentence what is kept, firmer, weaker, new and no longer said; "" where there is nothing to say."""
    counts = Counter(later.became for later in found)
    kinds: tuple[Became, ...] = ("kept", "firmer", "weaker", "new")
    parts = [f"{count_of(counts[kind], 'claim')} {kind}" for kind in kinds if counts[kind]]
    if dropped:
        parts.append(f"nothing more of {join_words([concept.pref_label for concept in dropped])}")
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}." if words else ""
