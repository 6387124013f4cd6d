"""Speakers: who the words that name the source of an attribution mean."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.statements.lexicon.patterns import nouns
from generator.statements.mentions.grammar import (
    BEFORE_HEAD,
    PREPOSITION,
    SUBORDINATE,
    Sentence,
    joined,
    subject_mention,
)
from generator.statements.mentions.mention import OFFICE_WORD, RANK, Mention
from generator.statements.referents.antecedents import named_person, pronoun
from generator.statements.referents.context import Context, Who, gender_of, known, together
from generator.statements.referents.descriptions import described, is_staff
from generator.statements.referents.officials import NOT_FOR_STATE, STATE_OFFICE, TOLD_OF, body_before, named_before
from generator.statements.referents.pairs import pair_meant
from generator.statements.referents.sides import all_parties, collective
from generator.statements.referents.titled_before import titled_before
from generator.statements.relation import Span

_TEXT_BY = re.compile(
    r"[\s\"“]*(?:(?:a|an|the|its|their|this|that|one|written|official|separate)\s+)*(?:press |news |official )?"
    rf"{nouns('issued')}"
    r"\s+(?:(?:was |that was )?(?:issued|released|published|posted|made|sent|signed|quoted)\s+)?(?:by|from|of|for|"
    r"on)\s+",
    re.IGNORECASE,
)
_HEADS_OF = re.compile(
    r"[\s\"“]*(?:the\s+)?(?:leaders?|presidents?|prime ministers?|(?:\w+ )?ministers|chancellors|"
    r"premiers|monarchs|capitals|heads of (?:state|government)|"
    r"governments?|delegations?|positions?|leaderships?|representatives of the governments?)\s+of\s+(?:both\s+|"
    r"the\s+)?",
    re.IGNORECASE,
)
# "The minister who spoke for Alder": the clause is there because the office alone does not tell who.
_TOLD_APART = re.compile(r"\s+(?:who|that|whose)\s+\w")
# A title or a description before a known name: *Senator Ana Moreau*, *former Gov. Karl Field*.
_TITLES = re.compile(rf"(?:[\w-]+\.?\s+){{0,3}}(?:{OFFICE_WORD}|{RANK})\.?\s+", re.IGNORECASE)
_OFFICE_LAST = re.compile(rf"(?:(?!and\b)[\w’'-]+\s+)+(?i:{OFFICE_WORD})\s+")
_LAST_MEMBER = re.compile(r",\s.*,?\sand\s+(?:the\s+)?(?P<last>[A-Z].*)", re.DOTALL)
_SPOKESPERSON = re.compile(rf"\s+(?:\w+\s+)?{nouns('spokesperson')}\b", re.IGNORECASE)
# *London's mayor, Omar Vane*: the mention takes in the office.
_WHOSE = re.compile(r"(?:[\w-]+\s+){0,2}[\w-]+[’']s?\s+")
_WHEN_MADE = re.compile(r"[’']s?\s+(?:[\w-]+\s){0,2}?[\w-]+(?:\s\w+\s\w+)?,?\s(?:when|where|in which)\s$")
_EXPLETIVE = re.compile(r"\s+(?:is|was|has been|had been|remains|seems|will be|would be)\s")


def who_is(sentence: Sentence, span: Span, context: Context) -> Who:
    """Return who the words ``text[span]`` of `sentence` mean, read in `context`."""
    told = TOLD_OF.search(sentence.text, *span)
    span = (span[0], told.start()) if told is not None and told.start() > span[0] else span
    start, end = span
    words = sentence.text[start:end]
    if (person := _with_office(sentence, span)) is not None:
        return single(sentence, (person.start, end), person, context)
    if (who := described(sentence, span, context)) is not None:
        return who
    by = _TEXT_BY.match(words) or _HEADS_OF.match(words) or BEFORE_HEAD.match(words)
    head = start + (by.end() if by else 0)
    first = next((one for one in sentence.inside(start, end) if _heads(sentence.text, head, one)), None)
    if first is None:
        called = named_before(words, context) or titled_before(sentence, words, context)
        return called or body_before(words, context) or _stranger(words)
    members = joined(sentence, first, end)
    who = several(sentence, members, context, end) if len(members) > 1 else single(sentence, span, first, context)
    if len(members) > 1 and _HEADS_OF.match(words):
        who = replace(who, words=words.strip())
    return replace(who, named=False) if _goes_on(sentence, members[-1], end) else who


def _with_office(sentence: Sentence, span: Span) -> Mention | None:
    """Return the person whose name ends words of office: *Birchian Harbour Ministry Spokesperson Ida Roth*."""
    inside = sentence.inside(*span)
    last = inside[-1] if len(inside) > 1 else None
    if last is None or last.kind != "person" or sentence.text[last.end : span[1]].strip():
        return None
    before = sentence.text[span[0] : last.start]
    return last if _OFFICE_LAST.fullmatch(before) else None


def _goes_on(sentence: Sentence, last: Mention, end: int) -> bool:
    """Tell whether a list goes on after `last`, the last of its members that could be read: *…, their friends, and B*.

    What is not wholly read is not certain.
    """
    rest = _LAST_MEMBER.fullmatch(sentence.text, last.end, end)
    mention = next(
        (mention for mention in sentence.found if rest is not None and mention.start == rest.start("last")), None
    )
    return mention is not None and mention.party != last.party


def several(sentence: Sentence, members: tuple[Mention, ...], context: Context, end: int | None = None) -> Who:
    """Return the joined `members` as one source; the words of the last may run on to `end`."""
    ends = [member.end for member in members[:-1]] + [max(members[-1].end, end or 0)]
    each = [single(sentence, (one.start, stop), one, context) for one, stop in zip(members, ends, strict=True)]
    return together(each, sentence.text[members[0].start : members[-1].end])


def single(sentence: Sentence, span: Span, one: Mention, context: Context) -> Who:
    """Return who the mention `one`, the head of the words ``text[span]``, means."""
    words = sentence.text[one.start : one.end]
    if one.kind == "pronoun" and one.words == "it" and _EXPLETIVE.match(sentence.text, one.end, sentence.end):
        return Who("nobody", rule="“it” stands for nothing", named=False)
    if one.kind == "pronoun":
        return pronoun(context, one.words, *_before(sentence, one, context))
    if one.kind == "collective":
        return pair_meant(sentence, one, collective(context, one.count, words, one.ids), context)
    if one.kind == "document":
        return _document(words, context)
    if one.kind in {"person", "office", "stranger"}:
        return _person(sentence, span, one, context)
    return _thing(sentence, span, one, context)


def _document(words: str, context: Context) -> Who:
    parties = all_parties(context, "joint")
    return Who("document", None, parties, rule=f"“{words}” is a text of the parties together", words=words)


def _heads(text: str, head: int, mention: Mention) -> bool:
    """Tell whether `mention` is the head of words whose articles end at `head`: only its attributes stand before it."""
    if mention.start <= head < mention.end:
        return True
    # A name may stand in quotation marks: the “River Declaration”.
    gap = text[min(head, mention.start) : mention.start].rstrip("\"“‘'")
    if mention.kind == "person" and (_TITLES.fullmatch(gap) or _WHOSE.fullmatch(gap)):
        return True
    return re.fullmatch(r"(?:[a-z-]+\s+|[A-Z][a-z]+s\s+){0,2}", gap) is not None and not PREPOSITION.search(gap)


def _stranger(words: str, parties: tuple[str, ...] = ()) -> Who:
    shown = words.strip()
    if shown.count('"') % 2 or shown.count("“") != shown.count("”"):
        shown = re.sub(r"[\"“”]", "", shown)
    rule = f"“{shown}” is nobody the dossier knows"
    return Who("stranger", parties=parties, words=shown, gender=gender_of(shown), rule=rule)


def _person(sentence: Sentence, span: Span, one: Mention, context: Context) -> Who:
    words = sentence.text[one.start : one.end]
    who = named_person(context, one) or _stranger(words)
    if one.kind == "stranger" and one.party is None and (same := named_before(words, context)) is not None:
        return same
    whole = sentence.text[span[0] : span[1]]
    if is_staff(sentence, one, span[1]):
        return _stranger(whole, who.parties)
    if one.kind == "office" and _TOLD_APART.match(sentence.text, one.end, span[1]):
        return _stranger(whole)
    if one.possessive and re.match(r"[’']s?\s+\w", sentence.text[one.end : span[1]]):
        return _stranger(whole)
    if who.kind == "stranger":
        before = f"{sentence.text[span[0] : one.end]} {one.words}"
        official = one.party and STATE_OFFICE.search(words) and not NOT_FOR_STATE.search(before)
        # "The minister" who was named before keeps the party that he was named with.
        parties = who.parties if one.kind == "office" else ()
        return replace(who, parties=(one.party,) if official and one.party else parties, rule=_stranger(words).rule)
    if one.shared:
        rule = f"“{words}” may be {who.words}, or another of that name whom the text has introduced"
        return replace(who, rule=rule, named=False)
    return replace(who, rule=who.rule or f"“{words}” is named in the sentence")


def _thing(sentence: Sentence, span: Span, one: Mention, context: Context) -> Who:
    """Read a party, a body, a place or an instrument as the source."""
    text, words = sentence.text, sentence.text[one.start : one.end]
    before, after = text[span[0] : one.start], text[one.end : span[1]]
    entity = context.entity(one.ids[0])
    if entity.type == "instrument":
        return _document(words, context)
    goes_on = re.match(r"\s+(?!which|who|that|and\b)[a-z-]+", after)
    if goes_on and len(words.split()) > 1 and re.match(r"\s+(?:in|at|to)\s+(?:the\s+)?[A-Z]", after):
        goes_on = None  # *Alder's embassy in Port Birch* is Alder's all the same
    plain = one.kind == "party" and not one.possessive and not goes_on
    if one.party and entity.type == "party" and (plain):
        party = known(context, one.party, f"“{words}” speaks for the party")
        return replace(party, words=words) if len(words.split()) > 1 else party
    if one.kind == "body" and re.match(r"\s+(?!spokes|press)[a-z]", after):
        return _stranger(text[slice(*span)], (one.party,) if one.party and STATE_OFFICE.search(after) else ())
    if one.kind == "body" and not re.match(r"[’']s?\s+\w", after):
        body = known(context, entity.id, f"“{words}” is named in the sentence")
        # Whoever speaks for it may be called by name, or *the spokeswoman*, later.
        told = text[slice(*span)].strip()
        voice = Who("stranger", parties=body.parties, words=told, gender=gender_of(after), rule=body.rule)
        return replace(body, members=(voice,)) if _SPOKESPERSON.match(after) else body
    official = one.party and STATE_OFFICE.search(after) and not NOT_FOR_STATE.search(before + after)
    return _stranger(text[slice(*span)], (one.party,) if official and one.party else ())


def _before(sentence: Sentence, one: Mention, context: Context) -> tuple[list[Who], list[Who]]:
    """Return the persons before `one` in its sentence: who acts there or in a clause with *when*; the others."""
    text = sentence.text
    acting: list[Who] = []
    others: list[Who] = []
    ahead = Sentence(text, sentence.start, one.start, tuple(m for m in sentence.found if m.start < one.start))
    main = subject_mention(ahead)
    for mention in ahead.found:
        if _is_quoted_before(text, mention.end, one.start):
            continue
        if mention.possessive and (who := _whose_words(ahead, mention, context)) is not None:
            acting.append(who)
        if mention.possessive or (mention.kind != "pronoun" and named_person(context, mention) is None):
            continue
        if mention is main or SUBORDINATE.search(text[max(sentence.start, mention.start - 30) : mention.start]):
            acting += [
                single(ahead, (part.start, part.end), part, context) for part in joined(ahead, mention, one.start)
            ]
        elif mention.kind != "pronoun" and (who := named_person(context, mention)) is not None:
            others.append(who)
    return acting, others


def _is_quoted_before(text: str, end: int, start: int) -> bool:
    """Tell whether a quotation is closed between `end`, inside it, and `start`: *“Field agrees,” she said*."""
    between = text[end:start]
    return "”" in between.partition("“")[0] or between.count('"') % 2 == 1


def _whose_words(ahead: Sentence, mention: Mention, context: Context) -> Who | None:
    """Read *on Moreau's remarks, when | she said*: who made the remarks acts in the clause after."""
    last = _WHEN_MADE.match(ahead.text, mention.end, ahead.end)
    return named_person(context, mention) if last is not None else None
