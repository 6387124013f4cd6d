"""Clauses: the stretches of a passage that each have one source, the unit of attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.statements.relation import Span

Sure = Literal["certain", "inferred", "reported"]


@dataclass(frozen=True)
class Clause:
    """A stretch ``[start, end)`` of a passage, in code points of the text, and whose position it states.

    `speaker` is the entity id of who uttered it (None: nobody known), `cue` the words that attribute it where they
    stand in the passage, `holders` the ids of the parties, in dossier order. `sure` is *certain* where the passage
    itself names the source with a word of saying, *inferred* where more than the passage tells who is meant (a
    pronoun, an account that goes on), *reported* where nobody is said to have said it: the report's own line.
    """

    start: int
    end: int
    speaker: str | None
    cue: str | None
    holders: tuple[str, ...]
    sure: Sure


def clause_of(clauses: Sequence[Clause], spans: Sequence[Span]) -> Clause | None:
    """Return the clause that all of `spans` stand in, None where they stand in no single one."""
    around = (clause for clause in clauses if all(clause.start <= start and end <= clause.end for start, end in spans))
    return next(around, None) if spans else None


def is_apart(clauses: Sequence[Clause]) -> bool:
    """Tell whether parties speak in `clauses` each for itself, and not together."""
    return len({clause.holders for clause in clauses if clause.holders}) > 1


def common(clauses: Sequence[Clause]) -> tuple[str, ...]:
    """Return whose position all of `clauses` state that state anybody's; () where parties speak each for itself."""
    return () if is_apart(clauses) else next((clause.holders for clause in clauses if clause.holders), ())
