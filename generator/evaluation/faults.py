"""Faults: each difference between what was labelled and what was found, as a value that can be listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.evaluation.attribution import Score
from generator.messages.phrasing import one_line

Side = Literal["missed", "wrong"]


@dataclass(frozen=True)
class Fault:
    """`side` is *missed* where a label was not found, *wrong* where something else was; `line` is that of the text."""

    measure: str
    side: Side
    file: str
    line: int
    quote: str
    labelled: str
    found: str

    def __str__(self) -> str:
        told = f"labelled {self.labelled or 'nothing'}; found {self.found or 'nothing'}"
        return f"{self.measure} ({self.side}) {self.file}:{self.line}: {told}\n    “{self.quote}”"


@dataclass(frozen=True)
class Measured:
    """Scores by name, in the order of reporting, with the faults behind them."""

    scores: Mapping[str, Score]
    faults: tuple[Fault, ...] = field(default=())


def join(parts: list[Measured]) -> Measured:
    """Return the scores of all parts added up by name, and all their faults in order."""
    scores: dict[str, Score] = {}
    for part in parts:
        for name, score in part.scores.items():
            scores[name] = scores[name].plus(score) if name in scores else score
    return Measured(scores, tuple(fault for part in parts for fault in part.faults))


def show(text: str, most: int = 160) -> str:
    """Return words of a text as faults show them."""
    return one_line(text, most)
