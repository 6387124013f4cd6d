"""Pairs with a stranger: *Dogwood has ships in Alder, and the two sides agreed* is not of two known parties."""

from __future__ import annotations

import re

from generator.statements.mentions.grammar import Sentence
from generator.statements.mentions.mention import DAYS, NAME, OFFICE_WORD, Mention
from generator.statements.referents.context import Context, Who

_MONTHS = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sept Sep Oct Nov Dec".split()
)
# What has a capital at the beginning of a sentence, or is no state.
_STATE_LIKE = re.compile(
    rf"(?:{NAME} )*{NAME}(?=(?:[’']s)? (?:[a-z-]+ )?(?:troops|forces|soldiers|ships|planes|aircraft|bases|missiles|"
    r"investors|companies|banks|firms|officials|exports|imports|goods|aid|is|was|has|had|signed|met|told|sent|agreed)\b)"
)


def pair_meant(sentence: Sentence, pair: Mention, meant: Who, context: Context) -> Who:
    """Return `meant`, whom *the two sides* takes up; that it is open where the sentence pairs a party with another."""
    if pair.count != 2 or pair.ids or len(meant.parties) < 2:
        return meant
    before = [each for each in sentence.found if each.end <= pair.start]
    parties = {party for each in before for party in _parties(each, context)}
    ours = parties & set(context.parties)
    if not ours or any(each.kind in ("collective", "pronoun") for each in before):
        return meant
    first = next((each for each in before if each.start == sentence.start), None)
    opens = first is not None and bool(_parties(first, context) - set(meant.parties))
    strange = any(each.kind == "stranger" and not each.party for each in before) or len(parties) > 1
    unknown = _unknown(sentence, pair.start, [each for each in before if _parties(each, context)])
    # Of two that are known, the first that acts must be somebody else.
    if not (opens or unknown == sentence.start) and not (len(ours) == 1 and (strange or unknown is not None)):
        return meant
    words = sentence.text[pair.start : pair.end]
    rule = f"“{words}” may be one party and somebody whom the dossier does not know"
    return Who("nobody", words=words, rule=rule, named=False)


def _parties(each: Mention, context: Context) -> set[str]:
    ids = {
        context.entity(id_).party or id_ for id_ in each.ids if context.entity(id_).type in ("person", "party", "body")
    }
    return {each.party} if each.party else ids


def _unknown(sentence: Sentence, end: int, known: list[Mention]) -> int | None:
    """Return where before `end` a name stands that is nobody's whom the dossier knows: *Dogwood ships*."""
    for match in _STATE_LIKE.finditer(sentence.text, sentence.start, end):
        free = not any(each.start < match.end() and match.start() < each.end for each in known)
        words = match.group().split()
        named = len(words[-1]) > 1 and (match.start() > sentence.start or words[0].isupper() or len(words) > 1)
        named = named or (match.start() == sentence.start and words[0] not in _COMMON)
        if free and named and not set(words) & (DAYS | _MONTHS) and not re.fullmatch(OFFICE_WORD, words[-1], re.I):
            return match.start()
    return None


_COMMON = frozenset(
    "The A An This That These Those It He She They We There Here Both All Some Many Most Several Few No Its His Her "
    "Their In On At Since As After Before When While But And For With New Old Foreign More".split()
)
