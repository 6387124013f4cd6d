"""Regular expressions that a person gives: which can be used, and which could run for ever."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

_MOST_OPEN = 3
# One piece of a pattern: an escape, a class, a group's start or end, a quantifier, an alternative, any other character.
_PIECE = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?[^)<:=!]*[)<:=!])?|\)|[*+?]|\{[0-9]*,?[0-9]*\}|\||.", re.DOTALL
)
_QUANTIFIER = re.compile(r"[*+?]|\{[0-9]*,?[0-9]*\}")


def fault(pattern: str) -> tuple[str, str] | None:
    """Say why `pattern` is refused and how to mend it, or None.

    Refused is what can backtrack without end: a repeated group that itself holds a repetition or alternatives,
    a backreference, and more than three open-ended repetitions.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        return (
            f"`{pattern}` is not a regular expression: {error}",
            "correct it; write `\\` before a mark that is meant as such",
        )
    if re.search(r"(?<!\\)(?:\\\\)*\\[1-9]|\(\?P=|\(\?\(", pattern):
        return f"`{pattern}` refers back to a group", "write the words out"
    if any(_nested(pattern)):
        return (
            f"`{pattern}` repeats a group that can itself vary",
            "write it without `*`, `+`, `?` or `|` inside a repeated group",
        )
    if sum(1 for piece in _pieces(pattern) if piece in "*+" or piece.endswith(",}")) > _MOST_OPEN:
        return (
            f"`{pattern}` has more than {_MOST_OPEN} open-ended repetitions",
            "make it simpler, or divide it into several patterns",
        )
    return None


def _pieces(pattern: str) -> list[str]:
    return [match.group() for match in _PIECE.finditer(pattern)]


def _nested(pattern: str) -> Iterator[bool]:
    """Yield, for each group that is repeated, whether anything inside it varies."""
    varies = [False]
    pieces = _pieces(pattern)
    for piece, after in zip(pieces, [*pieces[1:], ""], strict=True):
        if piece.startswith("("):
            varies.append(False)
        elif piece == ")" and len(varies) > 1:
            inner = varies.pop()
            repeated = _QUANTIFIER.fullmatch(after) is not None and after not in ("?", "{1}", "{0,1}")
            yield inner and repeated
            varies[-1] = varies[-1] or inner
        elif piece == "|" or _QUANTIFIER.fullmatch(piece):
            varies[-1] = True
