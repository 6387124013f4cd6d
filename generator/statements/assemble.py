"""Reading a source from its first passage to its last: what was heard before decides who is meant next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.dossier.dossier import Dossier
from generator.passages.passage import Passage
from generator.sources import Source
from generator.statements.discourse.attributing import State, nobody, outside_quotations
from generator.statements.discourse.clauses import clausal
from generator.statements.discourse.declarations import signatories
from generator.statements.discourse.doubts import doubt
from generator.statements.discourse.here import Here, Places
from generator.statements.discourse.issuers import head_of, issuer
from generator.statements.discourse.lists import lead
from generator.statements.discourse.quoted_inside import leave_out_anothers
from generator.statements.discourse.turns import turns
from generator.statements.discourse.utterance import sources
from generator.statements.discourse.voices import NOBODY, Voices
from generator.statements.lexicon.language import is_english
from generator.statements.mentions.grammar import Sentence
from generator.statements.mentions.names import Names, names_on
from generator.statements.mentions.names_in import NamesIn
from generator.statements.parse.quotations import quotations
from generator.statements.parse.units import units
from generator.statements.referents.addressees import addressees
from generator.statements.referents.antecedents import named_person
from generator.statements.referents.context import Context, Heard
from generator.statements.referents.hearing import heard
from generator.statements.rules.relations import relations_in
from generator.statements.statement import Form, Statement, ruled, rulings_in

# A newspaper may bear the name of a country, too; these words a government's own office has in its name.
_OF_GOVERNMENT = re.compile(
    r"\b(?:government|presidency|president|prime minister|ministry|minister|foreign office|department|chancellery|"
    r"cabinet|embassy|press (?:service|office)|palace|council of ministers|office of|mission|consulate)\b",
    re.IGNORECASE,
)


def attribute_passages(
    source: Source, passages: Sequence[Passage], dossier: Dossier, without: frozenset[str] = frozenset()
) -> tuple[Statement, ...]:
    """Return one statement for each of `passages`, in their order; outside the body nobody is attributed to.

    `without` are the names of rules that are switched off, to see what they carry.
    """
    if not is_english(source.text, source.language):
        decided = rulings_in(source.id, source.text, dossier.rulings, ())
        return tuple(ruled(_unread(source, passage), decided) for passage in passages)
    names = NamesIn(names_on(dossier.entities, *days(source, dossier)), source.text, source.speakers)
    marked = quotations(source.text, passages)
    quoted = [(quotation.start, quotation.end) for quotation in marked]
    parsed = tuple(units(source.text, passages, marked))
    places = Places(passages, relations_in(parsed, without), quoted, parsed)
    state = beginning(source, dossier, names)
    state = replace(
        state, context=replace(state.context, without=without, titled=_parties_in_titles(source, passages, names))
    )
    voices = _voices(source, passages, state.context, names)
    decided = rulings_in(source.id, source.text, dossier.rulings, quoted)
    result = []
    for passage in passages:
        statement, state = read(places.here(source, names, passage), state, voices)
        result.append(ruled(statement, decided))
    return tuple(result)


def _unread(source: Source, passage: Passage) -> Statement:
    """Return `passage` of a text that is in no language with a lexicon: shown and cited, and attributed to nobody."""
    which = f"“{source.language}”" if source.language else "no language that the rules know"
    rule = f"the text is in {which}, for which there are no rules: attribution is left out"
    if passage.zone != "body":
        rule = f"not part of the report itself ({passage.zone})"
    form: Form = "unread" if passage.zone == "body" else "reporter's line"
    return Statement(source.id, passage, None, None, (), "none", form, rule, (), (), source.event)


def _voices(source: Source, passages: Sequence[Passage], context: Context, names: Names) -> Voices:
    """Return who speaks in `source` without a cue; `names` are those in its text."""
    spoken = turns(source.text, passages, names) if context.uses("turn") else {}
    together = signatories(passages, source.text, context, names.whole, source.title)
    head = head_of(passages, (source.title, source.kind), source.author, context.home)
    alone = issuer(head, passages, context, names.whole) if together is None and context.uses("issuer") else None
    return Voices(spoken, together, alone)


def beginning(source: Source, dossier: Dossier, names: Names) -> State:
    """Return the state before the first passage of `source`; `names` are those of its text."""
    present = _present(source.text, names)
    home = _home(source, names.whole)
    day = next((one for one in days(source, dossier) if one), "")
    year = int(day[:4]) if day[:4].isdigit() else None
    return State(Context(dossier.parties, entities=names.entities, present=present, home=home, year=year))


def _parties_in_titles(source: Source, passages: Sequence[Passage], names: Names) -> frozenset[str]:
    """Return the parties that the headings before the first sentence of `source` name."""
    first = next((passage.start for passage in passages if passage.zone == "body"), 0)
    found = (name for one in names.find(source.text, 0, first) for name in one.names if name.kind != "title")
    return frozenset(names.entities[one.entity].party or one.entity for one in found)


def _present(text: str, names: Names) -> frozenset[str]:
    """Return the parties that `text` names by any name of theirs or of those who speak for them."""
    every = {name.entity for found in names.find(text, 0, len(text)) for name in found.names if name.kind != "title"}
    return frozenset(names.entities[one].party or one for one in every)


def _home(source: Source, names: Names) -> str | None:
    """Return the party whose government issued `source`, as the name of its publisher or author says."""
    issuer = source.publisher or source.author or ""
    parties = _present(issuer, names)
    itself = any(issuer.removeprefix("The ") in entity.labels + entity.metonyms for entity in names.entities.values())
    if not itself and not _OF_GOVERNMENT.search(issuer):
        return None
    return next(iter(parties)) if len(parties) == 1 else None


def days(source: Source, dossier: Dossier) -> tuple[str | None, str | None]:
    """Return the first and last day (ISO 8601) on which offices are asked for: the event's, else the day of issue."""
    for event in dossier.events:
        if event.id == source.event:
            return event.start, event.end
    return source.issued, source.issued


def read(here: Here, state: State, voices: Voices = NOBODY) -> tuple[Statement, State]:
    """Return the statement of the passage `here` and the state after it."""
    passage = here.passage
    if passage.paragraph != state.context.paragraph:
        state = State(replace(state.context, paragraph=passage.paragraph), state.account, state.lead)
    if passage.zone != "body":
        outside = nobody(here, f"not part of the report itself ({passage.zone})")
        if passage.zone == "heading":
            led = lead(here, state.context, None, None)
            return outside, State(state.context.under_heading(_heading(here, state.context)), lead=led)
        return outside, state
    here = here.read(sources(here.sentence, passage, outside_quotations(here), state.context))
    statement, account = voices.attribute(here, state)
    statement = leave_out_anothers(here, statement)
    own = passage.start in voices.turns or statement.how in ("carried", "issued")
    own = own or (statement.form == "joint text" and statement.cue is None)
    whose = voices.owners(passage.start)
    statement = replace(statement, doubt=doubt(here, statement, state.context, own=whose))
    statement = clausal(here, _addressed(here, statement, state.context), state.context, own=own)
    left = heard(_without_quotations(here), passage.paragraph, state.context, account.who if account else None)
    led = lead(here, state.context, state.lead, account)
    return statement, State(state.context.after(left), account, led)


def _addressed(here: Here, statement: Statement, context: Context) -> Statement:
    """Return `statement` with those it was said to, as far as the words around its cue tell."""
    spans = {
        relation.cue: relation
        for relation in here.relations
        if relation.cue and here.text[slice(*relation.cue)] == statement.cue
    }
    said = next(iter(spans.values()), None)
    if said is None or not (statement.speaker or statement.holders or statement.stranger):
        return statement
    told = addressees(here.sentence, said, statement.speaker, context)
    return replace(statement, addressees=told) if told is not None else statement


def _without_quotations(here: Here) -> Sentence:
    """Return the sentence without what stands in quotation marks: no pronoun outside takes that up."""
    if not here.quoted:
        return here.sentence
    outside = [one for one in here.sentence.found if not any(low <= one.start < high for low, high in here.quoted)]
    return replace(here.sentence, found=tuple(outside))


def _heading(here: Here, context: Context) -> Heard:
    left = heard(here.sentence, here.passage.paragraph, context, None)
    persons = tuple(who for one in here.sentence.found if (who := named_person(context, one)) is not None)
    return replace(left, others=left.others or persons)
