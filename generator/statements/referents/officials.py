"""Officials: persons whom the dossier does not know and whom the text itself gives to a party.

*Birchian Trade Minister Ruth Ames said*; *Ruth Ames, trade minister of Birch, said*; later *Ames said*, *the minister
said*.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.statements.lexicon.patterns import nouns
from generator.statements.mentions.grammar import PREPOSITION, Sentence
from generator.statements.mentions.mention import NAME, Mention
from generator.statements.referents.context import Context, Who, all_persons, distinct, gender_of
from generator.statements.relation import Span

STATE_OFFICE = re.compile(rf"\b{nouns('state-office', plurals=False)}\b", re.IGNORECASE)
NOT_FOR_STATE = re.compile(
    r"\b(?:former|ex|opposition|shadow|exiled|jailed|late|dissident|unelected|ousted)\b", re.IGNORECASE
)
_OF = re.compile(r"\bof (?:the )?$")
_LAST_NAME = re.compile(rf"(?:(?:Mr|Mrs|Ms|Dr|Minister|Secretary|Ambassador)\.? )?(?P<name>{NAME})")
_BARE_OFFICE = re.compile(
    r"the (?P<office>(?:(?:deputy|vice)[ -])?"
    r"(?:minister|secretary|ambassador|envoy|spokes(?:man|woman|person)|official))",
    re.IGNORECASE,
)

_BARE_BODY = re.compile(r"the (?P<body>ministry|government|delegation|embassy|side|cabinet|mission)", re.IGNORECASE)
_NEAR = 4  # sentences that such a word may look back


def official(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read words with an office and one party in them, and nobody whom the dossier knows."""
    del context
    inside = sentence.inside(*span)
    if not STATE_OFFICE.search(words) or NOT_FOR_STATE.search(words):
        return None
    if any(one.kind not in {"party", "other", "stranger"} for one in inside):
        return None
    parties = {one.party for one in inside if one.party}
    whose = next((one for one in inside if one.party and _is_owner(sentence, span, one)), None)
    if len(parties) != 1 or whose is None or whose.party is None:
        return None
    shown = words.strip()
    rule = f"“{shown}” is nobody the dossier knows, and is said to be of the party"
    return Who("stranger", parties=(whose.party,), words=shown, gender=gender_of(shown), rule=rule)


def _is_owner(sentence: Sentence, span: Span, one: Mention) -> bool:
    """Tell *the Birchian minister*, *Birch's minister*, *minister of Birch* from *envoy to Birch*."""
    before = sentence.text[span[0] : one.start]
    if one.kind == "stranger" or _OF.search(before):
        return True
    return (one.kind == "other" or one.possessive) and not PREPOSITION.search(before)


def named_before(words: str, context: Context) -> Who | None:
    """Read "Ames" and "the minister", where the section has named one such person whom the dossier does not know."""
    if not context.uses("named before"):
        return None
    bare = words.strip()
    persons = distinct(one for heard in context.heard for one in all_persons(heard) if one.kind == "stranger")
    if (name := _LAST_NAME.fullmatch(bare)) is not None:
        # The name ends the words or stands before an apposition: *Ruth Ames, the trade minister*.
        fitting = [
            one
            for one in persons
            if name["name"] in [part.split()[-1] for part in one.words.split(",") if part.strip()]
        ]
    elif (office := _BARE_OFFICE.fullmatch(bare)) is not None:
        sought = set(office["office"].lower().split())
        fitting = [one for one in persons if sought <= set(one.words.lower().split())]
    else:
        return None
    # "Minister Paul Rask" and "Transport Minister Paul Rask" are one man.
    fitting = [one for one in fitting if not any(one.words != two.words and one.words in two.words for two in fitting)]
    if len(fitting) != 1 or fitting[0].words == bare:
        return None
    who = fitting[0]
    rule = f"“{bare}” is {who.words}, named before"
    return Who("stranger", parties=who.parties, words=who.words, gender=who.gender, rule=rule)


def body_before(words: str, context: Context) -> Who | None:
    """Read "the delegation", "the ministry": the one of that name among what acted in the sentences just before."""
    match = _BARE_BODY.fullmatch(words.strip()) if context.uses("body before") else None
    acted = [heard.subject for heard in context.heard[-_NEAR:] if heard.subject is not None]
    named = match["body"].lower() if match else None
    fitting = [one for one in acted if one.kind in {"party", "body", "stranger"} and named in one.words.lower().split()]
    if not fitting or len({one.parties for one in fitting}) > 1:
        return None
    last = fitting[-1]
    return replace(last, rule=f"“{words.strip()}” is {last.words}, named before", named=False, by_pronoun=False)
