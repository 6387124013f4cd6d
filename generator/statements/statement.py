"""Statements: every passage of a source with who uttered it, with which cue, and whose position it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.dossier.dossier import Ruling
from generator.passages.passage import Passage
from generator.statements.addressees import Addressees
from generator.statements.relation import How, Relation

Form = Literal["direct quotation", "reported speech", "mixed", "joint text", "reporter's line"]


@dataclass(frozen=True)
class Statement:
    """A passage with its attribution.

    `speaker` is the entity id of who uttered it (None: not attributed), `holders` the ids of the parties whose position
    it states, in dossier order; `cue` the cue words in this passage. `how` and `rule` say how that was found, `named`
    whether the passage itself names or describes its source. `candidates` are entity ids when two or more could be
    meant, and so none is given. `relations` are those that overlap the passage. `apart` says that its holders speak
    each for itself, and not together. `stranger` are the words that name who uttered it where the dossier does not know
    who that is ("" where it does, or where nobody is said to have uttered it). `addressees` are those it was said to,
    where the passage tells.
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
    addressees: Addressees | None = None

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
            rule=f"decided by a person: {ruling.note}" if ruling.note else "decided by a person",
        )
    return statement
