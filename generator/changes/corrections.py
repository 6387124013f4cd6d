"""A source whose text was replaced: each quotation is looked for again, word for word, with what stood around it.

Fail-closed: a quotation is anchored again only where it stands exactly once, or stands more than once and exactly one
of the places has the same words before and after. All else is listed with candidates, for a person to choose from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.comparison.likeness import stems
from generator.dossier.dossier import Dossier
from generator.editions.history import History, Published
from generator.passages import passages
from generator.sources import Source

CANDIDATES = 3
# Below this part of words in common a sentence is not offered as the one that was meant.
_LIKE = 0.3
_AROUND = 40


@dataclass(frozen=True)
class Candidate:
    """A place in the corrected text: ``[start, end)`` in code points, its words, and what stands around them."""

    start: int
    end: int
    quote: str
    before: str
    after: str


@dataclass(frozen=True)
class Open:
    """A quotation that a person must place: what uses it, its words, how often they stand in the new text."""

    used_by: str
    quote: str
    times: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Correction:
    """A source whose text is another than the last edition's: how many quotations stand again, and which are open."""

    source: Source
    anchored: int
    open: tuple[Open, ...]


def corrections(history: History, dossier: Dossier, sources: Sequence[Source]) -> tuple[Correction, ...]:
    """Return the sources whose text differs from that of the last edition, with what became of their quotations."""
    return tuple(
        _correction(source, history, dossier)
        for source in sources
        if source.id in history.sources and history.sources[source.id].text != source.sha256
    )


def _correction(source: Source, history: History, dossier: Dossier) -> Correction:
    asked = (*_published(history, source), *_decided(dossier, source))
    open_ = []
    for used_by, known in asked:
        found = places(source.text, known.quote)
        if anchor(source.text, known) is None:
            open_.append(Open(used_by, known.quote, len(found), _candidates(source, known.quote, found)))
    return Correction(source, len(asked) - len(open_), tuple(open_))


def _published(history: History, source: Source) -> Iterator[tuple[str, Published]]:
    for known in history.statements.values():
        if known.source == source.id:
            yield f"cited in {', '.join(known.briefs)}", known


def _decided(dossier: Dossier, source: Source) -> Iterator[tuple[str, Published]]:
    """Yield the quotations that a person wrote into a brief or a ruling: these are mended by hand."""
    for brief in dossier.briefs:
        for point in (one for points in brief.points.values() for one in points):
            for evidence in point.evidence:
                if evidence.source == source.id:
                    yield f"{brief.file}:{evidence.line}", _bare(source.id, evidence.quote)
    for ruling in dossier.rulings:
        if ruling.source == source.id:
            yield f"ruling, briefs/dossier.yml:{ruling.line}", _bare(source.id, ruling.quote)


def _bare(source: str, quote: str) -> Published:
    return Published(source, quote, 1, "", "", 1, ())


def anchor(text: str, known: Published) -> int | None:
    """Return where in `text` the quotation of `known` stands, in code points; None where that is not certain."""
    found = places(text, known.quote)
    if len(found) == 1:
        return found[0]
    if not (known.before or known.after):
        return None
    same = [at for at in found if _surrounded(text, at, known)]
    return same[0] if len(same) == 1 else None


def _surrounded(text: str, at: int, known: Published) -> bool:
    end = at + len(known.quote)
    return text[:at].endswith(known.before) and text.startswith(known.after, end)


def places(text: str, quote: str) -> tuple[int, ...]:
    """Return every place where `quote` stands in `text`, in code points, overlapping ones too."""
    found = []
    at = text.find(quote)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return tuple(found)


def _candidates(source: Source, quote: str, found: Sequence[int]) -> tuple[Candidate, ...]:
    """Return the places where the words stand, or, where they stand nowhere, the sentences most like them."""
    if found:
        return tuple(_candidate(source.text, at, at + len(quote)) for at in found[: CANDIDATES * 2])
    wanted = frozenset(stems(quote))
    scored: list[tuple[float, int, int]] = []
    for passage in passages(source.text):
        own = frozenset(stems(passage.quote))
        like = len(wanted & own) / (len(wanted | own) or 1)
        if passage.zone == "body" and like >= _LIKE:
            scored.append((-like, passage.start, passage.end))
    return tuple(_candidate(source.text, start, end) for _, start, end in sorted(scored)[:CANDIDATES])


def _candidate(text: str, start: int, end: int) -> Candidate:
    return Candidate(start, end, text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND])


def as_json(found: Sequence[Correction]) -> list[Mapping[str, object]]:
    """Return the corrections as plain values."""
    return [
        {
            "source": one.source.id,
            "anchored": one.anchored,
            "open": [
                {
                    "used_by": each.used_by,
                    "quote": each.quote,
                    "times": each.times,
                    "candidates": [{"start": c.start, "end": c.end, "quote": c.quote} for c in each.candidates],
                }
                for each in one.open
            ],
        }
        for one in found
    ]
