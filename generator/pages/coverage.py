"""What the home page says of the whole dossier: coverage, a timeline, and what is not in the sources."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.dossier.dates import last_day
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept
from generator.pages.bounds import ROWS
from generator.publication.publication import Publication
from generator.sources import Source


@dataclass(frozen=True)
class Coverage:
    """How many passages of each source each brief cites: rows of counts in the order of the sources."""

    sources: tuple[Source, ...]
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Moment:
    """A line of the timeline: its ISO date, and the event or the source that it dates."""

    date: str
    event: Event | None
    source: Source | None


def coverage(publication: Publication) -> Coverage:
    """Return brief by source."""
    sources = tuple(reading.source for reading in publication.comparison.readings)
    rows = []
    for brief in publication.briefs:
        counts = Counter(item.source.id for item in brief.cited)
        rows.append((brief.definition.id, brief.definition.title, tuple(counts[source.id] for source in sources)))
    return Coverage(sources, tuple(rows))


def timeline(publication: Publication) -> tuple[Moment, ...]:
    """Return events and reports by date; a report without a date is left out, and so are very many reports."""
    moments = [Moment(event.start, event, None) for event in publication.dossier.events]
    readings = publication.comparison.readings
    if len(readings) <= ROWS:
        moments += [Moment(r.source.issued, None, r.source) for r in readings if r.source.issued]
    return tuple(sorted(moments, key=lambda moment: (last_day(moment.date), moment.event is None)))


def missing_concepts(publication: Publication) -> tuple[Concept, ...]:
    """Return the concepts of the topic map that no source speaks to."""
    broader = {concept.broader for concept in publication.dossier.concepts}
    return tuple(
        concept
        for concept in publication.dossier.concepts
        if concept.path not in publication.mentions and concept.path not in broader
    )
