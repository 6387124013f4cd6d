"""Officials: persons whom the dossier does not know and whom the text itself gives to a party.

*Birchian Trade Minister Ruth Ames said*; *Ruth Ames, trade minister of Birch, said*; later *Ames said*, *the minister
said*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.statements.lexicon.patterns import nouns
from generator.statements.mentions.grammar import PREPOSITION, Sentence
from generator.statements.mentions.mention import NAME, OFFICE_WORD, Mention
from generator.statements.mentions.names import fold, folded_words
from generator.statements.referents.context import Context, Who, gender_of, known
from generator.statements.relation import Span

STATE_OFFICE = re.compile(rf"\b{nouns('state-office', plurals=False)}\b", re.IGNORECASE)
NOT_FOR_STATE = re.compile(
    r"\b(?:former|ex|opposition|shadow|exiled|jailed|late|dissident|unelected|ousted)\b", re.IGNORECASE
)
_OF = re.compile(r"\bof (?:the )?$")
_LAST_NAME = re.compile(rf"(?:(?:Mr|Mrs|Ms|Dr|Minister|Secretary|Ambassador|Gen|General|Col|Sir)\.? )?(?P<name>{NAME})")
# In some languages the family has the first of two or three names: *Lin Fei*, later *Lin*.
_WHOLE_NAME = re.compile(rf"(?P<first>{NAME})(?: {NAME}){{1,2}}$")
# What is told between commas of somebody named: *May, who hosted the lunch*.
TOLD_OF = re.compile(r",\s+(?:who|whose|whom)(?:\s.*)?$", re.DOTALL)
_BARE_OFFICE = re.compile(
    r"the (?P<office>(?:(?:deputy|vice)[ -])?"
    r"(?:minister|secretary|ambassador|envoy|spokes(?:man|woman|person)|official))",
    re.IGNORECASE,
)

_BODIES = (
    r"(?:ministry|government|delegation|embassy|side|cabinet|mission|agency|office|department|commission|council|"
    r"committee|bank|fund|union|administration|presidency|consulate|palace|secretariat|navy|army|newspaper|paper|"
    r"channel|station|broadcaster|newswire|service|institute|court|parliament)"
)
_BARE_BODY = re.compile(rf"the (?P<body>{_BODIES})", re.IGNORECASE)
_BARE_STATE = re.compile(
    r"the (?P<kind>kingdom|republic|federation|union|emirate|sultanate|commonwealth|confederation)", re.IGNORECASE
)
_SPEAKS = rf"(?:{nouns('spokesperson')}|{nouns('state-office')})"
# *ministry spokeswoman Ida Roth*, *a spokesman for the embassy*.
_OF_BODY = re.compile(
    rf"(?:(?:an?|one|the|two|some|several)\s+)?(?:(?:senior|top|chief|deputy|high-ranking|unnamed)\s+)*"
    rf"(?:(?P<before>{_BODIES})(?:[’']s?)?\s+(?:\w+\s+)?{_SPEAKS}(?:\s+(?-i:{NAME}(?: {NAME}){{0,4}}))?"
    rf"|{_SPEAKS}\s+(?:in|at|of|from|for|with)\s+the\s+(?P<after>{_BODIES}))(?:,.*)?",
    re.IGNORECASE | re.DOTALL,
)
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
    every = context.persons
    if (same := _known_before(bare, every, context)) is not None:
        return same
    persons = [one for one in every if one.kind == "stranger"]
    if (name := _LAST_NAME.fullmatch(bare)) is not None:
        # The name ends the words or stands before an apposition: *Ruth Ames, the trade minister*.
        fitting = [
            person
            for person in persons
            if name["name"] in [part.split()[-1] for part in person.words.split(",") if part.strip()]
        ] or [person for person in persons if name["name"] in _family_first(person.words)]
    elif (office := _BARE_OFFICE.fullmatch(bare)) is not None:
        sought = set(office["office"].lower().split())
        fitting = [person for person in persons if sought <= set(person.words.lower().split())]
    else:
        return None
    # "Minister Paul Rask" and "Transport Minister Paul Rask" are one man.
    fitting = [one for one in fitting if not any(one.words != two.words and one.words in two.words for two in fitting)]
    if len(fitting) != 1 or fitting[0].words == bare:
        return None
    who = fitting[0]
    rule = f"“{bare}” is {who.words}, named before"
    return Who("stranger", parties=who.parties, words=who.words, gender=who.gender, rule=rule)


def _family_first(words: str) -> set[str]:
    """Return the first words of the names in `words`, offices left out."""
    found = set()
    for part in words.split(","):
        name = part.split()
        while name and (re.fullmatch(OFFICE_WORD, name[0], re.IGNORECASE) or not name[0][0].isupper()):
            name.pop(0)
        tail = _WHOLE_NAME.search(" ".join(name[-3:])) if len(name) > 1 else None
        if tail is not None and len(name) <= 3:
            found.add(tail["first"])
    return found


def _known_before(bare: str, persons: Sequence[Who], context: Context) -> Who | None:
    """Read a surname that several in the dossier have, or that is a word as well, where one of them was just named."""
    match = _LAST_NAME.fullmatch(bare)
    if match is None:
        return None
    part = fold(match["name"]).text
    if any(person.kind == "stranger" and part in folded_words(person.words) for person in persons):
        return None
    fitting = [
        person
        for person in persons
        if person.entity
        and person.kind == "person"
        and any(part in folded_words(label) for label in context.entity(person.entity).labels)
    ]
    if not fitting:
        return _only_one_called(part, bare, context)
    if len(fitting) != 1:
        return None
    return replace(fitting[0], rule=f"“{bare}” is {fitting[0].words}, named before", named=True, by_pronoun=False)


def _only_one_called(part: str, bare: str, context: Context) -> Who | None:
    """Read a surname that is an everyday word as well, where one person alone in the dossier has it: *An*."""
    fitting = [
        id_
        for id_, entity in context.entities.items()
        if entity.type == "person"
        and len(entity.pref_label.split()) > 1
        and part in (fold(entity.pref_label).text.split()[0], fold(entity.pref_label).text.split()[-1])
    ]
    if len(fitting) != 1:
        return None
    who = known(context, fitting[0])
    return replace(who, rule=f"“{bare}” is {who.words}, the only one of that name")


_MAY_BE_BODY = frozenset(("party", "body", "stranger"))


def body_before(words: str, context: Context) -> Who | None:
    """Read "the delegation", "the ministry": the one of that name among what acted in the sentences just before."""
    if (state := _BARE_STATE.fullmatch(words.strip())) is not None:
        return _state_of_kind(state["kind"], words.strip(), context)
    match = _BARE_BODY.fullmatch(words.strip()) if context.uses("body before") else None
    acted = [heard.subject for heard in context.heard[-_NEAR:] if heard.subject is not None]
    named = match["body"].lower() if match else None
    fitting = [
        body for body in acted if body.kind in _MAY_BE_BODY and named is not None and named in _all_words(body, context)
    ]
    if not fitting or len({body.parties for body in fitting}) > 1:
        return None
    last = next((body for body in reversed(fitting) if body.kind == "body"), fitting[-1])
    return replace(last, rule=f"“{words.strip()}” is {last.words}, named before", named=False, by_pronoun=False)


def of_body(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "ministry spokeswoman Ida Roth", "an official at the department": that of the body named before."""
    known_ = any(mention.ids or mention.party for mention in sentence.inside(*span))
    match = None if known_ else _OF_BODY.fullmatch(words.strip())
    body = body_before(f"the {match['before'] or match['after']}", context) if match is not None else None
    if body is None or not body.parties:
        return None
    shown = words.strip()
    rule = f"“{shown}” speaks for {body.words}, named before"
    return Who("stranger", parties=body.parties, words=shown, gender=gender_of(shown), rule=rule, named=False)


def _all_words(who: Who, context: Context) -> set[str]:
    """Return the words, in small letters, by which `who` is called in the text or in the dossier."""
    labels = context.entity(who.entity).labels if who.kind == "body" and who.entity else ()
    return {word.strip(",.()") for words in (who.words, *labels) for word in words.lower().split()}


def _state_of_kind(kind: str, words: str, context: Context) -> Who | None:
    """Read "the Kingdom": the one party in the text that is called so."""
    fitting = [
        party
        for party in context.parties
        if party in context.present
        and any(kind.lower() in label.lower().split() for label in context.entity(party).labels)
    ]
    return (
        known(context, fitting[0], f"“{words}” is the only party here that is called so") if len(fitting) == 1 else None
    )
