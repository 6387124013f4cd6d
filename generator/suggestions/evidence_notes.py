"""Notes on an editor's lines: what a line says that the quotations under it do not carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.briefs.quotes import locate
from generator.comparison.commitment import commitment
from generator.comparison.figures import figures
from generator.comparison.items import Item
from generator.comparison.polarity import is_negative
from generator.dossier.dates import MONTHS
from generator.dossier.definitions import BriefDefinition, Point
from generator.dossier.entities import Entity
from generator.messages.phrasing import join_words
from generator.messages.problems import Problem
from generator.publication.publication import Publication
from generator.statements.lexicon.strengths import rank

_MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")


def evidence_notes(publication: Publication) -> tuple[Problem, ...]:
    """Return what a person may want to mend in the lines of briefs, in the order of their files and lines.

    A line may say less than its quotations, and in other words; a figure, a month, a name, a negation or a commitment
    that none of them has is told.
    """
    return tuple(sorted(note for brief in publication.briefs for note in _of_brief(publication, brief.definition)))


def _of_brief(publication: Publication, definition: BriefDefinition) -> Iterator[Problem]:
    for point in (point for points in definition.points.values() for point in points):
        quotes = [
            quote
            for evidence in point.evidence
            for quote in locate(evidence, definition.file, publication.comparison.by_source)[0]
        ]
        items = list({quote.item.key: quote.item for quote in quotes}.values())
        if items:
            for what, mend in _beyond(publication, point.text, items):
                yield _note(definition, point, what, mend)


def _beyond(publication: Publication, line: str, items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    texts = [item.statement.passage.quote for item in items]
    days = " ".join(_days(publication, items))
    known = frozenset[str]().union(*map(figures, texts), figures(days))
    missing = sorted(figures(line) - known)
    if missing:
        yield (
            f"says {join_words(missing)}, which none of its quotations has",
            "cite the sentence that has the figure, or correct it",
        )
    months = [m for m in dict.fromkeys(_MONTH.findall(line)) if not any(m in text for text in (*texts, days))]
    if months:
        yield (
            f"says {join_words(months)}, which none of its quotations has",
            "cite the sentence that has the date, or correct it",
        )
    names = [entity.pref_label for entity in _persons(publication, line) if not _is_of(entity, items)]
    if names:
        yield (
            f"names {join_words(names)}, whom none of its quotations names, and who says none of them",
            "cite a sentence of theirs, or correct the name",
        )
    if is_negative(line) and not any(map(is_negative, texts)):
        yield "denies something, and none of its quotations does", "look whether the line says what they say"
    elif not is_negative(line) and all(map(is_negative, texts)):
        yield "denies nothing, and all of its quotations do", "look whether the line says what they say"
    strengths = [found.strength for text in texts if (found := commitment(text, 0, len(text)))]
    own = commitment(line, 0, len(line))
    if own and strengths and rank(own.strength) > max(map(rank, strengths)):
        yield (
            f"puts it as “{line[own.span[0] : own.span[1]]}”, firmer than its quotations",
            f"put it no firmer than they do: {max(strengths, key=rank)}",
        )


def _days(publication: Publication, items: Sequence[Item]) -> Iterator[str]:
    """Yield the days of the events that `items` are about, and of their sources, in words: a line may say when."""
    events = {item.event for item in items}
    days = [day for event in publication.dossier.events if event.id in events for day in (event.start, event.end)]
    for day in (*days, *(item.source.issued or "" for item in items)):
        year, month, number = (*day.split("-"), "", "")[:3]
        yield f"{int(number) if number else ''} {MONTHS[int(month) - 1] if month else ''} {year}"


def _persons(publication: Publication, line: str) -> Iterator[Entity]:
    for entity in publication.dossier.entities:
        if entity.type == "person" and any(re.search(rf"\b{re.escape(label)}\b", line) for label in entity.labels):
            yield entity


def _is_of(entity: Entity, items: Sequence[Item]) -> bool:
    """Tell whether one of `items` names the entity, or is said by it."""
    return any(
        entity.id == item.statement.speaker
        or any(re.search(rf"\b{re.escape(label)}\b", item.statement.passage.quote) for label in entity.labels)
        for item in items
    )


def _note(definition: BriefDefinition, point: Point, what: str, mend: str) -> Problem:
    return Problem(definition.file, point.text_line, point.text_column, f"this line {what}", mend)
