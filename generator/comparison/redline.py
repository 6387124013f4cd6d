"""Redline: the words that one passage keeps, adds and drops against another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.topics.words import fold


@dataclass(frozen=True)
class Change:
    """A run of words that stands in both, only in the later (*added*) or only in the earlier passage (*dropped*)."""

    kind: Literal["kept", "added", "dropped"]
    text: str


def redline(before: str, after: str) -> tuple[Change, ...]:
    """Return how the words of `before` become those of `after`; case and kinds of quotation mark do not count."""
    old, new = before.split(), after.split()
    changes: list[Change] = []

    def put(kind: Literal["kept", "added", "dropped"], part: list[str]) -> None:
        if part:
            changes.append(Change(kind, " ".join(part)))

    matcher = SequenceMatcher(None, [_key(word) for word in old], [_key(word) for word in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            put("kept", new[c:d])
        else:
            put("dropped", old[a:b])
            put("added", new[c:d])
    return tuple(changes)


def _key(word: str) -> str:
    return fold(re.sub(r"^\W+|\W+$", "", word)) or word
