"""Quotation marks paired: where each quotation opens and closes, also where it runs on over paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
SINGLE_OPENING = frozenset("‘'")
SINGLE_CLOSING = frozenset("’'")


@dataclass(frozen=True)
class Quotation:
    """A quotation with its marks, ``[start, end)``; not `closed` where the line ends first; in `single` marks."""

    start: int
    end: int
    closed: bool
    single: bool = False


def quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Return the outermost quotations of the line ``text[start:end]`` in text order.

    A mark that is opened and not closed takes the rest of the line: in print, a quotation that goes on in the next
    paragraph is left open and opened anew there.
    """
    return tuple(_quotations(text, start, end))


def _quotations(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    single = doubled = False
    for at in range(start, end):
        char = text[at]
        if char not in "\"“”«»„‘’'":
            continue
        if opened is None:
            if _opens(text, at, start, end):
                opened, single = at, char in SINGLE_OPENING and not text.startswith("''", at)
                doubled = char == "'" and not single
        elif doubled:
            if text.startswith("''", at) and at > opened + 1:
                yield Quotation(opened, at + 2, True)
                opened = None
        elif _closes(text, at, end, single):
            yield Quotation(opened, at + 1, True, single)
            opened = None
    if opened is not None and not single:
        yield Quotation(opened, end, False)


def _opens(text: str, at: int, start: int, end: int) -> bool:
    free = at == start or not text[at - 1].isalnum()
    follows = at + 1 < end and not text[at + 1].isspace()
    if text[at] in OPENING:
        return True
    if text[at] == '"':
        return free and follows and (at == start or text[at - 1] not in ".,!?")
    if text.startswith("''", at):
        return free and "''" in text[at + 2 : end]
    # An apostrophe that stands for missing letters ('90s) is followed by a digit.
    return text[at] in SINGLE_OPENING and free and follows and text[at + 1].isalpha() and _single_closes(text, at, end)


def _single_closes(text: str, at: int, end: int) -> bool:
    return any(_closes(text, later, end, True) for later in range(at + 2, min(end, at + 400)) if text[later] in "’'")


def _closes(text: str, at: int, end: int, single: bool) -> bool:
    if not single:
        return text[at] in CLOSING or (text[at] == '"')
    if text[at] not in SINGLE_CLOSING:
        return False
    after = text[at + 1] if at + 1 < end else " "
    return not after.isalnum() and not (text[at - 1] == "s" and after == " " and text[at] == "'")
