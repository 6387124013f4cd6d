"""Quotations: where each opens and closes, in whatever marks, also over paragraphs and where a mark is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from generator.passages.passage import Passage
from generator.statements.lexicon.patterns import any_of
from generator.statements.lexicon.verbs import phrases
from generator.statements.relation import Span

MARKS = frozenset("\"“”«»„‘’'")
# What closes a quotation, by the mark that opened it: in print, one hand sets “ ”, another „ “ or “ \".
_CLOSING = {"“": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”'}
_MARK = re.compile("[\"“”«»„‘’']")
_SINGLE = "‘’'"
_STOPS = re.compile(r"(?<=\w\w)[.?!]\s+(?=\S)")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b(?![.’'])|\b(?:I|[Ww]e)[’']")
# Where a quotation must have ended whose last mark is missing: *…, Moreau said.*
_SAID = re.compile(
    rf",(?=\s+(?:[\w.’'-]+\s+){{1,5}}?(?:{any_of(form for form in phrases('says') if ' ' not in form)})\b[^“”\"]*$)"
)
_ENDS = ",.?!…"
_MOST = 60  # marks that are counted to tell whether one quotation stands in another
_FAR = 400  # code points within which a quotation in single marks must close


@dataclass(frozen=True)
class Quotation:
    """A quotation with its marks, ``[start, end)``; not `closed` where its line ends first; in `single` marks."""

    start: int
    end: int
    closed: bool
    single: bool = False


def quotations(text: str, passages: Sequence[Passage]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of the lines that `passages` stand in, in text order.

    Each ends at the latest with its line: in print, a quotation that goes on in the next paragraph is left open there
    and opened anew, or goes on without a mark of its own.
    """
    found: list[Quotation] = []
    open_ = False
    lines = [list(group) for _, group in groupby(passages, key=lambda passage: passage.line)]
    for members, following in zip_longest(lines, lines[1:]):
        # In single marks, an apostrophe may be all it is, unless the next paragraph opens with the mark as well.
        again = following is not None and text[following[0].start] == "‘" and following[0].zone == "body"
        here = of_line(text, members[0].start, members[-1].end, open_, again)
        open_ = bool(here) and not here[-1].closed and members[0].zone == "body"
        found += here
    return tuple(found)


def of_line(text: str, start: int, end: int, open_: bool = False, again: bool = False) -> tuple[Quotation, ...]:
    """Return the outermost quotations of the line ``text[start:end]``; `open_` tells that one was left open before.

    `again` tells that the next line begins with an opening mark, a single one.
    """
    return tuple(_of_line(text, start, end, open_, again))


def is_quoted(text: str, passage: Passage, quoted: Sequence[Span]) -> bool:
    """Tell whether all words of `passage` stand in quotation marks."""
    rest = list(text[passage.start : passage.end])
    for start, end in quoted:
        for place in range(max(start, passage.start), min(end, passage.end)):
            rest[place - passage.start] = " "
    return not any(char.isalnum() for char in rest)


def _of_line(text: str, start: int, end: int, open_: bool, again: bool) -> Iterator[Quotation]:
    places = [mark.start() for mark in _MARK.finditer(text, start, end)]
    done, index = start, 0
    while index < len(places):
        at = places[index]
        index += 1
        if at < done:
            continue
        if not _opens(text, at, start, end):
            if _closes_alone(text, at, end):
                begin = None if done == start else _first_person(text, done, at)
                begin = _begin(text, done, at, whole=open_ and done == start) if begin is None else begin
                yield Quotation(begin, at + 1, True)
                done = at + 1
            continue
        close, closed = _close(text, places, index, end)
        single = text[at] in _SINGLE and not text.startswith("''", at)
        if closed or not single or (again and text[at] == "‘" and text[at + 1].isupper()):
            yield Quotation(at, close, closed, single)
            done = close


def _opens(text: str, at: int, start: int, end: int) -> bool:
    free = at == start or not text[at - 1].isalnum()
    follows = at + 1 < end and not text[at + 1].isspace()
    if text[at] in "“«„":
        return True
    if text[at] == '"':
        return free and follows and (at == start or text[at - 1] not in _ENDS)
    if text[at] == "»":
        return (
            free and follows and (at == start or text[at - 1].isspace()) and text.find("«", at, min(end, at + _FAR)) > 0
        )
    if text.startswith("''", at):
        return free and text.find("''", at + 2, min(end, at + _FAR)) > 0
    # An apostrophe that stands for missing letters ('90s) is followed by a digit.
    return text[at] in "‘'" and free and follows and text[at + 1].isalpha()


def _close(text: str, places: Sequence[int], index: int, end: int) -> tuple[int, bool]:
    """Return where the quotation that opens before ``places[index]`` ends, and whether a mark closes it."""
    at = places[index - 1]
    if text.startswith("''", at):
        return text.index("''", at + 2) + 2, True
    if text[at] in _SINGLE:
        return _close_single(text, places, index, end)
    depth = 0
    for after in range(index, len(places)):
        place = places[after]
        if text[place] in _CLOSING[text[at]]:
            if not depth:
                return place + 1, True
            depth -= 1
        elif text[place] == text[at] and text[at] in "“«„":
            if not _nests(text, places[after : after + _MOST], text[at], depth):
                # The mark that should close it is missing: another opens.
                said = _SAID.search(text, max(at + 1, place - _FAR), place)
                return (said.start() + 1 if said else _trimmed(text, at, place)), False
            depth += 1
    return end, False


def _nests(text: str, places: Sequence[int], opening: str, depth: int) -> bool:
    """Tell whether enough marks follow to close what opens here and what is open already."""
    opens = sum(text[place] == opening for place in places)
    closes = sum(text[place] in _CLOSING[opening] for place in places)
    return closes > opens + depth


def _close_single(text: str, places: Sequence[int], index: int, end: int) -> tuple[int, bool]:
    first = places[index - 1]
    unsure: int | None = None
    for at in range(index, len(places)):
        place = places[at]
        if place - first > _FAR or text[place] == "‘":
            break
        after = text[place + 1] if place + 1 < end else " "
        if text[place] not in "’'" or after.isalnum() or place < first + 3:
            continue
        owner = text[place - 1] in "sz" and after == " " and text[place + 2 : place + 3].islower()
        if not owner:
            return place + 1, True
        unsure = place + 1 if unsure is None else unsure  # *the ministers’ plan*, or its end
    return (unsure, True) if unsure is not None and text[first] == "‘" else (end, False)


def _closes_alone(text: str, at: int, end: int) -> bool:
    """Tell whether the mark at `at` closes a quotation whose opening mark is missing."""
    after = text[at + 1] if at + 1 < end else " "
    return text[at] in '”"' and at > 0 and text[at - 1] in _ENDS and not after.isalnum()


def _begin(text: str, done: int, at: int, *, whole: bool) -> int:
    """Return where words without an opening mark begin: with the line, where one was left open, else their sentence."""
    begin = done
    if not whole:
        stops = (place + 1 for place in range(at - 2, done, -1) if text[place] in ".?!" and text[place + 1].isspace())
        begin = next(stops, done)
    while begin < at and not text[begin].isalnum():
        begin += 1
    return begin


def _first_person(text: str, done: int, at: int) -> int | None:
    """Return where, after a quotation that ended at `done`, a sentence begins in which the same person speaks on.

    *“It is right,” she said. But I can tell you more. We will stay.”*: the mark before *But* is missing.
    """
    stop = _STOPS.search(text, done, at)
    while stop is not None:
        after = _STOPS.search(text, stop.end(), at)
        if _OWN.search(text, stop.end(), after.start() if after else at):
            return stop.end()
        stop = after
    return None


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end
