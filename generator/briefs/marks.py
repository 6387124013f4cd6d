"""What an editor sets between quotation marks in a line, whatever the marks; an apostrophe is none.

Double marks tell where they open and close. A single mark is an apostrophe as well: it opens only before a word and
after none, and closes only after a word and before none. *The parties’ aims* closes nothing that a later mark closes.
"""

from __future__ import annotations

from collections.abc import Iterator

_DOUBLE = {"“": "”", "”": "”", "„": "”“", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"'}
_SINGLE = {"‘": "’", "’": "’", "‚": "’‘", "'": "'"}
# Marks that open wherever they stand; the others open only before a word and after none.
_ALWAYS = frozenset("“„«‹")
# Words that are written with an apostrophe before them.
_ELIDED = frozenset("em n til tis twas".split())


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each outermost quotation of `text` stands, in order, without its marks: code points, end exclusive.

    One that is opened by a double mark and never closed goes on to the end of `text`.
    """
    at = 0
    while at < len(text):
        end = _end(text, at)
        if end is not None and text[at + 1 : end].strip():
            yield at + 1, end
            at = end
        at += 1


def _end(text: str, at: int) -> int | None:
    """Return where the mark is that closes the one at `at`; None where this is no mark that opens a quotation."""
    mark = text[at]
    if mark in _DOUBLE and (mark in _ALWAYS or _opens(text, at)):
        return _double_end(text, at)
    return _single_end(text, at) if mark in _SINGLE and _opens(text, at) and not _elides(text, at) else None


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and not after.isspace() and after not in f".,;:!?)]{text[at]}"


def _closes(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _elides(text: str, at: int) -> bool:
    rest = text[at + 1 :]
    word = rest[: next((n for n, char in enumerate(rest) if not char.isalnum()), len(rest))]
    return word.lower() in _ELIDED or (word[:2].isdecimal() and word[2:] in ("", "s"))


def _double_end(text: str, at: int) -> int:
    mark, depth = text[at], 0
    for end in range(at + 1, len(text)):
        if text[end] in _DOUBLE[mark] and (mark in _ALWAYS or _closes(text, end)):
            if not depth:
                return end
            depth -= 1
        elif text[end] == mark:
            depth += 1
    return len(text)


def _single_end(text: str, at: int) -> int | None:
    """Return the mark that closes for certain, or else the last that may be an apostrophe after an s."""
    possible: int | None = None
    end = at + 1
    while end < len(text):
        if text[end] in _SINGLE[text[at]] and end > at + 1 and _closes(text, end):
            if text[end - 1] not in "sS" or not text[end + 1 : end + 3].strip().isalnum():
                return end
            possible = end
        elif text[end] in _SINGLE and possible is not None and _opens(text, end) and not _elides(text, end):
            return possible
        elif text[end] in _ALWAYS:
            end = _double_end(text, end)
        end += 1
    return possible
