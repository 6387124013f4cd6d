"""Characters that show nothing: a text is read without them, and what is found is told as it stands in the text.

A soft hyphen or a space of no width may stand inside any name, verb or quotation of a saved page.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.passages.lines import INVISIBLE

_INVISIBLE = re.compile(f"[{''.join(map(chr, INVISIBLE))}]")


class Visible:
    """A text without what shows nothing, in `text`, and the way between its places and those of the text as it is."""

    def __init__(self, text: str) -> None:
        self._kept = [at for at, char in enumerate(text) if ord(char) not in INVISIBLE]
        self.text = "".join(text[at] for at in self._kept)

    def place(self, at: int) -> int:
        """Return where in `text` the code point `at` of the text as it is stands, or the next one that shows."""
        return bisect_left(self._kept, at)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch of `text` that is not empty as it stands in the text as it is."""
        return self._kept[start], self._kept[end - 1] + 1


def view(text: str) -> Visible | None:
    """Return `text` without what shows nothing; None where all of it shows."""
    return Visible(text) if _INVISIBLE.search(text) else None


def bare(words: str) -> str:
    """Return `words` without what shows nothing."""
    return _INVISIBLE.sub("", words)
