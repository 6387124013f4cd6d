"""A name beside the words, without a verb: *Moreau: We will stay*, *“We will stay.” — Ana Moreau*, transcripts."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.parse.tokens import CLOSE, COLON, COMMA, DASH, NAME, NUM, OPEN, QUOTE, STOP, Token
from generator.statements.parse.units import Unit
from generator.statements.rules.found import Found
from generator.statements.rules.speaking_nouns import can_speak_alone

# What stands before a colon without being a speaker.
LABELS = frozenset(
    "note correction corrections latest update updates photo photos picture video watch related advisory analysis "
    "opinion subject date time source sources more read editor's clarification listen gallery map timeline "
    "background summary location venue contact follow-up live breaking exclusive question questions topic".split()
)
# A name before a colon is at most this many tokens, with brackets after it that many.
LONGEST = 4
_FAR = 16


def led_by_colon(unit: Unit) -> list[Found]:
    """Return the relation of a unit that opens with a name and a colon; empty where it does not."""
    if not unit.first:
        return []
    tokens = unit.tokens
    at = _colon(tokens)
    if not at or at + 1 >= len(tokens) or not _names(unit, at):
        return []
    last = len(tokens)
    while last > at + 1 and tokens[last - 1].low == ".":
        last -= 1
    return [Found((0, at), (at, at + 1), ((at + 1, last),), "colon")] if last > at + 1 else []


def _colon(tokens: Sequence[Token]) -> int:
    """Return the index of the colon after a name of few words, brackets after it not counted; 0 where none is."""
    counted = 0
    inside = False
    for index, token in enumerate(tokens[:_FAR]):
        if token.tag == COLON:
            return index
        inside = token.tag == OPEN or (inside and token.tag != CLOSE)
        counted += not inside and token.tag != CLOSE
        if counted > LONGEST:
            return 0
    return 0


def _names(unit: Unit, end: int) -> bool:
    """Tell whether the words before the colon are somebody's name or say what text it is: *Poll*, *Moreau*."""
    tokens = unit.tokens[:end]
    brackets = [at for at, token in enumerate(tokens) if token.tag in (OPEN, CLOSE)]
    words = [token for at, token in enumerate(tokens) if not brackets or not brackets[0] <= at <= brackets[-1]]
    if any(token.low in LABELS or token.tag == NUM for token in words):
        return False
    if unit.tokens[end + 1].tag == QUOTE and words and words[-1].tag == NAME:
        return True
    named = all(token.tag == NAME for token in words)
    return (named and len(words) <= LONGEST) or can_speak_alone([token.low for token in words])


def signed(unit: Unit) -> list[Found]:
    """Return the relation of words with a name under them: *“We will stay.” — Ana Moreau, president of Alder*."""
    tokens = unit.tokens
    at = max((index for index, token in enumerate(tokens) if token.tag == DASH), default=0)
    if not at or at + 1 >= len(tokens) or tokens[at + 1].tag != NAME:
        return []
    end = at + 1
    while end < len(tokens) and tokens[end].tag == NAME:
        end += 1
    account = end + 1 < len(tokens) and tokens[end].tag == OPEN and tokens[end + 1].low == "@"
    closes = end == len(tokens) or tokens[end].tag in (COMMA, STOP, OPEN)
    spoken = any(group.first > at and group.shape == "finite" for group in unit.verbs)
    if not account and (tokens[at - 1].tag != QUOTE or not closes or spoken):
        return []
    start = 0 if account else next(index for index, token in enumerate(tokens) if token.tag == QUOTE)
    return [Found((at + 1, end), (at, at + 1), ((start, at),), "signature")]
