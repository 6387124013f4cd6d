"""Which sources already say what a new text says: the same text, or much of the same wording."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

# Runs of five words: long enough that two reports of one speech share few by chance (Broder, "On the resemblance and
# containment of documents", 1997).
WORDS_IN_A_RUN = 5
# From this share on two texts are told to be near-duplicates.
NEAR = 0.5

WORD = re.compile(r"\w+")

Run = tuple[str, ...]


@dataclass(frozen=True)
class Likeness:
    """A source that has the same text, or `share` of the runs of words of the shorter of the two (0 to 1)."""

    source: str
    share: float
    same: bool

    @property
    def percent(self) -> int:
        """The share in whole per cent, rounded down, so that only all of it is 100."""
        return int(self.share * 100)


@dataclass(frozen=True)
class _Wording:
    folded: str
    runs: frozenset[Run]


def likenesses(texts: Mapping[str, str], others: Mapping[str, str]) -> dict[str, tuple[Likeness, ...]]:
    """Return, for each of `texts` (by name), what is that text but for white space, or near it; the nearest first.

    Compared are `others` (by id), and those of `texts` that stand before. Every text is taken apart once, so the time
    grows with their length, not with the number of pairs.
    """
    wordings = {name: _Wording(_fold(text), _runs(text)) for name, text in texts.items()}
    holders: dict[Run, list[str]] = defaultdict(list)
    for name, wording in wordings.items():
        for run in wording.runs:
            holders[run].append(name)
    found: dict[str, list[Likeness]] = {name: [] for name in texts}
    names = list(texts)
    compared = [(source, text, 0) for source, text in others.items()]
    compared += [(name, texts[name], number) for number, name in enumerate(names, start=1)]
    for source, text, after in compared:
        runs, folded = _runs(text), _fold(text)
        shared = Counter(name for run in runs for name in holders.get(run, ()))
        for name in names[after:]:
            same = folded == wordings[name].folded
            share = 1.0 if same else shared[name] / (min(len(runs), len(wordings[name].runs)) or 1)
            if share >= NEAR:
                found[name].append(Likeness(source, share, same))
    return {name: tuple(sorted(like, key=_nearest)) for name, like in found.items()}


def _nearest(like: Likeness) -> tuple[bool, float, str]:
    return not like.same, -like.share, like.source


def _fold(text: str) -> str:
    return " ".join(text.removeprefix("\ufeff").split())


def _runs(text: str) -> frozenset[Run]:
    words = WORD.findall(text.casefold())
    return frozenset(zip(*(words[start:] for start in range(WORDS_IN_A_RUN)), strict=False))
