"""Printed lines to paragraphs: a line break that only the width of the column made is taken back.

Where a PDF says how high its lines stand, a larger step than the usual parts paragraphs; where it does not, and inside
what stands close together, a sentence that has not ended goes on, and a line that had room for more ends a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.passages.wrapping import LEADS_ON
from generator.readers.page_edges import Page, part_notes, trim
from generator.readers.printed import PrintedLine
from generator.readers.reading import paragraphs

# A line broke for want of room if the next word would have reached beyond this share of the column's width.
FULL = 0.9
ITEM = re.compile(r"(?:[•‣▪●◦–—*\uf0b7\uf0a7-]|\(?[0-9a-z]{1,2}[.)])\s")
DASH = re.compile(r"[–—-]\s")
# A line that follows the end of a sentence and is shorter may be a heading.
SHORT = 0.6
# A step down the page of more than this share of the usual one parts paragraphs; so does a change of size by more.
STEP = 1.25
RESIZED = 1.12
# A paragraph begins with a line that is set in by more than this share of the size of its characters.
SET_IN = 0.8
# Lines whose left edges differ by less, in sizes of their characters, begin below each other.
SLIGHT = 0.3
# A line of a paragraph that ends before a long word is not shorter than this share of the width.
HALF = 0.45


@dataclass(frozen=True)
class _Column:
    """Of all lines together: `width` in code points that nine in ten do not exceed; the usual `step` in sizes."""

    width: int
    step: float


def join_pages(pages: Sequence[Page]) -> tuple[str, tuple[str, ...], int]:
    """Return the paragraphs of `pages`, the running heads, left out but once, and the number of notes.

    Notes at the feet of pages stand behind the text, so that a sentence that goes over the page is whole.
    """
    trimmed, feet, heads = trim(pages)
    texts, notes = part_notes(trimmed)
    lines = [line for page in texts for line in page]
    column = _Column(_width(lines), _usual_step(texts))
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).casefold()))
    parts = [*_paragraphs(lines, column, words)]
    parts += _paragraphs([*notes, *feet], _Column(_width(notes), column.step), words)
    return paragraphs(parts), heads, sum(not line.bare for line in notes)


def _paragraphs(lines: Sequence[PrintedLine], column: _Column, words: Counter[str]) -> Iterator[str]:
    paragraph = ""
    for line, following in zip(lines, (*lines[1:], PrintedLine("")), strict=False):
        paragraph = _append(paragraph, line.bare, words)
        if not _runs_on(line, following, column):
            yield paragraph
            paragraph = ""


def _runs_on(line: PrintedLine, following: PrintedLine, column: _Column) -> bool:
    if not line.bare or not following.bare or _changes_size(line, following):
        return False
    goes_on = not line.ends and following.bare[0].islower()
    if ITEM.match(following.bare):
        return not line.ends and DASH.match(following.bare) is not None and _full(line, following, column)
    if line.bare.endswith("\u00ad") or (line.bare.endswith(("-", "\u2010")) and following.bare[0].islower()):
        return True
    if goes_on or (not line.ends and LEADS_ON.search(line.bare)):
        return True
    if _steps_down(line, following, column) or (line.ends and following.left - line.left > SET_IN * line.size > 0):
        return False
    heading = len(following.bare) < SHORT * column.width and not following.bare[0].islower() and not following.ends
    if line.ends and heading:
        return False
    return _full(line, following, column) or (not line.ends and _stands_under(line, following, column))


def _stands_under(line: PrintedLine, following: PrintedLine, column: _Column) -> bool:
    """Say whether `following` is set as the next line of a paragraph: a title set in the middle is not."""
    if not (column.step and line.size and following.size and line.height > following.height):
        return False
    hanging, length = (line.left - following.left) / line.size, len(line.bare) / column.width
    return length >= SHORT if hanging > SLIGHT else length >= HALF and hanging >= -SLIGHT


def _full(line: PrintedLine, following: PrintedLine, column: _Column) -> bool:
    return len(line.bare) + 1 + len(following.bare.split()[0]) > FULL * column.width


def _changes_size(line: PrintedLine, following: PrintedLine) -> bool:
    small, large = sorted((line.size, following.size))
    return small > 0 and large > RESIZED * small


def _steps_down(line: PrintedLine, following: PrintedLine, column: _Column) -> bool:
    """Say whether more than the usual room parts two lines; where a page or a column ends, nothing is known of it."""
    return 0 < column.step * STEP * line.size < line.height - following.height


def _append(paragraph: str, line: str, words: Counter[str]) -> str:
    if not paragraph:
        return line
    if paragraph.endswith("\u00ad"):
        return paragraph[:-1] + line
    if paragraph.endswith(("-", "\u2010")) and paragraph[-2:-1].isalpha() and line[:1].isalpha():
        head, tail = paragraph.split()[-1][:-1], line.split()[0]
        # A hyphen at the end of a line is the word's own if the text writes it elsewhere, or before a capital.
        kept = words[_word(f"{head}-{tail}")] > words[_word(head + tail)] or tail[0].isupper()
        return paragraph + line if kept else paragraph[:-1] + line
    return f"{paragraph} {line}"


def _word(text: str) -> str:
    return text.casefold().strip(".,;:!?\"'“”‘’()[]")


def _width(lines: Sequence[PrintedLine]) -> int:
    """Return the length that nine lines in ten do not exceed, in code points."""
    lengths = sorted(len(line.bare) for line in lines if line.bare)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _usual_step(pages: Sequence[Page]) -> float:
    """Return by how many sizes of its characters a line usually stands below the one before; 0: not known."""
    steps: Counter[float] = Counter()
    for page in pages:
        for line, following in pairwise(page):
            if line.bare and following.bare and line.size and following.size and line.height > following.height:
                steps[round((line.height - following.height) / line.size, 1)] += 1
    return max(sorted(steps), key=lambda step: steps[step], default=0.0)
