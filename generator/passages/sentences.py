"""Sentence boundaries inside one block of text."""

from __future__ import annotations

import re
from collections.abc import Iterator


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences in ``text[start:end]``, in code points of `text`, without white space around."""
    at = start
    for match in re.finditer(r"[.!?][\"”’')\]]*(?=\s|$)", text[start:end]):
        yield at, start + match.end()
        at = start + match.end()
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield at, end
