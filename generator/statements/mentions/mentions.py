"""Mentions: where a sentence speaks of somebody the dossier knows, of strangers, and of several together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.dossier.letters import in_small_letters
from generator.statements.mentions.collectives import collectives, needs_holders, office_in_plural
from generator.statements.mentions.mention import (
    DAYS,
    NAME,
    OFFICE_WORD,
    PERSONAL,
    PORTFOLIO,
    Mention,
    MentionKind,
    is_possessive,
)
from generator.statements.mentions.names import Found, Names
from generator.statements.mentions.naming import named
from generator.statements.mentions.parts import persons_called
from generator.statements.referents.officials import STATE_OFFICE

_PARTNER = re.compile(rf" and ({NAME}(?: {NAME}){{0,3}})")
_PRONOUN = re.compile(r"(?<![\w’'])(?:he|she|they|it)(?=[\s,;:’']|$)", re.IGNORECASE)
_STRANGER = re.compile(
    rf"\b(?i:{OFFICE_WORD})(?:{PORTFOLIO},? {NAME}(?: {NAME}){{1,4}}|\.?,? (?:{NAME})(?: {NAME}){{0,4}})"
)
# Between the word for a party and an office: what the office is for, and nothing that takes it from the state.
_GAP = re.compile(r" (?:(?!former|ex|opposition|shadow|late|exiled)[\w-]+ ){0,3}", re.IGNORECASE)
_FULL_NAME = re.compile(
    rf"(?<![\w-]){NAME}(?: {NAME}){{1,4}}(?= (?:said|says|told|added|met|has|had|will|was|is|who)\b)"
)


def mentions(text: str, start: int, end: int, names: Names) -> tuple[Mention, ...]:
    """Return the mentions in ``text[start:end]`` in text order, none overlapping another."""
    if names.mentioned is None:
        return _mentions(text, start, end, names)
    if (start, end) not in names.mentioned:
        names.mentioned[start, end] = _mentions(text, start, end, names)
    known: tuple[Mention, ...] = names.mentioned[start, end]
    return known


def _mentions(text: str, start: int, end: int, names: Names) -> tuple[Mention, ...]:
    found = tuple(names.find(text, start, end))
    result: list[Mention] = list(collectives_in(text, start, end, names))
    unknown = tuple(strangers(text, start, end))
    taken = [(mention.start, mention.end) for mention in result]
    for mention in (
        *named(text, start, found, names),
        *unknown,
        *partners(text, end, found, unknown),
        *pronouns(text, start, end),
    ):
        if all(mention.end <= low or high <= mention.start for low, high in taken):
            result.append(mention)
            taken.append((mention.start, mention.end))
    others = {name.end for name in found if any(each.kind in ("namesake", "either") for each in name.names)}
    result = [each if each.end in others else _named_in_part(each, names) for each in result]
    return tuple(sorted((_with_party(text, one, found) for one in result), key=lambda mention: mention.start))


def _named_in_part(stranger: Mention, names: Names) -> Mention:
    """Return *Mr Price*, *Prime Minister Price* as the one of that name, where title or sex tells which."""
    ids = persons_called(stranger.words, names) if stranger.kind == "stranger" else ()
    if len(ids) != 1 or stranger.party not in (None, names.entities[ids[0]].party) or " " not in stranger.words:
        return stranger
    return replace(stranger, kind="person", ids=ids, party=None)


def _with_party(text: str, stranger: Mention, found: Sequence[Found]) -> Mention:
    """Return a stranger with the party whose word stands before the office: *the Alderian Ambassador Ruth Ames*."""
    if stranger.kind != "stranger" or stranger.party is not None or not STATE_OFFICE.search(stranger.words):
        return stranger
    for one in found:
        if one.end < stranger.start and _GAP.fullmatch(text, one.end, stranger.start):
            parties = [name.entity for name in one.names if name.kind == "demonym"]
            return replace(stranger, party=parties[0]) if len(parties) == 1 else stranger
    return stranger


def collectives_in(text: str, start: int, end: int, names: Names) -> Iterator[Mention]:
    """Yield "the two sides" and its like, and the joint texts that no entity stands for."""
    for match, count, is_text in collectives(text, start, end):
        titles = [name for name in names.by_text.get(office_in_plural(match.group()), ()) if name.kind == "title"]
        ids = tuple(name.entity for name in titles)
        if needs_holders(match) and not ids:
            continue
        possessive = is_possessive(text, match.end())
        kind: MentionKind = "document" if is_text else "collective"
        yield Mention(match.start(), match.end(), kind, ids, None, possessive, count, match.group())


def pronouns(text: str, start: int, end: int) -> Iterator[Mention]:
    """Yield he, she, it and they where they stand as subjects."""
    for match in _PRONOUN.finditer(text, start, end):
        yield Mention(match.start(), match.end(), "pronoun", words=PERSONAL[in_small_letters(match.group())])


def strangers(text: str, start: int, end: int) -> Iterator[Mention]:
    """Yield persons who are in no list: a word of office and a capitalised name, or a full name that speaks."""
    for match in _STRANGER.finditer(text, start, end):
        yield Mention(match.start(), match.end(), "stranger", words=match.group())
    for match in _FULL_NAME.finditer(text, start, end):
        if not set(match.group().split()) & DAYS:
            yield Mention(match.start(), match.end(), "stranger", words=match.group())


def partners(text: str, end: int, found: Sequence[Found], others: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what is joined to a name, but is in no list itself ("Alder and Dogwood", "Mr Rask and Rita Vance")."""
    ends = [one.end for one in found if any(name.kind == "label" for name in one.names)]
    for place in sorted({*ends, *(other.end for other in others)}):
        match = _PARTNER.match(text, place, end)
        if match:
            yield Mention(match.start(1), match.end(1), "stranger", words=match[1])
