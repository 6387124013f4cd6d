"""What stands at the edges of printed pages and is not their text: page numbers, running heads, notes at the foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from generator.readers.printed import PrintedLine

Page = Sequence[PrintedLine]

PAGE_NUMBER = re.compile(r"\W{0,3}(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W{0,3}", re.IGNORECASE)
# A running head stands on at least this many pages, and on one in so many of them: on the even ones of a chapter alone.
RUNNING = 2
ONE_IN = 4
# Notes are set smaller than this share of the text, and the first of them begins with its mark.
SMALLER = 0.93
_NOTE = re.compile(r"[\d⁰¹²³⁴-⁹*†‡§]|\[\d|\(\d")
_SPACED = re.compile(r"\s+")


def trim(pages: Sequence[Page]) -> tuple[list[Page], list[PrintedLine], tuple[str, ...]]:
    """Return `pages` without empty lines at their edges, page numbers and running lines; these lines; all of them.

    A running line is left out but once. At the head of the first page it stays, apart from the text: it may well be
    the title, or say who published the text. Any other is returned apart, so that it parts no sentence.
    """
    bare = [_strip(page) for page in pages]
    running = _running_keys(bare)
    seen: dict[str, str] = {}
    apart: list[PrintedLine] = []
    trimmed: list[Page] = []
    for count, page in enumerate(bare):
        edges = _edges(page, running)
        kept: list[PrintedLine] = []
        for number, line in enumerate(page):
            key = _key(line)
            if number not in edges or not (PAGE_NUMBER.fullmatch(line.bare) or key in running):
                kept.append(line)
            elif key in running and key not in seen:
                seen[key] = line.bare
                stays = count == 0 and number < len(page) / 2
                (kept if stays else apart).extend((PrintedLine(""), PrintedLine(line.text), PrintedLine("")))
        trimmed.append(_strip(kept))
    return trimmed, apart, tuple(sorted(seen.values()))


def part_notes(pages: Sequence[Page]) -> tuple[list[Page], list[PrintedLine]]:
    """Return `pages` without the notes at their feet, and the lines of the notes, an empty one before each note."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page:
            letters[round(line.size, 1)] += len(line.bare)
    usual = max(sorted(letters), key=lambda size: letters[size], default=0.0)
    texts: list[Page] = []
    notes: list[PrintedLine] = []
    for page in pages:
        kept: list[PrintedLine] = []
        for column in _columns(page):
            first = len(column)
            while first and 0 < column[first - 1].size < SMALLER * usual:
                first -= 1
            # What is small from the top on is no note: a page of small print.
            foot = column[first:] if first and _begins_note(column[first:]) else []
            kept += _strip(column[: len(column) - len(foot)])
            for line in foot:
                notes += [PrintedLine(""), line] if _NOTE.match(line.bare) else [line]
        texts.append(kept)
    return texts, notes


def _columns(page: Page) -> list[list[PrintedLine]]:
    """Return the lines of `page` by column: a new one begins where a line stands above the one before."""
    columns: list[list[PrintedLine]] = [[]]
    for line in page:
        last = next((above for above in reversed(columns[-1]) if above.size), None)
        if last and line.size and line.height > last.height + last.size:
            columns.append([])
        columns[-1].append(line)
    return columns


def _begins_note(foot: Page) -> bool:
    return bool(foot) and _NOTE.match(foot[0].bare) is not None


def _strip(page: Page) -> list[PrintedLine]:
    full = [number for number, line in enumerate(page) if line.bare]
    return list(page[full[0] : full[-1] + 1]) if full else []


def _edges(page: Page, running: Container[str] = ()) -> set[int]:
    """Return the numbers of the lines at the top and the bottom, as they are told and as they stand on the page.

    Below a page number or a line that is known to be `running` the next one is at the edge, too.
    """
    told = list(range(len(page)))
    standing = sorted((number for number in told if page[number].size), key=lambda number: -page[number].height)
    found: set[int] = set()
    for order in (told, told[::-1], standing, standing[::-1]):
        for number in order:
            found.add(number)
            if not (PAGE_NUMBER.fullmatch(page[number].bare) or _key(page[number]) in running):
                break
    return found


def _running_keys(pages: Sequence[Page]) -> frozenset[str]:
    """Return the keys of the lines that run from page to page, the outermost first, then those within them."""
    running: frozenset[str] = frozenset()
    while True:
        times: Counter[str] = Counter()
        for page in pages:
            edges = [page[number] for number in _edges(page, running)]
            # What ends a sentence is text, even if another page begins or ends with the same.
            times.update({_key(line) for line in edges if line.bare and not line.ends})
        found = frozenset(key for key, count in times.items() if count >= max(RUNNING, len(pages) / ONE_IN))
        if found <= running:
            return running
        running |= found


def _key(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", _SPACED.sub(" ", line.bare.casefold()))
