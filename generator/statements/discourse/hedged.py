"""Hedges and programmes: what the report supposes of somebody, or says that he will do, is no position of his.

*is reportedly planning to*, *has appeared keen to*, *would be seeking to*; *plans to visit the mint*; *It is seen as a
message that Birch …*.
"""

from __future__ import annotations

import re

from generator.statements.mentions.grammar import Sentence
from generator.statements.relation import Relation

# What the report supposes that somebody has in mind.
_SUPPOSED = re.compile(
    r"\b(?:reportedly|seemingly|apparently|presumably)\s+(?:also\s+|now\s+)?(?:plan|want|seek|sought|consider|prepar|hop|"
    r"look|intend|weigh|mull|eye|keen|eager|willing|ready|open)"
    r"|\b(?:appear|seem|look)(?:s|ed|ing)?\s+(?:\w+ly\s+)?(?:keen|eager|set|ready|willing|anxious|determined|inclined|"
    r"poised|reluctant|to (?:want|seek|hope|favou?r|prefer))\b"
    r"|\b(?:would|may|might|could)\s+(?:also\s+)?be\s+(?:seeking|looking|hoping|trying|aiming|pushing|pressing|wanting)\b",
    re.IGNORECASE,
)
_TRIED = re.compile(r"(?:(?:has|have|had)\s+(?:\w+ly\s+|also\s+|long\s+)?|\w+ly\s+)sought\b", re.IGNORECASE)
# Where somebody goes and whom he meets is his programme.
_PLANS = re.compile(
    r"(?:(?:also|then|now|next|\w+ly)\s+)*(?:(?:is|are|was|were)\s+)?(?:plan|intend|aim)(?:s|ed|ned|ning|ing|ded)?\b",
    re.I,
)
_PROGRAMME = re.compile(
    r"\s*(?:to\s+)?(?:(?:also|then|first|later)\s+)?(?:visit|travel|fly|meet|attend|tour|depart|leave|return|arrive|host|"
    r"commemorate|lay|inspect|stay|dine|speak at|deliver|hold (?:talks|a (?:meeting|press|summit|news)))\b",
    re.IGNORECASE,
)
_PERSON = frozenset(("person", "office", "pronoun", "stranger"))
# What somebody will do, or has need of, before a participle that tells how or what for.
_EXPECTED = re.compile(
    r"\s(?:is|are|was|were)\s+(?:also\s+|\w+ly\s+)?(?:expected|scheduled|due|set|slated|likely)\s+to\b|^\s*needs?\s(?!to\b)",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"\w+ing\b")
# Who reads something into what happened is not whom it is about.
INTERPRETED = re.compile(
    r"[\s\"“]*(?:it|this|that|these|which|the\s[\w-]+(?:\s[\w-]+)?)\s+"
    r"(?:is|are|was|were|can be|could be|has been|may be)\s+(?:also\s+|\w+ly\s+)?"
    r"(?:interpreted|seen|viewed|read|regarded|understood|construed|perceived)\s+as\b",
    re.IGNORECASE,
)


def is_hedged(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether `relation` is what the report supposes of its source, or the programme of a person."""
    if relation.kind != "indirect" or relation.cue is None or relation.source is None:
        return False
    text, (low, high) = sentence.text, relation.cue
    # The shape of a sentence gives the verb without its auxiliaries.
    cue = text[relation.source[1] if relation.source[1] <= low else low : high].lstrip(", ")
    if INTERPRETED.match(text, sentence.start, relation.source[0]):
        return True
    if _SUPPOSED.search(cue) or (_is_persons(sentence, relation) and _TRIED.match(cue)):
        return True
    between = text[relation.source[1] : low]
    if _PARTICIPLE.match(text, low) and _EXPECTED.search(between):
        return True
    goes = _PLANS.fullmatch(cue.removesuffix(" to")) and _PROGRAMME.match(text, relation.content[0][0])
    return bool(goes) and _is_persons(sentence, relation)


def _is_persons(sentence: Sentence, relation: Relation) -> bool:
    low, high = relation.source or (0, 0)
    return any(low <= each.start < high and each.kind in _PERSON for each in sentence.found)
