"""Quotations inside a turn, a speech or another quotation: what somebody else said is not the outer speaker's claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.statements.discourse.here import Here
from generator.statements.lexicon.verbs import SAYING
from generator.statements.parse.quotations import of_line
from generator.statements.relation import Span
from generator.statements.statement import Statement

# Who quotes himself claims what he quotes.
_HIMSELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_STOP = re.compile(r"[.?!]\s|\n")
_LONGEST = 5000  # code points of a quotation that is looked through for others inside it
_FAR = 200  # code points in which the words that lead a quotation in must stand


def leave_out_anothers(here: Here, statement: Statement) -> Statement:
    """Return `statement` without holders where all of its passage is quoted from somebody else by who speaks."""
    if not statement.holders or statement.form != "direct quotation" or not _is_anothers(here, statement):
        return statement
    rule = f"{statement.rule}; quoted there from somebody else, whose position it is stays open"
    return replace(statement, holders=(), rule=rule)


def _is_anothers(here: Here, statement: Statement) -> bool:
    own = statement.rule.startswith(("in a transcript", "issued")) or statement.how == "issued"
    return any(_is_led(here.text, start) for start, _ in _around(here, outer=own))


def _around(here: Here, *, outer: bool) -> Iterator[Span]:
    """Yield the quotations that began before the passage and hold it whole; the outermost only where `outer`."""
    passage, text = here.passage, here.text
    for start, end in here.quoted:
        inner = (
            [(quotation.start, quotation.end) for quotation in of_line(text, start + 1, end - 1)]
            if 2 < end - start < _LONGEST
            else []
        )
        for low, high in ((start, end), *inner) if outer else inner:
            if low < passage.start and passage.end <= high:
                yield low, high


def _is_led(text: str, start: int) -> bool:
    """Tell whether the words before the quotation at `start` say that somebody other than *I* or *we* said it."""
    low = max(0, start - _FAR)
    stops = [match.end() for match in _STOP.finditer(text, low, start)]
    lead = text[stops[-1] if stops else low : start]
    return SAYING.search(lead) is not None and _HIMSELF.search(lead) is None
