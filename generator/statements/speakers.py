"""Speakers: who the words that name the source of an attribution mean, and who acts in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.statements.context import Context, Heard, Who, collective, known, named_person, pronoun, together
from generator.statements.mentions import Mention
from generator.statements.relation import Span

# Words that may stand in front of the head of a subject: none of them moves the head elsewhere.
_BEFORE_HEAD = re.compile(
    r"[\s\"“‘'(]*(?:(?:the|a|an|his|her|its|their|both|visiting|outgoing|host|fellow|new|newly|elected|then|and|but|"
    r"however|also|today|yesterday|meanwhile|later|earlier|mr|mrs|ms|dr|\d+-year-old|current|long-serving|ruling)[.,]?\s+)*",
    re.IGNORECASE,
)
# What stands for a state when it follows the state's name or adjective.
_FOR_STATE = re.compile(
    r"(?:\s+|[’']s?\s+)(?:side|government|delegation|authorities|leadership|state|cabinet|officials|foreign ministry|"
    r"(?:foreign|defen[cs]e|interior|trade|finance|energy) (?:ministry|department)|ministry|presidency|embassy|"
    r"foreign office|administration|president’?'?s office|negotiators|diplomats|mission)\b",
    re.IGNORECASE,
)
_STATE_OFFICE = re.compile(
    r"\b(?:minister|president|premier|chancellor|spokes(?:man|woman|person)|ambassador|king|queen|emir|sultan|envoy|"
    r"negotiator|secretary|delegate|diplomat|official|commissioner|representative)\b",
    re.IGNORECASE,
)
_NOT_FOR_STATE = re.compile(
    r"\b(?:former|ex|opposition|shadow|exiled|jailed|late|dissident|unelected|ousted)\b", re.IGNORECASE
)
_TEXT_BY = re.compile(
    r"[\s\"“]*(?:(?:a|an|the|its|their|this|that|one|written|official|separate)\s+)*(?:press |news |official )?"
    r"(?:release|statement|communiqu[eé]|declaration|readout|report|announcement|note|letter|post|message|document|paper)s?"
    r"\s+(?:(?:was |that was )?(?:issued|released|published|posted|made|sent|signed|quoted)\s+)?(?:by|from|of|for|on)\s+",
    re.IGNORECASE,
)
_HEADS_OF = re.compile(
    r"[\s\"“]*(?:the\s+)?(?:leaders?|presidents?|prime ministers?|foreign ministers?|heads of (?:state|government)|"
    r"governments?|delegations?|positions?|leaderships?|representatives of the governments?)\s+of\s+(?:both\s+|the\s+)?",
    re.IGNORECASE,
)
_ADJUNCT = re.compile(
    r"[\s\"“‘]*(?:in|on|at|during|after|before|following|regarding|concerning|for|with|as|when|while|since|once|upon|"
    r"under|from|through|by|amid|despite|besides|about|over|among|to|if|although|though|because|given|based|ahead|as|"
    r"according|asked|\w+ing|\w+ly|meanwhile|however|moreover|furthermore|earlier|later|also|today|yesterday|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"(?:^|[\s“\"])(?:when|after|before|while|once|since|as)\s+(?:the\s+)?$", re.IGNORECASE)
PREPOSITION = re.compile(
    r"\b(?:of|with|by|from|to|for|between|in|on|at|among|against|towards?|over|about|via)\s+(?:the\s+|both\s+)?$",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r",?\s+(?:and|as well as|together with)\s+(?:the\s+|its\s+|his\s+|her\s+)?|,\s+(?:the\s+)?", re.IGNORECASE
)


def who_is(text: str, span: Span, found: Sequence[Mention], context: Context) -> Who:
    """Return who the words ``text[span]`` mean; `found` are the mentions of the whole sentence around them."""
    start, end = span
    words = text[start:end]
    inside = [one for one in found if start < one.end and one.start < end]
    by = _TEXT_BY.match(words) or _HEADS_OF.match(words)
    head = start + (by.end() if by else _matched(_BEFORE_HEAD, words))
    first = next((one for one in inside if _heads(text, start, head, one)), None)
    if first is None:
        return Who("stranger", words=words.strip(), rule=f"“{words.strip()}” is nobody the dossier knows")
    members = _members(text, end, inside, first)
    if len(members) > 1:
        return _together(text, members, context)
    return _single(text, (start, end), first, found, context)


def _matched(pattern: re.Pattern[str], words: str) -> int:
    match = pattern.match(words)
    return match.end() if match else 0


def _heads(text: str, start: int, head: int, mention: Mention) -> bool:
    """Tell whether `mention` is the head of the words that begin at `start`: nothing in front but its own attributes."""
    if mention.start <= head < mention.end or mention.start == head:
        return True
    gap = text[min(head, mention.start) : mention.start]
    return (
        start <= mention.start and re.fullmatch(r"(?:[\w-]+\s+){0,2}", gap) is not None and not PREPOSITION.search(gap)
    )


def _members(text: str, end: int, inside: Sequence[Mention], first: Mention) -> list[Mention]:
    """Return `first` and the mentions that are joined to it by commas and *and*."""
    members = [first]
    for one in inside:
        last = members[-1]
        if one.start >= last.end and one.end <= end and _JOINS.fullmatch(text[last.end : one.start]):
            members.append(one)
    joined_by_and = len(members) > 1 and "," not in text[members[-2].end : members[-1].start].strip()[:1]
    has_and = len(members) > 1 and re.search(
        r"\b(?:and|as well as|together with)\b", text[first.end : members[-1].start]
    )
    return members if joined_by_and or has_and else [first]


def _together(text: str, members: Sequence[Mention], context: Context) -> Who:
    each = [_single(text, (one.start, one.end), one, (), context) for one in members]
    return together(each, text[members[0].start : members[-1].end])


def _single(text: str, span: Span, one: Mention, found: Sequence[Mention], context: Context) -> Who:
    words = text[one.start : one.end]
    if one.kind == "pronoun":
        return pronoun(context, one.words, _subjects_before(text, one, found, context))
    if one.kind == "collective":
        return collective(context, one.count, words)
    if one.kind == "document":
        return Who("document", None, context.parties, rule=f"“{words}” is a text of the parties together", words=words)
    if one.kind in {"person", "office", "stranger"}:
        return _person(text, span, one, context)
    return _thing(text, span, one, context)


def _person(text: str, span: Span, one: Mention, context: Context) -> Who:
    who = named_person(context, one)
    assert who is not None
    words = text[one.start : one.end]
    after = text[one.end : span[1]]
    if one.possessive and re.match(r"[’']s?\s+\w", after):
        spokes = re.match(r"[’']s?\s+(?:office|spokes\w+|press secretary|chief of staff|administration)", after)
        return Who("stranger", parties=who.parties if spokes else (), words=text[span[0] : span[1]].strip(),
                   rule=f"“{(words + after).strip()}” is nobody the dossier knows")  # fmt: skip
    if who.kind == "stranger":
        official = one.party and _STATE_OFFICE.search(words) and not _NOT_FOR_STATE.search(text[span[0] : one.end])
        rule = f"“{words}” is nobody the dossier knows"
        return replace(who, parties=(one.party,) if official and one.party else (), rule=rule)
    return replace(who, rule=who.rule or f"“{words}” is named in the sentence")


def _thing(text: str, span: Span, one: Mention, context: Context) -> Who:
    """A party, a body, a place or an instrument as the source."""
    words, after = text[one.start : one.end], text[one.end : span[1]]
    entity = context.entity(one.ids[0])
    party = one.party
    before = text[span[0] : one.start]
    if entity.type == "instrument":
        return Who("document", None, context.parties, rule=f"“{words}” is a text of the parties together", words=words)
    state = _FOR_STATE.match(after)
    plain = one.kind == "party" and not one.possessive and not re.match(r"\s+(?!which|who|that|and\b)[a-z-]+", after)
    if party and entity.type == "party" and (plain or (state and not _NOT_FOR_STATE.search(before))):
        return known(context, party, f"“{(words + (state[0] if state else '')).strip()}” speaks for the party")
    if entity.type == "body" and not re.match(r"[’']s?\s+\w", after):
        return known(context, entity.id, f"“{words}” is named in the sentence")
    official = party and _STATE_OFFICE.search(after) and not _NOT_FOR_STATE.search(before + after)
    whole = text[span[0] : span[1]].strip()
    return Who("stranger", parties=(party,) if official and party else (), words=whole,
               rule=f"“{whole}” is nobody the dossier knows")  # fmt: skip


def _subjects_before(text: str, one: Mention, found: Sequence[Mention], context: Context) -> list[Who]:
    """Persons that act earlier in the same sentence: its own subject, or that of a clause with *when*, *after*."""
    start = min((mention.start for mention in found), default=one.start)
    begin = max(text.rfind("\n", 0, start) + 1, 0)
    result = []
    for mention in found:
        if mention.start >= one.start or mention.possessive:
            continue
        lead = text[max(begin, mention.start - 30) : mention.start]
        if _SUBORDINATE.search(lead) or mention is subject_mention(text, (begin, one.start), found):
            if (who := named_person(context, mention)) is not None:
                result.append(who)
    return result


def subject_mention(text: str, span: Span, found: Sequence[Mention]) -> Mention | None:
    """Return the mention that is the grammatical subject of the sentence ``text[span]``, as far as its shape tells."""
    start, end = span
    if not _ADJUNCT.match(text[start:end]):
        return _subject_at(text, start, found)
    for comma in re.finditer(r",[”’\"']?\s+", text[start:end]):
        one = _subject_at(text, start + comma.end(), found)
        if one is not None and one.kind != "other":
            return one
    return None


def _subject_at(text: str, start: int, found: Sequence[Mention]) -> Mention | None:
    head = start + _matched(_BEFORE_HEAD, text[start:])
    return next((one for one in found if one.start <= head < one.end or one.start == head), None)


def heard(
    text: str, span: Span, paragraph: int, found: Sequence[Mention], context: Context, speaker: Who | None
) -> Heard:
    """Return what the sentence ``text[span]`` leaves behind; `speaker` is its source where it has one."""
    subject, owner, used = speaker, None, None
    one = subject_mention(text, span, found)
    if one is not None:
        used = one
        if one.possessive:
            owner = named_person(context, one)
        elif subject is None:
            joined = _members(text, span[1], [other for other in found if other.start >= one.start], one)
            subject = (
                _together(text, joined, context)
                if len(joined) > 1
                else _single(text, (one.start, one.end), one, found, context)
            )
    others = [who for other in found if other is not used and (who := named_person(context, other)) is not None]
    plural = (
        subject if subject is not None and subject.kind == "collective" else _plural_inside(text, span, found, context)
    )
    return Heard(paragraph, subject, owner, tuple(others), plural)


def _plural_inside(text: str, span: Span, found: Sequence[Mention], context: Context) -> Who | None:
    """The last collective or coordination in the sentence that no preposition governs."""
    result = None
    for one in found:
        if one.possessive or PREPOSITION.search(text[max(span[0], one.start - 20) : one.start]):
            continue
        if one.kind == "collective":
            result = collective(context, one.count, text[one.start : one.end])
        elif one.kind in {"party", "person", "office"}:
            joined = _members(text, span[1], [other for other in found if other.start >= one.start], one)
            if len(joined) > 1:
                result = _together(text, joined, context)
    return result
