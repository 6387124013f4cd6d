"""Hard-wrapped texts: lines that an editor broke at 60 to 110 columns are put together into paragraphs again.

A text is wrapped when lines break where nothing ends: the line has no closing punctuation and the first word of the
next line would not have fitted on it. In such a text a paragraph ends at an empty line, at a line with room to spare,
and before a list item. In any text a line that goes on in lower case is put to the one before, which a saved page may
have broken at a link. Nothing in the text is changed: a paragraph is a span with the line ends inside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.passages.abbreviations import USES
from generator.passages.lines import INVISIBLE, Line

_NARROWEST, _WIDEST = 40, 120
_SHORTEST = 30
_CLOSED = re.compile(r"[.!?…:;|][\"”’»')\]*_]*\Z")
_FIRST_WORD = re.compile(r"\S{1,40}")
_BYLINE = re.compile(r"by\s[A-Z]")
_INITIAL = re.compile(r"[A-Z]\.\s")
_DASH_OR_NUMBER = re.compile(r"[–—-]\s|\d{1,3}\.\s")
# What begins a line of its own: a bullet, a number, a letter in brackets, a Markdown heading, quote or table row.
_ITEM = re.compile(r"[-*•‣⁃◦▪–—+]\s|\(?[0-9]{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|\(?[ivxIVX]{1,5}[.)]\s|#|[>|]|Article\s+\d")


def unwrapped(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return `lines` with those that belong to one paragraph put together."""
    width = _width(text, lines)
    joined: list[Line] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _goes_on(text, last, line, width, line.start - joined[-1].start):
            first = joined.pop()
            joined.append(Line(first.start, line.end, first.number, first.gap, first.indent))
        else:
            joined.append(line)
        last = line
    return tuple(joined)


def _width(text: str, lines: Sequence[Line]) -> int:
    """Return the column at which `text` is wrapped, 0 if it is not."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    columns = [_columns(a) for a, _ in pairs if _columns(a) <= _WIDEST]
    # A wrapped text may have a long line or two (an address, a table row); one paragraph a line has many.
    if not columns or len(columns) < 0.8 * len(pairs) or max(columns) < _NARROWEST:
        return 0
    width = max(columns)
    open_ended = [(a, b) for a, b in pairs if not _closed(text, a)]
    broken = [(a, b) for a, b in open_ended if _full(text, a, b, width) and not _begins_item(text, a, b, full=True)]
    in_a_sentence = sum(text[b.start].islower() for _, b in broken)
    return width if in_a_sentence and 2 * len(broken) >= len(open_ended) else 0


def _goes_on(text: str, a: Line, b: Line, width: int, so_far: int) -> bool:
    """Say whether `b` goes on with the paragraph of `a`, of which there are `so_far` code points."""
    full = width > 0 and _full(text, a, b, width)
    if b.gap or _begins_item(text, a, b, full=full):
        return False
    # Short lines in lower case are a list without marks.
    low = text[b.start].islower() and so_far >= _SHORTEST and not _BYLINE.match(text, b.start, b.end)
    if _closed(text, a):
        return (full and b.indent <= a.indent + 1) or (low and text[a.end - 1] == "." and _abbreviated(text, a))
    return full or low


def _begins_item(text: str, a: Line, b: Line, *, full: bool) -> bool:
    """Say whether `b` begins with a mark of a list, and not with the next word of a full line: "J. Carr", "– and"."""
    if not _ITEM.match(text, b.start, b.end):
        return False
    initial = _INITIAL.match(text, b.start, b.end) is not None
    return not full or not (initial or (not _closed(text, a) and _DASH_OR_NUMBER.match(text, b.start, b.end)))


def _abbreviated(text: str, line: Line) -> bool:
    word = text[max(line.start, line.end - 20) : line.end - 1].split()[-1:]
    return bool(word) and any(word[0].lower() in words for words in USES.values())


def _columns(line: Line) -> int:
    return line.indent + line.end - line.start


def _full(text: str, a: Line, b: Line, width: int) -> bool:
    """Say whether the first word of `b` would have overrun the width at the end of `a`."""
    word = _FIRST_WORD.match(text, b.start, b.end)
    return _columns(a) + 1 + (len(word.group()) if word else 0) > width


def _closed(text: str, line: Line) -> bool:
    return _CLOSED.search(text[max(line.start, line.end - 12) : line.end].translate(INVISIBLE)) is not None
