"""The part of a sentence that says one thing: what is quoted where a page compares, shortened only at its ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]
# Where a clause may end; a figure's comma (3,000) has no space after it and so does not count.
_STOP = re.compile(r"[;:—–](?=\s)|,(?=[\s”\"’])|\s-\s")
LONG = 160
# Where a clause longer than so many code points may be cut further: before these words, tried in this order.
_JOINTS = (
    (LONG * 5 // 8, re.compile(r"\s(?=as well as\s)")),
    (LONG, re.compile(r"\s(?=(?:that|which|while|but|in order to)\s)")),
    (LONG, re.compile(r"\s(?=and\s(?!\w+(?:ive|al|ful|ent|ant|ous|ic|ble)\s))")),
)
# A comma between two adjectives (*a lasting, fair peace*) ends nothing.
_ADJECTIVE = re.compile(r"\b(?:an?|more|most)\s+[\w-]+$")
_NOT_ADJECTIVE = re.compile(r",\s+(?:and|or|but|as|with|including|which|who|while|to|in|on|of|for|an?|the)\b")
# A comma before the last names of a list (*of Alder, Birch and Corvania*) parts a subject or an object, not a clause.
_LIST = re.compile(
    r"\s+(?:[A-Z][\w’'-]*\s+){1,3}(?:and|or)\s+(?:[A-Z]|the\s+[A-Z])|\s+(?:[A-Z][\w’'-]*\s*){1,3},\s+(?:and\s+)?[A-Z]"
)
# Alone it says nothing (*Regarding the river*), or what nobody said (*Asked whether Alder would pay*, *If Alder pays*).
_LEAD_IN = re.compile(
    r"[\s\"“‘]*(?:on|in|during|after|following|before|amid|as for|as regards|as to|regarding|concerning|"
    r"about|turning to|with (?:regard|respect) to|speaking of|"
    r"(?:when )?(?:asked|pressed|questioned)|if|unless)\s",
    re.IGNORECASE,
)
# What a clause need not begin with: a conjunction, or the number of an article.
_LEADING = re.compile(r"(?:(?:and|or|but|as well as|while|that)\s+|\(?\d{1,3}[.)]\s+)")
# A piece that begins so hangs on the one before it: alone it names something and says nothing of it.
_HANGS = re.compile(
    r"\s*(?:(?:and|or|but)\s+)?(?:which|who|whom|whose|where|according to|so|nor|including|such as|particularly|"
    r"especially|notably|namely|in particular|among (?:others|them)|for (?:example|instance)|"
    r"in (?:line|accordance|keeping|conformity) with)\b"
    r"|\s*(?:in|on|at|by|from|through|under|with)\s+(?:[\w’'-]+\s*){1,6}[.,;”\"]*\s*$",
    re.IGNORECASE,
)
# A verb after a comma closes a parenthesis: *The cable, to be called Norlink, is expected …*
_VERB = r"(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|does|do|did|said|says|\w+ed)"
_GOES_ON = re.compile(rf",[”\"’]?\s+{_VERB}\b(?! by\b)")
_HAS_VERB = re.compile(rf"\b{_VERB}\b")
_HEAD = 5  # words of a subject without its verb, at most
_SHORT_WORDS = 3


def clause(text: str, sentence: Span, shown: Sequence[Span]) -> Span:
    """Return the span around `shown` that reads as a clause inside `sentence`; all spans in code points of `text`.

    It runs from the stop before the first of the words that show a concept to the stop after the last of them; one
    longer than `LONG` is cut again at a conjunction. Brackets and quotation marks are not left half open.
    """
    first, last = shown[0][0], shown[-1][1]
    stops = [match for match in _STOP.finditer(text, *sentence) if not _inside_a_phrase(text, sentence[0], match)]
    starts = [sentence[0], *(stop.end() for stop in stops if stop.end() <= first)]
    end = min((stop.start() for stop in stops if stop.start() >= last), default=sentence[1])
    while len(starts) > 1 and _HANGS.match(text, starts[-1], end):
        starts.pop()
    start = starts[-1]
    if start == sentence[0] and end < sentence[1] and _LEAD_IN.match(text, start):
        # What it leads to is the clause.
        end = min((stop.start() for stop in stops if stop.start() > end), default=sentence[1])
    for most, joint in _JOINTS:
        if end - start > most:
            start = max(
                (m.start() for m in joint.finditer(text, start, first) if _parts(text, start, m)), default=start
            )
        if end - start > most:
            end = min((m.start() for m in joint.finditer(text, last, end)), default=end)
    while start < first and text[start].isspace():
        start += 1
    piece, leading = start, _LEADING.match(text, start, first)
    start = leading.end() if leading else start
    while end > last and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    if len(text[start:end].split()) < _SHORT_WORDS or _HANGS.match(text, start, end):
        start = min(_wider(text, sentence, piece), piece)
    end = _with_verb(text, sentence, start, end, [stop.start() for stop in stops])
    return _balance(text, sentence, start, end)


def _parts(text: str, start: int, joint: re.Match[str]) -> bool:
    """Tell whether a joint parts two clauses, and not two halves of one subject (*Alder and Birch issued …*)."""
    return not text.startswith("and", joint.end()) or _HAS_VERB.search(text, start, joint.start()) is not None


def _inside_a_phrase(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop.group() != ",":
        return False
    if _LIST.match(text, stop.end()):
        return True
    return not _NOT_ADJECTIVE.match(text, stop.start()) and bool(_ADJECTIVE.search(text, start, stop.start()))


def _wider(text: str, sentence: Span, start: int) -> int:
    """Return where the piece before begins: one that is too short, or hangs on it, is not understood alone."""
    stops = [m.end() for m in _STOP.finditer(text, sentence[0], max(sentence[0], start - 2))]
    start = max(stops, default=sentence[0])
    while start < sentence[1] and text[start].isspace():
        start += 1
    return start


def _with_verb(text: str, sentence: Span, start: int, end: int, stops: Sequence[int]) -> int:
    """Return the end of a piece with its verb, where a parenthesis parts the two, and with what a colon leads to."""

    def next_stop() -> int:
        return min((stop for stop in stops if stop > end), default=sentence[1])

    head = text[start : min((stop for stop in stops if stop > start), default=end)]
    if len(head.split()) <= _HEAD and not _HAS_VERB.search(head):
        if end in stops and not _GOES_ON.match(text, end) and _GOES_ON.match(text, next_stop()):
            end = next_stop()
        if _GOES_ON.match(text, end):
            end = next_stop()
    return next_stop() if text[end : end + 1] == ":" else end


def _balance(text: str, sentence: Span, start: int, end: int) -> Span:
    """Widen to the bracket or quotation mark that the clause would otherwise leave open or closed alone."""
    marks = '"“”'
    while start < end and text[start] in marks and text[start:end].count(text[start]) % 2:
        start += 1
    while start < end and text[end - 1] in marks and text[start:end].count(text[end - 1]) % 2:
        end -= 1
    for opening, closing in (("(", ")"), ("“", "”")):
        piece = text[start:end]
        if piece.count(closing) > piece.count(opening):
            at = text.rfind(opening, sentence[0], start)
            start = at if at >= 0 else start
        elif piece.count(opening) > piece.count(closing):
            at = text.find(closing, end, sentence[1])
            end = at + 1 if at >= 0 else end
    return start, end
