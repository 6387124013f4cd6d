"""Quotations in an editor's own line: what stands between quotation marks is in a passage that is cited for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.briefs.marks import quoted
from generator.briefs.quotes import located, nearest, short
from generator.comparison.items import Item
from generator.dossier.files import Place
from generator.messages.problems import Problem

_ELLIPSIS = "…"
# Marks of an editor's sentence that print often puts inside the quotation.
_STOPS = ",.;:"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Stretch:
    """Passages that follow each other in one source: `start` and `end` count code points of its text."""

    items: tuple[Item, ...]

    def words(self, wanted: str) -> str | None:
        """Return `wanted` as the source has it, white space folded, or None."""
        first, last = self.items[0], self.items[-1]
        text = first.source.text
        span = located(wanted, text, first.statement.passage.start, last.statement.passage.end)
        return " ".join(text[span[0] : span[1]].split()) if span else None


@dataclass
class Settled:
    """An editor's line whose quotations were looked up: its text, each quotation as its source has it."""

    text: str
    problems: list[Problem] = field(default_factory=list)


def settled(text: str, cited: Iterable[Item], at: Place, line: bool = True) -> Settled:
    """Return `text`, which is written at `at`, with each quotation as a passage of `cited` has it.

    Where none has it there is a problem. `line` tells whether `cited` are the passages of this line, or of the brief.
    """
    passages = _stretches(cited)
    made, end = Settled(""), 0
    for start, stop in quoted(text):
        words = text[start:stop]
        bare = words.strip().removeprefix(_ELLIPSIS).removesuffix(_ELLIPSIS).strip()
        found = next((own for stretch in passages if (own := stretch.words(bare))), None)
        if found is None:
            made.problems.append(_absent(bare, passages, at, line))
        made.text += text[end:start] + (words.replace(bare, found) if found else words)
        end = stop
    made.text += text[end:]
    return made


def _stretches(cited: Iterable[Item]) -> list[_Stretch]:
    found: list[_Stretch] = []
    for item in sorted({item.key: item for item in cited}.values(), key=lambda item: item.key):
        before = found[-1].items[-1] if found else None
        if before is not None and (before.number, before.index + 1) == item.key:
            found[-1] = _Stretch((*found[-1].items, item))
        else:
            found.append(_Stretch((item,)))
    return found


def _absent(words: str, passages: Sequence[_Stretch], at: Place, line: bool) -> Problem:
    stop = words[-1:]
    if stop in _STOPS and any(stretch.words(words.rstrip(_STOPS)) for stretch in passages):
        mend = f"put `{stop}` after the closing quotation mark: the cited words go on without it"
    elif line:
        mend = "cite the sentence that has the words, or take the quotation marks out"
        near = [item for stretch in passages for item in stretch.items if _alike(words, item)]
        mend = f"{nearest(words, near)}; or {mend}" if near else mend
    else:
        mend = "write it as a point, with the sentence that has the words as its evidence, or take the marks out"
    where = "no passage cited for this line has" if line else "no passage cited in this brief has"
    return at.problem(f"“{short(words)}” stands in quotation marks, and {where} these words", mend)


def _alike(words: str, item: Item) -> bool:
    """Tell whether the passage has most of `words`, so that these may be a slip in copying it."""
    wanted, there = (set(_WORD.findall(text.lower())) for text in (words, item.statement.passage.quote))
    return 2 * len(wanted & there) > len(wanted)
