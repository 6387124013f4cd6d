"""Units of analysis: sentences, not broken inside quotation marks, with each direct quotation as one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.passages.passage import Passage
from generator.statements.cue_lexicon import SAY, TELL
from generator.statements.marks import Quotation, quotations
from generator.statements.tokens import COLON, COMMA, DASH, ING, MARK, OPEN, QUOTE, STOP, Token, tokens
from generator.statements.verb_groups import VerbGroup, verb_groups

# A turn of a transcript: a name in capitals and a colon; whole transcripts are often set in quotation marks.
TURN = re.compile(r"[\"“]?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4}:\s")
QUOTE_MARKS = frozenset("\"“”«»„‘’'")


@dataclass(frozen=True)
class Unit:
    """A sentence, or several that one quotation binds together.

    `tokens` leaves out quotation marks; a direct quotation is one token of class QUOTE (its span takes in the marks),
    the words of other quotations are marked `quoted`. `first` and `only` tell whether the unit opens its paragraph and
    whether it is the whole of it.
    """

    start: int
    end: int
    line: int
    zone: str
    first: bool
    tokens: tuple[Token, ...]
    verbs: tuple[VerbGroup, ...]
    quotations: tuple[Quotation, ...]


def units(text: str, passages: Sequence[Passage]) -> Iterator[Unit]:
    """Yield the units of the body and of headings, in text order."""
    for line, group in groupby(passages, key=lambda passage: passage.line):
        members = [passage for passage in group if passage.zone in ("body", "heading")]
        if not members:
            continue
        quoted = quotations(text, members[0].start, members[-1].end)
        turn = bool(TURN.match(text, members[0].start))
        spans = [(members[0].start, members[-1].end)] if turn else _unbroken(members, quoted)
        for at, (start, end) in enumerate(spans):
            inside = tuple(one for one in quoted if start <= one.start < end)
            found = tuple(_collapsed(tokens(text, start, end), text, () if turn else inside))
            yield Unit(start, end, line, members[0].zone, at == 0, found, verb_groups(found), inside)


def _unbroken(members: Sequence[Passage], quoted: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    at = 0
    for passage in members:
        start = passage.start if start is None else start
        while at < len(quoted) and quoted[at].end <= passage.end:
            at += 1
        if at < len(quoted) and quoted[at].start < passage.end < quoted[at].end:
            continue
        yield start, passage.end
        start = None
    if start is not None:
        yield start, members[-1].end


def _collapsed(found: Sequence[Token], text: str, quoted: Sequence[Quotation]) -> Iterator[Token]:
    """Yield the tokens, direct quotations as one, without quotation marks."""
    pending = list(quoted)
    previous: Token | None = None
    skip_to = -1
    for token in found:
        while pending and pending[0].end <= token.start:
            pending.pop(0)
        if token.start < skip_to:
            continue
        inside = bool(pending) and pending[0].start <= token.start
        if inside and token.start == pending[0].start and _is_direct(text, pending[0], previous):
            skip_to = pending[0].end
            previous = Token(pending[0].start, pending[0].end, "", QUOTE)
            yield previous
        elif token.tag != MARK or token.low not in QUOTE_MARKS:
            previous = token._replace(quoted=True) if inside else token
            yield previous


def _is_direct(text: str, quotation: Quotation, previous: Token | None) -> bool:
    """Tell a direct quotation from words set in marks inside a sentence, by what stands before and its last mark."""
    inner = text[quotation.start : quotation.end].strip("".join(QUOTE_MARKS) + " ")
    ended = inner[-1:] in ",.?!…—-;" or not quotation.closed
    size = inner.count(" ") + 1
    if previous is None:
        return ended or size > 4
    if previous.tag in (COLON, STOP):
        return True
    if previous.tag in (COMMA, DASH, OPEN, QUOTE):
        if inner[:1].islower() and not ended:
            return False
        return (ended and size > 2) or size > 5
    if previous.lemma in SAY or previous.lemma in TELL:
        return inner[:1].isupper() and (size > 2 or previous.tag == ING)
    return ended and inner[:1].isupper() and size > 6
