"""What stands between quotation marks in a paragraph: “ ”, " ", « », „ “, ‘ ’ and ' '.

Quotations hold quotations, and a sentence taken out of a longer speech may open a mark that it never closes, or close
one that it never opened. Marks that pair are paired. Where curly ones do not, every reading is offered, the likeliest
first. A single mark may be an apostrophe: it counts where a word begins after it and another ends a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

OPEN, CLOSE = "“", "”"
# After a quotation a note goes on with a dash, a block ends, or a citation follows.
_LIKELY_END = re.compile(r"[\s\x1f]*(?:—|$|[0-9.,\s]+$)")
_MARKS = re.compile("[“„«\"‘']")
# In Word files the number of a citation follows the mark.
_NO_WORD = r"(?!(?!\d+\.\d)\w)"
_STRAIGHT = re.compile(rf'(?<!\w)"(?=[^\s"])(?:(.*?)(?<=\S)"{_NO_WORD}|.*)', re.DOTALL)
_LOW = re.compile("„([^„“”]*)(?:[“”]|$)")
_ELISION = r"(?!\d\ds?\b|(?:em|n|til|tis|twas)\b)"
_SINGLE = {
    mark: re.compile(rf"(?P<close>(?<=\S){close}{_NO_WORD})|(?P<open>(?<!\w)[‘']{_ELISION}(?=[\w“„«\"(\[]))", re.I)
    for mark, close in (("‘", "’"), ("'", "'"))
}
# What an apostrophe after an s looks like that marks a possessive: the parties’ aims.
_POSSESSIVE = re.compile(r"(?<=[sS])[’'](?=[\s\x1f]+\w)")


@dataclass(frozen=True)
class Quoted:
    """One quotation: where it stands in the paragraph (code points, end exclusive, without its marks), its words."""

    start: int
    end: int
    text: str


def quotations_in(paragraph: str, found: Callable[[str], bool], names: Sequence[tuple[int, int]] = ()) -> list[Quoted]:
    """Return the quotations of `paragraph` in order, outermost only; `found` decides between readings.

    Of a quotation whose marks do not pair, the longest reading is taken that is `found`, and if none is, the likeliest.
    `names` are where names stand that have marks of their own: what opens in one and is not `found` is no quotation.
    """
    quoted: list[Quoted] = []
    mark = _MARKS.search(paragraph)
    while mark:
        start = mark.start()
        readings = _readings(paragraph, start)
        taken = next((reading for reading in readings if found(reading.text)), None)
        if taken is None and readings and not any(first <= start < last for first, last in names):
            taken = readings[0]
        if taken is not None:
            quoted.append(taken)
        mark = _MARKS.search(paragraph, max(taken.end, start) + 1 if taken else start + 1)
    return quoted


def _readings(paragraph: str, start: int) -> list[Quoted]:
    """Return what the mark at `start` may open, the likeliest first; nothing where it opens no quotation."""
    mark = paragraph[start]
    if mark == OPEN:
        ends = _curly_ends(paragraph, start)
    elif mark == '"':
        straight = _STRAIGHT.match(paragraph, start)
        ends = [straight.end(1) if straight[1] is not None else straight.end()] if straight else []
    elif mark == "„":
        low = _LOW.match(paragraph, start)
        ends = [low.end(1)] if low else []
    elif mark == "«":
        ends = [_pair(paragraph, start, "«", "»") or len(paragraph)]
    else:
        ends = _single_ends(paragraph, start)
    return [Quoted(start + 1, end, paragraph[start + 1 : end]) for end in ends]


def _curly_ends(paragraph: str, start: int) -> list[int]:
    end = _pair(paragraph, start, OPEN, CLOSE)
    closes = [index for index in range(start + 1, len(paragraph)) if paragraph[index] == CLOSE]
    if end is not None:
        # A mark closed without having been opened belongs to the words of the quotation before it.
        after = paragraph.find(OPEN, end)
        stray = [index for index in closes if index > end and (after < 0 or index < after)]
        return [*reversed(stray), end] if stray else [end]
    likely = [index for index in closes if _LIKELY_END.match(paragraph, index + 1)]
    return [*reversed(likely), *(index for index in reversed(closes) if index not in likely), len(paragraph)]


def _pair(paragraph: str, start: int, opening: str, closing: str) -> int | None:
    depth = 0
    for index in range(start, len(paragraph)):
        if paragraph[index] == opening:
            depth += 1
        elif paragraph[index] == closing:
            depth -= 1
            if not depth:
                return index
    return None


def _single_ends(paragraph: str, start: int) -> list[int]:
    """Return where the single mark at `start` closes, if it is one: at a possessive only where nothing else closes."""
    marks = _SINGLE[paragraph[start]]
    here = marks.match(paragraph, start)
    if here is None or here["open"] is None:
        return []
    possible: list[int] = []
    for other in marks.finditer(paragraph, start + 2):
        if other["open"] is not None:
            if possible:
                break
        elif _POSSESSIVE.match(paragraph, other.start()):
            possible = [other.start()]
        else:
            return [other.start()]
    return possible
