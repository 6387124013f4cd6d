"""A person of the dossier called by what the text said of him before: *the spokesperson*, *the chief adviser*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.statements.lexicon.patterns import any_of, nouns
from generator.statements.mentions.grammar import Sentence
from generator.statements.referents.context import Context, Who, distinct, known

_BARE = re.compile(
    rf"[\s\"“]*the\s+(?:(?:[a-z]+\s){{0,2}})(?P<noun>{nouns('spokesperson', plurals=False)}|director|secretary|"
    r"chief)\s*",
    re.I,
)
_REACH = 4000  # code points of the text before that are looked at


def titled_before(sentence: Sentence, words: str, context: Context) -> Who | None:
    """Read *the spokesperson*: the one person of the dossier to whom the text gave that word with his name."""
    match = _BARE.fullmatch(words) if context.uses("titled before") else None
    if match is None:
        return None
    before = sentence.text[max(0, sentence.start - _REACH) : sentence.start]
    every = (*context.earlier, *context.heard)
    persons = distinct(person for heard in every for person in heard.persons if person.entity and person.parties)
    noun = match["noun"].lower()
    fitting = [person for person in persons if any(_calls_him(before, person, noun, context))]
    if len(fitting) != 1 or fitting[0].entity is None:
        return None
    who = known(context, fitting[0].entity)
    return replace(who, rule=f"“{words.strip()}” is {who.words}, called so before", named=False)


def _calls_him(before: str, person: Who, noun: str, context: Context) -> Iterator[bool]:
    """Yield whether the words around each name of `person` give him `noun`; an official has any office."""
    labels = any_of(context.entity(person.entity or "").labels)
    office = nouns("office", plurals=False) if noun == "official" else re.escape(noun)
    yield re.search(rf"(?i:\b{office})\s(?:[A-Z]\w*\s)?{labels}\b", before) is not None
    yield re.search(rf"\b{labels},\s(?:[\w’'-]+\s){{0,5}}?(?i:{office})\b", before) is not None
