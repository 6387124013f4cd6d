"""A mention: words that speak of a person, a body, a party, a joint text or several of them together.

It says only what its own words say. Who "the President" or "he" is depends on what stands before: `context.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.statements.lexicon.patterns import nouns

MentionKind = Literal["person", "office", "party", "body", "other", "pronoun", "collective", "stranger", "document"]
PERSONAL = {
    "he": "he", "she": "she", "they": "they", "it": "it", "his": "he", "her": "she", "hers": "she", "him": "he",
    "himself": "he", "herself": "she", "its": "it", "their": "they",
}  # fmt: skip
# Words of office by which a capitalised name that is in no list is known to be a person's.
OFFICE_WORD = nouns("office")
# Forms of address and rank before a name: whoever has one is whom the name says.
RANK = (
    r"(?:(?:his|her|their)\s(?:royal\s)?(?:excellency|majesty|highness|honou?r)|h\.?e\.?|(?:right\s)?hon(?:ou?rable|\.)?|"
    r"sir|dame|lord|lady|madam|sheikh|comrade|brother|(?:lt|maj|brig|gen|col|capt|adm|cmdr|gov|sen|rep|amb|prof|dr|mr|"
    r"mrs|ms|rev|fr|st)\.?|lieutenant|major|brigadier|colonel|captain|commander|sergeant|marshal|commentator|columnist|"
    r"journalist|congress(?:man|woman)|judge|justice|bishop|archbishop|cardinal|imam|rabbi|father|economist|historian|"
    r"diplomat|candidate|president-elect|chief executive|ceo|excellency|majesty|highness)"
)
NAME = r"[^\W\d_a-z][\w’'-]*"  # begins with a capital (or a letter without case)
# What a minister is the minister of, before the name: " of Trade and Industry".
PORTFOLIO = rf"(?: (?:of|for) (?:the )?{NAME}(?:(?:,? and |, | & | ){NAME}){{0,5}}?)"
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today Yesterday".split())
_POSSESSIVE = re.compile(r"[’'](?:s\b)?(?=\s|$|[,.;])")


@dataclass(frozen=True)
class Mention:
    """``[start, end)`` in code points of the text. `ids` are the entities that its words alone allow.

    `party` narrows it ("the Alderian leader"); `count` is how many a collective names (0: all, None: not one).
    `possessive`: "Alder's" in front of something, so it is not who acts. `words` is the office or name of a stranger.
    `shared`: the text has introduced somebody else of that surname, who may be meant.
    """

    start: int
    end: int
    kind: MentionKind
    ids: tuple[str, ...] = ()
    party: str | None = None
    possessive: bool = False
    count: int | None = None
    words: str = ""
    shared: bool = False


def is_possessive(text: str, end: int) -> bool:
    """Tell whether after the name that ends at `end` stands the sign of the genitive."""
    return _POSSESSIVE.match(text, end) is not None
