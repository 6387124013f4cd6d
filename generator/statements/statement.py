"""Statements: every passage of a source with who uttered it, with which cue, and whose position it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.dossier.dossier import Dossier, Ruling
from generator.passages.passage import Passage
from generator.sources import Source
from generator.statements import carrying
from generator.statements.context import Context, Heard, Who, named_person
from generator.statements.holders import holders, in_order, joint_position
from generator.statements.mentions import Mention, mentions
from generator.statements.names import Names, names_on
from generator.statements.relation import How, Relation
from generator.statements.relations import relations
from generator.statements.speakers import heard, subject_mention
from generator.statements.utterance import Utterance, is_doing, touching, utterance

Form = Literal["direct quotation", "reported speech", "mixed", "joint text", "reporter's line"]
_FORMS: dict[str, Form] = {"direct": "direct quotation", "indirect": "reported speech", "mixed": "mixed"}
_NOBODY = Who("nobody", named=False)


@dataclass(frozen=True)
class Statement:
    """A passage with its attribution.

    `speaker` is the entity id of who uttered it (None: not attributed), `holders` the ids of the parties whose position it
    states, in dossier order; `cue` the cue words in this passage. `how` and `rule` say how that was found, `named` whether
    the passage itself names or describes its source. `candidates` are entity ids when two or more could be meant, and so
    none is given. `relations` are those that overlap the passage.
    """

    source: str
    passage: Passage
    speaker: str | None
    cue: str | None
    holders: tuple[str, ...]
    how: How
    form: Form
    rule: str
    candidates: tuple[str, ...]
    relations: tuple[Relation, ...]
    event: str | None
    named: bool = False

    @property
    def inferred(self) -> bool:
        """Whether the attribution rests on more than this passage: a pronoun, or an account that goes on."""
        return self.how != "none" and not self.named


@dataclass(frozen=True)
class Account:
    """Somebody's account as it stood after the passage before: it may go on."""

    who: Who
    holders: tuple[str, ...]
    passage: Passage
    direct: bool


def statements(source: Source, passages: Sequence[Passage], dossier: Dossier) -> tuple[Statement, ...]:
    """Return one statement for each of `passages`, in their order; outside the body nobody is attributed to."""
    first, last = days(source, dossier)
    names = names_on(dossier.entities, first, last)
    reader = _Reader(source, names, relations(source.text, passages))
    context = Context(dossier.parties, entities=tuple((one.id, one) for one in dossier.entities))
    account: Account | None = None
    result = []
    for passage in passages:
        statement, context, account = reader.read(passage, context, account)
        result.append(ruled(statement, dossier.rulings))
    return tuple(result)


def days(source: Source, dossier: Dossier) -> tuple[str | None, str | None]:
    """Return the first and last day (ISO 8601) on which offices are asked for: the event's, else the day of issue."""
    for event in dossier.events:
        if event.id == source.event:
            return event.start, event.end
    return source.issued, source.issued


def ruled(statement: Statement, rulings: Sequence[Ruling]) -> Statement:
    """Return `statement` as a person decided it, where one did; what the ruling leaves open stays with the rules."""
    for ruling in rulings:
        if ruling.source != statement.source or ruling.quote not in statement.passage.quote:
            continue
        statement = replace(
            statement,
            speaker=statement.speaker if ruling.speaker is None else ruling.speaker,
            holders=statement.holders if ruling.holders is None else ruling.holders,
            event=statement.event if ruling.event is None else ruling.event,
            candidates=() if ruling.speaker is not None else statement.candidates,
            rule=f"decided by a person: {ruling.note}" if ruling.note else "decided by a person",
        )
    return statement


@dataclass(frozen=True)
class _Reader:
    """Reads one source passage by passage; what it learns goes into the context and the account that it returns."""

    source: Source
    names: Names
    relations: tuple[Relation, ...]

    def read(
        self, passage: Passage, context: Context, account: Account | None
    ) -> tuple[Statement, Context, Account | None]:
        text = self.source.text
        if passage.zone != "body":
            if passage.zone == "heading":
                return self._plain(passage), context.under_heading(self._heading(passage, context)), None
            return self._plain(passage), context, account
        found = mentions(text, passage.start, passage.end, self.names)
        said = utterance(text, passage, self.relations, found, context)
        statement, account = self._attributed(passage, found, context, account, said)
        who = self._who(statement, said, account)
        left = heard(text, (passage.start, passage.end), passage.paragraph, found, context, who)
        return statement, context.after(left), account

    def _who(self, statement: Statement, said: Utterance | None, account: Account | None) -> Who | None:
        """Who the sentence leaves behind as its subject."""
        if said is not None:
            return said.who
        return account.who if account is not None and statement.how == "carried" and statement.speaker else None

    def _heading(self, passage: Passage, context: Context) -> Heard:
        found = mentions(self.source.text, passage.start, passage.end, self.names)
        left = heard(self.source.text, (passage.start, passage.end), passage.paragraph, found, context, None)
        persons = tuple(who for one in found if (who := named_person(context, one)) is not None)
        return replace(left, others=left.others or persons)

    def _attributed(
        self,
        passage: Passage,
        found: Sequence[Mention],
        context: Context,
        account: Account | None,
        said: Utterance | None,
    ) -> tuple[Statement, Account | None]:
        if said is not None:
            statement = self._said(passage, found, context, said)
            direct = said.relation.kind == "direct"
            return statement, Account(said.who, statement.holders, passage, direct)
        for attempt in (self._quoted_elsewhere, self._goes_on, self._joint):
            statement_and_account = attempt(passage, found, context, account)
            if statement_and_account is not None:
                return statement_and_account
        return self._plain(passage), None

    def _said(self, passage: Passage, found: Sequence[Mention], context: Context, said: Utterance) -> Statement:
        relation, who = said.relation, said.who
        cue = self.source.text[slice(*relation.cue)] if relation.cue else None
        if said.others and not all(one.kind == "party" for one in (who, *said.others)):
            everyone = (who, *said.others)
            ids = tuple(dict.fromkeys(one.entity for one in everyone if one.entity))
            rule = "the sentence attributes to several: " + ", ".join(
                one.words or one.entity or "?" for one in everyone
            )
            return replace(self._plain(passage), cue=cue, rule=rule, candidates=ids, how="none")
        held = holders(self.source.text, relation.content, who, found, context)
        if said.others:
            held = in_order((*held, *(party for one in said.others for party in one.parties)), context)
        if who.kind == "body" or (not held and who.kind == "stranger" and said.inner):
            held = self._held_inside(said, context) or held
        speaker = who.entity if who.kind in {"person", "body"} else None
        form = "joint text" if who.kind in {"collective", "document"} and speaker is None else _FORMS[relation.kind]
        return Statement(
            self.source.id, passage, speaker, cue, held, said.how if speaker or held else "none",
            form if speaker or held or cue else "reporter's line", who.rule, who.candidates,
            touching(passage, self.relations), self.source.event, who.named,
        )  # fmt: skip

    def _held_inside(self, said: Utterance, context: Context) -> tuple[str, ...]:
        """Whose position a text or a body reports: that of the party or parties it says hold it."""
        for one in said.inner:
            if one.parties and one.kind in {"party", "collective"}:
                return in_order(one.parties, context)
        return ()

    def _quoted_elsewhere(
        self, passage: Passage, found: Sequence[Mention], context: Context, account: Account | None
    ) -> tuple[Statement, Account | None] | None:
        """A quotation whose cue stands in another sentence."""
        text = self.source.text
        for relation in touching(passage, self.relations):
            if relation.source is None or not any(
                start < passage.end and passage.start < end for start, end in relation.content
            ):
                continue
            line = text.rfind("\n", 0, relation.source[0]) + 1
            around = mentions(text, line, relation.source[1], self.names)
            said = utterance(text, replace(passage, start=line, end=relation.source[1]), [relation], around, context)
            if said is not None and said.who.entity:
                held = holders(text, [(passage.start, passage.end)], said.who, found, context)
                rule = f"the quotation goes on; {said.who.rule}"
                statement = self._carried(passage, said.who, held, rule, relation)
                return statement, Account(said.who, held, passage, relation.kind == "direct")
        return None

    def _goes_on(
        self, passage: Passage, found: Sequence[Mention], context: Context, account: Account | None
    ) -> tuple[Statement, Account | None] | None:
        """A sentence without a cue inside somebody's account."""
        if account is None:
            return None
        same_paragraph = account.passage.paragraph == passage.paragraph
        next_paragraph = account.passage.paragraph + 1 == passage.paragraph
        quoted = passage.quote[:1] in "“\"‘'" and passage.quote.rstrip()[-1:] in "”\"’'"
        view = carrying.is_view(passage.quote)
        if quoted and account.who.kind == "person" and (same_paragraph or (next_paragraph and account.direct)):
            rule = "a quotation without a cue, directly after words of the same speaker"
        elif same_paragraph and view:
            rule = "a view without a cue, within the account of the sentence before"
        elif next_paragraph and carrying.is_demand(passage.quote):
            rule = "a demand without a cue, directly after the account of the paragraph before"
        else:
            return None
        if account.who.kind == "person":
            held = holders(self.source.text, [(passage.start, passage.end)], account.who, found, context)
        else:
            held = account.holders
        statement = self._carried(passage, account.who, held, rule, None)
        if not statement.holders and not statement.speaker:
            return None
        return statement, replace(account, passage=passage)

    def _joint(
        self, passage: Passage, found: Sequence[Mention], context: Context, account: Account | None
    ) -> tuple[Statement, Account | None] | None:
        """What the parties together will do or hold, said by no one person."""
        del account
        left = heard(self.source.text, (passage.start, passage.end), passage.paragraph, found, context, None)
        who = left.subject
        if who is None or who.kind != "collective" or len(who.parties) < 2:
            return None
        stands = joint_position(self.source.text, (passage.start, passage.end), found, context)
        one = subject_mention(self.source.text, (passage.start, passage.end), found)
        ahead = one is not None and self.source.text[one.end : passage.end].lstrip()[:60]
        will = bool(ahead) and carrying.announces(str(ahead))
        if not stands and not will:
            return None
        held = in_order(who.parties, context)
        rule = f"{who.rule}, and the sentence says what they hold or will do"
        statement = replace(self._carried(passage, who, held, rule, None), how="collective", named=who.named)
        return statement, Account(who, held, passage, False)

    def _carried(
        self, passage: Passage, who: Who, held: tuple[str, ...], rule: str, relation: Relation | None
    ) -> Statement:
        speaker = who.entity if who.kind in {"person", "body"} else None
        form: Form = "joint text" if who.kind in {"collective", "document"} else "reported speech"
        if relation is not None:
            form = _FORMS[relation.kind]
        elif passage.quote[:1] in '“"':
            form = "direct quotation"
        return Statement(
            self.source.id, passage, speaker, None, held, "carried", form, rule, (),
            touching(passage, self.relations), self.source.event,
        )  # fmt: skip

    def _plain(self, passage: Passage) -> Statement:
        overlapping = touching(passage, self.relations) if passage.zone == "body" else ()
        doings = [one for one in overlapping if is_doing(self.source.text, one)]
        rule = "tells what happened" if doings else "nobody is said to have said it"
        if passage.zone != "body":
            rule = f"not part of the text itself ({passage.zone})"
        return Statement(
            self.source.id, passage, None, None, (), "none", "reporter's line", rule, (), overlapping, self.source.event
        )
