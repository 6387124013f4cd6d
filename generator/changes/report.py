"""What `briefs status` says, as lines for a person and as plain values for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.briefs.brief import Brief
from generator.changes.changes import Changed
from generator.changes.corrections import Correction
from generator.changes.corrections import as_json as corrections_json
from generator.changes.feeds import edition
from generator.changes.reviewing import ToReview
from generator.changes.withdrawal import LAST, ONE_OF, ONLY, Affected
from generator.changes.wording import shorten, statement
from generator.messages.phrasing import count_of
from generator.publication.publication import Publication
from generator.publication.wording import Wording

_HEADINGS = {
    ONLY: "loses its only support",
    LAST: "loses its last independent support",
    ONE_OF: "must be written anew, because it quotes it among others",
}


def status(
    publication: Publication,
    changed: Changed,
    review: Sequence[ToReview],
    corrected: Sequence[Correction],
    *,
    quiet: bool = False,
) -> tuple[str, ...]:
    """Return the lines of `briefs status`; with `quiet`, only what needs somebody."""
    lines: list[str] = []
    if not quiet:
        if publication.dating.new:
            lines.append("Not built yet: `briefs build` will make")
        lines += statement(changed, Wording(publication.dossier))
    lines += reviews(review)
    lines += _correction_lines(corrected)
    if not quiet:
        lines += _unmapped_lines(publication)
    return tuple(lines) or ("Nothing to do.",)


def reviews(review: Sequence[ToReview]) -> Iterator[str]:
    """Yield what is to be reviewed."""
    for one in review:
        if one.reason:
            yield f"To review, {one.brief.definition.title}: {one.reason}"
        for _, line in one.lines:
            labels = ", ".join(f"{newer.quote.item.label} ({newer.why})" for newer in line.newer)
            yield f"To review, {one.brief.definition.title}, {line.number}. {shorten(line.text)}: {labels}"
    if review:
        yield f"When done: briefs review {' '.join(one.brief.definition.id for one in review)}"


def correction_lines(found: Sequence[Correction]) -> tuple[str, ...]:
    """Return what became of the quotations of sources whose text was replaced."""
    return tuple(_correction_lines(found))


def _correction_lines(found: Sequence[Correction]) -> Iterator[str]:
    for one in found:
        again = count_of(one.anchored, "quotation")
        yield f"{one.source.name} ({one.source.file}) has another text: {again} found again, {len(one.open)} not"
        for each in one.open:
            where = f"stands {each.times} times" if each.times else "is not there word for word"
            yield f"  “{shorten(each.quote)}” {where} ({each.used_by}); choose:"
            for place in each.candidates:
                yield f"    at {place.start}: … {_line(place.before)}[{shorten(place.quote)}]{_line(place.after)} …"
            if not each.candidates:
                yield "    nothing in the text is like it"


def _line(text: str) -> str:
    return " ".join(text.split("\n"))


def _unmapped_lines(publication: Publication) -> Iterator[str]:
    body = [item for item in publication.comparison.items if item.statement.passage.zone == "body"]
    left = Counter(item.source.name for item in body if not item.mapped.concepts and not item.source.withdrawn)
    if left:
        of_all = f"{sum(left.values())} of {count_of(len(body), 'passage')}"
        yield f"In all, {of_all} are on no concept; `briefs suggest` proposes phrases."


def status_json(
    publication: Publication, changed: Changed, review: Sequence[ToReview], corrected: Sequence[Correction]
) -> Mapping[str, object]:
    """Return what `briefs status` knows as plain values."""
    return {
        "built": not publication.dating.new,
        "change": edition(changed),
        "review": [
            {
                "brief": one.brief.definition.id,
                "reviewed": one.brief.definition.reviewed,
                "reason": one.reason,
                "points": [
                    {
                        "section": name,
                        "number": line.number,
                        "text": line.text,
                        "newer": [{"why": newer.why, "label": newer.quote.item.label} for newer in line.newer],
                    }
                    for name, line in one.lines
                ],
            }
            for one in review
        ],
        "corrections": corrections_json(corrected),
    }


def withdrawal_lines(source: str, affected: Sequence[tuple[Brief, Sequence[Affected]]]) -> tuple[str, ...]:
    """Return what hangs on a source, by brief."""
    lines = [f"Without {source}:"]
    for brief, some in affected:
        lines.append(brief.definition.title)
        for loses, heading in _HEADINGS.items():
            for one in (each.support for each in some if each.loses == loses):
                lines.append(f"  {heading}: {one.kind}, “{shorten(one.text)}” ({', '.join(one.labels)})")
    return tuple(lines) if affected else (f"Without {source}: no line of any brief loses support.",)


def lost_json(source: str, affected: Sequence[tuple[Brief, Sequence[Affected]]]) -> Mapping[str, object]:
    """Return what hangs on a source as plain values."""
    return {
        "without": source,
        "briefs": [
            {
                "brief": brief.definition.id,
                "lines": [
                    {"loses": one.loses, "kind": one.support.kind, "text": one.support.text,
                     "labels": list(one.support.labels), "sources": list(one.support.sources)}
                    for one in some
                ],
            }
            for brief, some in affected
        ],
    }  # fmt: skip
