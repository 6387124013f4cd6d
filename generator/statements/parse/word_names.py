"""Names that are words of the language as well: *To Minh*, *He Guanlin*, *An said*, *May told reporters*."""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.lexicon.inflection import VERB_FORMS
from generator.statements.parse.tokens import AUXILIARIES, DET, MARK, MARK_TAGS, NUM, PREP, STOP, Token

# Words of closed classes that are somebody's name in some language, or a month's and somebody's.
NAME_WORDS = frozenset("to he she an do per long no so will can may our you".split())
_PRONOUNS = frozenset(("he", "she", "you", "our"))
# With these a sentence may begin that has a name after them: *Per Lund said*, and not *So Moreau said*.
_OPENING = frozenset("to do per will can an".split())
# Beside these May is the month.
_OF_MONTH = frozenset(
    "in since until till by last next this early late mid of from through before after during between for on to".split()
)
_CONSONANTS = frozenset("bcdfgjklmnpqrstvwxyz")
# What may follow a verb, so that the word before that is its subject: *An agreed to it*, and not *an agreed text*.
_OBJECTS = frozenset("that to the a an his her its their it him them for on with".split())
_ENDS = frozenset(".?!…")
_LONGEST = 4  # words of a name after the first


def is_name_word(text: str, rough: Sequence[Token], at: int) -> bool:
    """Tell whether the token `at`, a word of a closed class, is a name here or begins one; `rough` are unclassed."""
    token = rough[at]
    if token.low not in NAME_WORDS or not text[token.start].isupper() or text[token.start : token.end].isupper():
        return False
    end = at + 1
    while end < len(rough) and end - at <= _LONGEST and _is_capital(text, rough[end]):
        end += 1
    begins = _begins(text, rough, at)
    acts = end < len(rough) and _acts(rough, end)
    if token.low in _PRONOUNS:
        return end > at + 1 and (acts or _closes(rough, end))
    if token.low == "may":
        return _is_person(rough, at, end, acts=acts, begins=begins)
    if not begins:
        return end > at + 1 or acts or _is_capital(text, rough[at - 1]) or _closes(rough, end)
    if end == at + 1 and end < len(rough) and rough[end].low == "," and _who_next(rough, at):
        return True
    if end == at + 1 and token.low in _OPENING - {"an"}:
        # *Do said*, *To told*: no verb in the past stands after the word itself.
        return end < len(rough) and "past" in _forms(rough, end) and "base" not in _forms(rough, end)
    if token.low == "an" and end == at + 1:
        return acts and _cannot_be_article(rough, end)
    if token.low == "long":
        return _has_past(rough, end)
    if token.low in ("so", "no"):
        # *So Jin-ho said*, and not *So Moreau said*.
        return acts and end == at + 2 and "-" in rough[at + 1].low
    return acts and not _asks(rough) and end > at + 1 and token.low in _OPENING


def _begins(text: str, rough: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence begins at `at`, where a capital says nothing."""
    if not at:
        return True
    before = rough[at - 1]
    if before.low[-1].isalnum() or before.low in (",", "'s", "'", ")") or (before.low[-1] == "." and before.low != "."):
        return False
    opens = before.end == rough[at].start
    return opens or before.tag != MARK or text[before.start - 1 : before.start] != ","


def _is_capital(text: str, token: Token) -> bool:
    return text[token.start].isupper() and (not token.tag or token.low in NAME_WORDS) and len(token.low) > 1


def _acts(rough: Sequence[Token], at: int) -> bool:
    """Tell whether a finite verb stands at `at`: an auxiliary, a past or a form in -s."""
    return rough[at].tag in AUXILIARIES or bool(_forms(rough, at) & {"past", "s"})


def _has_past(rough: Sequence[Token], at: int) -> bool:
    return at < len(rough) and (rough[at].tag in AUXILIARIES or "past" in _forms(rough, at))


def _forms(rough: Sequence[Token], at: int) -> frozenset[str]:
    token = rough[at]
    return VERB_FORMS[token.low][1] if not token.tag and token.low in VERB_FORMS else frozenset()


def _closes(rough: Sequence[Token], at: int) -> bool:
    return at >= len(rough) or rough[at].low in MARK_TAGS or rough[at].low in ("'s", "'", "who", "and")


def _cannot_be_article(rough: Sequence[Token], at: int) -> bool:
    after = rough[at + 1].low if at + 1 < len(rough) else "."
    return rough[at].low[0] in _CONSONANTS or after in _OBJECTS or after in MARK_TAGS


def _is_person(rough: Sequence[Token], at: int, end: int, *, acts: bool, begins: bool) -> bool:
    """Tell *May said* and *Clara May* from the month and from *may*."""
    after = rough[at + 1] if at + 1 < len(rough) else None
    if after is not None and after.tag == NUM:
        return False
    if begins:
        return end == at + 1 and (acts or (after is not None and after.low in (",", "'s") and _who_next(rough, at)))
    before = rough[at - 1]
    month = before.low in _OF_MONTH or before.tag in (NUM, DET, PREP)
    return _has_past(rough, end) or not (month or before.tag == STOP)


def _who_next(rough: Sequence[Token], at: int) -> bool:
    return rough[at + 1].low == "'s" or (at + 2 < len(rough) and rough[at + 2].low in ("who", "whose", "the"))


def _asks(rough: Sequence[Token]) -> bool:
    return any(token.low == "?" for token in rough[-2:])
