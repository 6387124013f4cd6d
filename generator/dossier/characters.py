"""Characters of a text that show nothing, or turn round the order in which it shows."""

from __future__ import annotations

import re
import unicodedata

from generator.dossier.files import Place
from generator.messages.problems import Problem, place

# C0 and C1 without white space and NEL, and the bidirectional controls of UAX 9.
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Format characters that belong to the writing of some languages and hide nothing.
_WRITING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


def visible(text: str) -> str:
    """Return `text` with control, bidirectional and unassigned characters shown by their number.

    Soft hyphens and zero-width joiners stay: they belong to the writing of some languages and hide nothing.
    """
    if text.isprintable():  # nearly every text: none of it is of a category beginning with C
        return text
    return "".join(
        char if unicodedata.category(char)[0] != "C" or char in _WRITING else f"[U+{ord(char):04X}]" for char in text
    )


def hidden_offsets(text: str) -> tuple[int, ...]:
    """Return the offsets, in code points, of the characters of `text` that do not show."""
    return tuple(match.start() for match in _HIDDEN.finditer(text))


def hidden_note(text: str, at: Place, *, whole_file: bool) -> Problem | None:
    """Return a note on the characters of `text` that do not show, or None; in a whole file, at the first of them."""
    found = hidden_offsets(text)
    if not found:
        return None
    where = Place(at.file, *place(text, found[0])) if whole_file else at
    first = f"U+{ord(text[found[0]]):04X}"
    count = "a character that does not show," if len(found) == 1 else f"{len(found)} characters that do not show, first"
    mend = "nothing if it should be so: pages show a mark in its place" if whole_file else "delete it"
    return where.problem(f"{'this file' if whole_file else 'this value'} has {count} {first}", mend)
