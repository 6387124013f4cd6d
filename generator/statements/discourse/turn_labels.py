"""Labels of turns: where a transcript names who has the word next, and which of them only ask."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.passages.passage import Passage
from generator.statements.mentions.mentions import mentions
from generator.statements.mentions.names import Names
from generator.statements.relation import Span

# Labels that a text must have to be a transcript; with fewer, a name before a colon may introduce one quotation.
_LEAST = 3
_COLON = re.compile(r"[\s\"“]*(?P<label>[^\W\d_a-z][^:\n“”\"]{0,60}?)(?:\s?[(\[][^)\]\n]{1,60}[)\]])?\s?:(?=\s|$)")
# Questions and answers are marked by a letter without a colon, too: "Q. Will it?", "A — It will."; a question even by
# the letter and one space, and with a note before its words: "Q (As interpreted.) Will it?"
_LETTER = re.compile(r"\s*(?P<label>Q|A|QUESTION|ANSWER)(?:\.|\s?[–—]|\s{2})\s*(?=[^\W\d_a-z]|[“\"])")
_QUESTION = re.compile(
    r"\s*(?P<label>Q|QUESTION|REPORTER)(?:\.(?=\s)|\s?[–—]|\s{2}|(?<=Q)\s)\s*(?=[^\W\d_a-z]|[“\"‘'(\[–—…-])"
)
# In printed papers of presidents a full stop ends the label: "The President. It will."
_STOP = re.compile(r"(?P<label>(?:The\s)?[A-Z][\w.’'-]*(?:\s(?:of\s|the\s)?[A-Z][\w.’'-]*){0,5})\.")
# Who asks, and who only leads the meeting: their words are nobody's position.
_ASKS = re.compile(
    r"(?:q\.?\s?\d{0,2}|(?:(?:unidentified|unknown|first|second|third|another|female|male)\s)?"
    r"(?:questions?|question \d+|reporters?|journalists?|correspondents?|(?:the )?press|media|audience member)"
    r"(?:\s(?:from|by|to|in|on)\s.{1,40}|\s\d{1,2})?|moderator|interviewer|anchor|host)\.?",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"(?:a|answer|(?:the )?(?:interpreter|translator))\.?", re.IGNORECASE)
# What a transcript tells of the talk: "(Applause.)", "(As interpreted.)"; nobody says it.
_DIRECTION = re.compile(r"[\s:.–—-]*(?:[(\[][^()\[\]\n]{1,80}[)\]][\s.]*)+")


def asks(label: str) -> bool:
    """Say whether a label is that of somebody who asks, or who only leads the talk."""
    return _ASKS.fullmatch(label) is not None


def names_nobody(label: str) -> bool:
    """Say whether a label is of a role in the talk alone: of asking, answering or interpreting."""
    return asks(label) or _ANSWERS.fullmatch(label) is not None


def is_direction(words: str) -> bool:
    """Say whether `words`, without their label, are nothing but what a transcript tells of the talk."""
    return _DIRECTION.fullmatch(words) is not None


def turn_labels(text: str, passages: Sequence[Passage], names: Names) -> Mapping[int, Span]:
    """Return the labels in a transcript by the start of the passage that each opens; empty for any other text.

    Where nobody is named but by letters, questions alone are labelled.
    """
    labels = {one.start: span for one in _opening(passages) if (span := _label(text, one)) is not None}
    questions = {start for start, one in labels.items() if asks(text[slice(*one)])}
    if questions:
        labels = {**_stopped(text, passages, names), **labels}
    sure = {start: one for start, one in labels.items() if _names_somebody(text, one, names)}
    talk = {text[slice(*one)] for one in sure.values()}
    if len(talk) > 1 and (len(sure) >= _LEAST or questions):
        return {start: one for start, one in labels.items() if start in sure or text[slice(*one)].isupper()}
    return {start: labels[start] for start in questions} if len(questions) > 1 else {}


def _opening(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages that begin a line."""
    before = (None, *passages)
    return [one for last, one in zip(before, passages, strict=False) if last is None or last.line != one.line]


def _label(text: str, passage: Passage) -> Span | None:
    found = (pattern.match(text, passage.start, passage.end) for pattern in (_QUESTION, _COLON, _LETTER))
    match = next((one for one in found if one is not None), None)
    if match is None:
        return None
    # A question without its mark is as short as a heading.
    whole = passage.zone == "body" or match.end() == passage.end
    return match.span("label") if whole or (passage.zone == "heading" and asks(match["label"])) else None


def _stopped(text: str, passages: Sequence[Passage], names: Names) -> dict[int, Span]:
    """Return the labels that a full stop ends: a sentence that is nothing but who it is, with others after it."""
    opening = {one.start for one in _opening(passages)}
    found = {}
    for one, following in pairwise(passages):
        match = _STOP.fullmatch(one.quote) if one.start in opening and one.line == following.line else None
        span = (one.start, one.start + match.end("label")) if match else None
        if span and _names_somebody(text, span, names):
            found[one.start] = span
    return found


def _names_somebody(text: str, label: Span, names: Names) -> bool:
    if names_nobody(text[slice(*label)]):
        return True
    return any(one.kind in {"person", "office", "stranger"} for one in mentions(text, *label, names))
