"""Regular expressions that a person gives: which can be used, and which could take for ever on some line.

Python's engine tries the ways in which a pattern can match one after the other. How many there can be follows from
the pattern alone, and that number is held below a limit.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

_LINE = 600
"""The longest line, in code points, that is held against a pattern."""
_MOST_WAYS = _LINE * _LINE * 64
"""Two open-ended repetitions and a few optional pieces: well below a second on the worst line."""

# One piece of a pattern: an escape, a class, the start of a group, a quantifier, or any other character.
_PIECE = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?[^)<:=!]*[)<:=!])?|(?:[*+?]|\{[0-9]*,?[0-9]*\})[?+]?|.", re.DOTALL
)
_TIMES = re.compile(r"\{([0-9]*)(,?)([0-9]*)\}")
_ANY_TIMES = {"*": (0, _LINE), "+": (1, _LINE), "?": (0, 1)}


def fault(pattern: str) -> tuple[str, str] | None:
    """Say why `pattern` is refused and how to mend it, or None."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        mend = "correct it; write `\\` before a mark that is meant as such"
        return f"`{pattern}` is not a regular expression: {error}", mend
    if re.search(r"(?<!\\)(?:\\\\)*\\[1-9]|\(\?P=|\(\?\(", pattern):
        return f"`{pattern}` refers back to a group", "write the words out"
    if _ways(pattern) > _MOST_WAYS:
        mend = "use fewer of `*`, `+` and `?`, and none of them nor `|` inside a repeated group"
        return f"`{pattern}` could take for ever on a long line", mend
    return None


@dataclass
class _Group:
    """Ways to match so far: of the finished branches, of this branch but its last atom, and of that atom."""

    branches: int = 0
    before: int = 1
    atom: int = 1

    def step(self, ways: int) -> None:
        self.before, self.atom = min(self.before * self.atom, _MOST_WAYS + 1), ways

    def ways(self) -> int:
        return self.branches + self.before * self.atom


def _ways(pattern: str) -> int:
    """Return a bound on the ways in which `pattern` can match a line, cut off above the limit."""
    groups = [_Group()]
    for match in _PIECE.finditer(pattern):
        piece, top = match.group(), groups[-1]
        if piece[0] == "(" and piece[-1] != ")":
            top.step(1)
            groups.append(_Group())
        elif piece == ")" and len(groups) > 1:
            groups.pop()
            groups[-1].atom = top.ways()
        elif piece == "|":
            top.branches, top.before, top.atom = top.ways(), 1, 1
        elif piece[0] in _ANY_TIMES or _TIMES.match(piece):
            top.atom = _repetitions(top.atom, *_times(piece))
        else:
            top.step(1)
    return groups[0].ways()


def _times(quantifier: str) -> tuple[int, int]:
    """Return the fewest and the most times that `quantifier` allows."""
    found = _TIMES.match(quantifier)
    if not found:
        return _ANY_TIMES[quantifier[0]]
    least, comma, most = found.groups()
    return int(least or 0), min(int(most or (_LINE if comma else least or _LINE)), _LINE)


def _repetitions(ways: int, least: int, most: int) -> int:
    """Return the ways to match between `least` and `most` times what can match in `ways`: the sum of the powers."""
    total, power = 0, 1
    for times in range(most + 1):
        total += power if times >= least else 0
        power *= ways
        if total > _MOST_WAYS or power > _MOST_WAYS:
            return _MOST_WAYS + 1
    return max(total, 1)
