"""Descriptions: sources that are neither name nor office, but stand for somebody ("her guest")."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.dossier.letters import in_small_letters
from generator.statements.lexicon.patterns import nouns
from generator.statements.lexicon.verbs import SAYS_NEXT, STANDS
from generator.statements.mentions.grammar import Sentence, joined
from generator.statements.mentions.mention import NAME, PERSONAL, Mention
from generator.statements.referents.antecedents import named_person, pronoun
from generator.statements.referents.appositions import apposition, one_of_several, whose_reply, whose_staff
from generator.statements.referents.context import (
    Context,
    Who,
    gender_of,
    known,
    persons_of,
)
from generator.statements.referents.numbers import both_or_each
from generator.statements.referents.officials import of_body, official
from generator.statements.referents.state_bodies import of_state, of_states, own, seated
from generator.statements.relation import Span

_SPOKES = re.compile(
    r"[\s\"“(]*(?:(?:a|an|the|one|senior|chief|top|close|unnamed)\s+)*"
    rf"{nouns('spokesperson')}\s+(?:for|of|from|at|in|to|with|close to)\s+",
    re.IGNORECASE,
)
# Whoever speaks for a person's office speaks for that person's party; who it is stays open.
STAFF = re.compile(rf"(?:[’']s?)?\s+{nouns('staff')}\b", re.IGNORECASE)
_OTHER = re.compile(
    r"[\s\"“]*(?P<whose>his|her|its|their)\s+(?P<party>[^\W\d_]+\s+)?"
    rf"{nouns('peer', plurals=False)}\b",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(rf"[\s\"“]*(?P<name>{NAME}(?: {NAME}){{1,4}}),\s+")
_FORMER = re.compile(r"\s*the (former|latter)\s*", re.IGNORECASE)
_THE = re.compile(r"\s*the\s", re.IGNORECASE)
_TEXT_BACK = 5  # sentences after which "the text" may be another one
_TEXT = re.compile(rf"[\s\"“]*(?:the|this|that)\s+(?:\w+\s+){{0,2}}{nouns('issued', plurals=False)}\b", re.IGNORECASE)


def described(sentence: Sentence, span: Span, context: Context) -> Who | None:
    """Return who a description in ``text[span]`` stands for; None if it is no description that these rules know."""
    words = sentence.text[span[0] : span[1]]
    for name, reading in _READINGS.items():
        who = reading(sentence, span, words, context) if name not in context.without else None
        if who is not None:
            return who
    return None


def _pronoun_alone(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "according to her"."""
    del sentence, span
    word = words.strip().lower()
    return (
        pronoun(context, {"him": "he", "her": "she", "them": "they"}[word]) if word in {"him", "her", "them"} else None
    )


def _former_or_latter(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "the former", "the latter": the first or the second of exactly two persons in the sentence before.

    A sentence that gives the word to both is neither's.
    """
    del span
    match = _FORMER.fullmatch(words)
    if match is None:
        return None
    last = context.heard[-1] if context.heard else None
    both = persons_of(last) if last else []
    if last is not None and last.subject is not None and len(last.subject.members) == 2:
        both = list(last.subject.members)
    ids = tuple(one.entity for one in both if one.entity)
    here = sentence.text[sentence.start : sentence.end].lower()
    if "the former" in here and "the latter" in here:
        return Who("nobody", candidates=ids, rule="the sentence gives the word to the former and the latter")
    if len(both) == 2 and len(ids) == 2:
        which = both[0 if match[1].lower() == "former" else 1]
        return replace(which, rule=f"“{words.strip()}” is {which.words}, of the two named before", named=False)
    return Who("nobody", candidates=ids, rule=f"“{words.strip()}” does not have two to choose from", named=False)


def _spokesperson(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    match = _SPOKES.match(words)
    if match is None:
        return None
    behind = [one for one in sentence.found if span[0] + match.end() <= one.start < span[1]]
    spokesman = Who("stranger", words=words.strip(), gender=gender_of(match.group()))
    for one in behind[:1]:
        who = named_person(context, one)
        members = joined(sentence, one, span[1])
        each = [named_person(context, member) for member in members]
        parties = tuple(dict.fromkeys(party for other in each if other is not None for party in other.parties))
        if who is not None and len(parties) > 1:
            return Who(
                "collective", None, parties, rule=f"“{words.strip()}” speak for them together", words=words.strip()
            )
        if who is not None:
            return replace(spokesman, parties=who.parties, rule=f"“{words.strip()}” speaks for {who.words}")
        if one.kind == "body":
            body = known(context, one.ids[0], f"“{words.strip()}” speaks for the body")
            # "He" in the next sentence is the one who speaks, and no person named before.
            return replace(body, members=(replace(spokesman, parties=body.parties),))
        if one.party and "spokes" in words.lower():
            return replace(spokesman, parties=(one.party,), rule=f"“{words.strip()}” speaks for the party")
    return None


def _apposed_office(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "Ruth Ames, a spokeswoman for Moreau": nobody the dossier knows, with the party of what she is."""
    match = _NAMED_FIRST.match(words)
    if match is None or any(one.start < span[0] + match.end("name") and one.ids for one in sentence.inside(*span)):
        return None
    who = described(sentence, (span[0] + match.end(), span[1]), context)
    if who is None or not who.parties or who.by_pronoun:
        return None
    shown = words.strip()
    return Who("stranger", parties=who.parties, words=shown, gender=gender_of(shown), rule=who.rule, named=who.named)


def counterpart_at(sentence: Sentence, context: Context) -> Who | None:
    """Return the person whom a sentence has as its subject by "Her Alderian counterpart, Tom Field,"."""
    match = _OTHER.match(sentence.text, sentence.start, sentence.end)
    if match is None:
        return None
    name = next((one for one in sentence.found if sentence.text[match.end() : one.start] in {", ", " "}), None)
    span = (sentence.start, name.end if name is not None else match.end())
    who = _counterpart(sentence, span, sentence.text[slice(*span)], context)
    return who if who is not None and who.kind == "person" else None


def _counterpart(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "Her Alderian counterpart": the one other person of the section that fits."""
    match = _OTHER.match(words)
    if match is None:
        return None
    name = next((one for one in sentence.inside(*span) if one.kind == "person" and not one.possessive), None)
    if name is not None:
        return named_person(context, name)
    whose = pronoun(context, PERSONAL.get(in_small_letters(match["whose"]), "they"))
    party = next((one.party for one in sentence.inside(*span) if one.party), None)
    persons = [one for one in context.persons if one.entity != whose.entity or not one.entity]
    fitting = [person for person in persons if party is None or person.parties == (party,)]
    if len(fitting) == 1 and whose.entity and fitting[0].entity:
        return known(
            context, fitting[0].entity, f"“{words.strip()}” is {fitting[0].words}, the only other person that fits"
        )
    ids = tuple(one.entity for one in fitting if one.entity)
    rule = (
        f"“{words.strip()}” could be several" if len(ids) > 1 else f"“{words.strip()}” names nobody the dossier knows"
    )
    return Who("nobody", candidates=ids if len(ids) > 1 else (), words=words.strip(), rule=rule, named=False)


def _text_before(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "The statement", when a text or the body that issued one spoke last."""
    del sentence, span
    if not _TEXT.match(words):
        return None
    for back, heard in enumerate(reversed(context.heard[-_TEXT_BACK:])):
        kind = heard.subject.kind if heard.subject is not None else None
        if heard.subject is not None and (kind == "document" or (kind == "body" and back == 0)):
            return replace(heard.subject, named=False)
        if heard.document is not None and _may_be_text(heard.document, words):
            return replace(heard.document, rule=f"“{words.strip()}” is the text named before", named=False)
    return None


def _may_be_text(document: Who, words: str) -> bool:
    """Tell whether `words` may call a text named before; that of one side is called what it was called there."""
    return len(document.parties) != 1 or document.words.split()[-1] in words.lower().split()


def _national(sentence: Sentence, span: Span, words: str, context: Context) -> Who | None:
    """Read "The Alderian", alone: the one person of that party in the section."""
    if not _THE.match(words):
        return None
    one = next((one for one in sentence.inside(*span) if one.kind == "other" and one.party), None)
    if one is None or sentence.text[one.end : span[1]].strip(" ,") or one.start - span[0] > 5:
        return None
    if not (
        SAYS_NEXT.match(sentence.text, one.end, sentence.end) or STANDS.match(sentence.text, one.end, sentence.end)
    ):
        return None  # *the Alderian view* is an adjective's
    fitting = [who for who in context.persons if who.parties == (one.party,) and who.entity]
    if len(fitting) == 1 and fitting[0].entity:
        return known(
            context, fitting[0].entity, f"“{words.strip()}” is {fitting[0].words}, the only one of that party here"
        )
    return None


def is_staff(sentence: Sentence, one: Mention, end: int) -> bool:
    """Tell whether after the person's mention `one` follows who works for that person ("the Moreau campaign")."""
    return STAFF.match(sentence.text, one.end, end) is not None


_READINGS = {
    "pronoun alone": _pronoun_alone, "both": both_or_each, "former or latter": _former_or_latter,
    "spokesperson": _spokesperson, "apposed": apposition, "apposed office": _apposed_office, "staff": whose_staff,
    "one side": one_of_several, "reply": whose_reply, "of several states": of_states, "of a body": of_body,
    "counterpart": _counterpart, "text before": _text_before, "of state": of_state, "seated": seated, "own": own,
    "official": official, "national": _national,
}  # fmt: skip
