"""Reading a source from its first passage to its last: what was heard before decides who is meant next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.dossier.dossier import Dossier
from generator.passages.passage import Passage
from generator.sources import Source
from generator.statements.carrying import PAST
from generator.statements.context import Context, Heard, Who, named_person
from generator.statements.going_on import Account, goes_on, starts_here
from generator.statements.grammar import Sentence
from generator.statements.hearing import actor, heard
from generator.statements.holders import holders, in_order
from generator.statements.mentions import mentions
from generator.statements.names import Names, names_on
from generator.statements.quoting import is_quoted, quotations
from generator.statements.relation import How, Relation, Span
from generator.statements.relations import relations
from generator.statements.shapes import Shape, by_shape
from generator.statements.statement import Form, Statement, ruled
from generator.statements.utterance import Utterance, is_doing, is_passive, is_strangers, touching, utterance

_FORMS: dict[str, Form] = {"direct": "direct quotation", "indirect": "reported speech", "mixed": "mixed"}


def statements(source: Source, passages: Sequence[Passage], dossier: Dossier) -> tuple[Statement, ...]:
    """Return one statement for each of `passages`, in their order; outside the body nobody is attributed to."""
    names = names_on(dossier.entities, *days(source, dossier))
    every = relations(source.text, passages)
    reader = Reader(source, names, every, quotations(source.text, passages))
    state = State(Context(dossier.parties, entities=tuple((one.id, one) for one in dossier.entities)))
    result = []
    for passage in passages:
        statement, state = reader.read(passage, state)
        result.append(ruled(statement, dossier.rulings))
    return tuple(result)


def days(source: Source, dossier: Dossier) -> tuple[str | None, str | None]:
    """Return the first and last day (ISO 8601) on which offices are asked for: the event's, else the day of issue."""
    for event in dossier.events:
        if event.id == source.event:
            return event.start, event.end
    return source.issued, source.issued


@dataclass(frozen=True)
class State:
    """What stands before the next passage: who was heard, and whose account may go on."""

    context: Context
    account: Account | None = None


@dataclass(frozen=True)
class Reader:
    """One source, and what is found in it once; `read` takes it passage by passage."""

    source: Source
    names: Names
    relations: tuple[Relation, ...]
    quoted: tuple[Span, ...]

    def read(self, passage: Passage, state: State) -> tuple[Statement, State]:
        """Return the statement of `passage` and the state after it."""
        if passage.zone == "heading":
            return self._outside(passage), State(state.context.under_heading(self._heading(passage, state.context)))
        if passage.zone != "body":
            return self._outside(passage), state
        sentence = self._sentence(passage)
        statement, account = self._attributed(passage, sentence, state)
        left = heard(
            self._without_quotations(sentence), passage.paragraph, state.context, account.who if account else None
        )
        return statement, State(state.context.after(left), account)

    def _sentence(self, passage: Passage) -> Sentence:
        text = self.source.text
        return Sentence(text, passage.start, passage.end, mentions(text, passage.start, passage.end, self.names))

    def _without_quotations(self, sentence: Sentence) -> Sentence:
        """Return `sentence` without what stands in quotation marks: no pronoun outside takes that up."""
        outside = tuple(
            one for one in sentence.found if not any(start <= one.start < end for start, end in self.quoted)
        )
        return replace(sentence, found=outside)

    def _heading(self, passage: Passage, context: Context) -> Heard:
        sentence = self._sentence(passage)
        left = heard(sentence, passage.paragraph, context, None)
        persons = tuple(who for one in sentence.found if (who := named_person(context, one)) is not None)
        return replace(left, others=left.others or persons)

    def _attributed(self, passage: Passage, sentence: Sentence, state: State) -> tuple[Statement, Account | None]:
        said = utterance(sentence, passage, self.relations, state.context)
        if said is not None and said.who.kind != "stranger":
            return self._said(passage, sentence, state, said)
        quoted = is_quoted(self.source.text, passage, self.quoted)
        shape = None if quoted else by_shape(sentence, self.quoted, state.context)
        if said is not None:
            own = shape if shape is not None and _is_meant(self.source.text, shape, said) else None
            return self._shaped(passage, sentence, state, own) if own else self._said(passage, sentence, state, said)
        return self._quotation_goes_on(passage, sentence, state) or self._without_cue(passage, sentence, state, shape)

    def _said(
        self, passage: Passage, sentence: Sentence, state: State, said: Utterance
    ) -> tuple[Statement, Account | None]:
        """Read a sentence that has a source and a cue of its own."""
        relation, who, context = said.relation, said.who, state.context
        cue = self.source.text[slice(*relation.cue)] if relation.cue else None
        if len(said.others) and not all(one.kind == "party" for one in (who, *said.others)):
            return self._of_several(passage, cue, (who, *said.others)), None
        held = holders(sentence, relation.content, who, context)
        if said.others:
            held = in_order((*held, *(party for one in said.others for party in one.parties)), context)
        if who.kind == "body" or not held:
            held = _held_inside(said, context) or held
        account = Account(who, held, passage, relation.kind == "direct")
        if (
            who.kind == "party"
            and state.account is not None
            and state.account.includes(passage, who)
            and not PAST.search(cue or "")
        ):
            rule = f"the party's position, within {state.account.who.words}'s account"
            return self._carried(passage, state.account.who, held, rule, None), replace(state.account, passage=passage)
        speaker = who.entity if who.kind in {"person", "body"} else None
        form = "joint text" if who.kind in {"collective", "document"} else _FORMS[relation.kind]
        return Statement(
            self.source.id, passage, speaker, cue, held, said.how, form, who.rule, who.candidates,
            touching(passage, self.relations), self.source.event, who.named,
        ), account  # fmt: skip

    def _of_several(self, passage: Passage, cue: str | None, everyone: Sequence[Who]) -> Statement:
        ids = tuple(dict.fromkeys(one.entity for one in everyone if one.entity))
        rule = "the sentence attributes to several: " + ", ".join(one.words or one.entity or "?" for one in everyone)
        return replace(self._plain(passage), cue=cue, rule=rule, candidates=ids)

    def _quotation_goes_on(
        self, passage: Passage, sentence: Sentence, state: State
    ) -> tuple[Statement, Account | None] | None:
        """Read a quotation whose cue stands in another sentence of it."""
        text = self.source.text
        around = [span for span in self.quoted if span[0] < passage.end and passage.start < span[1]]
        for relation in self.relations:
            covers = any(start < high and low < end for start, end in relation.content for low, high in around)
            if relation.source is None or not covers or relation.kind == "indirect":
                continue
            low = min(relation.source[0], relation.cue[0]) if relation.cue else relation.source[0]
            high = max(relation.source[1], relation.cue[1]) if relation.cue else relation.source[1]
            begin = max(text.rfind("\n", 0, low) + 1, low - 400)
            there = Sentence(text, begin, high, mentions(text, begin, high, self.names))
            beside = replace(passage, start=low, end=high)
            said = utterance(there, beside, (relation,), state.context)
            if said is not None and said.who.entity:
                held = holders(sentence, ((passage.start, passage.end),), said.who, state.context)
                rule = f"the quotation runs over several sentences; {said.who.rule}"
                return (
                    self._carried(passage, said.who, held, rule, relation),
                    Account(said.who, held, passage, True),
                )
        return None

    def _without_cue(
        self, passage: Passage, sentence: Sentence, state: State, shape: Shape | None
    ) -> tuple[Statement, Account | None]:
        """Read a sentence without one: a position in its own words, an account that goes on, or the reporter's line."""
        if shape is not None and (shape.says or shape.who.kind != "party"):
            return self._shaped(passage, sentence, state, shape)
        quoted = is_quoted(self.source.text, passage, self.quoted)
        strange = not quoted and is_strangers(sentence, passage, self.relations, state.context)
        acts = None if quoted else actor(sentence, state.context)
        carried = goes_on(passage, state.account or starts_here(passage, state.context), acts, quoted, strange)
        if carried is not None:
            account, rule = carried
            held = account.holders
            if account.who.kind == "person":
                held = holders(sentence, ((passage.start, passage.end),), account.who, state.context)
            left = replace(account, passage=passage, holders=held)
            return self._carried(passage, account.who, held, rule, None), left
        if shape is not None:
            return self._shaped(passage, sentence, state, shape)
        return self._plain(passage), None

    def _shaped(
        self, passage: Passage, sentence: Sentence, state: State, shape: Shape
    ) -> tuple[Statement, Account | None]:
        """Read what a party, a person or several say, hold or announce, by the shape of the sentence."""
        who = shape.who
        held = holders(sentence, shape.contents, who, state.context)
        speaker = who.entity if who.kind in {"person", "body"} else None
        cue = self.source.text[slice(*shape.cue)] if shape.cue else None
        form = "joint text" if who.kind in {"collective", "document"} else _FORMS[shape.kind]
        how: How = "cue" if who.named else "pronoun"
        how = "collective" if who.kind == "collective" else "document" if who.kind == "document" else how
        statement = Statement(
            self.source.id, passage, speaker, cue, held, how, form, who.rule or "named in the sentence", who.candidates,
            touching(passage, self.relations), self.source.event, who.named,
        )  # fmt: skip
        return statement, Account(who, held, passage, shape.kind == "direct")

    def _carried(
        self, passage: Passage, who: Who, held: tuple[str, ...], rule: str, relation: Relation | None
    ) -> Statement:
        speaker = who.entity if who.kind in {"person", "body"} else None
        form: Form = "joint text" if who.kind in {"collective", "document"} else "reported speech"
        if relation is not None:
            form = _FORMS[relation.kind]
        elif is_quoted(self.source.text, passage, self.quoted):
            form = "direct quotation"
        return Statement(
            self.source.id, passage, speaker, None, held, "carried", form, rule, (),
            touching(passage, self.relations), self.source.event,
        )  # fmt: skip

    def _plain(self, passage: Passage) -> Statement:
        overlapping = touching(passage, self.relations)
        doings = any(is_doing(self.source.text, one) for one in overlapping)
        rule = "tells what was done" if doings else "nobody is said to have said it"
        return self._nobody(passage, rule, overlapping)

    def _outside(self, passage: Passage) -> Statement:
        return self._nobody(passage, f"not part of the report itself ({passage.zone})", ())

    def _nobody(self, passage: Passage, rule: str, overlapping: tuple[Relation, ...]) -> Statement:
        line: Form = "reporter's line"
        event = self.source.event
        return Statement(self.source.id, passage, None, None, (), "none", line, rule, (), overlapping, event)


def _held_inside(said: Utterance, context: Context) -> tuple[str, ...]:
    """Whose position a text, a body or a stranger reports: that of the party or parties it says hold it."""
    for one in said.inner:
        if one.parties and one.kind in {"party", "collective"} and said.channel:
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
