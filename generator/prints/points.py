"""The points of a brief: what a reader would call one line of it, with a name that stays between editions.

A point is a paragraph, an item of a list, a cell of a table under its row and column, a statement with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.prints.inline import Run, plain
from generator.prints.markdown import Block

# Quotations may hold one more quotation.
_WORD = re.compile(r"[^\s“”]*“(?:[^“”]|“[^“”]*”)*”[^\s“”]*|\S+")

Word = tuple[str, str]
"""A word as it is compared: its kind (`word`, `cite` or `break`) and its text."""


@dataclass(frozen=True)
class Point:
    """One line of a brief. `section` and `name` say where it stands; `name` is "" for one of several of a kind."""

    section: str
    name: str
    words: tuple[Word, ...]


def points(blocks: Sequence[Block]) -> tuple[Point, ...]:
    """Return the points of `blocks` in order; headings, and lines that only say who said it, are names of others."""
    found: list[Point] = []
    section, lead = "", ""
    for block in blocks:
        if block["k"] == "heading":
            section = plain(block["runs"]).strip() if block["level"] < 3 else section
            lead = plain(block["runs"]).strip() if block["level"] > 2 else ""
        elif "statement" in block["classes"]:
            lead = plain(block["runs"]).strip()
        else:
            found += [Point(section, name, words) for name, words in _block(block, lead) if words]
            lead = "" if block["k"] == "quote" else lead
    return tuple(found)


def _block(block: Block, lead: str) -> Iterator[tuple[str, tuple[Word, ...]]]:
    if block["k"] == "para":
        yield lead, words(block["runs"])
    elif block["k"] == "list":
        names = [str(number) for number in block["numbers"]] or [""] * len(block["items"])
        for name, item in zip(names, block["items"], strict=True):
            yield name, tuple(word for inner in item for _, some in _block(inner, "") for word in some)
    elif block["k"] == "table":
        for row in block["rows"]:
            for head, cell in zip(block["head"][1:], row[1:], strict=False):
                yield _join(lead, plain(row[0]), plain(head)), words(cell)
    elif block["k"] == "quote":
        yield lead, tuple(word for inner in block["blocks"] for _, some in _block(inner, "") for word in some)
    elif block["k"] == "defs":
        for item in block["items"]:
            inner = [word for one in item["blocks"] for _, some in _block(one, "") for word in some]
            yield plain(item["term"]).strip(), tuple(inner)
    elif block["k"] == "code":
        yield lead, tuple(("word", word) for word in block["text"].split())


def _join(*names: str) -> str:
    return " · ".join(name.strip() for name in names if name.strip())


def words(runs: Sequence[Run]) -> tuple[Word, ...]:
    """Return the words of `runs` with the citations between them; how they are styled is left aside.

    A quotation is one word: it changes as a whole, since half of an old one and half of a new one are nobody's words.
    """
    found: list[Word] = []
    for key, stretch in groupby(_pieces(runs), lambda piece: piece[0] == "word"):
        pieces = list(stretch)
        if key:
            found += [("word", word) for word in _WORD.findall("".join(text for _, text in pieces))]
        else:
            found += pieces
    return tuple(found)


def _pieces(runs: Sequence[Run]) -> Iterator[Word]:
    """Yield the text of `runs` piece by piece as it stands, citations and line ends."""
    for run in runs:
        if "cite" in run:
            yield "cite", run["cite"]
        elif "br" in run:
            yield "break", ""
        elif "t" in run:
            yield "word", run["t"]
        else:
            yield from _pieces(run["runs"])
