"""Redline: the words that one passage keeps, adds and drops against another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.topics.words import fold


@dataclass(frozen=True)
class Change:
    """A run of words that stands in both, only in the later (*added*) or only in the earlier passage (*dropped*).

    `before` and `after` are the words as each passage has them: a kept word may differ in case or punctuation.
    """

    kind: Literal["kept", "added", "dropped"]
    before: str
    after: str


def redline(before: str, after: str) -> tuple[Change, ...]:
    """Return how the words of `before` become those of `after`; case and kinds of quotation mark do not count."""
    old, new = before.split(), after.split()
    changes: list[Change] = []

    matcher = SequenceMatcher(None, [_key(word) for word in old], [_key(word) for word in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            changes.append(Change("kept", " ".join(old[a:b]), " ".join(new[c:d])))
        else:
            changes += [Change("dropped", " ".join(old[a:b]), "")] if a < b else []
            changes += [Change("added", "", " ".join(new[c:d]))] if c < d else []
    return tuple(changes)


def close(changes: Sequence[Change]) -> bool:
    """Tell whether a reader can follow `changes`: half of the shorter passage stands in the other as well."""
    kept = sum(len(one.after.split()) for one in changes if one.kind == "kept")
    dropped, added = (sum(len(f"{one.before}{one.after}".split()) for one in changes if one.kind == kind)
                      for kind in ("dropped", "added"))  # fmt: skip
    return 2 * kept >= kept + min(dropped, added)


def _key(word: str) -> str:
    return fold(re.sub(r"^\W+|\W+$", "", word)) or word
