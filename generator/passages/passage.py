"""Passages: the sentences of one text, each with its exact place and the zone it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.passages.sentences import sentences
from generator.passages.visible import view
from generator.passages.zones import Zone, blocks


@dataclass(frozen=True)
class Passage:
    """A sentence of a source.

    `start` and `end` count Unicode code points of the untouched text, end exclusive, so that
    ``text[start:end] == quote`` (W3C Web Annotation `TextPositionSelector`).
    `paragraph` counts the body paragraphs of the text from 1; elsewhere it is the paragraph before (0: none yet).
    `line` is the line of the text, counted from 1 with empty ones, on which the line or wrapped paragraph begins that
    the passage stands in: passages with the same `line` stand together.
    """

    start: int
    end: int
    quote: str
    zone: Zone
    paragraph: int
    line: int


def passages(text: str, boilerplate: Iterable[re.Pattern[str]] = (), title: str | None = None) -> tuple[Passage, ...]:
    """Return every passage of `text` in text order; together they cover all of it but white space.

    Only the body is cut into sentences; a heading, a caption or a byline is one passage. White space includes what
    shows nothing: spaces of no width, soft hyphens. `boilerplate` are a dossier's own patterns, matched against whole
    lines; `title` is that of the source: a line that is no more than it is a heading, also with a full stop.
    """
    shown = view(text)
    if shown is None:
        return tuple(_passages(text, boilerplate, title))
    found = []
    for passage in _passages(shown.text, boilerplate, title):
        start, end = shown.span(passage.start, passage.end)
        found.append(replace(passage, start=start, end=end, quote=text[start:end]))
    return tuple(found)


def _passages(text: str, boilerplate: Iterable[re.Pattern[str]], title: str | None) -> Iterator[Passage]:
    paragraph = 0
    for block in blocks(text, boilerplate, title):
        paragraph += block.zone == "body"
        spans = sentences(text, block.start, block.end) if block.zone == "body" else ((block.start, block.end),)
        for start, end in spans:
            yield Passage(start, end, text[start:end], block.zone, paragraph, block.line)
