"""Labels of turns: where a transcript names who has the word next, and which of them only ask."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.passages.passage import Passage
from generator.statements.mentions.mentions import mentions
from generator.statements.mentions.names import Names
from generator.statements.mentions.parts import persons_called
from generator.statements.relation import Span

# Labels that a text must have to be a transcript; with fewer, a name before a colon may introduce one quotation.
_LEAST = 3
_COLON = re.compile(
    r"[\s\"“*_>]*(?P<label>[^\W\d_a-z][^:\n“”\"]{0,60}?)(?:\s?[(\[][^)\]\n]{1,60}[)\]])?[*_]{0,2}\s?:[*_]{0,2}(?=\s|$)"
)
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
    r"(?:\s(?:from|by|to|in|on)\s.{1,40}|\s\d{1,2})?|moderator|interviewer|anchor|host|operator|announcer|presenter|emcee|facilitator)\.?",
    re.IGNORECASE,
)
# Who is spoken to is no label: *President Rask, first for you:*.
_SPOKEN_TO = re.compile(r"\b(?:you|your|me|my|we|our|us)\b|^(?:and|but|so|or|for|on|to|in|at)\s", re.IGNORECASE)
_LOWER_AFTER_COMMA = re.compile(r",\s+(?!the\s)[a-z]")
# A line of capitals that is nothing but who has the word.
_LINE = re.compile(r"\s*(?P<label>(?:[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-Ž.’'-]*+\s?+){1,6})\s*$")
# Somebody who speaks for who published the talk, and keeps his name to himself.
_UNNAMED = re.compile(
    r"(?:(?:first|second|third|fourth|another|a)\s)?(?:senior\s|top\s)?(?:\w+\s){0,2}(?:official|spokes(?:man|woman|person)|"
    r"aide|minister|diplomat)(?:\s(?:one|two|three|\d))?",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"(?:a|answer|(?:the )?(?:interpreter|translator))\.?", re.IGNORECASE)
# What a transcript tells of the talk: "(Applause.)", "(As interpreted.)"; nobody says it.
_DIRECTION = re.compile(r"[\s:.–—-]*(?:[(\[][^()\[\]\n]{1,80}[)\]][\s.]*)+")


_TOLD = re.compile(
    r"\s*(?:At this (?:point|moment|stage)\b|(?:The|This) (?:\w+\s){0,2}(?:questions?|press conference|news conference|"
    r"briefing|interview|conversation|call|transcript|session|sitting|event|talk)\s(?:\w+\s)?(?:ended|closed|concluded|finished|began|"
    r"was (?:interrupted|adjourned|edited|suspended)|rose)\b)"
)


def asks(label: str) -> bool:
    """Say whether a label is that of somebody who asks, or who only leads the talk."""
    return _ASKS.fullmatch(label) is not None


def names_nobody(label: str) -> bool:
    """Say whether a label is of a role in the talk alone: of asking, answering or interpreting."""
    return asks(label) or _ANSWERS.fullmatch(label) is not None


def is_unnamed(label: str) -> bool:
    """Say whether a label is that of an official without a name: *SENIOR OFFICIAL*."""
    return _UNNAMED.fullmatch(label) is not None


def is_answer(label: str) -> bool:
    """Say whether a label only marks an answer."""
    return re.fullmatch(r"(?:a|answer)\.?", label, re.IGNORECASE) is not None


def is_direction(words: str) -> bool:
    """Say whether `words`, without their label, are what tells of the talk: *(Applause.)*, *At this point …*."""
    return _DIRECTION.fullmatch(words) is not None or _TOLD.match(words) is not None


def turn_labels(text: str, passages: Sequence[Passage], names: Names) -> Mapping[int, Span]:
    """Return the labels in a transcript by the start of the passage that each opens; empty for any other text.

    Where nobody is named but by letters, questions alone are labelled.
    """
    labels = {one.start: span for one in _opening(passages) if (span := _label(text, one)) is not None}
    questions = {start for start, one in labels.items() if asks(text[slice(*one)])}
    if questions:
        labels = {**_stopped(text, passages, names), **labels}
    labels = {**_lines(text, passages, names), **labels}
    sure = {start: one for start, one in labels.items() if _names_somebody(text, one, names)}
    sure |= _outlets(text, labels, sure)
    talk = {text[slice(*one)] for one in sure.values()}
    spoken = all(text[slice(*one)].isupper() for one in sure.values())
    if len(talk) > 1 and (len(sure) >= _LEAST or questions or spoken):
        return {start: one for start, one in labels.items() if start in sure or text[slice(*one)].isupper()}
    return {start: labels[start] for start in questions} if len(questions) > 1 else {}


def _outlets(text: str, labels: Mapping[int, Span], sure: Mapping[int, Span]) -> dict[int, Span]:
    """Return the labels of those who ask under the name of their paper, each before somebody's answer.

    *Coast Herald: Will it?* *Moreau: It will.*
    """
    if not sure or has_question(text, sure):
        return {}
    order = sorted(labels)
    found = {}
    for start, following in pairwise(order):
        words = text[slice(*labels[start])]
        capitals = all(word[0].isupper() or word in ("of", "the", "and") for word in words.split())
        if start not in sure and following in sure and capitals:
            found[start] = labels[start]
    # Each answer has its question, so that a list of places and their mayors is no talk.
    return found if len(found) > 1 and len(found) >= len(sure) - 1 else {}


def has_question(text: str, labels: Mapping[int, Span]) -> bool:
    """Say whether one of `labels` marks a question."""
    return any(asks(text[slice(*one)]) for one in labels.values())


def _lines(text: str, passages: Sequence[Passage], names: Names) -> dict[int, Span]:
    """Return the labels that stand on a line of their own without a colon, if two or more have the word so."""
    found = {}
    for one in _opening(passages):
        match = _LINE.fullmatch(text, one.start, one.end)
        if match is None:
            continue
        span = (match.start("label"), match.start("label") + len(match["label"].rstrip()))
        known = names_nobody(text[slice(*span)]) or bool(_persons_called(text, span, names))
        if known and span[1] - span[0] > 0:
            found[one.start] = span
    persons = {text[slice(*one)] for one in found.values() if not names_nobody(text[slice(*one)])}
    return found if len(persons) > 1 and len(found) >= _LEAST else {}


def _opening(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages that begin a line."""
    before = (None, *passages)
    return [one for last, one in zip(before, passages, strict=False) if last is None or last.line != one.line]


def _label(text: str, passage: Passage) -> Span | None:
    found = (pattern.match(text, passage.start, passage.end) for pattern in (_QUESTION, _COLON, _LETTER))
    match = next((one for one in found if one is not None), None)
    if match is None:
        return None
    label = match["label"]
    if _SPOKEN_TO.search(label) or _LOWER_AFTER_COMMA.search(label):
        return None
    if match.re is _COLON and not label.isupper() and re.match(r"\s+[a-z]", text[match.end() : match.end() + 3]):
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
    words = text[slice(*label)]
    if names_nobody(words) or is_unnamed(words) or persons_called(words, names):
        return True
    return any(mention.kind in {"person", "office", "stranger"} for mention in mentions(text, *label, names))


def _persons_called(text: str, label: Span, names: Names) -> tuple[str, ...]:
    """Return the persons whom a label may call."""
    found = [mention for mention in mentions(text, *label, names) if mention.kind in {"person", "office"}]
    return found[0].ids if found else persons_called(text[slice(*label)], names)


def labels_that_ask(text: str, labels: Mapping[int, Span], names: Names) -> frozenset[str]:
    """Return the words of those `labels` whose bearers ask, by the word or by the name of their paper."""
    words = {text[slice(*one)] for one in labels.values()}
    sure = {start: one for start, one in labels.items() if _names_somebody(text, one, names)}
    outlets = {text[slice(*one)] for one in _outlets(text, labels, sure).values()}
    return frozenset(word for word in words if asks(word) or word in outlets)


def parties_speaking(text: str, labels: Mapping[int, Span], names: Names) -> frozenset[str]:
    """Return the parties of those who have the word under their names."""
    each = (_persons_called(text, one, names) for one in labels.values())
    return frozenset(party for ids in each if len(ids) == 1 and (party := names.entities[ids[0]].party))
