"""Printed lines to paragraphs: a line break that only the width of the column made is taken back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.readers.reading import paragraphs

# A line broke for want of room if the next word would have reached beyond this share of the column's width.
FULL = 0.9
PAGE_NUMBER = re.compile(r"\W{0,3}(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W{0,3}", re.IGNORECASE)
ITEM = re.compile(r"(?:[•‣▪●◦–—*-]|\(?[0-9a-z]{1,2}[.)])\s")
# A running head stands on at least this many pages, and on half of them.
RUNNING = 2
# A line that ends a sentence, and one that is a heading: short, from a capital or figure on, without an end.
ENDS = re.compile(r"[.!?…:;][\"”’»')\]]*\Z")
SHORT = 0.6


def join_pages(pages: list[list[str]]) -> tuple[str, tuple[str, ...]]:
    """Return the paragraphs of `pages`, each a list of printed lines, and the running heads, left out but once."""
    boilerplate = _running_lines(pages)
    out = {page[number].strip() for page, numbers in zip(pages, boilerplate, strict=True) for number in numbers}
    heads = {_key(line): line for line in sorted(out, reverse=True) if not PAGE_NUMBER.fullmatch(line)}
    lines: list[str] = []
    for page, numbers in zip(pages, boilerplate, strict=True):
        for line in (line for number, line in enumerate(page) if number not in numbers):
            # Where a running head is kept, it is a paragraph of its own.
            lines += ["", line, ""] if _key(line) in heads else [line]
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(lines).casefold()))
    return paragraphs(_paragraphs(lines, _width(lines), words)), tuple(sorted(heads.values()))


def _paragraphs(lines: list[str], width: int, words: Counter[str]) -> Iterator[str]:
    paragraph = ""
    for line, following in zip(lines, (*lines[1:], ""), strict=False):
        paragraph = _append(paragraph, line.strip(), words)
        if not _runs_on(line.strip(), following.strip(), width):
            yield paragraph
            paragraph = ""


def _runs_on(line: str, following: str, width: int) -> bool:
    if not line or not following or ITEM.match(following):
        return False
    if line.endswith("\u00ad") or (line.endswith(("-", "\u2010")) and following[0].islower()):
        return True
    if (
        ENDS.search(line)
        and len(following) < SHORT * width
        and not following[0].islower()
        and not ENDS.search(following)
    ):
        return False
    return len(line) + 1 + len(following.split()[0]) > FULL * width


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


def _width(lines: list[str]) -> int:
    """Return the length that nine lines in ten do not exceed, in code points."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _running_lines(pages: list[list[str]]) -> list[set[int]]:
    """Return, for each page, the numbers of its first and last line where they are a page number or running head.

    A running head stays where it stands first: it may well be the title, or say who published the text.
    """
    edges = []
    for page in pages:
        bare = [number for number, line in enumerate(page) if line.strip()]
        # What ends a sentence is text, even if another page begins or ends with the same.
        edges.append({n: _key(page[n]) for n in bare[:1] + bare[-1:] if not ENDS.search(page[n].strip())})
    times = Counter(key for edge in edges for key in set(edge.values()))
    running = {key for key, count in times.items() if count >= max(RUNNING, len(pages) / 2)}
    boilerplate: list[set[int]] = []
    seen: set[str] = set()
    for page, edge in zip(pages, edges, strict=True):
        numbers = {number for number in edge if PAGE_NUMBER.fullmatch(page[number].strip())}
        boilerplate.append(numbers | {number for number, key in edge.items() if key in running & seen})
        seen |= set(edge.values())
    return boilerplate


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip().casefold())
