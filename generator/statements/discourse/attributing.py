"""Attributing: what one passage states and who uttered it, in the light of what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.statements.discourse.carrying import PAST, tenses
from generator.statements.discourse.going_on import Account, Hints, goes_on, starts_here
from generator.statements.discourse.here import Here
from generator.statements.discourse.holders import holders, in_order
from generator.statements.discourse.lists import Lead, content, item, states
from generator.statements.discourse.shapes import Shape, by_shape
from generator.statements.discourse.unsaid import is_unsaid
from generator.statements.discourse.utterance import Utterance, is_doing, is_passive, is_strangers, utterance
from generator.statements.mentions.grammar import subject_mention
from generator.statements.parse.quotations import is_quoted
from generator.statements.referents.context import Context, Who, is_speaking
from generator.statements.referents.hearing import actor, owner
from generator.statements.relation import How, Relation
from generator.statements.statement import Form, Statement

_FORMS: dict[str, Form] = {"direct": "direct quotation", "indirect": "reported speech", "mixed": "mixed"}
Reading = tuple[Statement, Account | None]


@dataclass(frozen=True)
class State:
    """What stands before the next passage: who was heard, whose account may go on, what led in a list."""

    context: Context
    account: Account | None = None
    lead: Lead | None = None


def attributed(here: Here, state: State) -> Reading:
    """Return the statement of the passage `here`, and the account that may go on after it."""
    said = utterance(here.sentence, here.passage, outside_quotations(here), state.context, here.sources)
    if said is not None and said.who.kind != "stranger":
        return _said(here, state, said)
    if state.lead is not None and item(here.passage.quote) is not None and state.context.uses("list"):
        return _of_list(here, state, state.lead), None
    quoted = is_quoted(here.text, here.passage, here.quoted)
    shape = None if quoted else by_shape(here.sentence, here.quoted, state.context)
    shape = None if shape is not None and _is_unsaid(here, shape) else shape
    if said is not None:
        own = shape if shape is not None and _is_meant(here.text, shape, said) else None
        return _shaped(here, state, own) if own else _said(here, state, said)
    return _quotation_goes_on(here, state) or _without_cue(here, state, shape)


def _is_unsaid(here: Here, shape: Shape) -> bool:
    subject = subject_mention(here.sentence)
    if shape.cue is None or subject is None:
        return False
    source = (subject.start, min(subject.end, shape.cue[0]))
    return is_unsaid(here.sentence, Relation("indirect", source, shape.cue, shape.contents, "cue", "shape"))


def outside_quotations(here: Here) -> tuple[Relation, ...]:
    """Return the relations but those that a quotation itself reports: who is quoted utters them, too."""
    return tuple(
        relation
        for relation in here.relations
        if relation.cue is None
        or here.text[slice(*relation.cue)] == ":"
        or not any(start < relation.cue[0] and relation.cue[1] < end for start, end in here.quoted)
    )


def _said(here: Here, state: State, said: Utterance) -> Reading:
    """Read a sentence that has a source and a cue of its own."""
    relation, who, context = said.relation, said.who, state.context
    cue = here.text[slice(*relation.cue)] if relation.cue else None
    if len(said.others) and not all(one.kind == "party" for one in (who, *said.others)):
        return replace(_of_several(here, cue, (who, *said.others)), form=_FORMS[relation.kind]), None
    held = holders(here.sentence, relation.content, who, context)
    if who.kind == "body" or not held:
        held = _held_inside(said, context) or held
    every = in_order((*held, *(party for other in said.others for party in other.parties)), context)
    account = Account(who, every, here.passage, relation.kind == "direct")
    if (
        who.kind == "party"
        and not said.others
        and context.uses("party within account")
        and state.account is not None
        and state.account.includes(here.passage, who)
        and not PAST.search(cue or "")
    ):
        rule = f"the party's position, within {state.account.who.words}'s account"
        return _carried(here, state.account.who, held, rule, None), replace(state.account, passage=here.passage)
    speaker = who.entity if who.kind in {"person", "body"} else None
    form = "joint text" if who.kind in {"collective", "document"} else _FORMS[relation.kind]
    return Statement(
        here.source.id, here.passage, speaker, cue, held, said.how, form, who.rule, who.candidates,
        here.relations, here.source.event, who.named, who.words if who.kind == "stranger" and not said.others else "",
    ), account  # fmt: skip


def _of_several(here: Here, cue: str | None, everyone: Sequence[Who]) -> Statement:
    ids = tuple(dict.fromkeys(one.entity for one in everyone if one.entity))
    rule = "the sentence attributes to several: " + ", ".join(one.words or one.entity or "?" for one in everyone)
    return replace(plain(here), cue=cue, rule=rule, candidates=ids)


def _quotation_goes_on(here: Here, state: State) -> Reading | None:
    """Read a quotation whose cue stands in another sentence of it."""
    mine = (here.passage.start, here.passage.end)
    for relation in here.beside if state.context.uses("quotation runs on") else ():
        if relation.source is None or relation.kind == "indirect":
            continue
        spans = [relation.source, relation.cue or relation.source]
        low, high = min(start for start, _ in spans), max(end for _, end in spans)
        there = here.stretch(max(here.text.rfind("\n", 0, low) + 1, low - 400), high)
        beside = replace(here.passage, start=low, end=high)
        said = utterance(there, beside, (relation,), state.context)
        if said is not None and said.who.kind != "nobody" and not is_speaking(said.who):
            held = holders(here.sentence, (mine,), said.who, state.context)
            rule = f"the quotation runs over several sentences; {said.who.rule}"
            return _carried(here, said.who, held, rule, relation), Account(said.who, held, here.passage, True)
    return None


def _without_cue(here: Here, state: State, shape: Shape | None) -> Reading:
    """Read a sentence without one: a position in its own words, an account that goes on, or the reporter's line."""
    if shape is not None and (shape.says or shape.who.kind != "party"):
        return _shaped(here, state, shape)
    quoted = is_quoted(here.text, here.passage, here.quoted)
    strange = not quoted and is_strangers(here.sentence, here.passage, here.relations, state.context)
    acts = None if quoted else actor(here.sentence, state.context) or owner(here.sentence, state.context)
    of_a_party = any(one.party or one.kind == "collective" or one.ids for one in here.sentence.found)
    said = tenses(here.units, here.passage.start, here.passage.end)
    hints = Hints(acts, quoted, strange, of_a_party, said)
    carried = goes_on(here.passage, state.account or starts_here(here, state.context), hints, state.context.without)
    if carried is not None:
        account, rule = carried
        held = account.holders
        if account.who.kind == "person":
            held = holders(here.sentence, ((here.passage.start, here.passage.end),), account.who, state.context)
        left = replace(account, passage=here.passage, holders=held)
        return _carried(here, account.who, held, rule, None), left
    if shape is not None:
        return _shaped(here, state, shape)
    return plain(here), None


def _shaped(here: Here, state: State, shape: Shape) -> Reading:
    """Read what a party, a person or several say, hold or announce, by the shape of the sentence."""
    who = shape.who
    held = holders(here.sentence, shape.contents, who, state.context)
    speaker = who.entity if who.kind in {"person", "body"} else None
    cue = here.text[slice(*shape.cue)] if shape.cue else None
    form: Form = "joint text" if who.kind in {"collective", "document"} else "reported speech"
    how: How = "pronoun" if who.by_pronoun else "cue"
    how = "collective" if who.kind == "collective" else "document" if who.kind == "document" else how
    statement = Statement(
        here.source.id, here.passage, speaker, cue, held, how, form, who.rule or "named in the sentence",
        who.candidates, here.relations, here.source.event, who.named,
        stranger=who.words if who.kind == "stranger" else "",
    )  # fmt: skip
    return statement, Account(who, held, here.passage, False)


def _of_list(here: Here, state: State, lead: Lead) -> Statement:
    """Read an item of the list that `lead` leads in: it goes on with that line."""
    if not states(here.passage.quote, lead):
        return plain(here)
    held = holders(here.sentence, (content(here),), lead.who, state.context)
    rule = f"an item of the list after “{lead.words.strip()}”"
    return _carried(here, lead.who, held, rule, None)


def _carried(here: Here, who: Who, held: tuple[str, ...], rule: str, relation: Relation | None) -> Statement:
    speaker = who.entity if who.kind in {"person", "body"} else None
    form: Form = "joint text" if who.kind in {"collective", "document"} else "reported speech"
    if relation is not None:
        form = _FORMS[relation.kind]
    elif is_quoted(here.text, here.passage, here.quoted):
        form = "direct quotation"
    return Statement(
        here.source.id, here.passage, speaker, None, held, "carried", form, rule, (),
        here.relations, here.source.event, stranger=who.words if who.kind == "stranger" else "",
    )  # fmt: skip


def plain(here: Here) -> Statement:
    """Return `here` as the reporter's own line."""
    if any(is_unsaid(here.sentence, relation) for relation in here.relations):
        return nobody(here, "it tells what was not said, was only asked, or is only supposed")
    doings = any(is_doing(here.text, relation) for relation in here.relations)
    return nobody(here, "tells what was done" if doings else "nobody is said to have said it")


def nobody(here: Here, rule: str) -> Statement:
    """Return `here` with nobody to attribute it to, and why."""
    line: Form = "reporter's line"
    event = here.source.event
    return Statement(here.source.id, here.passage, None, None, (), "none", line, rule, (), here.relations, event)


def _held_inside(said: Utterance, context: Context) -> tuple[str, ...]:
    """Whose position a text, a body or a stranger reports: that of the party or parties it says hold it."""
    for one in said.inner if context.uses("reported inside") else ():
        own = not said.who.parties or set(said.who.parties) <= set(one.parties)
        if one.parties and one.kind in {"party", "collective"} and said.channel and own:
            return in_order(one.parties, context)
    return ()


def _is_meant(text: str, shape: Shape, said: Utterance) -> bool:
    """Tell whether `shape`, with a known source, is the better reading than `said`, with a stranger as source.

    It is where both read the same cue, and where the stranger has no name or only passes words on.
    """
    cue = said.relation.cue
    if cue is None or shape.cue is None:
        return False
    if shape.cue[0] < cue[1] and cue[0] < shape.cue[1]:
        return True
    source = text[slice(*said.relation.source)] if said.relation.source else ""
    return shape.cue[0] < cue[0] and (source.islower() or is_passive(text, said.relation))
