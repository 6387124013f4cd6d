"""Which words of a passage a line shows: a clause that says something of the party that holds it, whole and not long.

A line reads *Alder “agreed to clear the channel”* or *Alder: “the channel is open”*. So what is shown begins at the
verb that is said of the party, or is a clause with a subject of its own; it ends where its object does. Of a long list
the head and the one thing that is asked for are shown, with *…* for what stands between. A condition alone, an
apposition, a name in a list, a courtesy, or the words of another party are never a line: then nothing is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.briefs.quotes import Quote
from generator.comparison.commitment import commitment
from generator.comparison.items import Item
from generator.statements.lexicon.strengths import Strength, commitments
from generator.statements.parse.subjects import subjects
from generator.statements.parse.tokens import (
    CC,
    COLON,
    COMMA,
    DASH,
    DET,
    GEN,
    ING,
    MARK,
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
from generator.statements.parse.verb_groups import VerbGroup, verb_groups
from generator.statements.parse.word_classes import tokens
from generator.topics.phrases import Span
from generator.topics.topics import Mention

# No line has more words than these, and none fewer than those.
MOST, FEWEST = 30, 3
# What costs more is not shown: its concept's name says it better.
_DEAREST = 8
_PRONOUNS = frozenset("he she it they i we this that these those such who which".split())
_COURTESY = re.compile(
    r"\b(?:thank(?:s|ed|ing)?|congratulat\w+|condolences|grateful|gratitude|delighted|honou?red|(?:an|his|her|my|our) honou?r"
    r"|(?:pleased|glad|happy) to (?:be|see|visit|welcome|meet)|warm(?:ly)? welcome\w*|welcome you|hospitality|cheers|toast)\b",
    re.IGNORECASE,
)
# What may follow a comma without being one more thing of a list.
_AFTERTHOUGHT = frozenset(
    "including especially particularly notably namely such with in on at by from through under for as so because"
    " without within during after before amid toward towards".split()
)
_OPENINGS = frozenset("if unless whether when while although though because since until as".split())
_SAYING = frozenset(
    "say tell add note state remark explain stress emphasize emphasise affirm underline underscore point confirm"
    " reiterate reaffirm announce highlight declare observe express".split()
)
_ADDING = frozenset("also further furthermore additionally".split())
_COMMITTING = frozenset(commitments())
_LISTING = frozenset("in on of as with for".split())
_PARTS = frozenset((COMMA, STOP, SEMI, COLON, DASH, THAT, SUB))


@dataclass(frozen=True)
class Chosen:
    """The words of a line. `follows`: they begin with the verb that is said of the party, whose name stands before.

    `cost` ranks what could be shown: 0 is a short clause that is understood alone. `cut`: the thing said goes on.
    """

    quote: Quote
    follows: bool
    cost: int
    cut: bool = False

    @property
    def shown(self) -> str:
        """The words as a line has them; *…* tells that the thing said goes on."""
        return f"{self.quote.text} …" if self.cut else self.quote.text

    @property
    def self_contained(self) -> bool:
        """Tell whether they begin with more than a pronoun, which only the sentence before explains."""
        return is_self_contained(self.quote.text)

    @property
    def lead(self) -> Strength | None:
        """The strength of the word that governs the words, where that stands before them and is not shown."""
        passage = self.quote.item.statement.passage
        found = None if self.follows else commitment(self.quote.item.source.text, passage.start, self.quote.span[0])
        return found.strength if found else None


@dataclass(frozen=True)
class _Sentence:
    tokens: tuple[Token, ...]
    verbs: tuple[VerbGroup, ...]
    subjects: tuple[tuple[int, int] | None, ...]


@dataclass(frozen=True)
class _Start:
    """A token at which words may begin, whether a verb said of the party stands there, and what is against it.

    `cue` are the tokens of the verb that governs it and stands before: *agreed to … mark the banks*.
    """

    at: int
    follows: bool
    cost: int
    cue: tuple[int, int] | None = None


def choose(item: Item, mention: Mention, names: Set[str]) -> Chosen | None:
    """Return the words of `item` that say something on the concept of `mention`, or None where no clause does.

    `names` are the words, in small letters, by which a text calls the party that holds it.
    """
    passage = item.statement.passage
    sentence = _parse(item.source.text, passage.start, passage.end)
    low, high = _limits(item, mention)
    shown = [at for at, token in enumerate(sentence.tokens)
             if any(start <= token.start < end for start, end in mention.spans)]  # fmt: skip
    last = next((at for at in range(len(sentence.tokens) - 1, -1, -1) if sentence.tokens[at].end <= high), None)
    if not shown or last is None or item.statement.asks or passage.quote.rstrip("”\"’' ").endswith("?"):
        return None
    found: list[Chosen] = []
    opened = _opening(sentence)
    for start in _starts(item, mention, sentence, shown, frozenset(names)):
        if sentence.tokens[start.at].start >= low and (names or not start.follows):
            # What a sentence opens with (*On trade, the two sides …*) says what the rest of it is about.
            about = [start.at] if shown[-1] < opened <= start.at else shown
            found += _from(item, sentence, start, about, last)
    return min((one for one in found if one.cost <= _DEAREST), key=lambda one: (one.cost, one.quote.span), default=None)


def _limits(item: Item, mention: Mention) -> Span:
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


def _opening(sentence: _Sentence) -> int:
    """Return the token after the comma that ends the words before the subject of the sentence; 0 without such words."""
    first = sentence.tokens[0] if sentence.tokens else None
    if first is None or (first.tag not in (PREP, SUB, ING) and first.low not in ("regarding", "concerning")):
        return 0
    return next((at + 1 for at, token in enumerate(sentence.tokens) if token.tag == COMMA), 0)


@lru_cache(maxsize=1 << 12)
def _parse(text: str, start: int, end: int) -> _Sentence:
    found = tuple(one for one in tokens(text, start, end) if not (one.tag == MARK and one.low in "\"“”‘’'«»„"))
    verbs = tuple(verb for verb in verb_groups(found) if not _qualifies(found, verb))
    return _Sentence(found, verbs, subjects(found, verbs))


def _qualifies(tokens: Sequence[Token], verb: VerbGroup) -> bool:
    """Tell whether a form in -ed stands before a noun as an adjective does: *Alder's balanced view*."""
    before = tokens[verb.first - 1].tag if verb.first else ""
    return verb.shape == "ed" and verb.first == verb.last and before in (GEN, POSS, DET)


def _starts(
    item: Item, mention: Mention, sentence: _Sentence, shown: Sequence[int], names: frozenset[str]
) -> Iterator[_Start]:
    """Yield where words may begin: at a verb said of the party, at a subject, at one of several joined verbs."""
    yield from _said_of_holder(item, mention, sentence, names)
    for begun in _clause_at(sentence, _opening(sentence), _limits(item, mention)):
        yield replace(begun, cost=begun.cost + 1)
    for at, (verb, subject) in enumerate(zip(sentence.verbs, sentence.subjects, strict=True)):
        if verb.first > shown[-1]:
            break
        if _is_predicate(sentence, at) and subject:
            words = {token.low for token in sentence.tokens[slice(*subject)]}
            if words & names and len(words) <= 2:
                yield _Start(verb.first, True, 0)
            if _may_open(sentence, subject[0]):
                yield _Start(subject[0], False, 3 if words & _PRONOUNS else 1)
        if verb.first <= shown[0] and _is_joined(sentence, at):
            cost = 3 if verb.shape in ("infinitive", "finite") else 5
            cue = _governing_cue(item, mention, sentence, at)
            yield _Start(verb.first, bool(cue), cost if cue else cost + 2, cue)


def _is_predicate(sentence: _Sentence, at: int) -> bool:
    """Tell whether a verb stands right behind its subject, with which a clause begins."""
    verb, subject = sentence.verbs[at], sentence.subjects[at]
    if subject is None or verb.shape not in ("finite", "ed") or subject[1] != verb.first:
        return False
    return subject[0] == 0 or sentence.tokens[subject[0] - 1].tag in _PARTS


def _may_open(sentence: _Sentence, first: int) -> bool:
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


def _is_joined(sentence: _Sentence, at: int) -> bool:
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


def _governing_cue(item: Item, mention: Mention, sentence: _Sentence, at: int) -> tuple[int, int] | None:
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


def _said_of_holder(item: Item, mention: Mention, sentence: _Sentence, names: frozenset[str]) -> Iterator[_Start]:
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
            yield _Start(begin, verb is None or verb.shape != "ing", 2 if said else 0)
        if first is not None:
            yield from (
                start for start in _clause_at(sentence, first + begun, content) if _may_open(sentence, start.at)
            )


def _clause_at(sentence: _Sentence, first: int | None, content: Span) -> list[_Start]:
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
    return [_Start(first, False, 2 if words & _PRONOUNS and len(before) < 3 else 0)]


def _from(item: Item, sentence: _Sentence, start: _Start, shown: Sequence[int], last: int) -> Iterator[Chosen]:
    tokens = sentence.tokens
    if not start.at <= min(shown[0], last) or tokens[start.at].low in _OPENINGS or not _is_word(item, tokens[start.at]):
        return
    if _conditional(sentence, start.at, shown[0]):
        return
    text = item.source.text
    for end, cost in _ends(sentence, max(shown[-1], start.at), last):
        span = tokens[start.at].start, tokens[end].end
        words = text[slice(*span)].split()
        if len(words) < FEWEST or not _says(sentence, start.at, end):
            continue
        penalty = start.cost + cost + len(words) // 10 + 6 * is_courtesy(text[slice(*span)])
        if start.cue:
            head = tokens[start.cue[0]].start, tokens[start.cue[1]].end
            if len(text[slice(*head)].split()) + len(words) <= MOST:
                yield Chosen(Quote(item, head, (_within_marks(text, span),)), True, penalty, cost > 1)
            elif len(words) <= MOST:
                yield Chosen(Quote(item, _within_marks(text, span)), False, penalty + 1, cost > 1)
        elif len(words) <= MOST:
            yield Chosen(Quote(item, _within_marks(text, span)), start.follows, penalty, cost > 1)
        else:
            yield from _with_gap(item, sentence, start, shown, end, penalty)


def _is_word(item: Item, token: Token) -> bool:
    """Tell whether words may begin with a token: no mark, no half of a word, nothing that only joins."""
    before = item.source.text[token.start - 1 : token.start]
    joins = token.tag in (WH, MARK, COLON, SEMI, DASH, COMMA, STOP, CC)
    return not joins and token.low[0] not in "'’" and not before.isalnum() and before not in ("-", "‑", "’", "'")


def _conditional(sentence: _Sentence, start: int, shown: int) -> bool:
    """Tell whether what shows the concept stands in a condition that begins after `start`, or just before it."""
    between = [token.low for token in sentence.tokens[max(0, start - 1) : shown]]
    return "if" in between or "unless" in between


def _ends(sentence: _Sentence, after: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens with which words may end, from `after` on, with what is against each."""
    tokens = sentence.tokens
    final = last
    while final > after and tokens[final].tag in (STOP, COMMA):
        final -= 1
    begins = {verb.first for verb in sentence.verbs}
    bare = {verb.last for verb in sentence.verbs}  # cut there, a verb would lose its object
    subject_starts = {
        subject[0]
        for verb, subject in zip(sentence.verbs, sentence.subjects, strict=True)
        if subject and verb.shape == "finite" and subject[1] == verb.first
    }
    for at in range(after + 1, final + 1):
        token, following = tokens[at], tokens[min(at + 1, last)]
        if token.tag in (SEMI, DASH) or (token.tag == COLON and at < final):
            yield at - 1, 0
        elif token.tag == COMMA:
            joined = tokens[min(at + 2, last)] if following.tag == CC else following
            if following.tag == CC and any(tokens[n].tag == COMMA for n in range(max(after, at - 4), at)):
                continue  # the last of a list of words
            place = min(at + 2, last) if following.tag == CC else at + 1
            if place in subject_starts or following.tag in (WH, SUB):
                yield at - 1, 0
            elif place in begins or joined.tag in (ING, TO) or following.low in _AFTERTHOUGHT:
                yield at - 1, 1
            elif following.tag == CC and joined.tag in (DET, POSS):
                yield at - 1, 3
        elif token.tag == CC and at - 1 not in bare and tokens[at - 1].tag != COMMA:
            if at + 1 in subject_starts or (at + 1 in begins and following.tag != ING):
                yield at - 1, 1
            elif following.tag in (DET, POSS) and not _pairs(tokens, at):
                yield at - 1, 4 if any(token.tag == COMMA for token in tokens[after:at]) else 2
        elif (token.low, following.low) in (("as", "well"), ("in", "order")) or (
            token.tag in (WH, SUB) and at > after + 1 and tokens[at - 1].tag != COMMA and token.low != "than"
        ):
            yield at - 1, 1
    yield final, 0


def _pairs(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the conjunction joins two things that belong together: *between Alder and the Union*."""
    return any(token.low in ("between", "both", "from", "either", "neither") for token in tokens[max(0, at - 12) : at])


def _says(sentence: _Sentence, start: int, end: int) -> bool:
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


def is_self_contained(text: str) -> bool:
    """Tell whether words begin with more than a pronoun, which only the sentence before explains."""
    return text.split()[0].strip(',.…“"').lower() not in _PRONOUNS


def is_courtesy(text: str) -> bool:
    """Tell whether words are a courtesy: thanks, a welcome, a compliment."""
    return _COURTESY.search(text) is not None


def _within_marks(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return `span` without a quotation mark or bracket that it would leave open or closed alone."""
    start, end = span
    for opening, closing in (("“", "”"), ("(", ")")):
        piece = text[start:end]
        if piece.count(opening) > piece.count(closing):
            at = text.find(closing, end, end + 2)
            end = at + 1 if at >= 0 else end
    return start, end


def _with_gap(
    item: Item, sentence: _Sentence, start: _Start, shown: Sequence[int], end: int, penalty: int
) -> Iterator[Chosen]:
    """Yield the head of a long list, up to where its first thing begins, and the thing that shows the concept."""
    tokens, text = sentence.tokens, item.source.text
    commas = [at for at in range(start.at, end + 1) if tokens[at].tag == COMMA]
    before = [at for at in commas if at < shown[0]]
    if not before or len(commas) < 3:
        return
    head = next((at for at in range(before[0] - 1, start.at, -1) if tokens[at].low in _LISTING), None)
    after = next((at for at in commas if at > shown[-1]), end + 1)
    place = before[-1] + 1
    place += tokens[place].tag == CC
    verbs = any(head is not None and head < verb.first < after for verb in sentence.verbs)
    if head is None or place > shown[0] or verbs or tokens[place].low in _AFTERTHOUGHT:
        return
    spans = (tokens[start.at].start, tokens[head].end), (tokens[place].start, tokens[after - 1].end)
    count = sum(len(text[slice(*span)].split()) for span in spans)
    if count <= MOST and _says(sentence, start.at, head):
        yield Chosen(Quote(item, spans[0], (spans[1],)), start.follows, penalty + 2)
