"""Passages: the sentences of one text, each with its exact place and the zone it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Zone = Literal["body", "heading", "dateline", "byline", "caption", "boilerplate"]


@dataclass(frozen=True)
class Passage:
    """A sentence of a source.

    `start` and `end` count Unicode code points of the untouched text, end exclusive, so that
    ``text[start:end] == quote`` (W3C Web Annotation `TextPositionSelector`).
    `paragraph` counts the body paragraphs of the text from 1; outside the body it is the paragraph before (0: none yet).
    `line` counts blocks (non-empty lines) of the text from 1 whatever their zone.
    """

    start: int
    end: int
    quote: str
    zone: Zone
    paragraph: int
    line: int


def passages(text: str, boilerplate: Iterable[re.Pattern[str]] = ()) -> tuple[Passage, ...]:
    """Return every passage of `text` in text order; together they cover all of it but white space.

    `boilerplate` are a dossier's own patterns, matched against whole lines.
    """
    return tuple(_passages(text, tuple(boilerplate)))


def _passages(text: str, boilerplate: tuple[re.Pattern[str], ...]) -> Iterator[Passage]:
    from generator.passages.sentences import sentences
    from generator.passages.zones import blocks

    paragraph = 0
    for line, block in enumerate(blocks(text, boilerplate), start=1):
        if block.zone == "body":
            paragraph += 1
        spans = sentences(text, block.start, block.end) if block.zone == "body" else ((block.start, block.end),)
        for start, end in spans:
            yield Passage(start, end, text[start:end], block.zone, paragraph, line)
