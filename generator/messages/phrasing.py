"""How lists, numbers with their nouns, and long words on one line are written, on pages and in messages alike."""

from __future__ import annotations

from collections.abc import Sequence


def join_words(parts: Sequence[str], last: str = "and") -> str:
    """Return the parts joined as in a sentence, with the word `last` before the last one; "" for no parts."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def count_of(number: int, noun: str) -> str:
    """Return the number with its noun, which takes an *s* unless the number is 1."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def one_line(text: str, most: int) -> str:
    """Return `text` on one line, cut at its end where it is longer than `most` code points, with *…* for the rest."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
