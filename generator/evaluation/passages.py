"""Zones and sentence boundaries: passages as found, held against passages as labelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.evaluation.attribution import Score
from generator.evaluation.faults import Fault, Measured, show
from generator.evaluation.labels import Entry, Labelled
from generator.messages.problems import place
from generator.passages import Passage


def score_passages(labels: Labelled, found: Sequence[Passage]) -> Measured:
    """Score zones and sentences of one text.

    *zones*: a labelled passage is found when every passage that overlaps it has its zone, and the other way round, so
    that a wrong boundary inside a zone does not count twice. *sentence boundaries*: the ends of body sentences.
    *sentences, exact*: body sentences with the same beginning and end. Passages that nobody labelled count nowhere.
    """
    found = [passage for passage in found if _under(passage, labels.entries)]
    wrong = [entry for entry in labels.entries if any(p.zone != entry.zone for p in _over(entry, found))]
    strange = [passage for passage in found if any(e.zone != passage.zone for e in _under(passage, labels.entries))]
    zones = Score(len(found) - len(strange), len(found), len(labels.entries) - len(wrong), len(labels.entries))
    body = [passage for passage in found if passage.zone == "body"]
    ends = {entry.end for entry in labels.body}
    exact = {(entry.start, entry.end) for entry in labels.body}
    same_ends = ends & {passage.end for passage in body}
    same = exact & {(passage.start, passage.end) for passage in body}
    scores = {
        "zones": zones,
        "sentence boundaries": Score(len(same_ends), len(body), len(same_ends), len(ends)),
        "sentences, exact": Score(len(same), len(body), len(same), len(exact)),
    }
    return Measured(scores, tuple(_faults(labels, found, wrong)))


def _over(entry: Entry, found: Sequence[Passage]) -> list[Passage]:
    return [passage for passage in found if passage.start < entry.end and entry.start < passage.end]


def _under(passage: Passage, entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if passage.start < entry.end and entry.start < passage.end]


def _faults(labels: Labelled, found: Sequence[Passage], wrong: Sequence[Entry]) -> Iterator[Fault]:
    for entry in wrong:
        zones = ", ".join(dict.fromkeys(passage.zone for passage in _over(entry, found)))
        yield _fault(labels, "zones", entry.start, entry.end, entry.zone, zones)
    body = [passage for passage in found if passage.zone == "body"]
    spans = {(passage.start, passage.end) for passage in body}
    for entry in labels.body:
        if (entry.start, entry.end) not in spans and entry not in wrong:
            pieces = [show(passage.quote, 60) for passage in _over(entry, body)]
            yield _fault(labels, "sentences", entry.start, entry.end, "one sentence", " | ".join(pieces))


def _fault(labels: Labelled, measure: str, start: int, end: int, labelled: str, found: str) -> Fault:
    line = place(labels.text, start)[0]
    return Fault(measure, "missed", labels.file, line, show(labels.text[start:end]), labelled, found)
