"""State bodies: a ministry or a government that is known by whose it is, or by where it sits.

*Alder will lend more, its trade ministry said*; *the Foreign Ministry in Alderton announced*.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.statements.lexicon.patterns import nouns
from generator.statements.mentions.grammar import Sentence, subject_mention
from generator.statements.mentions.mention import Mention
from generator.statements.referents.antecedents import pronoun
from generator.statements.referents.context import Context, Who, known
from generator.statements.relation import Span

# What speaks for a state and for nobody else; a parliament or a court need not agree with it.
_BODY = nouns("state-body", plurals=False)
_SITS_IN = re.compile(rf"[\s\"“]*(?:the\s+)?(?:[\w’'-]+\s+){{0,5}}?{_BODY}\s+in\s+", re.IGNORECASE)
_OWN = re.compile(r"[\s\"“]*its\s+(?:[\w’'-]+\s+){0,4}?", re.IGNORECASE)
_OWN_BODY = re.compile(rf"{_OWN.pattern}(?:{_BODY}|embassy|officials|spokes(?:man|woman|person)|delegation)\b", re.I)


def seated(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "the Foreign Ministry in Alderton": it speaks for the party whose seat that is."""
    del context
    match = _SITS_IN.match(words)
    place = span[0] + match.end() if match else None
    one = next((one for one in sentence.inside(*span) if one.start == place), None)
    if one is None or one.kind != "party" or one.party is None:
        return None
    return _body(words, one.party)


def own(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "its trade ministry", "its foreign minister": whose it is says the sentence, or the one before."""
    office = next((one for one in sentence.inside(*span) if one.kind == "office" and one.end == span[1]), None)
    match = _OWN_BODY.match(words) or (office and _OWN.match(words))
    if match is None:
        return None
    beside = next((one for one in sentence.found if _stands_before(sentence.text, one, span[0])), None)
    if beside is not None and beside.kind == "party" and not beside.possessive:
        # *Alder signed; Birch, its minister said, would sign later*
        return _of(office, words, beside.party, context)
    subject = subject_mention(sentence)
    if subject is not None and subject.end <= span[0]:
        here = subject.kind == "party" and not subject.possessive
        return _of(office, words, subject.party, context) if here else None
    before = pronoun(context, "it")
    party = before.entity if before.kind == "party" and span[0] < sentence.start + 3 else None
    who = _of(office, words, party, context)
    return replace(who, named=False) if who is not None else None


def _stands_before(text: str, one: Mention, start: int) -> bool:
    return one.end < start and not text[one.end : start].strip(", ") and "," in text[one.end : start]


def _of(office: Mention | None, words: str, party: str | None, context: Context) -> Who | None:
    if party is None:
        return None
    ids = [one for one in office.ids if context.entity(one).party == party] if office else []
    if office is not None and len(ids) == 1:
        return known(context, ids[0], f"“{office.words}” is the one of the party named before")
    # Another party's minister is not meant, even where the dossier knows no other.
    who = _body(words, party)
    return who if office is None else replace(who, gender=None)


def _body(words: str, party: str) -> Who:
    shown = words.strip()
    return Who("stranger", parties=(party,), words=shown, gender="it", rule=f"“{shown}” speaks for the party")
