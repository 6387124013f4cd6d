"""Reading a source from its first passage to its last: what was heard before decides who is meant next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.dossier.dossier import Dossier
from generator.passages.passage import Passage
from generator.sources import Source
from generator.statements.antecedents import named_person
from generator.statements.attributing import State, attributed, nobody
from generator.statements.context import Context, Heard
from generator.statements.grammar import Sentence
from generator.statements.hearing import heard
from generator.statements.here import Here, Places
from generator.statements.lists import lead
from generator.statements.names import Names, NamesIn, names_on
from generator.statements.quoting import quotations
from generator.statements.relations import relations
from generator.statements.statement import Statement, ruled


def statements(source: Source, passages: Sequence[Passage], dossier: Dossier) -> tuple[Statement, ...]:
    """Return one statement for each of `passages`, in their order; outside the body nobody is attributed to."""
    names = NamesIn(names_on(dossier.entities, *days(source, dossier)), source.text)
    places = Places(passages, relations(source.text, passages), quotations(source.text, passages))
    present = _present(source.text, names)
    state = State(Context(dossier.parties, entities=names.entities, present=present))
    result = []
    for passage in passages:
        statement, state = read(places.here(source, names, passage), state)
        result.append(ruled(statement, dossier.rulings))
    return tuple(result)


def _present(text: str, names: Names) -> frozenset[str]:
    """Return the parties that `text` names by any name of theirs or of those who speak for them."""
    every = {name.entity for found in names.find(text, 0, len(text)) for name in found.names if name.kind != "title"}
    return frozenset(names.entities[one].party or one for one in every)


def days(source: Source, dossier: Dossier) -> tuple[str | None, str | None]:
    """Return the first and last day (ISO 8601) on which offices are asked for: the event's, else the day of issue."""
    for event in dossier.events:
        if event.id == source.event:
            return event.start, event.end
    return source.issued, source.issued


def read(here: Here, state: State) -> tuple[Statement, State]:
    """Return the statement of the passage `here` and the state after it."""
    passage = here.passage
    if passage.zone != "body":
        outside = nobody(here, f"not part of the report itself ({passage.zone})")
        if passage.zone == "heading":
            led = lead(here, state.context, None, None)
            return outside, State(state.context.under_heading(_heading(here, state.context)), lead=led)
        return outside, state
    statement, account = attributed(here, state)
    left = heard(_without_quotations(here), passage.paragraph, state.context, account.who if account else None)
    led = lead(here, state.context, state.lead, account)
    return statement, State(state.context.after(left), account, led)


def _without_quotations(here: Here) -> Sentence:
    """Return the sentence without what stands in quotation marks: no pronoun outside takes that up."""
    outside = [one for one in here.sentence.found if not any(low <= one.start < high for low, high in here.quoted)]
    return replace(here.sentence, found=tuple(outside))


def _heading(here: Here, context: Context) -> Heard:
    left = heard(here.sentence, here.passage.paragraph, context, None)
    persons = tuple(who for one in here.sentence.found if (who := named_person(context, one)) is not None)
    return replace(left, others=left.others or persons)
