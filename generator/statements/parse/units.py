"""Units of analysis: sentences, not broken inside quotation marks, with each direct quotation as one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.passages.passage import Passage
from generator.statements.lexicon.cues import SAY, TELL, UTTER
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.quotations import MARKS, Quotation, quotations
from generator.statements.parse.subjects import subjects
from generator.statements.parse.tokens import COLON, COMMA, DASH, ING, MARK, OPEN, QUOTE, STOP, Token
from generator.statements.parse.verb_groups import VerbGroup, verb_groups
from generator.statements.parse.word_classes import tokens

# A turn of a transcript: a name in capitals and a colon; whole transcripts are often set in quotation marks.
TURN = re.compile(r"[\"“]?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4}:\s")
# In tokens: no sentence is longer; what is keeps the time linear and makes poor reading anyway.
LONGEST = 500
# A dash after a quotation signs it: the name belongs to the same unit.
SIGNING = frozenset("—–―")


@dataclass(frozen=True)
class Unit:
    """A sentence, or several that one quotation binds together.

    `tokens` leaves out quotation marks; a direct quotation is one token of class QUOTE (its span takes in the marks),
    the words of other quotations are marked `quoted`. `subjects` has, for each verb group, the tokens of its subject.
    `first` tells whether the unit opens its paragraph. A sentence longer than `LONGEST` tokens is several units.
    """

    start: int
    end: int
    line: int
    zone: str
    first: bool
    tokens: tuple[Token, ...]
    verbs: tuple[VerbGroup, ...]
    subjects: tuple[Range | None, ...]
    quotations: tuple[Quotation, ...]


def units(text: str, passages: Sequence[Passage], marked: Sequence[Quotation] | None = None) -> Iterator[Unit]:
    """Yield the units of the body and of headings, in text order; `marked` are its quotations where they are known."""
    marked = quotations(text, passages) if marked is None else marked
    for line, group in groupby(passages, key=lambda passage: passage.line):
        members = [passage for passage in group if passage.zone in ("body", "heading")]
        if not members:
            continue
        quoted = _between(marked, members[0].start, members[-1].end)
        turn = bool(TURN.match(text, members[0].start))
        spans = [(members[0].start, members[-1].end)] if turn else _unbroken(text, members, quoted)
        first = True
        for start, end in spans:
            inside = _between(quoted, start, end)
            every = tuple(_collapsed(tokens(text, start, end), text, () if turn else inside))
            for at in range(0, len(every), LONGEST):
                some = every[at : at + LONGEST]
                verbs = verb_groups(some)
                whole = len(every) <= LONGEST
                span = (start, end) if whole else (some[0].start, some[-1].end)
                inner = inside if whole else _between(quoted, *span)
                yield Unit(*span, line, members[0].zone, first, some, verbs, subjects(some, verbs), inner)
                first = False


def _between(quoted: Sequence[Quotation], start: int, end: int) -> tuple[Quotation, ...]:
    low = bisect_left(quoted, start, key=lambda one: one.start)
    return tuple(quoted[low : bisect_left(quoted, end, key=lambda one: one.start)])


def _unbroken(text: str, members: Sequence[Passage], quoted: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    at = 0
    for passage in members:
        start = passage.start if start is None else start
        while at < len(quoted) and quoted[at].end <= passage.end:
            at += 1
        if at < len(quoted) and quoted[at].start < passage.end < quoted[at].end:
            continue
        if text[passage.end : passage.end + 2].strip() in SIGNING and text[passage.end - 1] in MARKS:
            continue
        yield start, passage.end
        start = None
    if start is not None:
        yield start, members[-1].end


def _collapsed(found: Sequence[Token], text: str, quoted: Sequence[Quotation]) -> Iterator[Token]:
    """Yield the tokens, direct quotations as one, without quotation marks."""
    if not quoted:
        yield from (token for token in found if token.tag != MARK or token.low not in MARKS)
        return
    at = 0
    previous: Token | None = None
    skip_to = -1
    for token in found:
        while at < len(quoted) and quoted[at].end <= token.start:
            at += 1
        if token.start < skip_to:
            continue
        inside = at < len(quoted) and quoted[at].start <= token.start
        if inside and token.start == quoted[at].start and _is_direct(text, quoted[at], previous):
            skip_to = quoted[at].end
            previous = Token(quoted[at].start, quoted[at].end, "", QUOTE)
            yield previous
        elif token.low == "'" and inside and quoted[at].end == token.end:
            continue
        elif token.tag != MARK or token.low not in MARKS:
            previous = Token(token.start, token.end, token.low, token.tag, token.lemma, True) if inside else token
            yield previous


def _is_direct(text: str, quotation: Quotation, previous: Token | None) -> bool:
    """Tell a direct quotation from words set in marks inside a sentence, by what stands before and its last mark."""
    inner = text[quotation.start : quotation.end].strip("".join(MARKS) + " ")
    ended = inner[-1:] in ",.?!…—-;" or not quotation.closed
    size = inner.count(" ") + 1
    if previous is None:
        return ended or size > 4
    if previous.tag in (COLON, STOP):
        return True
    if previous.tag in (COMMA, DASH, OPEN, QUOTE):
        if inner[:1].islower() and not ended:
            return False
        return (ended and size > 1) or size > 5
    if previous.lemma in SAY or previous.lemma in TELL or previous.lemma in UTTER:
        return inner[:1].isupper() and (size > 2 or previous.tag == ING)
    return ended and inner[:1].isupper() and size > 6
