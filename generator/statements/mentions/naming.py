"""Naming: entities called by name or office, with the words that belong together taken as one mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.statements.mentions.mention import DAYS, NAME, PORTFOLIO, Mention, MentionKind, is_possessive
from generator.statements.mentions.names import Found, Name, Names
from generator.statements.mentions.strangers import OPENERS, is_part_of_longer_name, runs_on, stranger_around

# How a person is addressed, between office and name: "the Foreign Minister, H.E. Ms Lena Osk".
_HONOURS = re.compile(
    r"(?P<before>,? )(?:(?:H\. ?E\.?|HE|(?:His|Her|Their) (?:Excellency|Majesty|Royal Highness)|Mr|Mrs|Ms|Mme|Dr|Prof|"
    r"Sir|Dame)\.?,? )+"
)
_AFTER_OFFICE = re.compile(
    rf"(?:{PORTFOLIO}(?:,? )(?P<full>{NAME}(?: {NAME}){{1,4}})"
    rf"|(?:{_HONOURS.pattern}|,? )(?P<name>{NAME}(?: {NAME}){{0,4}}))"
)
_OF_PHRASE = re.compile(rf" of (?:the )?{NAME}(?: (?:of|the|and|for|on|{NAME})){{0,7}},? ?")
# What makes another office, or none, of the office that follows.
_NOT_OFFICE = re.compile(r"\b(?:deputy|vice|former|ex|late|then|shadow|opposition|assistant)[ -]$", re.IGNORECASE)
# What stands for a state when it follows the state's name or adjective.
_FOR_STATE = re.compile(
    r"(?:\s+|[’']s?\s+)(?:side|government|delegation|authorities|leadership|state|cabinet|officials|foreign ministry|"
    r"(?:foreign|defen[cs]e|interior|trade|finance|energy) (?:ministry|department)|ministry|presidency|embassy|"
    r"foreign office|administration|president’?'?s office|negotiators|diplomats|mission)\b"
    # What a state owns does not speak for it.
    r"(?!\s+(?:news|media|television|tv|radio|broadcaster|newspapers?|press|agency|bank|company|firm|outlets?)\b)"
    r"(?!-(?:run|owned|controlled|backed|funded|affiliated)\b)",
    re.IGNORECASE,
)
_NOT_FOR_STATE = re.compile(r"\b(?:former|opposition|shadow|exiled|ousted|local|some)\s+$", re.IGNORECASE)
# What may stand between the word for a party and an office; any other word makes another office of it: *energy*.
_ADJECTIVE_GAP = re.compile(
    r" (?:(?:visiting|new|newly|current|outgoing|incoming|incumbent|acting|present|first|then|state|federal|long-\w+|"
    r"\w+(?:ed|-old)) )?"
)
_WORD_BEFORE = re.compile(
    r"(?:\b(?P<article>the|an?|his|her|its|their|our|this|that)\s+)?(?<![’'\w])(?P<word>[^\W\d_][\w-]*)\s$",
    re.IGNORECASE,
)
_LONGER_OFFICE = re.compile(r"-\w|\s+(?:general|designate|elect)\b")
_OF_WHAT = re.compile(r"\s+(?:of|for)\s+(?:the\s+|an?\s+)?(?P<what>\w[\w-]*)")
_OF_STATE = frozenset("Republic State country republic state nation government host two both".split())
_NAME_BEFORE = re.compile(rf"(?<!In )(?<!in )(?<!At )(?<!at )(?P<name>{NAME}(?: {NAME})+), (?:the |an? )?$")
# After these a name says where, or about what, and not who.
_OF_PLACE = frozenset("in on at from over about regarding concerning".split())
_HEADSHIP = re.compile(
    r"^(?!.*(?:vice|deputy|assembly|parliament)).*\b(?:president|chancellor|premier|prime minister|general secretary|"
    r"king|queen|emir|sultan|leader|head of)\b"
)
_HEAD_OF_PARTY = re.compile(r"(?:[’']s?)? (?P<head>leader|head of (?:state|government))\b", re.IGNORECASE)


def named(text: str, start: int, found: Sequence[Found], names: Names) -> Iterator[Mention]:
    """Yield what is called by name or office; words that belong together ("State President Ana Moreau") once."""
    index = 0
    while index < len(found):
        mention, index = _longest(text, start, found, index, names)
        if mention is not None:
            yield mention


def _longest(text: str, start: int, found: Sequence[Found], index: int, names: Names) -> tuple[Mention | None, int]:
    """Return the mention that begins with ``found[index]`` and the index after it."""
    begin, party, at = found[index].start, None, index
    while at < len(found) and (adjective := _party_in_front(text, found, at, names)) is not None:
        party, at = adjective, at + 1
    titles: tuple[str, ...] = ()
    first_title = at
    while at < len(found) and _ids(found[at], "title") and (at == first_title or _joined(text, found, at)):
        titles, at = _ids(found[at], "title"), at + 1
    if at == first_title:
        return _without_office(text, start, found, index, names)
    other = (
        _NOT_OFFICE.search(text, max(start, begin - 12), begin)
        or _NOT_OFFICE.search(text, start, found[first_title].start)
        or _qualified(text, found[first_title - 1].end if first_title > index else start, found[first_title], start)
    )
    mention, after = _with_office(text, found, (begin, at), () if other else titles, party, names)
    if other and mention is not None and mention.kind == "stranger" and other.group().strip() not in mention.words:
        mention = replace(mention, words=f"{other.group().strip()} {mention.words}")
    if mention is not None and mention.kind == "office" and _is_anothers(text, start, mention, found):
        mention = replace(mention, kind="stranger", ids=())
    return mention, after


def _qualified(text: str, after: int, title: Found, start: int) -> re.Match[str] | None:
    """Return the word that makes another office of a title of one word: *the energy minister*, *Council President*.

    `after` is where it begins at the earliest: after the word for a party, or where the sentence does (`start`).
    """
    if re.search(r"\s", text[title.start : title.end]):
        return None
    match = _WORD_BEFORE.search(text, max(after, title.start - 40), title.start)
    if match is None or _ADJECTIVE_GAP.fullmatch(f" {match['word'].lower()} ") or match["word"].lower() in OPENERS:
        return None
    begins = after > start or match.start("word") == start or match["article"] is not None
    return match if begins or match["word"][0].isupper() else None


def _is_anothers(text: str, start: int, office: Mention, found: Sequence[Found]) -> bool:
    """Tell whether the words around an office give it to somebody else ("Paul Rask, the minister of Dogwood")."""
    if _LONGER_OFFICE.match(text, office.end):
        return True
    of = _OF_WHAT.match(text, office.end)
    if of is not None and of["what"] not in _OF_STATE and (of["what"][0].isupper() or " " not in office.words.strip()):
        return True
    before = _NAME_BEFORE.search(text[max(start, office.start - 60) : office.start])
    if before is None or set(before["name"].split()) & DAYS or not _is_a_persons(before["name"].split()):
        return False
    end = office.start - len(before.group()) + before.end("name") - before.start()
    return not any(one.end == end for one in found)


def _is_a_persons(words: Sequence[str]) -> bool:
    """Tell whether capitalised words can be the name that an office is in apposition to: not "On Dogwood"."""
    first = words[0].lower()
    return first not in _OF_PLACE and not (len(words) == 2 and first in OPENERS)


def _with_office(
    text: str, found: Sequence[Found], span: tuple[int, int], titles: tuple[str, ...], party: str | None, names: Names
) -> tuple[Mention | None, int]:
    begin, at = span
    title = found[at - 1].start
    end, name = _name_after(text, found, at, names)
    if name is not None:
        person = _ids(found[name], "label", "short")
        if person and names.entities[person[0]].type == "person" and not runs_on(text, found[name].end):
            return _mention(text, begin, found[name].end, "person", person), name + 1
    if (of := _of_party(text, found, at)) is not None:
        party, at, end = of, at + 1, found[at].end
    stranger = _AFTER_OFFICE.match(text, end)
    if (
        stranger
        and not set((stranger["full"] or stranger["name"]).split()) & DAYS
        and not _starts_known(found, at, stranger.end())
    ):
        words = text[title : stranger.end()]
        return Mention(begin, stranger.end(), "stranger", party=party, words=words), at
    ids = tuple(one for one in titles if party is None or names.entities[one].party == party)
    kind: MentionKind = "office" if ids else "stranger"
    return _mention(text, begin, end, kind, ids, party=party, words=text[begin:end]), at


def _starts_known(found: Sequence[Found], at: int, end: int) -> bool:
    return at < len(found) and found[at].start < end


def _name_after(text: str, found: Sequence[Found], at: int, names: Names) -> tuple[int, int | None]:
    """Return where the office words end, and the index of the person's name that follows them, if one does."""
    end = found[at - 1].end
    for index in range(at, min(at + 4, len(found))):
        gap = _HONOURS.sub(r"\g<before>", text[end : found[index].start])
        person = [one for one in _ids(found[index], "label", "short") if names.entities[one].type == "person"]
        if person and (gap in {" ", ", "} or _OF_PHRASE.fullmatch(gap)):
            return end, index
    return end, None


def _of_party(text: str, found: Sequence[Found], at: int) -> str | None:
    if at < len(found) and re.fullmatch(r" of (?:the )?", text[found[at - 1].end : found[at].start]):
        parties = [name.entity for name in found[at].names if name.kind in {"label", "metonym"}]
        return parties[0] if parties else None
    return None


def _party_in_front(text: str, found: Sequence[Found], at: int, names: Names) -> str | None:
    """Return the party when ``found[at]`` is its adjective or its genitive, directly in front of the next name."""
    if at + 1 >= len(found):
        return None
    gap = text[found[at].end : found[at + 1].start]
    for name in found[at].names:
        if name.kind == "demonym" and re.fullmatch(r" (?:\w+ )?", gap):
            return name.entity
        is_party = name.kind == "label" and names.entities[name.entity].type == "party"
        is_body = name.kind == "label" and names.entities[name.entity].type == "body"
        if is_body and gap == " " and _ids(found[at + 1], "title"):
            return names.entities[name.entity].party or "nobody"
        if is_party and re.fullmatch(r"(?:[’']s (?:\w+ )?| )", gap) and _ids(found[at + 1], "title"):
            return name.entity
    return None


def _joined(text: str, found: Sequence[Found], at: int) -> bool:
    return text[found[at - 1].end : found[at].start] in {" ", " and ", ", "}


def _heads(words: str, party: str | None, names: Names) -> tuple[str, ...]:
    """Read "the Alderian leader": whoever of that party holds an office at the head of it, one or several."""
    if party is None or not re.fullmatch(r"(?i)leader|head of (?:state|government)", words.strip()):
        return ()
    titles = {name.entity: title for title, found in names.by_text.items() for name in found if name.kind == "title"}
    mine = [one for one in sorted(titles) if names.entities[one].party == party]
    at_the_head = [one for one in mine if _leads(one, names)]
    return tuple(at_the_head or mine)


def _leads(person: str, names: Names) -> bool:
    titles = (title for title, found in names.by_text.items() for name in found if name == Name("title", person))
    return any(_HEADSHIP.search(title) for title in titles)


def _without_office(
    text: str, start: int, found: Sequence[Found], index: int, names: Names
) -> tuple[Mention | None, int]:
    one, after = found[index], index + 1
    low, high = one.start, one.end
    for name in one.names:
        entity = names.entities[name.entity]
        if name.kind == "namesake":
            return _mention(text, low, high, "stranger", (), words=text[low:high]), after
        if name.kind == "either":
            return replace(_mention(text, low, high, "person", (entity.id,)), shared=True), after
        if name.kind in {"label", "short"} and entity.type == "person":
            if is_part_of_longer_name(text, start, one):
                return stranger_around(text, start, one), index + 1
            return _mention(text, one.start, one.end, "person", (entity.id,)), index + 1
        if name.kind == "plural":
            people = re.search(r"\b[Tt]he $", text[max(start, one.start - 4) : one.start]) is not None
            kind: MentionKind = "party" if people and not runs_on(text, one.end) else "other"
            return _mention(text, one.start, one.end, kind, (name.entity,), party=name.entity), index + 1
        if name.kind in {"demonym", "metonym"} or entity.type == "party":
            head = _HEAD_OF_PARTY.match(text, one.end)
            if head is not None and (ids := _heads(head["head"], name.entity, names)):
                return _mention(
                    text, one.start, head.end(), "office", ids, party=name.entity, words=head["head"]
                ), index + 1
            return _party(text, one, name.entity, name.kind == "demonym"), index + 1
        if name.kind == "label":
            kind = "body" if entity.type == "body" and not runs_on(text, one.end) else "other"
            return _mention(text, one.start, one.end, kind, (entity.id,), party=entity.party), index + 1
    return None, index + 1


def _party(text: str, name: Found, party: str, adjective: bool) -> Mention:
    state = _FOR_STATE.match(text, name.end)
    if state is not None and not _NOT_FOR_STATE.search(text, max(0, name.start - 12), name.start):
        return _mention(text, name.start, state.end(), "party", (party,), party=party)
    hyphen = text[name.end : name.end + 1] in {"-", "–"} or text[max(0, name.start - 1) : name.start] in {"-", "–"}
    mention = _mention(text, name.start, name.end, "party", (party,), party=party)
    if adjective or hyphen or runs_on(text, name.end):
        return Mention(name.start, name.end, "other", (party,), party=party, possessive=mention.possessive)
    return mention


def _mention(
    text: str,
    start: int,
    end: int,
    kind: MentionKind,
    ids: tuple[str, ...],
    *,
    party: str | None = None,
    words: str = "",
) -> Mention:
    return Mention(start, end, kind, ids, party, is_possessive(text, end), None, words)


def _ids(found: Found, *kinds: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.entity for name in found.names if name.kind in kinds))
