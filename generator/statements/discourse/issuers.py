"""Issuers: texts of one side, told from title, byline, kind and publisher; what nobody else says there is its own.

*Remarks by Minister Sand*; *By Ana Moreau*; a statement that a ministry published; a note in which *The Embassy of
Alder presents its compliments*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.passages.passage import Passage
from generator.statements.discourse.attributing import State, attributed, plain
from generator.statements.discourse.declarations import JOINT_TITLE
from generator.statements.discourse.going_on import Account
from generator.statements.discourse.here import Here
from generator.statements.discourse.holders import holders
from generator.statements.discourse.joint_talk import held_together
from generator.statements.discourse.readouts import told_of_meeting
from generator.statements.mentions.grammar import Sentence, joined, mention_at
from generator.statements.mentions.mention import Mention
from generator.statements.mentions.mentions import mentions
from generator.statements.mentions.names import Names
from generator.statements.parse.quotations import is_quoted
from generator.statements.referents.context import Context, Who, known
from generator.statements.referents.speakers import who_is
from generator.statements.statement import Statement

_WORDS = r"(?:remarks|address|speech|statement|message|toast|lecture|comments?|keynote|intervention|op-ed)"
_BY = re.compile(
    rf"\b{_WORDS}\b(?:[^:;\n]{{0,60}}?\s(?:by|from)|\sof)\s+(?:the\s+)?(?:(?:His|Her|Their)\s\w+\s+)?", re.IGNORECASE
)
_THEN = re.compile(rf"[’']s?\s+(?:[\w-]+\s+){{0,3}}?{_WORDS}\b", re.IGNORECASE)
_BYLINE = re.compile(r"\s*By\s+", re.IGNORECASE)
# What a text of one side calls itself, and what shows that more than one side has a part in it.
_ONE_SIDE = re.compile(
    r"\b(?:statement|press (?:release|note|communiqu[eé])|news release|remarks|speech|address|comments?|op-ed|"
    r"note verbale|position paper|announcement)\b",
    re.IGNORECASE,
)
_IN_WE = re.compile(r"\b(?:fact ?sheet|background(?:er)?|q ?& ?a|policy paper|white paper)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:joint|bilateral|trilateral|between|minutes|transcript|interview|press conference|news conference|chair|"
    r"declaration|agreement|treaty|readout|call|conversation|meeting|talks|summit|visit|questions?|answers?|"
    r"press availability|hansard|debate|statements)\b",
    re.IGNORECASE,
)
# What one side gives out of its talks with another.
_READOUT = re.compile(r"\bread-?outs?\b", re.IGNORECASE)
_COMPLIMENTS = re.compile(r"(?P<who>[Tt]he\s[^.]{3,120}?)\s+presents?\s+(?:its|his|her|their)\s+compliments\b")
_OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
# Who writes, or nobody in particular: what these are the source of is the issuer's own.
_OWN_WORDS = re.compile(
    r"\b(?:I|we|us|my|ours?|you|facts?|experience|history|evidence|someone|anyone|everyone|no one|"
    r"(?:this|the) (?:ministry|government|embassy|office|department|presidency|cabinet|secretariat))\b",
    re.IGNORECASE,
)
# Whom a speaker argues with, unnamed: *Some say …*; *it may be objected that …*.
_SOME = re.compile(
    r"[\s\"“]*(?:(?:and|but|yet)\s)?(?:(?:some|others|many|critics|opponents|s[ck]eptics|people|they|the press)"
    r"\s(?:\w+\s){0,3}?(?:say|claim|argue|call|object|tell|ask|insist|fear|believe|think|said|claimed|argued)\b"
    r"|it (?:may|might|could|will|has been|is) (?:be )?(?:said|objected|argued|claimed|alleged))",
    re.IGNORECASE,
)
# Who issues a text says it of himself: *It is regretted that Birch chose to leave*.
_IMPERSONAL = re.compile(
    r"\s*It is (?:\w+ly )?(?:regretted|regrettable|hoped|noted|deplored|expected|understood|recalled|deplorable|clear|"
    r"a matter of (?:regret|concern)) that\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Head:
    """What stands before a text: its `lines` (title, kind, byline; the source's own title and kind among them).

    `byline` and `author` name who wrote it, `publisher` the party whose government published it.
    """

    lines: tuple[str, ...]
    bylines: tuple[str, ...]
    publisher: str | None


def head_of(passages: Sequence[Passage], given: Sequence[str | None], author: str | None, home: str | None) -> Head:
    """Return the head of a text; `given` are the title and the kind that the dossier gives."""
    first = next((at for at, each in enumerate(passages) if each.zone == "body"), 0)
    lines = [passage.quote for passage in passages[:first]] + [each for each in given if each]
    bylines = [passage.quote for passage in passages[:first] if _BYLINE.match(passage.quote)]
    return Head(tuple(lines), (*bylines, *([author] if author else ())), home)


def issuer(head: Head, passages: Sequence[Passage], context: Context, names: Names) -> Who | None:
    """Return the one person, body or party whose own words a text is, as its `head` or first line says."""
    body = [passage for passage in passages if passage.zone == "body"]
    if any(JOINT_TITLE.search(line) for line in head.lines):
        return None
    found = (who for line in head.lines for who in _of_title(line, context, names, head.publisher))
    who = next(found, None) or _of_byline(head, context, names) or _of_note(body, context, names)
    if who is not None or head.publisher is None:
        return who
    in_we = sum(_OURS.search(each.quote) is not None and not re.search(r"[\"“]", each.quote) for each in body)
    if in_we and any(_READOUT.search(line) for line in head.lines):
        return known(context, head.publisher)
    if any(_SEVERAL.search(line) or _names_several(line, names) for line in head.lines):
        return None
    own = any(_ONE_SIDE.search(line) for line in head.lines)
    sheet = any(_IN_WE.search(line) for line in head.lines)
    if own or in_we > 1 or (sheet and in_we):
        return known(context, head.publisher)
    return None


def _read(line: str, names: Names) -> Sentence:
    return Sentence(line, 0, len(line), mentions(line, 0, len(line), names))


def _of_title(line: str, context: Context, names: Names, home: str | None) -> Iterator[Who]:
    """Yield who speaks in *Remarks by Minister Sand*, *The Foreign Secretary's statement*; nobody where several do."""
    sentence = _read(line, names)
    for match in _BY.finditer(line):
        each = mention_at(sentence, match.end())
        if each is not None and len({*_parties(joined(sentence, each, len(line)), names)}) < 2:
            yield from _one(sentence, each, context, home)
    for each in sentence.found:
        if each.possessive and _THEN.match(line, each.end) and not joined(sentence, each, len(line))[1:]:
            yield from _one(sentence, each, context, home)


def _parties(members: Sequence[Mention], names: Names) -> Iterator[str]:
    for each in members:
        for id_ in each.ids:
            yield names.entities[id_].party or id_


def _one(sentence: Sentence, each: Mention, context: Context, home: str | None) -> Iterator[Who]:
    """Yield the one whom a mention in a title means; for an office the party tells that published it."""
    ids = [id_ for id_ in each.ids if each.kind == "office" and home in (None, context.entity(id_).party)]
    if len(ids) == 1:
        yield known(context, ids[0])
        return
    who = replace(each, possessive=False)
    read = who_is(replace(sentence, found=(who,)), (each.start, each.end), context)
    if read.kind in {"person", "body", "party", "stranger"} and len(read.parties) == 1 and not read.candidates:
        yield read


def _of_byline(head: Head, context: Context, names: Names) -> Who | None:
    """Return the person of a party who wrote the text: a member of a government does not report."""
    for line in head.bylines:
        persons = {each.ids[0] for each in _read(line, names).found if each.kind == "person" and len(each.ids) == 1}
        whose = [known(context, person) for person in sorted(persons)]
        if len(whose) == 1 and whose[0].parties:
            return whose[0]
    return None


def _of_note(body: Sequence[Passage], context: Context, names: Names) -> Who | None:
    """Return the party whose embassy or ministry presents its compliments."""
    match = _COMPLIMENTS.match(body[0].quote) if body else None
    if match is None:
        return None
    parties = {party for party in _parties(_read(match["who"], names).found, names) if party in context.parties}
    return known(context, parties.pop()) if len(parties) == 1 else None


def _names_several(line: str, names: Names) -> bool:
    """Tell whether a title names parties together: *Alder and Birch*, *Alder–Birch*."""
    sentence = _read(line, names)
    for each, two in zip(sentence.found, sentence.found[1:], strict=False):
        gap = line[each.end : two.start].strip()
        if each.ids and two.ids and gap in {"and", "&", "-", "–", "—", "/"}:
            return True
    return False


def attribute_issued(here: Here, state: State, who: Who) -> tuple[Statement, Account | None]:
    """Return `here` as a sentence of the text of `who`, unless it says whose words or view it gives."""
    statement, account = attributed(here, state)
    if (together := _together(here, state, who)) is not None:
        return together, account
    if _is_others(here, statement, who):
        return statement, account
    if (told := told_of_meeting(here, who, state.context)) is not None:
        return told, account
    held = holders(here.sentence, ((here.passage.start, here.passage.end),), who, state.context)
    rule = f"the text is issued by {who.words}, and nobody else is said to have said it"
    speaker = who.entity if who.kind in {"person", "body"} else None
    return replace(
        plain(here), speaker=speaker, holders=held, how="issued", form="own text", rule=rule, named=True,
        stranger=who.words if who.kind == "stranger" else "",
    ), account  # fmt: skip


def _together(here: Here, state: State, who: Who) -> Statement | None:
    """Return what one leader tells of all who met: *We agreed …*, *our two countries*, *President Moreau and I*."""
    context = state.context
    every = {party for party in context.parties if party in context.present or party in who.parties}
    quoted = is_quoted(here.text, here.passage, here.quoted)
    held = () if quoted else held_together(here.sentence, who, every, context, before=False)
    if len(held) < 2:
        return None
    return replace(
        plain(here), speaker=who.entity if who.kind in {"person", "body"} else None, holders=held, how="issued",
        form="own text", rule=f"{who.words} tells it of all who met", named=False,
    )  # fmt: skip


def _is_others(here: Here, statement: Statement, who: Who) -> bool:
    """Tell whether the sentence gives the words or the view of somebody else, or of a named person of the same side."""
    if is_quoted(here.text, here.passage, here.quoted):
        return True
    if _IMPERSONAL.match(here.passage.quote):
        return False
    if statement.candidates or statement.asks or _SOME.match(here.passage.quote):
        return True
    if statement.speaker and statement.speaker not in who.parties:
        return True
    if statement.holders:
        return statement.holders != who.parties or who.kind != "person"
    return bool(statement.stranger) and _OWN_WORDS.search(statement.stranger) is None
