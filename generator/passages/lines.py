"""Lines: one rule for where a line ends, whatever system a text comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What ends a line (Unicode Technical Standard 18, RL1.6). CRLF is one end: a text reads the same with LF, CR or CRLF.
_LINE = re.compile(r"([^\n\v\f\r\x85\u2028\u2029]*+)(\r\n|[\n\v\f\r\x85\u2028\u2029]|\Z)")

# White space for all of this stage: what Python calls so, and the two zero-width *spaces* (U+FEFF is also the byte
# order mark), which show nothing at the edge of a line. The last white space of Unicode is U+3000.
WHITE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\ufeff"

# Inside a word these show nothing; a rule that looks at a word looks at it without them.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


@dataclass(frozen=True)
class Line:
    """A line with something on it.

    `start` and `end` are code points of the text, end exclusive, without the white space around the line.
    `number` counts all lines from 1, also empty ones; `gap` is true when an empty line stands before; `indent` is the
    number of white-space characters before `start`.
    """

    start: int
    end: int
    number: int
    gap: bool
    indent: int


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of `text` that are not empty, in order."""
    gap = False
    for number, match in enumerate(_LINE.finditer(text), start=1):
        inner = match.group(1).rstrip(WHITE)
        kept = inner.lstrip(WHITE)
        if kept:
            start = match.start() + len(inner) - len(kept)
            yield Line(start, start + len(kept), number, gap, len(inner) - len(kept))
        gap = not kept
