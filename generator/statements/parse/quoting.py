"""Quoting: which stretches of a text stand in quotation marks, also over several passages."""

from __future__ import annotations

from collections.abc import Sequence

from generator.passages.passage import Passage
from generator.statements.relation import Span

_OPEN, _CLOSE, _STRAIGHT = "“«„", "”»", '"'


def quotations(text: str, passages: Sequence[Passage]) -> tuple[Span, ...]:
    """Return the spans in double quotation marks, marks included; each ends at the latest with its paragraph."""
    found: list[Span] = []
    opened: int | None = None
    paragraph, end = -1, 0
    for passage in passages:
        if passage.zone != "body":
            continue
        if passage.paragraph != paragraph:
            if opened is not None:
                found.append((opened, end))
            opened, paragraph = None, passage.paragraph
        for place in range(passage.start, passage.end):
            char = text[place]
            if opened is None and char in _OPEN + _STRAIGHT:
                opened = place
            elif opened is not None and char in _CLOSE + _STRAIGHT:
                found.append((opened, place + 1))
                opened = None
        end = passage.end
    if opened is not None:
        found.append((opened, end))
    return tuple(found)


def is_quoted(text: str, passage: Passage, quoted: Sequence[Span]) -> bool:
    """Tell whether all words of `passage` stand in quotation marks."""
    rest = list(text[passage.start : passage.end])
    for start, end in quoted:
        for place in range(max(start, passage.start), min(end, passage.end)):
            rest[place - passage.start] = " "
    return not any(char.isalnum() for char in rest)
