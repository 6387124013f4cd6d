"""The coverage ledger: what became of every body passage. Nothing is dropped silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.briefs.brief import Brief
from generator.comparison.items import Item
from generator.messages.phrasing import one_line
from generator.publication.publication import Place, Publication

State = Literal["used", "set aside", "not mapped"]


@dataclass(frozen=True)
class Entry:
    """A passage and what became of it: the `places` that cite it, or `because`, in plain words, why none does."""

    item: Item
    state: State
    because: str
    places: tuple[Place, ...] = ()

    def __str__(self) -> str:
        label = f"{self.item.label} {self.item.source.name}"
        if self.state == "used":
            return f"{label}: used on {', '.join(dict.fromkeys(place.title for place in self.places))}"
        return f"{label}: {self.state}: {self.because}" if self.because else f"{label}: {self.state}"


def coverage(publication: Publication) -> tuple[Entry, ...]:
    """Return an entry for each body passage of every source, in text order."""
    return tuple(
        entry(publication, item) for item in publication.comparison.items if item.statement.passage.zone == "body"
    )


def entry(publication: Publication, item: Item) -> Entry:
    """Return what became of one passage, of whatever zone."""
    places = publication.cited_at.get(item.key, ())
    if places:
        return Entry(item, "used", "", places)
    zone = item.statement.passage.zone
    if zone != "body":
        return Entry(item, "set aside", f"{ZONES[zone]}; what it says is not a statement of the report")
    if item.source.withdrawn:
        return Entry(item, "set aside", f"its source is withdrawn: {item.source.withdrawn}")
    if item.mapped.mentions:
        return Entry(item, "set aside", _not_chosen(publication, item))
    if item.mapped.kept_out:
        kept = "; ".join(f"{one.concept}: {one.because}" for one in item.mapped.kept_out)
        return Entry(item, "set aside", f"a guard of the topic map kept it out ({kept})")
    return Entry(item, "not mapped", "no phrase of the topic map stands in it")


ZONES = {
    "body": "a sentence of the report itself",
    "heading": "a heading",
    "dateline": "a dateline",
    "byline": "a byline",
    "caption": "a caption or a picture credit",
    "boilerplate": "part of the web page around the report (a button, the weather, a line of the publisher's)",
}
"""What each zone is, in plain words."""


def _not_chosen(publication: Publication, item: Item) -> str:
    concepts = ", ".join(item.mapped.concepts)
    briefs = [brief for brief in publication.briefs if any(item.speaks_to(top) for top in brief.definition.concepts)]
    if not publication.briefs:
        return f"it speaks to {concepts}, and the dossier has no briefs yet"
    if not briefs:
        return f"no brief asks for {concepts}"
    return "; ".join(_why_not_in(brief, item) for brief in briefs)


def _why_not_in(brief: Brief, item: Item) -> str:
    title = f"“{brief.definition.title}”"
    if item.event and item.event != brief.event.id:
        return f"{title} asks for its topic, but is about another event, and none of its sections takes later ones up"
    return f"{title} asks for its topic, and its sections show other sentences for it"


def summary(entries: Iterable[Entry]) -> tuple[tuple[State, int], ...]:
    """Return how many passages each state has, in the order used, set aside, not mapped."""
    counts = Counter(one.state for one in entries)
    states: tuple[State, ...] = ("used", "set aside", "not mapped")
    return tuple((state, counts[state]) for state in states)


def ledger_text(entries: Iterable[Entry], *, every: bool = False) -> str:
    """Return the ledger for reading: the counts, then each passage that no page uses, or with `every` all of them."""
    return "\n".join(_lines(tuple(entries), every=every)) + "\n"


def _lines(entries: tuple[Entry, ...], *, every: bool) -> Iterator[str]:
    counts = ", ".join(f"{count} {state}" for state, count in summary(entries))
    yield f"{len(entries)} body passages: {counts}."
    for one in entries:
        if every or one.state != "used":
            yield f"  {one}"
            yield f"      “{one_line(one.item.statement.passage.quote, 140)}”"
