"""Which nouns can hold a position: people, bodies of people, and texts that speak for them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.lexicon.cues import BODIES, NOT_HUMAN, PEOPLE, TEXTS
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.tokens import ADJ, DET, GEN, NAME, NOUN, NUM, OBJ, PREP, PRON, WH, Token
from generator.statements.parse.units import Unit

HUMAN_ENDINGS = tuple("er or ist ian ant ent man men woman ee ers ors ists ians ants".split())


def can_speak(unit: Unit, source: Range) -> bool:
    """Tell whether the noun phrase `source` names somebody or something that can hold a position."""
    named = unit.tokens[source[0] : source[1]]
    if named[-1].tag == WH and named[-1].low in ("who", "whom"):
        return True
    if len(named) == 1 and named[0].tag in (PRON, OBJ, DET, ADJ, WH, NUM):
        return named[0].low not in ("there", "this")
    if named[-1].tag == WH or named[-1].low == "that":
        # The antecedent of a relative clause is the nearest noun as often as the first.
        named = named[:-1]
        if named and _speaks(named[-1].low, named[-1].tag):
            return True
    return any(_speaks(token.low, token.tag) for token in _heads(named))


def can_speak_alone(words: list[str]) -> bool:
    """Tell whether the words, in lower case, end in a noun for people or texts: *new poll*, *the prime minister*."""
    return bool(words) and len(words) <= 4 and (words[-1] in PEOPLE or words[-1] in TEXTS)


def _heads(named: Sequence[Token]) -> list[Token]:
    """Return the tokens that may be the head: those before the first preposition, but for owners."""
    heads: list[Token] = []
    for at, token in enumerate(named):
        if token.tag == PREP and heads:
            break
        if token.tag in (NOUN, NAME, NUM, PRON) and not (at + 1 < len(named) and named[at + 1].tag == GEN):
            heads.append(token)
    return heads


def _speaks(low: str, tag: str) -> bool:
    if tag in (NAME, PRON, NUM):
        return True
    single = (
        low[:-3] + "y" if low.endswith("ies") else low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    )
    for word in (low, single):
        if word in PEOPLE or word in BODIES or word in TEXTS:
            return True
    return low.endswith(HUMAN_ENDINGS) and low not in NOT_HUMAN
