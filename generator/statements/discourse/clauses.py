"""Clauses of a passage: each stretch of it with the one source that it has, none twice.

Every relation lays its source, cue and content over the words; what stands inside another's content lies on top. Where
a content runs on into the next attribution, the next has the words. What nobody says is the reporter's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from generator.statements.clause import Clause, Sure
from generator.statements.discourse.here import Here
from generator.statements.discourse.layers import Layer, is_clause, layers
from generator.statements.referents.context import Context
from generator.statements.relation import Span
from generator.statements.statement import Statement

_JOINING = r"(?:and|but|or|while|whereas|although|though|whilst)"
_JOINS_BEFORE = re.compile(rf"(?:[\s,;:–—)]+|{_JOINING}\s+)*", re.IGNORECASE)
_LINKING = rf"(?:{_JOINING}|which|whom|after|before|because|since|as)"
_JOINS_AFTER = re.compile(rf"(?:[\s,;:–—(]+|(?<=[\s,;]){_LINKING}\s+|(?<!\b\w)\.)*$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_FEW = 2  # words that are a clause of somebody's, at least


def clausal(here: Here, statement: Statement, context: Context, *, own: bool) -> Statement:
    """Return `statement` with its clauses, and without holders where its parties speak each for itself.

    `own` tells that all of the passage is its speaker's words: a turn, an account that goes on, a joint text.
    """
    passage = here.passage
    if passage.zone != "body":
        return statement
    sure: Sure = "reported" if statement.how == "none" else "inferred" if statement.inferred else "certain"
    base = Clause(passage.start, passage.end, statement.speaker, statement.cue, statement.holders, sure)
    told = statement.how != "none" or statement.candidates
    silent = own and not statement.holders
    found = [] if silent or not told else list(layers(here, statement, context, own=own))
    main = any(one.beside and not one.depth for one in found) and not own
    clauses = _painted(here, found, None if main else base) if found else (base,)
    if (
        len(clauses) == 1
        and clauses[0].sure == "reported"
        and not any(one.ids or one.party for one in here.sentence.found)
    ):
        clauses = ()
    beside = {one.clause.holders for one in found if one.beside and one.clause.holders}
    several = len(beside) > 1 or (statement.candidates and statement.how == "none")
    several = several or any(one.open_ for one in found)
    return replace(statement, clauses=clauses, holders=() if several else statement.holders)


def _painted(here: Here, layers: Sequence[Layer], base: Clause | None) -> tuple[Clause, ...]:
    """Return the clauses that `layers` make; `base` has what none of them has, None where that is the reporter's."""
    ordered = sorted(layers, key=lambda one: (one.depth, one.span), reverse=True)
    edges = sorted({here.passage.start, here.passage.end, *(edge for layer in layers for edge in layer.span)})
    runs: list[Clause] = []
    for _, group in groupby(pairwise(edges), key=lambda piece: _what(_top(ordered, piece, base))):
        pieces = list(group)
        clause = _top(ordered, pieces[0], base) or Clause(0, 0, None, None, (), "reported")
        runs.append(_over(clause, pieces[0][0], pieces[-1][1]))
    return _joined(here.text, runs)


def _over(clause: Clause, start: int, end: int) -> Clause:
    if (clause.start, clause.end) == (start, end):
        return clause
    return Clause(start, end, clause.speaker, clause.cue, clause.holders, clause.sure)


def _top(ordered: Sequence[Layer], piece: Span, base: Clause | None) -> Clause | None:
    """Return the clause of the first of the layers that `piece` stands in."""
    return next((one.clause for one in ordered if one.span[0] <= piece[0] and piece[1] <= one.span[1]), base)


def _what(clause: Clause | None) -> tuple[object, ...] | None:
    return None if clause is None else (clause.speaker, clause.holders, clause.sure)


def _joined(text: str, runs: Sequence[Clause]) -> tuple[Clause, ...]:
    """Return the runs as clauses: what is none by itself goes with its neighbour."""
    found: list[Clause] = []
    begin: int | None = None
    for one in runs:
        words = text[one.start : one.end]
        loose = not is_clause(words) if one.sure == "reported" else len(_WORD.findall(words)) < _FEW
        backward = one.sure == "reported" or not _WORD.search(words)
        if loose and backward and found and found[-1].sure != "reported":
            found[-1] = replace(found[-1], end=one.end)
        elif loose and one is not runs[-1]:
            begin = one.start if begin is None else begin
        elif loose and found:
            found[-1] = replace(found[-1], end=one.end)
        else:
            if found and _what(found[-1]) == _what(one):
                found[-1] = replace(found[-1], end=one.end)
            else:
                found.append(one if begin is None else replace(one, start=begin))
            begin = None
    return tuple(_trimmed(text, one) for one in found) if len(found) > 1 else tuple(found)


def _trimmed(text: str, clause: Clause) -> Clause:
    """Return `clause` without the conjunctions and points at its ends that only join it to others."""
    opens = _JOINS_BEFORE.match(text, clause.start, clause.end)
    closes = _JOINS_AFTER.search(text, clause.start, clause.end)
    start, end = opens.end() if opens else clause.start, closes.start() if closes else clause.end
    if text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    return replace(clause, start=start, end=end) if start < end else clause
