"""Hard-wrapped texts: lines that an editor broke at 60 to 110 columns are put together into paragraphs again.

A text is wrapped when lines break where nothing ends: the line has no closing punctuation and the first word of the
next line would not have fitted on it. The width is the one that explains most of these breaks, so that a longer line (a
headline, an address, a row of a table) does not count. In such a text a paragraph ends at an empty line, at a line with
room to spare, at one that is longer than the width, and before a list item or a speaker's label. In any text a line
that goes on in lower case is put to the one before, which a saved page may have broken at a link. Nothing in the text
is changed: a paragraph is a span with the line ends inside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.passages.abbreviations import USES
from generator.passages.datelines import is_date_line
from generator.passages.lines import INVISIBLE, Line

_NARROWEST, _WIDEST = 40, 120
_SHORTEST = 30
# By so many columns a line that was broken by hand may be longer than the usual ones.
_OVER = 3
_CLOSED = re.compile(r"[.!?…:;|][\"”’»')\]*_]*\Z")
_FIRST_WORD = re.compile(r"\S{1,120}")
_SPACE = re.compile(r"\s")
_BYLINE = re.compile(r"by\s[A-Z]")
_INITIAL = re.compile(r"[A-Z]\.\s")
_DASH_OR_NUMBER = re.compile(r"[–—-]\s|\d{1,3}\.\s")
# What begins a line of its own: a bullet, a number, a letter in brackets, a Markdown heading, quote or table row.
_ITEM = re.compile(r"[-*•‣⁃◦▪–—+]\s|\(?[0-9]{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|\(?[ivxIVX]{1,5}[.)]\s|#|[>|]|Article\s+\d")

# A turn of a transcript, after a closed line: "Q Will it", "MS. BRAND:".
_TURN = re.compile(r"Q(?:\.|\s)\s*(?=[A-Z“\"(\[])|[A-Z][A-Z.’' -]*(?:\s?\([^()\n]{1,40}\))?:(?:\s|\Z)")
# Words after which no line ends that was not broken.
LEADS_ON = re.compile(
    r"\b(?:an?|the|of|on|in|at|to|by|for|from|with|into|between|and|or|that|which|who|whose|as|than|is|are|was|were|be|"
    r"has|have|had|will|would|its|their|his|her|this|these)\Z"
)
# Rows whose cells stand below each other.
_ROW = re.compile(r"\||.*\S(?:\t|\s{3,})\S")


def unwrap(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
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
    pairs = [
        (a, b)
        for a, b in pairwise(lines)
        if not b.gap and not _ROW.match(text, a.start, a.end) and not (_is_date(text, a) or _is_date(text, b))
    ]
    # A wrapped text may have a long line or two; one paragraph a line has many.
    if not pairs or sum(_columns(a) <= _WIDEST for a, _ in pairs) < 0.8 * len(pairs):
        return 0
    going_on = [(a, b) for a, b in pairs if not _begins_item(text, a, b, full=True)]
    broken = [(a, b) for a, b in going_on if not _ends_sentence(text, a)]
    in_a_sentence = _explained(text, ((a, b) for a, b in broken if _is_sure(text, a, b)))
    by_open, by_all = _explained(text, broken), _explained(text, going_on)
    # Sure breaks decide; where they leave room, all others do.
    width = max(sorted(in_a_sentence), key=lambda one: (in_a_sentence[one], by_open[one], by_all[one]), default=0)
    reached = any(_NARROWEST <= _columns(a) <= width for a, _ in broken)
    # What is longer than the width was not broken at it, and tells nothing about it.
    open_ended = [a for a, _ in pairs if not _ends_sentence(text, a) and _columns(a) <= width + _OVER]
    return width if reached and 2 * by_open[width] >= len(open_ended) else 0


def _is_date(text: str, line: Line) -> bool:
    return line.end - line.start <= _NARROWEST and is_date_line(text[line.start : line.end])


def _is_sure(text: str, a: Line, b: Line) -> bool:
    """Say whether the line end after `a`, which nothing closes, stands in a sentence."""
    return text[b.start].islower() or LEADS_ON.search(text[max(a.start, a.end - 12) : a.end]) is not None


def _explained(text: str, pairs: Iterable[tuple[Line, Line]]) -> Counter[int]:
    """Return for each width how many of `pairs` of lines it would have parted as they are parted."""
    return Counter(
        width
        for a, b in pairs
        for width in range(max(_columns(a), _NARROWEST), min(_needed(text, a, b) - 1, _WIDEST) + 1)
    )


def _goes_on(text: str, a: Line, b: Line, width: int, so_far: int) -> bool:
    """Say whether `b` goes on with the paragraph of `a`, of which there are `so_far` code points."""
    full = width > 0 and _full(text, a, b, width)
    if b.gap or _begins_item(text, a, b, full=full):
        return False
    # Short lines in lower case are a list without marks.
    low = text[b.start].islower() and so_far >= _SHORTEST and not _BYLINE.match(text, b.start, b.end)
    if _ends_sentence(text, a):
        abbreviated = text[a.end - 1] == "." and _ends_in_abbreviation(text, a)
        return (full and b.indent <= a.indent + 1) or (low and abbreviated)
    return full or low


def _begins_item(text: str, a: Line, b: Line, *, full: bool) -> bool:
    """Say whether `b` begins with a mark of a list, and not with the next word of a full line: "J. Carr", "– and"."""
    if _TURN.match(text, b.start, b.end) and _ends_sentence(text, a):
        return True
    if not _ITEM.match(text, b.start, b.end):
        return False
    initial = _INITIAL.match(text, b.start, b.end) is not None
    return not full or not (initial or (not _ends_sentence(text, a) and _DASH_OR_NUMBER.match(text, b.start, b.end)))


def _ends_in_abbreviation(text: str, line: Line) -> bool:
    word = text[max(line.start, line.end - 20) : line.end - 1].split()[-1:]
    return bool(word) and any(word[0].lower() in words for words in USES.values())


def _columns(line: Line) -> int:
    return line.indent + line.end - line.start


def _needed(text: str, a: Line, b: Line) -> int:
    """Return how many columns `a` would have had with the first word of `b`."""
    word = _FIRST_WORD.match(text, b.start, b.end)
    return _columns(a) + 1 + (len(word.group()) if word else 0)


def _full(text: str, a: Line, b: Line, width: int) -> bool:
    """Say whether the first word of `b` would have overrun the width at the end of `a`, which is no longer itself.

    A single word (an address) may be: it could not be broken.
    """
    whole = _columns(a) <= width + _OVER or not _SPACE.search(text, a.start, a.end)
    return whole and _needed(text, a, b) > width


def _ends_sentence(text: str, line: Line) -> bool:
    return _CLOSED.search(text[max(line.start, line.end - 12) : line.end].translate(INVISIBLE)) is not None
