"""Where the words of a line may begin: at a verb that is said of the party, or at a clause with its own subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.briefs.wording.sentence import LineSentence
from generator.comparison.items import Item
from generator.statements.lexicon.strengths import commitments
from generator.statements.parse.tokens import (
    CC,
    COLON,
    COMMA,
    DASH,
    ING,
    PREP,
    SEMI,
    STOP,
    SUB,
    THAT,
    TO,
    WH,
    Token,
)  # fmt: skip
from generator.topics.phrases import Span
from generator.topics.topics import Mention

PRONOUNS = frozenset("he she it they i we this that these those such who which".split())
_SAYING = frozenset(
    "say tell add note state remark explain stress emphasize emphasise affirm underline underscore point confirm"
    " reiterate reaffirm announce highlight declare observe express".split()
)
_ADDING = frozenset("also further furthermore additionally".split())
_COMMITTING = frozenset(commitments())
_PARTS = frozenset((COMMA, STOP, SEMI, COLON, DASH, THAT, SUB))


@dataclass(frozen=True)
class Start:
    """A token at which words may begin, whether a verb said of the party stands there, and what is against it.

    `cue` are the tokens of the verb that governs it and stands before: *agreed to … mark the banks*.
    """

    at: int
    follows: bool
    cost: int
    cue: tuple[int, int] | None = None


def starts(
    item: Item, mention: Mention, sentence: LineSentence, shown: Sequence[int], names: frozenset[str]
) -> Iterator[Start]:
    """Yield where words may begin: at a verb said of the party, at a subject, at one of several joined verbs."""
    yield from _said_of_holder(item, mention, sentence, names)
    for begun in _clause_at(sentence, end_of_opening(sentence), limits(item, mention)):
        yield replace(begun, cost=begun.cost + 1)
    for at, (verb, subject) in enumerate(zip(sentence.verbs, sentence.subjects, strict=True)):
        if verb.first > shown[-1]:
            break
        if _is_predicate(sentence, at) and subject:
            words = {token.low for token in sentence.tokens[slice(*subject)]}
            if _may_open(sentence, subject[0]):
                if words & names and len(words) <= 2:
                    yield Start(verb.first, True, 0)
                yield Start(subject[0], False, 3 if words & PRONOUNS else 1)
        if verb.first <= shown[0] and _is_joined(sentence, at):
            cost = 3 if verb.shape in ("infinitive", "finite") else 5
            cue = _governing_cue(item, mention, sentence, at)
            yield Start(verb.first, bool(cue), cost if cue else cost + 2, cue)


def _is_predicate(sentence: LineSentence, at: int) -> bool:
    """Tell whether a verb stands right behind its subject, with which a clause begins."""
    verb, subject = sentence.verbs[at], sentence.subjects[at]
    if subject is None or verb.shape not in ("finite", "ed") or subject[1] != verb.first:
        return False
    return subject[0] == 0 or sentence.tokens[subject[0] - 1].tag in _PARTS


def _may_open(sentence: LineSentence, first: int) -> bool:
    """Tell whether words may begin at a clause without the verb that governs it: one of saying adds nothing.

    One of committing is told beside the words; any other (*denied that*, *doubts that*) is part of what is said.
    """
    before = first - 1
    if before >= 0 and sentence.tokens[before].tag == THAT:
        before -= 1
    governs = next((verb for verb in sentence.verbs if verb.last == before), None)
    if governs is None:
        return before == first - 1 and (before < 0 or sentence.tokens[before].tag not in (THAT, PREP))
    return governs.lemma in _SAYING or sentence.tokens[governs.head].low in _COMMITTING


def _is_joined(sentence: LineSentence, at: int) -> bool:
    """Tell whether a verb is one of several that are said of the same: *to clear the channel and mark the banks*."""
    verb, tokens = sentence.verbs[at], sentence.tokens
    if not verb.first or not at or verb.shape == "participle":
        return False
    before = tokens[verb.first - 1]
    joint = (
        (before.tag == CC and verb.shape != "ing")
        or before.low in ("while", "whilst")
        or _closes_as_well_as(tokens, verb.first - 1)
    )
    joint = joint or (before.tag == COMMA and verb.shape != "ing")
    if not joint or any(token.tag == WH for token in tokens[: verb.first]):
        return False
    # *conditions for companies to invest and work*: what these do is not said of the party.
    to = next((n for n in range(verb.first - 1, 0, -1) if tokens[n].tag == TO), 0)
    if verb.shape == "ed" and any(token.low in ("including", "through", "such") for token in tokens[: verb.first]):
        return False
    governs = max((other.last for other in sentence.verbs if other.last < to), default=0)
    return not any(token.low == "for" for token in tokens[governs:to])


def _governing_cue(item: Item, mention: Mention, sentence: LineSentence, at: int) -> tuple[int, int] | None:
    """Return the tokens of the cue, with its *to*, that governs the joined verb at `at`; None where none does."""
    tokens, verb = sentence.tokens, sentence.verbs[at]
    for relation in item.statement.relations:
        held = relation.outer is None and any(a <= mention.spans[0][0] < b for a, b in relation.content)
        if held and relation.cue and relation.source and relation.source[1] <= relation.cue[0]:
            first = next((n for n, token in enumerate(tokens) if token.start >= relation.cue[0]), verb.first)
            last = max((n for n, token in enumerate(tokens) if token.start < relation.cue[1]), default=verb.first)
            if first < last + 1 < verb.first:
                to = next((n for n in range(last, min(last + 5, verb.first)) if tokens[n].tag == TO), None)
                if to is not None or (verb.shape == "ing" and tokens[last + 1].tag == ING):
                    return first, last if to is None else to
    return None


def _closes_as_well_as(tokens: Sequence[Token], at: int) -> bool:
    return at > 1 and [token.low for token in tokens[at - 2 : at + 1]] == ["as", "well", "as"]


def _said_of_holder(item: Item, mention: Mention, sentence: LineSentence, names: frozenset[str]) -> Iterator[Start]:
    """Yield where the cue stands that attributes the words to the party, and where what it attributes begins."""
    at = {token.start: index for index, token in enumerate(sentence.tokens)}
    for relation in item.statement.relations:
        content = next(
            (c for c in relation.content if all(c[0] <= start and end <= c[1] for start, end in mention.spans)), None
        )
        if content is None:
            continue
        named = {word.strip(".,'’").lower() for word in item.source.text[slice(*relation.source or (0, 0))].split()}
        if relation.outer is not None and not named & names:
            continue
        first = next((n for n, token in enumerate(sentence.tokens) if token.start >= content[0]), None)
        begun = first is not None and sentence.tokens[first].tag == THAT
        cue = relation.cue
        if cue and cue[1] <= content[0] and cue[0] in at and relation.source and relation.source[1] <= cue[0]:
            verb = next((v for v in sentence.verbs if v.first <= at[cue[0]] <= v.last), None)
            said = verb is not None and verb.lemma in _SAYING and (begun or bool(_clause_at(sentence, first, content)))
            begin = at[cue[0]] + (sentence.tokens[at[cue[0]]].low in _ADDING)
            yield Start(begin, verb is None or verb.shape != "ing", 2 if said else 0)
        if first is not None:
            yield from (
                start for start in _clause_at(sentence, first + begun, content) if _may_open(sentence, start.at)
            )


def _clause_at(sentence: LineSentence, first: int | None, content: Span) -> list[Start]:
    """Return the beginning of what is attributed, where it is a clause with a subject and a verb of its own."""
    if first is None or first >= len(sentence.tokens) or sentence.tokens[first].tag in (PREP, TO, ING, SUB, WH):
        return []
    tokens = sentence.tokens
    own = [verb for verb in sentence.verbs if verb.first >= first and tokens[verb.last].end <= content[1]]
    main = next((verb for verb in own if verb.shape == "finite"), None) or next(
        (v for v in own if v.shape == "ed" and v.last + 1 < len(tokens) and tokens[v.last + 1].tag != PREP), None
    )
    if main is None or main.first == first:
        return []
    before = tokens[first : main.first]
    if any(token.tag in (THAT, WH, SUB, SEMI) for token in before) or any(
        token.tag == ING and before[n - 1].tag == COMMA for n, token in enumerate(before) if n
    ):
        return []
    words = {token.low for token in before}
    return [Start(first, False, 2 if words & PRONOUNS and len(before) < 3 else 0)]


def limits(item: Item, mention: Mention) -> Span:
    """Return the stretch of the passage, in code points, in which the party speaks and nobody is said to speak."""
    passage, inside = item.statement.passage, item.statement.clause_of(mention.spans)
    low, high = (inside.start, inside.end) if inside else (passage.start, passage.end)
    last = mention.spans[-1][1]
    for relation in item.statement.relations:
        after = [span[0] for span in (relation.cue, relation.source) if span and span[0] >= last]
        ends = [end for start, end in relation.content if start <= mention.spans[0][0] and last <= end]
        if ends and after and relation.cue and relation.cue[0] >= ends[0]:
            high = min(high, ends[0])
    return low, high


def end_of_opening(sentence: LineSentence) -> int:
    """Return the token after the comma that ends the words before the subject of the sentence; 0 without such words."""
    first = sentence.tokens[0] if sentence.tokens else None
    if first is None or (first.tag not in (PREP, SUB, ING) and first.low not in ("regarding", "concerning")):
        return 0
    return next((at + 1 for at, token in enumerate(sentence.tokens) if token.tag == COMMA), 0)
