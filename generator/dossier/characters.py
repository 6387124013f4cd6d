"""Characters of a text that show nothing, or turn round the order in which it shows."""

from __future__ import annotations

import re

from generator.dossier.files import Place
from generator.problems import Problem, place

# C0 and C1 without white space and NEL, and the bidirectional controls of UAX 9.
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def hidden(text: str) -> tuple[int, ...]:
    """Return the offsets, in code points, of the characters of `text` that do not show."""
    return tuple(match.start() for match in _HIDDEN.finditer(text))


def hidden_note(text: str, at: Place, *, whole_file: bool) -> Problem | None:
    """Return a note on the characters of `text` that do not show, or None; in a whole file, at the first of them."""
    found = hidden(text)
    if not found:
        return None
    where = Place(at.file, *place(text, found[0])) if whole_file else at
    first = f"U+{ord(text[found[0]]):04X}"
    count = "a character that does not show," if len(found) == 1 else f"{len(found)} characters that do not show, first"
    mend = "nothing if it should be so: pages show a mark in its place" if whole_file else "delete it"
    return where.problem(f"{'this file' if whole_file else 'this value'} has {count} {first}", mend)
