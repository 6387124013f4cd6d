"""Noun phrases left and right of a verb: who says, and who is told."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.lexicon.words import TIME_NOUNS
from generator.statements.parse.enumerations import enumeration
from generator.statements.parse.tokens import (
    ADJ,
    ADV,
    CC,
    CLOSE,
    COMMA,
    DASH,
    DET,
    ED,
    GEN,
    ING,
    NAME,
    NOMINAL,
    NOUN,
    NUM,
    OBJ,
    OPEN,
    POSS,
    PREP,
    PRON,
    QUOTE,
    STOP,
    THAT,
    TIME,
    TO,
    WH,
    Token,
)

Range = tuple[int, int]
# Farthest that a parenthesis between subject and verb is followed, in tokens: keeps the whole linear.
REACH = 45
INSIDE = frozenset((NOUN, NAME, NUM, TIME, ADJ, DET, POSS, GEN))
JOINING = frozenset("of in at for from on with to like behind inside against between around across by".split())


def left(tokens: Sequence[Token], last: int, bound: int = 0) -> Range | None:
    """Return the noun phrase that ends with token `last`, ``[start, end)`` in tokens, not before `bound`."""
    last = _before_time(tokens, last)
    if last < bound:
        return None
    tag = tokens[last].tag
    if tag == COMMA:
        return _before_parenthesis(tokens, last, bound, COMMA)
    if tag == DASH:
        return _before_parenthesis(tokens, last, bound, DASH)
    if tag in (PRON, WH, THAT):
        return last, last + 1
    if tag == DET and tokens[last].low not in ("the", "a", "an", "every", "no"):
        return last, last + 1
    if tag not in NOMINAL and tag not in (CLOSE, GEN, ADJ, OBJ):
        return None
    return _walk(tokens, last, bound)


def _before_time(tokens: Sequence[Token], last: int) -> int:
    """Step back over the time between subject and verb: *the judge on Friday* (said), *Moreau once more* (said)."""
    if last > 1 and tokens[last].tag == TIME and tokens[last - 1].low == "on":
        return last - 2
    if last > 1 and tokens[last].low == "more" and tokens[last - 1].low == "once":
        return last - 2
    if last > 0 and tokens[last].low in ("all", "both", "each") and tokens[last - 1].tag in NOMINAL | {CLOSE}:
        return last - 1
    if last > 1 and tokens[last].low in TIME_NOUNS and tokens[last - 1].low in ("this", "last"):
        before = last - 3 if last > 2 and tokens[last - 2].tag == ADV else last - 2
        return before if tokens[before].tag in NOMINAL else last
    return last


def _walk(tokens: Sequence[Token], last: int, bound: int) -> Range | None:
    at = last
    joined = False
    while at >= bound and last - at < REACH:
        tag = tokens[at].tag
        if tag == CLOSE:
            at = _opening(tokens, at, bound) - 1
            continue
        if tag == DET and at > bound and at < last and tokens[at - 1].tag == NOUN:
            # A determiner begins another noun phrase: *a proposal | the minister* (made).
            at -= 1
            break
        if tag == CC and tokens[at].low == "and" and (first := enumeration(tokens, at, bound)) is not None:
            return first, last + 1
        if tag in INSIDE or (tag == OBJ and at == last):
            at -= 1
        elif (
            tag == CC
            and tokens[at].low in ("and", "or", "nor")
            and at > bound
            and tokens[at - 1].tag in NOMINAL | {CLOSE, GEN}
        ):
            joined = True
            at -= 1
        elif tag == COMMA and joined and at > bound and tokens[at - 1].tag == tokens[at + 1].tag in (NAME, NOUN):
            at -= 1
        elif (tag == PREP and tokens[at].low in JOINING) or tag == TO:
            if at <= bound or not _joins(tokens, at, bound):
                break
            at -= 1
        elif (tag in (ED, ING, ADV) and _modifies(tokens, at, bound)) or (at < last and _is_close(tokens, at)):
            at -= 1
        else:
            break
    return _trimmed(tokens, at + 1, last + 1)


def _joins(tokens: Sequence[Token], at: int, bound: int) -> bool:
    """Tell whether the preposition at `at` hangs on a word of the noun phrase before it."""
    before = tokens[at - 1]
    if before.tag in (ED, ING):
        return _modifies(tokens, at - 1, bound)
    return before.tag in NOMINAL or before.tag in (CLOSE, CC) or before.low in ("close", "those")


def _modifies(tokens: Sequence[Token], at: int, bound: int) -> bool:
    """Tell whether a participle or adverb stands inside a noun phrase: *a leading critic*, *people briefed on it*."""
    before = tokens[at - 1].tag if at > bound else ""
    after = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if tokens[at].tag == ADV:
        return before in (DET, POSS) and after in (ADJ, ED, ING, NOUN)
    if before in (DET, POSS, ADJ, GEN, NUM):
        return True
    if before in (COMMA, QUOTE, PREP, "") and after in (NAME, NOUN):
        return tokens[at].tag == ED or before == ""
    if tokens[at].tag == ING and before in (NOUN, NAME):
        return after in (NOUN, NAME, DET, POSS, ADJ)
    return tokens[at].tag == ED and before in (NOUN, NAME) and after in (PREP, ADJ, TIME, ADV)


def _is_close(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low == "close" and tokens[at + 1].tag == TO and tokens[at - 1].tag in NOMINAL | {PRON, DET}


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    first = start - 1 if start and tokens[start - 1].tag == PREP else start
    at_the_head = first == 0 or tokens[first - 1].tag in (COMMA, CC, STOP)
    timed = start < end and tokens[max(first, start)].tag == TIME
    if start < end and tokens[first].tag == PREP and at_the_head and not timed:
        # *In a radio interview Moreau* (said): the name after the noun.
        names = [at for at in range(start + 1, end) if tokens[at].tag == NAME and tokens[at - 1].tag == NOUN]
        start = names[-1] if names else start
    while start < end and tokens[start].tag in (CC, COMMA, ADV, GEN, PREP, TO):
        start += 1
    while start + 1 < end and tokens[start].tag == TIME and start and tokens[start - 1].tag == PREP:
        start += 1  # *On Monday officials* (said)
    return (start, end) if start < end else None


def _opening(tokens: Sequence[Token], at: int, bound: int) -> int:
    stop = max(bound, at - REACH)
    while at > stop and tokens[at].tag != OPEN:
        at -= 1
    return at


def _before_parenthesis(tokens: Sequence[Token], last: int, bound: int, mark: str) -> Range | None:
    """Return the noun phrase with what stands between marks after it: *X, the minister,* and *X, on Monday,*."""
    stop = max(bound, last - REACH)
    at = last
    while (at := at - 1) > stop:
        if tokens[at].tag == CLOSE:
            at = _opening(tokens, at, bound)
        if tokens[at].tag != mark:
            continue
        if tokens[at - 1].tag not in NOMINAL | {CLOSE}:
            continue
        head = _walk(tokens, at - 1, bound)
        if head is None:
            return None
        head = with_name(tokens, head, bound)
        # An apposition or a relative clause names who; anything else only says when and where.
        return (head[0], last) if tokens[at + 1].tag in (DET, WH, NAME, NOUN, ADJ, POSS) else head
    return None


def with_name(tokens: Sequence[Token], head: Range, bound: int = 0) -> Range:
    """Return an apposition together with the name it stands after: *Ana Moreau, the president of Alder*."""
    while head[0] > bound + 1 and tokens[head[0] - 1].tag == COMMA and tokens[head[0] - 2].tag in NOMINAL | {CLOSE}:
        wider = _walk(tokens, head[0] - 2, bound)
        if wider is None or not any(token.tag == NAME for token in tokens[wider[0] : wider[1]]):
            break
        head = (wider[0], head[1])
    return head


def right(tokens: Sequence[Token], start: int, of: bool = True) -> int:
    """Return the index after the noun phrase at `start`, with *of*-phrases if `of`; `start` where none begins."""
    at = start
    whole = start
    seen = False
    while at < len(tokens):
        tag = tokens[at].tag
        if tag in (PRON, OBJ, WH) and not seen:
            return at + 1
        if tag in (NOUN, NAME, NUM, TIME):
            seen = True
        elif tag == OPEN and seen:
            at = _closing(tokens, at)
        elif tag in (DET, POSS) and seen:
            break
        elif of and tokens[at].low == "of" and seen and at + 1 < len(tokens):
            whole, seen = at, False
        elif (
            tag not in (DET, POSS, ADJ, GEN) and not _before_noun(tag, seen, at > start) and not _more(tokens, at, seen)
        ):
            break
        at += 1
    return at if seen or (at > start and tokens[at - 1].tag in (DET, ADJ)) else whole


def _before_noun(tag: str, seen: bool, begun: bool) -> bool:
    return tag in (ED, ING, ADV) and not seen and begun


def _more(tokens: Sequence[Token], at: int, seen: bool) -> bool:
    both = tokens[at].low in ("and", "or", "&") and seen and at + 1 < len(tokens)
    return both and tokens[at + 1].tag in (NOUN, NAME, DET, POSS)


def _closing(tokens: Sequence[Token], at: int) -> int:
    stop = min(len(tokens) - 1, at + REACH)
    while at < stop and tokens[at].tag != CLOSE:
        at += 1
    return at


def after_adverbials(tokens: Sequence[Token], start: int) -> int:
    """Return the index after the adverbs, times and prepositional phrases that begin at `start`."""
    at = start
    while at < len(tokens) and at - start < REACH:
        tag = tokens[at].tag
        if tag in (TIME, ADV):
            at += 1
        elif tag in (PREP, TO):
            end = right(tokens, at + 1)
            if end == at + 1 and end < len(tokens) and tokens[end].tag == ADV:
                end += 1
            if end == at + 1:
                break
            at = end
            # A place and the place it lies in: in Toledo, Ohio, that.
            if at + 2 < len(tokens) and tokens[at].tag == tokens[at + 2].tag == COMMA and tokens[at + 1].tag == NAME:
                at += 3
        elif tag in (DET, ADJ) and _is_time(tokens, at):
            at = right(tokens, at)
        elif tag == OPEN:
            at = _closing(tokens, at) + 1
        else:
            break
    return at


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    return any(token.low in TIME_NOUNS for token in tokens[at + 1 : at + 3])
