"""Appositions and genitives: *Her predecessor, Ana Moreau*; *his spokesman*; *the mayor's reply*."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.dossier.letters import in_small_letters
from generator.statements.lexicon.cues import OFFICES
from generator.statements.lexicon.patterns import nouns
from generator.statements.mentions.grammar import Sentence
from generator.statements.mentions.mention import PERSONAL
from generator.statements.referents.antecedents import named_person, pronoun
from generator.statements.referents.context import Context, Who, distinct, gender_of, known
from generator.statements.relation import Span

_STAFF_OF = re.compile(
    rf"[\s\"“]*(?P<whose>his|her)\s+(?:[\w-]+\s+){{0,3}}?(?:{nouns('staff')}|{nouns('state-body')})\b", re.IGNORECASE
)
_ONE_SIDE = re.compile(
    r"[\s\"“]*(?:one|another|an?|the)\s+(?:\w+\s)?(?:delegation|party|side|country|state|government|member),\s+(?:the\s+)?",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"[’']s?\s+(?:\w+\s)?(?:reply|answer|response|retort|statement|letter|message|note|memo|tweet|speech|remarks|"
    r"announcement|declaration|comments?|words|verdict|testimony|address)$"
)
_APPOSITION = re.compile(r"[^,]{1,60},\s+(?:the\s+)?")


def apposition(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "Her predecessor, Ana Moreau": the name counts."""
    match = _APPOSITION.match(words)
    if match is None:
        return _apposed_after(sentence, span, words, context)
    first = next((mention for mention in sentence.inside(*span) if mention.end <= span[0] + match.end()), None)
    if first is not None and not first.possessive and first.kind in {"person", "party", "collective"}:
        return None
    # The name alone, or as one mention with the office before it.
    at = span[0] + match.end()
    mention = next(
        (mention for mention in sentence.found if span[0] < mention.start <= at < mention.end <= span[1]), None
    )
    if first is not None and first.kind == "office" and (mention is None or mention.kind != "person"):
        return None
    who = named_person(context, mention) if mention is not None and not mention.possessive else None
    return _named_so(who, words) if who is not None and who.entity else None


def _apposed_after(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "by the mayor, Ana Moreau, …": the words end before the comma, and the name counts."""
    last = words.split()[-1].lower() if words.split() else ""
    if last not in OFFICES or sentence.text[span[1] : span[1] + 2] != ", ":
        return None
    # The name alone, or as one with the office before it.
    mention = next(
        (mention for mention in sentence.found if span[0] < mention.start <= span[1] + 2 < mention.end), None
    )
    closes = mention is not None and sentence.text[mention.end : mention.end + 1] in (",", ".", ")")
    who = named_person(context, mention) if mention is not None and mention.kind == "person" and closes else None
    return _named_so(who, words) if who is not None and who.entity else None


def one_of_several(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "one delegation, Alder", "a third party, Birch": the party counts."""
    match = _ONE_SIDE.match(words)
    at = span[0] + match.end() if match is not None else -1
    mention = next((mention for mention in sentence.found if mention.start == at and mention.end <= span[1]), None)
    if mention is None or mention.kind != "party" or mention.possessive or mention.party is None:
        return None
    return known(context, mention.party, f"“{words.strip()}” names it")


def whose_reply(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "the mayor's reply": whose it is speaks."""
    match = _REPLY.search(words)
    if match is None:
        return None
    end = span[0] + match.start()
    mention = next((mention for mention in sentence.inside(*span) if mention.end == end and mention.possessive), None)
    who = named_person(context, mention) if mention is not None else None
    return _named_so(who, words) if who is not None and who.entity else None


def whose_staff(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "his spokesman", "her office": whoever that is speaks for the party of the person named before."""
    match = _STAFF_OF.match(words)
    if match is None:
        return None
    word = PERSONAL[in_small_letters(match["whose"])]
    ahead = [
        mention
        for mention in sentence.found
        if mention.end <= span[0] and mention.kind in {"person", "office", "stranger"}
    ]
    persons = distinct(who for mention in ahead if (who := named_person(context, mention)) is not None)
    fitting = [mention for mention in persons if mention.gender in (None, word)]
    whose = fitting[0] if len(fitting) == 1 else pronoun(context, word) if not fitting else None
    if whose is None or not whose.parties:
        return None
    shown = words.strip()
    rule = f"“{shown}” speaks for {whose.words}, named before"
    return Who("stranger", parties=whose.parties, words=shown, gender=gender_of(shown), rule=rule, named=False)


def _named_so(who: Who, words: str) -> Who:
    return replace(who, rule=who.rule or f"“{words.strip()}” names {who.words}")
