"""What a quotation and an answer go on with: the concepts of the sentence that opened the one, and of the question."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.statements import Statement
from generator.statements.parse.quotations import MARKS, quotations

Span = tuple[int, int]
# Thanks and greetings open an answer and are none.
_COURTESY = re.compile(
    r"(?:[\w .’'-]{1,60}:)?\W*(?:well,?\s+)?(?:thank|good (?:morning|afternoon|evening|day)|hello\b|hi\b)",
    re.IGNORECASE,
)
_OPENS = '"“„«'


class OpenQuotations:
    """The quotations of one text, in the marks of its lines; those in single marks are too often something else."""

    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        found = quotations(text, [statement.passage for statement in statements])
        self._spans = [(quotation.start, quotation.end) for quotation in found if not quotation.single]
        self._starts = [start for start, _ in self._spans]
        self._text = text

    def goes_on(self, before: Statement, statement: Statement) -> Span | None:
        """Return the quoted words of `statement` that go on with the quotation of the sentence `before`, or None.

        Either the quotation is still open, or the same speaker has the word again after *he said*. The marks, and
        a comma before the last one, are left out.
        """
        span = self._find(before, statement)
        return _without_marks(self._text, *span) if span else None

    def _find(self, before: Statement, statement: Statement) -> Span | None:
        start, end = statement.passage.start, statement.passage.end
        at = bisect_left(self._starts, start)
        if at and self._spans[at - 1][1] > start:
            return start, min(self._spans[at - 1][1], end)
        if at == len(self._spans) or self._starts[at] != start or self._text[start] not in _OPENS:
            return None
        together = before.passage.line == statement.passage.line and before.speaker == statement.speaker
        begun = at and self._spans[at - 1][0] == before.passage.start and self._spans[at - 1][1] < before.passage.end
        return (start, min(self._spans[at][1], end)) if together and begun else None


def _without_marks(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in MARKS or text[end - 1] in ", "):
        end -= 1
    return (start, end) if start < end else None


def utterance_span(statement: Statement) -> Span:
    """Return where what `statement` says stands: without the label of a turn, where clauses tell."""
    start = statement.clauses[0].start if statement.clauses else statement.passage.start
    return start, statement.passage.end


@dataclass
class Asked:
    """What was asked last, and the paragraph that answers it: the first that follows, while it names nothing else."""

    concepts: tuple[str, ...] = ()
    _is_question: bool = False
    _answered: int | None = field(default=None)

    def ask(self, quote: str, concepts: tuple[str, ...]) -> None:
        """Take up a sentence of those who ask: of several, the last that speaks to a concept is what they ask of."""
        if self._answered is not None:
            self.forget()
        self.concepts = concepts or self.concepts
        self._is_question = self._is_question or "?" in quote

    def answers(self, statement: Statement) -> tuple[str, ...]:
        """Return the concepts that `statement` has from the question; () where it answers none."""
        if not self._is_question or _COURTESY.match(statement.passage.quote):
            return ()
        if self._answered is None:
            self._answered = statement.passage.paragraph
        return self.concepts if statement.passage.paragraph == self._answered else ()

    def forget(self) -> None:
        """Let what was asked be over."""
        self.concepts, self._is_question, self._answered = (), False, None
