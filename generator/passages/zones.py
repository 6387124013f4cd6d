"""Zones: what each line of a text is. General rules only; what one publisher adds is a dossier's pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.passages.passage import Zone


@dataclass(frozen=True)
class Block:
    """A line of the text without the white space around it: ``[start, end)`` in code points, and its zone."""

    start: int
    end: int
    zone: Zone


def blocks(text: str, boilerplate: Iterable[re.Pattern[str]] = ()) -> Iterator[Block]:
    """Yield the non-empty lines of `text`, each with its zone."""
    for match in re.finditer(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+", text):
        line = match.group().strip()
        if line:
            start = match.start() + match.group().index(line)
            yield Block(start, start + len(line), "body")
