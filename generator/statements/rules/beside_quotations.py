"""Who said a quotation that stands alone: named in the sentence that leads it in, or in the one after it.

*Dan Lisk wrote:* and a paragraph of quotation; *“Is it right?” Lisa Monk, the adviser, said.*; a signature under it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.statements.lexicon import cues
from generator.statements.parse import noun_phrases
from generator.statements.parse.noun_phrases import Range
from generator.statements.parse.subjects import inverted
from generator.statements.parse.tokens import ADV, COLON, COMMA, DASH, GEN, NAME, POSS, QUOTE, STOP, Token
from generator.statements.parse.units import Unit
from generator.statements.rules.speaking_nouns import can_speak

_WORDS = frozenset("word words message answer reply response verdict statement comment".split())
_SAYING = cues.SAY | cues.TELL | cues.UTTER | cues.ASIDE
# After a quotation that a stop has closed, only these say that it was theirs; *“We will.” Field agreed.* does not.
_UTTERING = frozenset(
    "say add ask tell reply answer write shout whisper declare announce remark respond exclaim continue explain quip "
    "wonder inquire post tweet cry".split()
)
_WRITTEN = frozenset("post tweet write".split())
_WHERE = frozenset("on in at via with along alongside beneath under".split())
Pair = tuple[Range, Range]


def introduction(unit: Unit) -> Pair | None:
    """Return source and cue of a unit that ends in a colon and says who speaks next: *Moreau wrote:*."""
    tokens = unit.tokens
    if unit.zone != "body" or len(tokens) < 3 or tokens[-1].tag != COLON or any(token.tag == QUOTE for token in tokens):
        return None
    for group, subject in reversed(tuple(zip(unit.verbs, unit.subjects, strict=True))):
        speaks = group.lemma in _SAYING or (group.lemma == "have" and _is_word(tokens[group.last + 1 : -1]))
        speaks = speaks and not group.passive and group.shape in ("finite", "ed")
        if speaks and subject is not None and can_speak(unit, subject):
            return subject, (group.first, group.last + 1)
    return _whose_words(unit, len(tokens) - 1)


def quotation_after_words(unit: Unit) -> tuple[Pair, Range] | None:
    """Return source, cue and quotation of *Her words: “…”*, *These were the words of Moreau: “…”*."""
    tokens = unit.tokens
    colon = next((at for at, token in enumerate(tokens) if token.tag == COLON), len(tokens))
    if colon + 1 >= len(tokens) or any(token.tag not in (QUOTE, STOP) for token in tokens[colon + 1 :]):
        return None
    pair = _whose_words(unit, colon)
    return (pair, (colon + 1, len(tokens))) if pair is not None else None


def _is_word(after: Sequence[Token]) -> bool:
    return any(token.low in _WORDS for token in after)


def _whose_words(unit: Unit, colon: int) -> Pair | None:
    """Return *her* and *words* of *Her words:*, *Moreau* and *the words of* of *These were the words of Moreau:*."""
    tokens = unit.tokens
    for at, token in enumerate(tokens[:colon]):
        if token.low not in _WORDS or (at and tokens[at - 1].low in ("my", "our", "your")):
            continue
        if at and tokens[at - 1].tag in (POSS, GEN):
            end = at if tokens[at - 1].tag == POSS else at - 1
            source = (at - 1, at) if tokens[at - 1].tag == POSS else noun_phrases.left(tokens, end - 1)
            return (source, (at, at + 1)) if source is not None else None
        if tokens[at + 1].low in ("of", "from") and noun_phrases.right(tokens, at + 2) > at + 2:
            begins = 0 if any(group.lemma == "be" and group.last < at for group in unit.verbs) else at
            return (at + 2, min(colon, noun_phrases.right(tokens, at + 2))), (begins, at + 2)
    return None


def says_before(unit: Unit) -> Pair | None:
    """Return source and cue of a unit that only says who spoke: *Lisa Monk, the adviser, said.*; *So said Moreau.*.

    Also of a signature: *— Ana Moreau, president of Alder*.
    """
    tokens = unit.tokens
    if unit.zone != "body" or any(token.tag == QUOTE or token.quoted for token in tokens):
        return None
    return _signature(tokens) or _clause_of_saying(unit)


def is_signature(unit: Unit) -> bool:
    """Tell whether the unit is a dash with a name after it, which signs what stands before, also over a line end."""
    return _signature(unit.tokens) is not None or (len(unit.tokens) > 1 and unit.tokens[0].low == "so")


def _signature(tokens: Sequence[Token]) -> Pair | None:
    end = 1
    while end < len(tokens) and tokens[end].tag == NAME:
        end += 1
    signs = bool(tokens) and tokens[0].tag == DASH and end > 1
    if not signs or (end < len(tokens) and tokens[end].tag not in (COMMA, STOP)):
        return None
    return (1, end), (0, 1)


def _clause_of_saying(unit: Unit) -> Pair | None:
    tokens = unit.tokens
    for group, subject in zip(unit.verbs, unit.subjects, strict=True):
        if group.lemma not in _UTTERING or group.passive or group.shape not in ("finite", "ed"):
            continue
        turned = inverted(tokens, unit.verbs, group) if _only_so(tokens[: group.first]) else None
        source, end = turned or subject, turned[1] if turned else group.last + 1
        if source is None or (turned is None and source[0] > _adverbs(tokens)) or not can_speak(unit, source):
            return None
        if group.lemma in cues.TELL and turned is None:
            end = noun_phrases.right(tokens, end)
        end = noun_phrases.after_adverbials(tokens, end)
        ends = end >= len(tokens) or tokens[end].tag == STOP or _tells_where(unit, group.lemma, end)
        return (source, (group.first, group.last + 1)) if ends else None
    return None


def _tells_where(unit: Unit, verb: str, at: int) -> bool:
    """Tell whether only where it stands comes after *posted*, *wrote*: *Moreau posted on the site along with a map*."""
    after = unit.tokens[at]
    acts = any(group.first >= at and group.shape != "ing" for group in unit.verbs)
    return verb in _WRITTEN and after.low in _WHERE and not acts


def _adverbs(tokens: Sequence[Token]) -> int:
    return next((at for at, token in enumerate(tokens) if token.tag != ADV), len(tokens))


def _only_so(before: Sequence[Token]) -> bool:
    return all(token.low in ("so", "thus") for token in before)
