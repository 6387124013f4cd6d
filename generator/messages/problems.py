"""What is wrong with a dossier, said so that a person can mend it.

A problem is a value. Stages collect problems and raise them together in one `DossierError`, so an officer sees
everything that is wrong at once. The texts are part of the interface: ``file:line:column: problem. Mend: …``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it stands (line and column count from 1), what it is, what would mend it."""

    file: str
    line: int
    column: int
    what: str
    mend: str

    def __str__(self) -> str:
        what = self.what.rstrip(".")
        mend = self.mend.rstrip(".")
        return printable(f"{self.file}:{self.line}:{self.column}: {what}. Mend: {mend}.")


class BriefingError(Exception):
    """Root of the family: everything that the generator raises on purpose."""


class DossierError(BriefingError):
    """The dossier has problems; `problems` holds all that were found, sorted, without repeats, never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def printable(text: str) -> str:
    r"""Return `text` with control and format characters shown as ``\xNN`` or ``\uNNNN``.

    A file name or a quoted value must not steer the terminal that shows a message.
    """
    return "".join(
        char if char in "\n\t" or unicodedata.category(char)[0] != "C" else char.encode("unicode_escape").decode()
        for char in text
    )


def place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column, both from 1, of the code point at `offset` in `text`; lines end at LF, CR or CRLF."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
