"""Which words of a passage a line shows: a clause that says something of the party that holds it, whole and not long.

A line reads *Alder “agreed to clear the channel”* or *Alder: “the channel is open”*. So what is shown begins at the
verb that is said of the party, or is a clause with a subject of its own; it ends where its object does. Of a long list
the head and the one thing that is asked for are shown, with *…* for what stands between. A condition alone, an
apposition, a name in a list, a courtesy, or the words of another party are never a line: then nothing is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from generator.briefs.quotes import Quote
from generator.briefs.wording.ends import AFTERTHOUGHT, ends, makes_statement
from generator.briefs.wording.sentence import LineSentence, parse_line
from generator.briefs.wording.starts import PRONOUNS, Start, end_of_opening, limits, starts
from generator.comparison.commitment import commitment
from generator.comparison.items import Item
from generator.dossier.dossier import Strength
from generator.statements.parse.tokens import CC, COLON, COMMA, DASH, ING, MARK, SEMI, STOP, WH, Token
from generator.topics.topics import Mention

# No line has more words than these, and none fewer than those.
MOST, FEWEST = 30, 3
# What costs more is not shown: its concept's name says it better.
_DEAREST = 8
_COURTESY = re.compile(
    r"\b(?:thank(?:s|ed|ing)?|congratulat\w+|condolences|grateful|gratitude|delighted|honou?red"
    r"|(?:an|his|her|my|our) honou?r|(?:pleased|glad|happy) to (?:be|see|visit|welcome|meet)|warm(?:ly)? welcome\w*"
    r"|welcome you|hospitality|cheers|toast)\b",
    re.IGNORECASE,
)
_OPENINGS = frozenset("if unless whether when while although though because since until as".split())
_DENIALS = frozenset("deny denies denied denying reject rejects rejected rejecting".split())
_TURNS = frozenset("but although though however yet unless".split())
_TURNED = 3
_LISTING = frozenset("in on of as with for".split())


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


def choose(item: Item, mention: Mention, names: Set[str]) -> Chosen | None:
    """Return the words of `item` that say something on the concept of `mention`, or None where no clause does.

    `names` are the words, in small letters, by which a text calls the party that holds it.
    """
    passage = item.statement.passage
    sentence = parse_line(item.source.text, passage.start, passage.end)
    low, high = limits(item, mention)
    shown = [at for at, token in enumerate(sentence.tokens)
             if any(start <= token.start < end for start, end in mention.spans)]  # fmt: skip
    last = next((at for at in range(len(sentence.tokens) - 1, -1, -1) if sentence.tokens[at].end <= high), None)
    if not shown or last is None or item.statement.asks or passage.quote.rstrip("”\"’' ").endswith("?"):
        return None
    found: list[Chosen] = []
    opened = end_of_opening(sentence)
    for start in starts(item, mention, sentence, shown, frozenset(names)):
        if sentence.tokens[start.at].start >= low and (names or not start.follows):
            # What a sentence opens with (*On trade, the two sides …*) says what the rest of it is about.
            about = [start.at] if shown[-1] < opened <= start.at else shown
            found += _from(item, sentence, start, about, last)
    cheap = (each for each in found if each.cost <= _DEAREST)
    return min(cheap, key=lambda each: (each.cost, each.quote.span), default=None)


def _from(item: Item, sentence: LineSentence, start: Start, shown: Sequence[int], last: int) -> Iterator[Chosen]:
    tokens = sentence.tokens
    if not start.at <= min(shown[0], last) or tokens[start.at].low in _OPENINGS or not _is_word(item, tokens[start.at]):
        return
    if _conditional(sentence, start.at, shown[0]):
        return
    # What somebody denies is never shown without the word that denies it.
    if any(token.low in _DENIALS for token in tokens[: (start.cue[0] if start.cue else start.at)]):
        return
    # A clause that begins with its verb, and not with the party's, says something of a thing before it.
    bare = tokens[start.at].tag != ING and any(verb.first == start.at for verb in sentence.verbs)
    if bare and not (start.follows or start.cue):
        return
    text = item.source.text
    for end, cost in ends(sentence, max(shown[-1], start.at), last):
        span = tokens[start.at].start, tokens[end].end
        words = text[slice(*span)].split()
        if len(words) < FEWEST or not makes_statement(sentence, start.at, end) or is_courtesy(text[slice(*span)]):
            continue
        if text[slice(*_within_marks(text, span))].count('"') % 2 or _breaks_off(sentence, start.at, end):
            continue
        # Where a *but* comes after, what is shown is half of what was said.
        turned = any(token.low in _TURNS for token in tokens[end + 1 :])
        cost += _TURNED if turned else 0
        penalty = start.cost + cost + len(words) // 10
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


def _conditional(sentence: LineSentence, start: int, shown: int) -> bool:
    """Tell whether what shows the concept stands in a condition that begins after `start`, or just before it."""
    between = [token.low for token in sentence.tokens[max(0, start - 1) : shown]]
    return "if" in between or "unless" in between


def _breaks_off(sentence: LineSentence, start: int, end: int) -> bool:
    """Tell whether a comma follows the only verb: *said, amid concerns over …*, and what was said stands elsewhere."""
    verb = next((verb for verb in sentence.verbs if start <= verb.first and verb.last < end), None)
    if verb is None or sentence.tokens[verb.last + 1].tag != COMMA:
        return False
    later = [other for other in sentence.verbs if verb.last < other.first and other.last <= end]
    return not any(other.shape == "finite" for other in later)


def is_self_contained(text: str) -> bool:
    """Tell whether words begin with more than a pronoun, which only the sentence before explains."""
    return text.removeprefix("… ").split()[0].strip(',.…“"').lower() not in PRONOUNS


def is_courtesy(text: str) -> bool:
    """Tell whether words are a courtesy: thanks, a welcome, a compliment."""
    return _COURTESY.search(text) is not None


def _within_marks(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return `span` without a quotation mark or bracket that it would leave open or closed alone."""
    start, end = span
    for left, right in (("“", "”"), ("(", ")")):
        piece = text[start:end]
        if piece.count(left) > piece.count(right):
            at = text.find(right, end, end + 2)
            end = at + 1 if at >= 0 else end
    if text[start:end].count('"') % 2:
        at = text.find('"', end, end + 2)
        end = at + 1 if at >= 0 else end
    return start, end


def _with_gap(
    item: Item, sentence: LineSentence, start: Start, shown: Sequence[int], end: int, penalty: int
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
    if head is None or place > shown[0] or verbs or tokens[place].low in AFTERTHOUGHT:
        return
    spans = (tokens[start.at].start, tokens[head].end), (tokens[place].start, tokens[after - 1].end)
    count = sum(len(text[slice(*span)].split()) for span in spans)
    if count <= MOST and makes_statement(sentence, start.at, head):
        yield Chosen(Quote(item, spans[0], (spans[1],)), start.follows, penalty + 2)
