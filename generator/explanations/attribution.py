"""Who said a passage, whose position its clauses state, and how sure that is, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.publication.wording import Wording
from generator.statements import Clause, Statement

_HOW = {
    "pronoun": "The sentence names the speaker by a pronoun, so the speaker is inferred.",
    "carried": "The sentence has no words of saying of its own: it is taken to go on with what was said before, so the "
    "speaker is inferred.",
    "lead-in": "The speaker comes from the words that open the paragraph, so it is inferred.",
}
_SURE = {
    "certain": "certain, the sentence itself names the source",
    "inferred": "inferred, the sentence alone does not settle who is meant",
    "reported": "the report's own line, nobody is said to have said it",
}


def attribution(wording: Wording, statement: Statement) -> Iterator[str]:
    """Yield who said it and how that is known, a sentence each."""
    if statement.passage.zone != "body":
        yield "Nobody: only sentences of the report itself are attributed."
        return
    yield _said(wording, statement)
    yield f"{statement.rule[:1].upper()}{statement.rule[1:]}."
    if statement.doubt:
        yield f"Yet it is inferred: {statement.doubt}."
    elif statement.inferred and statement.how in _HOW:
        yield _HOW[statement.how]
    if len(statement.clauses) > 1:
        yield from (_clause(wording, statement, clause) for clause in statement.clauses)


def _said(wording: Wording, statement: Statement) -> str:
    cue = f", with “{' '.join(statement.cue.split())}”" if statement.cue else ""
    if statement.speaker:
        return f"{wording.name(statement.speaker)}{cue} ({statement.form})."
    if statement.apart:
        return f"{wording.each(statement)}, each for itself."
    if statement.candidates:
        either = " or ".join(wording.name(candidate) for candidate in statement.candidates)
        return f"Not attributed: it could be {either}{cue}, and nothing in the text decides."
    if statement.stranger:
        return f"Somebody who is not among the entities{cue} ({statement.form})."
    if statement.holders:
        return f"No one person{cue} ({statement.form})."
    if statement.form == "unread":
        return "Left out: there are rules for English alone."
    if statement.form != "reporter's line":
        return f"Not attributed{cue}: nobody named before fits ({statement.form})."
    return f"Nobody{cue}: it stands as the report's own line."


def _clause(wording: Wording, statement: Statement, clause: Clause) -> str:
    start = statement.passage.start
    words = " ".join(statement.passage.quote[clause.start - start : clause.end - start].split())
    held = f"position of {wording.parties(clause.holders)}" if clause.holders else "nobody's position"
    return f"“{words}”: {held} ({_SURE[clause.sure]})."


def position(wording: Wording, statement: Statement) -> str:
    """Return whose position the passage as a whole states; "" where it is nobody's."""
    if statement.apart:
        return f"{wording.each(statement)}, each for its own clause"
    return wording.parties(statement.holders) if statement.holders else ""


def clauses(statement: Statement) -> list[dict[str, object]]:
    """Return the clauses as a JSON value; offsets count code points of the source's text, end exclusive."""
    return [
        {
            "start": clause.start,
            "end": clause.end,
            "speaker": clause.speaker,
            "cue": clause.cue,
            "holders": list(clause.holders),
            "sure": clause.sure,
        }
        for clause in statement.clauses
    ]
