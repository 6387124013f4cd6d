"""Statements: every passage of a source with who uttered it, with which cue, and whose position its clauses state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.dossier.dossier import Ruling
from generator.passages.passage import Passage
from generator.statements.clause import Clause, clause_of, common, is_apart
from generator.statements.referents.addressees import Addressees
from generator.statements.relation import How, Relation, Span

Form = Literal["direct quotation", "reported speech", "mixed", "joint text", "own text", "reporter's line", "unread"]


@dataclass(frozen=True)
class Statement:
    """A passage with its attribution.

    `speaker` is the entity id of who uttered it (None: not attributed), `holders` the ids of the parties whose position
    it states, in dossier order; `cue` the cue words in this passage. `how` and `rule` say how that was found, `named`
    whether the passage itself names or describes its source. `candidates` are entity ids when two or more could be
    meant, and so none is given. `relations` are those that overlap the passage. `stranger` are the words that name who
    uttered it where the dossier does not know who that is ("" where it does, or where nobody is said to have uttered
    it). `addressees` are those it was said to, where the passage tells. `form` is "unread" in a language without a
    lexicon. `clauses` are its stretches with one source
    each, in text order and without overlap; () where it states nothing of anybody. Where parties speak in them each for
    itself, the passage as a whole is nobody's position, and `holders` is (). `asks` says that it is part of a
    question put to those who speak, or of what leads their talk: nobody's position, and never evidence. `doubt` says
    why it is inferred although the passage names its source ("": nothing speaks against it).
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
    stranger: str = ""
    addressees: Addressees | None = None
    asks: bool = False
    doubt: str = ""
    clauses: tuple[Clause, ...] = ()

    @property
    def apart(self) -> bool:
        """Whether parties speak in it each for itself, and not together."""
        return is_apart(self.clauses)

    def clause_of(self, spans: Sequence[Span]) -> Clause | None:
        """Return the clause that all of `spans` stand in, None where they stand in no single one."""
        return clause_of(self.clauses, spans)

    def holders_on(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return whose position the words at `spans` state: of their clause, else of the passage as a whole."""
        clause = self.clause_of(spans)
        return self.holders if clause is None else clause.holders

    @property
    def inferred(self) -> bool:
        """Whether the attribution rests on more than this passage (a pronoun, an account) or is in doubt."""
        return self.how != "none" and (not self.named or bool(self.doubt))


@dataclass(frozen=True)
class Ruled:
    """A person's ruling, and the stretch ``[start, end)`` of the text that it decides, in code points."""

    ruling: Ruling
    start: int
    end: int


def rulings_in(
    source: str, text: str, rulings: Sequence[Ruling], quotations: Sequence[tuple[int, int]]
) -> tuple[Ruled, ...]:
    """Return the `rulings` on words of `text`, the text of `source`, each with what it decides.

    A ruling on words of a quotation runs to the end of it: `quotations` are the spans of all in the text.
    """
    found: list[Ruled] = []
    for ruling in rulings:
        start = text.find(ruling.quote) if ruling.source == source else -1
        if start < 0:
            continue
        end = start + len(ruling.quote)
        ends = [high for low, high in quotations if low < end and start < high]
        found.append(Ruled(ruling, start, max([end, *ends])))
    return tuple(found)


def ruled(statement: Statement, rulings: Sequence[Ruled]) -> Statement:
    """Return `statement` as a person decided it, where one did; what the ruling leaves open stays with the rules.

    A ruling holds for the clauses that its words touch, and where they touch all of them, for the passage.
    """
    for made in rulings:
        if made.end <= statement.passage.start or statement.passage.end <= made.start:
            continue
        ruling = made.ruling
        if ruling.is_on_claims and (ruling.speaker, ruling.holders, ruling.event, ruling.concepts) == (None,) * 4:
            continue
        statement = replace(
            _decided(statement, made),
            event=statement.event if ruling.event is None else ruling.event,
            rule=f"decided by a person: {ruling.note}" if ruling.note else "decided by a person",
        )
    return statement


def _decided(statement: Statement, made: Ruled) -> Statement:
    ruling, start, end = made.ruling, made.start, made.end
    if ruling.speaker is None and ruling.holders is None:
        return statement
    clauses = tuple(
        _of_ruling(clause, ruling) if clause.start < end and start < clause.end else clause
        for clause in statement.clauses
    )
    whole = all(clause.start < end and start < clause.end for clause in statement.clauses)
    speaker = statement.speaker if ruling.speaker is None or not whole else ruling.speaker
    held = statement.holders if ruling.holders is None or not whole else ruling.holders
    return replace(
        statement,
        speaker=speaker,
        holders=held if whole else common(clauses),
        candidates=() if ruling.speaker is not None else statement.candidates,
        doubt="" if whole else statement.doubt,
        clauses=clauses,
    )


def _of_ruling(clause: Clause, ruling: Ruling) -> Clause:
    return replace(
        clause,
        speaker=clause.speaker if ruling.speaker is None else ruling.speaker,
        holders=clause.holders if ruling.holders is None else ruling.holders,
        sure="certain",
    )
