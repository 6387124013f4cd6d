"""Declarations: texts in which several parties speak as *we* from end to end.

*We, the leaders of Alder and Birch, …*; *Today, we, President Moreau and Chancellor Field, …*; or the title tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.passages.passage import Passage
from generator.statements.discourse.attributing import State, attributed, plain
from generator.statements.discourse.carrying import tenses
from generator.statements.discourse.going_on import Account
from generator.statements.discourse.here import Here
from generator.statements.discourse.holders import in_order
from generator.statements.mentions.grammar import Sentence, joined, subject_mention
from generator.statements.mentions.mentions import mentions
from generator.statements.mentions.names import Names
from generator.statements.parse.quotations import is_quoted
from generator.statements.referents.context import Context, Who, known, together
from generator.statements.referents.hearing import actor
from generator.statements.referents.speakers import who_is
from generator.statements.statement import Statement

_SOON = 6  # sentences of a declaration within which "we" must have begun one
_NUMBER = r"\s*(?:\(?(?:\d{1,3}|[ivxIVX]{1,5})[.)]\s+)?"
_WE = re.compile(rf"{_NUMBER}(?:(?:Today|Here|On|In|At|As|After)\b[^.;:]{{0,80}}?,?\s)?[Ww]e, (?P<who>the\b|\w)")
_WE_OPENS = re.compile(rf"{_NUMBER}(?:(?:Today|Here|On|In|At|As|After)\b[^.;:]{{0,80}}?,?\s[Ww]e|[Ww]e,?|Our)\s")
# Whose text it is tells nothing but its title: there it reports as well, what was signed and who met.
TITLE_ALONE = "the title alone"
_ALL_OPEN = re.compile(
    rf"{_NUMBER}(?:(?:The|Both|All)\s)(?:two\s|three\s|four\s)?(?:[Ll]eaders|[Ss]ides|[Pp]arties|[Pp]articipants|[Mm]inisters|"
    r"[Pp]residents|[Hh]eads of \w+|[Cc]ountries|[Gg]overnments)\b"
)
_TELLS = re.compile(
    r"\b(?:issued?s?|sign(?:s|ed)?|releas\w+|agree[sd]?|adopt\w*|vow\w*|hail\w*|reject\w*|says?|said|prais\w+|slam\w*|after|"
    r"publish\w*|draft\w*|call(?:s|ed)|condemn\w*|welcom\w+)\b(?! by\b)",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
JOINT_TITLE = re.compile(
    r"\b(?:joint|bilateral|trilateral|quadrilateral)\b.{0,40}\b(?:statement|declaration|communiqu[eé]|letter|accord|"
    r"vision)\b",
    re.IGNORECASE,
)


def signatories(
    passages: Sequence[Passage], text: str, context: Context, names: Names, title: str | None = None
) -> Who | None:
    """Return those who speak in a text that begins "We, the leaders of Alder and Birch"; None for any other.

    `title` is that of the source where the text itself does not have it.
    """
    for passage in [one for one in passages if one.zone == "body" and context.uses("we")][:3]:
        match = _WE.match(text, passage.start, passage.end)
        if match is None:
            continue
        span = (match.start("who"), passage.end)
        sentence = Sentence(text, *span, mentions(text, *span, names))
        who = _signatories_in(sentence, context) or who_is(sentence, span, context)
        if len(who.parties) > 1:
            return who
    return _of_title(passages, text, context, names, title)


def _signatories_in(sentence: Sentence, context: Context) -> Who | None:
    """Return those named one after another at the start of `sentence`, each with the office that follows its name."""
    first = next((one for one in sentence.found if one.kind in {"person", "office", "party"}), None)
    if first is None:
        return None
    members = joined(sentence, first, sentence.end)
    each = [who_is(sentence, (member.start, member.end), context) for member in members]
    whole = all(who.parties for who in each)
    every = dict.fromkeys(party for who in each for party in who.parties)
    if len(members) < 2 or not whole or len(every) < 2:
        return None
    who = together([known(context, one) for one in in_order(every, context)], "")
    return replace(who, words="its signatories")


def _of_title(passages: Sequence[Passage], text: str, context: Context, names: Names, title: str | None) -> Who | None:
    """Return the parties in a title such as "Joint Statement by the Leaders of Alder and Birch", where "we" follows."""
    first = next((at for at, one in enumerate(passages) if one.zone == "body"), 0)
    if not context.uses("title of several"):
        return None
    head = [*(passage.quote for passage in passages[:first]), *([title] if title else [])]
    if not any(JOINT_TITLE.search(words) for words in head):
        return None
    # A report on a joint statement tells in its title what was done.
    itself = any(JOINT_TITLE.search(words) and not _TELLS.search(words) for words in head)
    opens = (_WE_OPENS, _ALL_OPEN) if itself else (_WE_OPENS,)
    soon = passages[first : first + _SOON]
    if not any(one.match(text, passage.start, passage.end) for one in opens for passage in soon):
        return None
    # The parties stand in the title, or on a line of their own below it.
    for words in [*(one for one in head if JOINT_TITLE.search(one)), *head]:
        found = mentions(words, 0, len(words), names)
        every = {one.party for one in found if one.party and one.kind in {"party", "other", "office"}}
        every |= {party for one in found if one.kind == "person" for party in known(context, one.ids[0]).parties}
        who = together([known(context, one) for one in context.parties if one in every], words)
        if len(who.parties) > 1:
            in_we = any(_WE_OPENS.match(text, passage.start, passage.end) for passage in soon)
            return replace(who, words="its signatories", rule="" if in_we else TITLE_ALONE)
    return None


def attribute_declaration(here: Here, state: State, who: Who) -> tuple[Statement, Account | None]:
    """Return `here` as a sentence of a text in which all of `who` speak, unless it says whose view it gives."""
    statement, account = attributed(here, state)
    quoted = is_quoted(here.text, here.passage, here.quoted)
    if _means_all(here.sentence, who) and not quoted and not statement.candidates:
        whole = _of_all(here, state, who, named=True)
        if set(statement.holders) == set(whole.holders):
            return statement, account
        # The words of saying stay where they are: only who they are is told by the head of the text.
        cue = statement.cue if statement.how == "collective" else None
        return replace(whole, cue=cue, how="collective" if cue else whole.how), None
    alone = (statement.holders or statement.speaker) and statement.how != "carried"
    if alone or quoted:
        return statement, account
    ours = _OURS.search(here.passage.quote) is not None
    told = tenses(here.units, here.passage.start, here.passage.end)
    if who.rule == TITLE_ALONE and not ours and (not told or "past" in told):
        return statement, account
    acts = None if ours else actor(here.sentence, state.context)
    if acts is not None and _speaks_alone(acts) and set(acts.parties) < set(who.parties):
        return statement, account
    return _of_all(here, state, who, named=ours), None


def _of_all(here: Here, state: State, who: Who, *, named: bool) -> Statement:
    return replace(
        plain(here),
        holders=tuple(party for party in state.context.parties if party in who.parties) or who.parties,
        how="document",
        form="joint text",
        rule=f"the text speaks for {who.words} together",
        named=named,
    )


def _means_all(sentence: Sentence, who: Who) -> bool:
    """Tell whether the subject is *the Leaders*, *the Parties* or *we, the leaders of …*: all who sign, by no names."""
    if _WE.match(sentence.text, sentence.start, sentence.end):
        return True
    one = subject_mention(sentence)
    return one is not None and one.kind == "collective" and one.count in (None, 0, len(who.parties))


def _speaks_alone(who: Who) -> bool:
    """Tell a leader or a side from a country: what a country will do is agreed by all, *the Alderian side* speaks."""
    persons = who.kind == "person" or any(member.kind == "person" for member in who.members)
    return bool(who.parties) and (persons or re.search(r"\bside\b", who.words) is not None)
