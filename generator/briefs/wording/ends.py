"""Where the words of a line may end: where what is said is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.briefs.wording.sentence import LineSentence
from generator.statements.parse.tokens import (
    CC,
    COLON,
    COMMA,
    DASH,
    DET,
    ING,
    POSS,
    PREP,
    SEMI,
    STOP,
    SUB,
    THAT,
    TO,
    WH,
    Token,
)  # fmt: skip

# What may follow a comma without being one more thing of a list.
AFTERTHOUGHT = frozenset(
    "including especially particularly notably namely such with in on at by from through under for as so because"
    " without within during after before amid toward towards".split()
)


def ends(sentence: LineSentence, after: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens with which words may end, from `after` to `last`, with what is against each."""
    tokens = sentence.tokens
    final = last
    while final > after and tokens[final].tag in (STOP, COMMA):
        final -= 1
    for at in range(after + 1, final + 1):
        token, following = tokens[at], tokens[min(at + 1, last)]
        cost: int | None = None
        if token.tag in (SEMI, DASH) or (token.tag == COLON and at < final):
            cost = 0
        elif token.tag == COMMA:
            cost = _at_comma(sentence, after, at, last)
        elif token.tag == CC and tokens[at - 1].tag != COMMA:
            cost = _at_conjunction(sentence, after, at)
        elif (token.low, following.low) in (("as", "well"), ("in", "order")) or _opens(tokens, after, at):
            cost = 1
        if cost is not None:
            yield at - 1, cost
    yield final, 0


def _at_comma(sentence: LineSentence, after: int, at: int, last: int) -> int | None:
    """Return what is against ending before a comma; None where a list goes on."""
    tokens = sentence.tokens
    following = tokens[min(at + 1, last)]
    place = min(at + 2, last) if following.tag == CC else min(at + 1, last)
    if following.tag == CC and any(tokens[n].tag == COMMA for n in range(max(after, at - 4), at)):
        return None  # the last of a list of words
    if place in sentence.subject_starts or following.tag in (WH, SUB):
        return 0
    if tokens[place].tag == ING and any(tokens[n].tag == COMMA for n in range(max(after, at - 3), at)):
        return 3  # of a list of things, one that is called as a doing is (*machinery, dredging*)
    if place in sentence.verb_starts or tokens[place].tag in (ING, TO) or following.low in AFTERTHOUGHT:
        return 1
    return 3 if following.tag == CC and tokens[place].tag in (DET, POSS) else None


def _at_conjunction(sentence: LineSentence, after: int, at: int) -> int | None:
    """Return what is against ending before a conjunction; None where a verb would lose its object, a pair its half."""
    tokens = sentence.tokens
    if any(verb.last == at - 1 for verb in sentence.verbs) or at + 1 >= len(tokens):
        return None
    if at + 1 in sentence.subject_starts or (at + 1 in sentence.verb_starts and tokens[at + 1].tag != ING):
        return 1
    if tokens[at + 1].tag in (DET, POSS) and not _pairs(tokens, at):
        return 4 if any(token.tag == COMMA for token in tokens[after:at]) else 2
    return None


def _opens(tokens: Sequence[Token], after: int, at: int) -> bool:
    token = tokens[at]
    return token.tag in (WH, SUB) and at > after + 1 and tokens[at - 1].tag != COMMA and token.low != "than"


def _pairs(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the conjunction joins two things that belong together: *between Alder and the Union*."""
    return any(token.low in ("between", "both", "from", "either", "neither") for token in tokens[max(0, at - 12) : at])


def makes_statement(sentence: LineSentence, start: int, end: int) -> bool:
    """Tell whether a verb stands among the words that says something of somebody, and no clause is left without one."""
    inside = [verb for verb in sentence.verbs if start <= verb.head and verb.last <= end and verb.shape != "participle"]
    if not inside or not (inside[0].first <= start or any(verb.shape in ("finite", "ed") for verb in inside)):
        return False
    tokens = sentence.tokens
    opened = [at for at in range(start, end + 1) if tokens[at].tag in (THAT, WH, SUB)]
    if opened and not any(verb.first > opened[-1] for verb in inside):
        return False
    comma = next((at for at in range(end, start, -1) if tokens[at].tag == COMMA), end)
    hanging = comma < end and tokens[comma + 1].tag == CC and comma + 2 <= end and tokens[comma + 2].tag == PREP
    return not hanging or any(verb.first > comma for verb in inside)
