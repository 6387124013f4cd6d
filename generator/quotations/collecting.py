"""What stands between quotation marks in a paragraph.

Quotations hold quotations, and a sentence taken out of a longer speech may open a mark that it never closes, or close
one that it never opened. Marks that pair are paired. Where they do not, every reading is offered, the likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

OPEN, CLOSE = "“", "”"
# After a quotation a note goes on with a dash, a block ends, or a citation follows.
_LIKELY_END = re.compile(r"[\s\x1f]*(?:—|$|[0-9.,\s]+$)")


@dataclass(frozen=True)
class Quoted:
    """One quotation: where it stands in the paragraph (code points, end exclusive, without its marks), its words."""

    start: int
    end: int
    text: str


def quotations_in(paragraph: str, found: Callable[[str], bool]) -> list[Quoted]:
    """Return the quotations of `paragraph` in order, outermost only; `found` decides between readings.

    Of a quotation whose marks do not pair, the longest reading is taken that is `found`, and if none is, the likeliest.
    """
    quoted: list[Quoted] = []
    position = paragraph.find(OPEN)
    while position >= 0:
        readings = _readings(paragraph, position)
        taken = next((one for one in readings if found(one.text)), readings[0])
        quoted.append(taken)
        position = paragraph.find(OPEN, max(taken.end, position + 1))
    return quoted


def _readings(paragraph: str, start: int) -> list[Quoted]:
    end = _pair(paragraph, start)
    closes = [index for index in range(start + 1, len(paragraph)) if paragraph[index] == CLOSE]
    if end is not None:
        # A mark closed without having been opened belongs to the words of the quotation before it.
        after = paragraph.find(OPEN, end)
        stray = [index for index in closes if index > end and (after < 0 or index < after)]
        ends = [*reversed(stray), end] if stray else [end]
    else:
        likely = [index for index in closes if _LIKELY_END.match(paragraph, index + 1)]
        ends = [*reversed(likely), *(index for index in reversed(closes) if index not in likely), len(paragraph)]
    return [Quoted(start + 1, end, paragraph[start + 1 : end]) for end in ends]


def _pair(paragraph: str, start: int) -> int | None:
    depth = 0
    for index in range(start, len(paragraph)):
        if paragraph[index] == OPEN:
            depth += 1
        elif paragraph[index] == CLOSE:
            depth -= 1
            if not depth:
                return index
    return None
