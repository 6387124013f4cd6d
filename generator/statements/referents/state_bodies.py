"""State bodies: a ministry or a government that is known by whose it is, or by where it sits.

*Alder will lend more, its trade ministry said*; *the Foreign Ministry in Alderton announced*.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.statements.lexicon.patterns import nouns
from generator.statements.mentions.grammar import Sentence, subject_mention
from generator.statements.mentions.mention import Mention
from generator.statements.referents.antecedents import pronoun
from generator.statements.referents.context import Context, Who, known, together
from generator.statements.relation import Span

# What speaks for a state and for nobody else; a parliament or a court need not agree with it.
_BODY = nouns("state-body", plurals=False)
_SITS_IN = re.compile(rf"[\s\"“]*(?:the\s+)?(?:[\w’'-]+\s+){{0,5}}?{_BODY}\s+in\s+", re.IGNORECASE)
_OWN = re.compile(r"[\s\"“]*its\s+(?:[\w’'-]+\s+){0,4}?", re.IGNORECASE)
_OWN_BODY = re.compile(rf"{_OWN.pattern}(?:{_BODY}|embassy|officials|spokes(?:man|woman|person)|delegation)\b", re.I)


_NOUN = (
    r"(?:ministry|government|department|cabinet|foreign office|authorities|leadership|presidency|embassy|consulate|"
    r"mission|navy|army|air force|armed forces|military|coast guard|customs|treasury|secretariat|delegation|side)"
)
_PEOPLE = (
    r"(?:officials|diplomats|negotiators|ministers|planners|delegates|spokes(?:men|women|people)|envoys|regulators|"
    r"prosecutors|commanders|generals|representatives|officers|aides)"
)
_OF_WHAT = r"(?:\s(?:of|for)\s(?:the\s)?(?:\w+(?:,?\s(?:and\s)?)?){1,5}?)?"
# *The Ministry of Trade of Veland*, *the foreign ministry of Veland*, *officials from Veland*: up to the owner.
_OWNED_AFTER = re.compile(
    rf"[\s\"“]*(?:the\s+)?(?:(?:\w+\s){{0,3}}{_NOUN}{_OF_WHAT}\s(?:of|from)\s(?:the\s)?"
    rf"|(?:\w+\s){{0,3}}{_PEOPLE}\s(?:from|of)\s(?:the\s)?)$",
    re.IGNORECASE,
)
# *Veland's Ministry of Trade*, *Velander state planners*, *the Velander coast guard*: after the owner.
_OWNED_BEFORE = re.compile(
    rf"(?:[’']s?)?\s(?:[\w-]+\s){{0,3}}?(?:{_NOUN}|{_PEOPLE}){_OF_WHAT}(?:,.*|\s(?:who|which|in|at|with|on)\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_OWNERS_JOINED = re.compile(r"(?:[’']s?)?,?(?: and| as well as)?(?: the)? ")
_PLURAL_OF_STATE = re.compile(
    rf"(?:[’']s?)?\s(?:[\w-]+\s){{0,3}}?(?:{_PEOPLE}|presidents|leaders|premiers|chancellors|governments|ministries|"
    r"delegations|capitals|sides|teams|embassies|foreign offices|heads of (?:state|government))",
    re.IGNORECASE,
)
_NOT_OF_STATE = re.compile(
    r"\b(?:former|ex|retired|opposition|shadow|exiled|ousted|local|some|provincial|regional|rebel|union|party|church|bank|"
    r"company|football|club|media|news|press)\b",
    re.IGNORECASE,
)


def of_state(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read a ministry, a service or officials with the party whose they are, in whatever order the words stand."""
    del context
    owners = [one for one in sentence.inside(*span) if one.party and one.kind in ("party", "other")]
    if len({owner.party for owner in owners}) != 1 or _NOT_OF_STATE.search(words):
        return None
    one = owners[0]
    if re.search(r"[’']s? and $", sentence.text[max(sentence.start, span[0] - 8) : span[0]]):
        return None  # *Alder's and Birch's ministers*
    if one.kind == "party" and re.fullmatch(_OF_WHAT, sentence.text[one.end : span[1]]) and one.end < span[1]:
        # *Veland's Ministry* stands for Veland already, whatever it is the ministry of.
        named = re.search(rf"{_NOUN}$", sentence.text[one.start : one.end], re.IGNORECASE)
        return _body(words, owners[0].party or "") if named and one.start - span[0] < 5 else None
    before, after = sentence.text[span[0] : one.start], sentence.text[one.end : span[1]]
    front = re.fullmatch(r"[\s\"“]*(?:(?:the|some|two|three|several|many|senior|top)\s+)*", before, re.IGNORECASE)
    adjective = one.possessive or one.kind == "other"
    adjective = adjective or sentence.text[one.start : one.end].endswith((" state", " government"))
    if front is not None and adjective and _OWNED_BEFORE.fullmatch(after):
        return _body(words, owners[0].party or "")
    if one.kind == "party" and _OWNED_AFTER.fullmatch(before) and not re.match(r"\s*[’'\w]", after):
        return _body(words, owners[0].party or "")
    return None


def of_states(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "Veland's and Karun's foreign ministers", "the Velander and Karunese delegations": those parties."""
    owners = [owner for owner in sentence.inside(*span) if owner.party and owner.kind in ("party", "other")]
    if len({owner.party for owner in owners}) < 2 or _NOT_OF_STATE.search(words):
        return None
    whose = all(owner.possessive or owner.kind == "other" for owner in owners)
    between = [sentence.text[owner.end : two.start] for owner, two in pairwise(owners)]
    joins = all(_OWNERS_JOINED.fullmatch(gap) for gap in between)
    front = sentence.text[span[0] : owners[0].start].strip(' "“').lower() in ("", "the", "both", "both the")
    if not (whose and joins and front and _PLURAL_OF_STATE.fullmatch(sentence.text, owners[-1].end, span[1])):
        return None
    return together([known(context, owner.party) for owner in owners if owner.party], words.strip())


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
