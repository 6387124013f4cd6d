"""What was written, laid out to be looked things up in, and what the notes of a page quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checks.reading import Written, WrittenLine
from generator.messages.problems import Problem

_NOTE = re.compile(r"“(.*)”", re.DOTALL)
_SOURCE_LINK = re.compile(r"sources/([\w.-]+)\.md(?:#(s\d+))?$")


@dataclass(frozen=True)
class Desk:
    """What checks look things up in: the pages by path, and each source's text by id, white space folded.

    `names` are the names and titles of the dossier that have quotation marks in them.
    """

    pages: Mapping[str, Written]
    texts: Mapping[str, str]
    names: tuple[str, ...]
    files: frozenset[str]
    printed: bool


def problem(file: str, line: int, what: str, mend: str) -> Problem:
    """Return a problem of the line with this number (from 1) of `file`."""
    return Problem(file, line, 1, what, mend)


def at(page: Written, line: WrittenLine, what: str, mend: str) -> Problem:
    """Return a problem of `line` on `page`."""
    return problem(f"docs/{page.path}", line.line, what, mend)


def note_lines(page: Written) -> Iterator[WrittenLine]:
    """Return the notes of `page`."""
    return (line for line in page.lines if line.kind == "note")


def target(line: WrittenLine) -> re.Match[str] | None:
    """Return where the first link to a source leads: its id, and its anchor if it has one."""
    return next((match for match in map(_SOURCE_LINK.search, line.links) if match), None)


def words_of(line: WrittenLine) -> str | None:
    """Return what a note quotes, white space folded: between the first and last mark outside its names and links."""
    quoted = _NOTE.search(line.own)
    return None if quoted is None else " ".join(quoted[1].split())


def proved(desk: Desk, quoted: str, source: str, anchor: str | None) -> bool:
    """Tell whether a note quotes its passage whole, or, of a source that shows no text, words that stand in it."""
    page = desk.pages.get(f"sources/{source}.md")
    if page is None:
        return False
    if anchor is None:
        return not page.passages and bool(quoted) and quoted in desk.texts.get(source, "")
    shown = page.passages.get(anchor)
    return shown is not None and quoted == " ".join(shown.split())
