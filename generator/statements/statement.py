"""Statements: every passage of a source with who uttered it, with which cue, and whose position it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.dossier.dossier import Ruling
from generator.passages.passage import Passage
from generator.statements.referents.addressees import Addressees
from generator.statements.relation import How, Relation, Span

Form = Literal["direct quotation", "reported speech", "mixed", "joint text", "reporter's line"]


@dataclass(frozen=True)
class Part:
    """A clause of a passage with a source of its own, in code points of the text, and whose position it states."""

    start: int
    end: int
    holders: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """A passage with its attribution.

    `speaker` is the entity id of who uttered it (None: not attributed), `holders` the ids of the parties whose position
    it states, in dossier order; `cue` the cue words in this passage. `how` and `rule` say how that was found, `named`
    whether the passage itself names or describes its source. `candidates` are entity ids when two or more could be
    meant, and so none is given. `relations` are those that overlap the passage. `apart` says that its holders speak
    each for itself, and not together. `stranger` are the words that name who uttered it where the dossier does not know
    who that is ("" where it does, or where nobody is said to have uttered it). `addressees` are those it was said to,
    where the passage tells. `parts` are its clauses where two or more sources state something in it, each for itself;
    () where the passage is one person's or one party's.
    """

    source: str
    passage: Passage
    speaker: str | None
    cue: str | None
    holders: tuple[str, ...]
    how: How
    form: Form
    rule: str
    candidates: tuple[str, ...]
    relations: tuple[Relation, ...]
    event: str | None
    named: bool = False
    apart: bool = False
    stranger: str = ""
    parts: tuple[Part, ...] = ()
    addressees: Addressees | None = None

    def part(self, spans: Sequence[Span]) -> Part | None:
        """Return the narrowest clause that all of `spans` stand in, None where they stand in no single one."""
        around = [
            one for one in self.parts if spans and all(one.start <= start and end <= one.end for start, end in spans)
        ]
        return min(around, key=lambda one: one.end - one.start, default=None)

    def holders_on(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return whose position the words at `spans` state: of their clause, where it has a source of its own.

        What stands in several clauses of parties that speak each for itself is nobody's position alone.
        """
        part = self.part(spans)
        if part is not None:
            return part.holders
        return () if self.apart else self.holders

    @property
    def inferred(self) -> bool:
        """Whether the attribution rests on more than this passage: a pronoun, or an account that goes on."""
        return self.how != "none" and not self.named


def ruled(statement: Statement, rulings: Sequence[Ruling]) -> Statement:
    """Return `statement` as a person decided it, where one did; what the ruling leaves open stays with the rules."""
    for ruling in rulings:
        if ruling.source != statement.source or ruling.quote not in statement.passage.quote:
            continue
        statement = replace(
            statement,
            speaker=statement.speaker if ruling.speaker is None else ruling.speaker,
            holders=statement.holders if ruling.holders is None else ruling.holders,
            event=statement.event if ruling.event is None else ruling.event,
            candidates=() if ruling.speaker is not None else statement.candidates,
            apart=statement.apart and ruling.holders is None,
            parts=statement.parts if ruling.speaker is None and ruling.holders is None else (),
            rule=f"decided by a person: {ruling.note}" if ruling.note else "decided by a person",
        )
    return statement
