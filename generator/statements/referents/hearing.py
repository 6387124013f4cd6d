"""Hearing: what a sentence leaves behind for the pronouns and offices of the next ones."""

from __future__ import annotations

import re

from generator.statements.lexicon.patterns import nouns
from generator.statements.mentions.grammar import PREPOSITION, Sentence, joined, mention_at, subject_mention
from generator.statements.mentions.mention import NAME, Mention
from generator.statements.referents.antecedents import named_person
from generator.statements.referents.context import Context, Heard, Who, gender_of, known
from generator.statements.referents.descriptions import counterpart_at, described
from generator.statements.referents.sides import collective
from generator.statements.referents.speakers import several, single
from generator.statements.referents.state_bodies import own

_IN_TEXT = re.compile(r"\s*in (?P<text>(?:the|this|that) [^,]{3,40}),\s", re.IGNORECASE)

_SOMEBODY = re.compile(
    rf"[\s\"“]*(?P<who>(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[a-z-]+\s){{0,2}}?"
    rf"(?:{nouns('person', plurals=False)}|[a-z]{{2,}}(?:man|woman|er|or|ist)))"
    r"(?=\s(?:\w+ly\s)?(?:was|is|had|has|who|from|at|in|on|near|below|[a-z]+ed|said|told|sat|stood|came|went)\b)"
)
_NAME_AND_OFFICE = re.compile(rf"(?<![\w-]){NAME}(?: {NAME}){{1,4}}, (?:the |an? )?[\w’' -]{{4,80}}(?=[,.)])")
_FROM = re.compile(
    rf"\b(?:an?|the|this)\s+(?:[\w-]+\s){{0,2}}?(?P<noun>{nouns('issued', plurals=False)})\s+(?:from|by)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_IN_ITS = re.compile(
    rf"\b(?:in|through|via|released|issued|published|posted)\s+(?:an?|the|his|her|its|their|this)\s+(?:[\w-]+\s){{0,3}}?"
    rf"(?P<noun>{nouns('issued', plurals=False)})\b",
    re.IGNORECASE,
)
_ITS = re.compile(r"\bits\s+$", re.IGNORECASE)


def heard(sentence: Sentence, paragraph: int, context: Context, speaker: Who | None) -> Heard:
    """Return what `sentence` leaves behind; `speaker` is its source where it has one."""
    before: Who | None = None
    one = subject_mention(sentence)
    subject = speaker
    if one is not None and one.possessive:
        before = named_person(context, one)
    elif subject is None:
        subject = actor(sentence, context)
    # Where somebody else speaks ("Mrs Moreau, he said, had left"), the subject is one of those he names.
    taken = one if speaker is None or before is not None else None
    others = [who for other in sentence.found if other is not taken and (who := named_person(context, other))]
    others = [*_newcomers(sentence, context), *others]
    others = [who for who in others if subject is None or not who.entity or who.entity != subject.entity]
    plural = subject if subject is not None and subject.kind == "collective" else _plural_inside(sentence, context)
    document = _text(sentence, context) or _text_of(sentence, speaker, context)
    return Heard(paragraph, subject, before, tuple(others), plural, document)


def _newcomers(sentence: Sentence, context: Context) -> list[Who]:
    """Return those whom the sentence introduces with name and office: *Ruth Ames, the Alderian trade minister, …*."""
    found = []
    for match in _NAME_AND_OFFICE.finditer(sentence.text, sentence.start, sentence.end):
        who = described(sentence, match.span(), context)
        if who is not None and who.kind == "stranger" and who.parties:
            found.append(who)
    return found


def _text(sentence: Sentence, context: Context) -> Who | None:
    """Return the text of several that the sentence names, also as *In the document, the two sides …*."""
    texts = [single(sentence, (one.start, one.end), one, context) for one in sentence.found if one.kind == "document"]
    if texts:
        return texts[-1]
    match = _IN_TEXT.match(sentence.text, sentence.start, sentence.end)
    who = described(sentence, match.span("text"), context) if match else None
    return who if who is not None and who.kind == "document" else None


def _text_of(sentence: Sentence, speaker: Who | None, context: Context) -> Who | None:
    """Return the text of one side that the sentence names: *the letter from Moreau*; *in a statement* of who speaks."""
    match = _FROM.search(sentence.text, sentence.start, sentence.end)
    mention = mention_at(sentence, match.end()) if match is not None else None
    author = single(sentence, (mention.start, mention.end), mention, context) if mention is not None else None
    if author is None or not author.parties:
        match, author = _IN_ITS.search(sentence.text, sentence.start, sentence.end), speaker
    if match is None or author is None or not author.parties or author.candidates:
        return None
    words = f"the {match['noun'].lower()}"
    return Who(
        "stranger", parties=author.parties, words=words, gender="it", rule=f"“{words}” is that of {author.words}"
    )


def actor(sentence: Sentence, context: Context) -> Who | None:
    """Return who acts in `sentence`: what its grammatical subject means, one or several together."""
    one = subject_mention(sentence)
    if (other := counterpart_at(sentence, context)) is not None:
        return other
    if one is None or one.possessive:
        return somebody(sentence)
    its = _ITS.search(sentence.text, sentence.start, one.start) if one.kind == "office" else None
    span = (its.start(), one.end) if its else (one.start, one.end)
    anothers = own(sentence, span, sentence.text[slice(*span)], context) if its else None
    return anothers or _one_or_several(sentence, one, context)


def somebody(sentence: Sentence) -> Who | None:
    """Return the person without a name who acts in `sentence`: *A fisherman was mending nets*."""
    match = _SOMEBODY.match(sentence.text, sentence.start, sentence.end)
    if match is None or any(mention.start < match.end() for mention in sentence.found):
        return None
    words = match["who"]
    return Who("stranger", words=words, gender=gender_of(words), rule=f"“{words}” is nobody the dossier knows")


def owner(sentence: Sentence, context: Context) -> Who | None:
    """Return the party whose parliament, court or minister acts in `sentence` ("Birch's parliament has voted")."""
    one = subject_mention(sentence)
    return known(context, one.party) if one is not None and one.possessive and one.party else None


def _one_or_several(sentence: Sentence, one: Mention, context: Context) -> Who:
    members = joined(sentence, one, sentence.end)
    if len(members) > 1:
        return several(sentence, members, context)
    return single(sentence, (one.start, one.end), one, context)


def _plural_inside(sentence: Sentence, context: Context) -> Who | None:
    """Return the last collective or coordination in the sentence that no preposition governs."""
    result = None
    for one in sentence.found:
        if one.possessive or PREPOSITION.search(sentence.text[max(sentence.start, one.start - 20) : one.start]):
            continue
        if one.kind == "collective":
            result = collective(context, one.count, sentence.text[one.start : one.end], one.ids)
        elif one.kind in {"party", "person", "office"}:
            members = joined(sentence, one, sentence.end)
            result = several(sentence, members, context) if len(members) > 1 else result
    return result
