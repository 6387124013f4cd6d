"""Turns: a transcript names who has the word before a colon, and all that follows is that speaker's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.passages.passage import Passage
from generator.statements.discourse.attributing import State, plain
from generator.statements.discourse.going_on import Account
from generator.statements.discourse.here import Here
from generator.statements.discourse.holders import holders
from generator.statements.discourse.joint_talk import OPEN, held_together
from generator.statements.discourse.turn_labels import (
    asks,
    is_answer,
    is_direction,
    is_unnamed,
    labels_that_ask,
    names_nobody,
    parties_speaking,
    turn_labels,
)
from generator.statements.mentions.grammar import Sentence
from generator.statements.mentions.mentions import mentions
from generator.statements.mentions.names import Names
from generator.statements.mentions.parts import persons_called
from generator.statements.referents.context import Who, known
from generator.statements.referents.speakers import who_is
from generator.statements.relation import Span
from generator.statements.statement import Statement

_NO_EVIDENCE = "who asks or leads the talk states no position of a party, and is no evidence"


@dataclass(frozen=True)
class Turn:
    """Words of one who has the word: `label` is where he is named (None: somebody who asks without a label).

    `own` is whether this passage names him, `parties` are those of all who have the word in the talk, `before` are
    the persons of a party whom the text names before its first turn; `asks` is whether he only asks or leads the talk.
    """

    label: Span | None
    own: bool
    parties: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    asks: bool = False


def turns(text: str, passages: Sequence[Passage], names: Names) -> Mapping[int, Turn]:
    """Return whose turn each body passage of a transcript is in, by its start; empty for any other text."""
    labels = turn_labels(text, passages, names)
    if not labels:
        return {}
    parties = parties_speaking(text, labels, names)
    before = _before(text, passages, labels, names)
    ask = labels_that_ask(text, labels, names)
    return {
        start: replace(
            one, parties=parties, before=before, asks=one.label is not None and text[slice(*one.label)] in ask
        )
        for start, one in _each(text, passages, labels)
    }


def _before(text: str, passages: Sequence[Passage], labels: Mapping[int, Span], names: Names) -> frozenset[str]:
    first = min(labels)
    head = [one for one in passages if one.start < first]
    found = (mention for passage in head for mention in mentions(text, passage.start, passage.end, names))
    persons = {one.ids[0] for one in found if one.kind in ("person", "office") and len(one.ids) == 1}
    return frozenset(person for person in persons if names.entities[person].party)


def _each(text: str, passages: Sequence[Passage], labels: Mapping[int, Span]) -> Iterator[tuple[int, Turn]]:
    label: Span | None = None
    paragraph = 0
    # Where none but those who ask are known, a turn ends with its paragraph.
    alone = all(asks(text[slice(*one)]) for one in labels.values())
    unlabelled = _unlabelled(text, passages, labels)
    for passage in passages:
        own = passage.start in labels
        if own:
            label = labels[passage.start]
        elif passage.paragraph in unlabelled and passage.zone == "body":
            label = None
            yield passage.start, Turn(None, False)
        elif _ends_turn(passage) or (alone and passage.paragraph != paragraph):
            label = None
        if label is not None and passage.zone == "body":
            yield passage.start, Turn(label, own)
        paragraph = passage.paragraph


def _ends_turn(passage: Passage) -> bool:
    """Say whether a passage is a heading, and none that tells of the talk: "(Applause)"."""
    return passage.zone == "heading" and not re.match(r"\s*[(\[]", passage.quote)


def _unlabelled(text: str, passages: Sequence[Passage], labels: Mapping[int, Span]) -> frozenset[int]:
    """Return the paragraphs that are questions without a label, as printed interviews set them.

    One ends in a question mark before a turn of somebody who does not ask; what has several sentences, only between two
    turns of the same speaker.
    """
    found: set[int] = set()
    sizes = Counter(one.paragraph for one in passages if one.zone == "body")
    said, labelled = "", 0
    for passage, following in pairwise(passages):
        if passage.start in labels:
            said = text[slice(*labels[passage.start])]
            labelled = passage.paragraph
        if not said or passage.zone != "body" or following.start not in labels or passage.paragraph == labelled:
            continue
        answer = text[slice(*labels[following.start])]
        whole = sizes[passage.paragraph] == 1 or answer == said
        if passage.quote.endswith("?") and not asks(answer) and whole:
            found.add(passage.paragraph)
    return frozenset(found)


def attribute_turn(here: Here, state: State, turn: Turn) -> tuple[Statement, Account | None]:
    """Return `here` as the words of whoever has the word in a transcript."""
    if turn.label is None:
        return replace(plain(here), asks=True, rule=_NO_EVIDENCE), None
    words = here.text[slice(*turn.label)]
    begin = turn.label[1] + 1 if turn.own else here.passage.start
    if is_direction(here.text[begin : here.passage.end]):
        return replace(plain(here), rule="told of the talk, and said by nobody"), None
    if turn.asks:
        return _asked(here, turn, words), None
    who = _speaker(here, state, turn, turn.label)
    held = holders(here.sentence, ((begin, here.passage.end),), who, state.context)
    before = state.account is not None and len(state.account.holders) > 1
    words_here = Sentence(here.text, begin, here.sentence.end, here.sentence.found)
    every = turn.parties if state.context.uses("agreed by all who met") else frozenset()
    together = held_together(words_here, who, every, state.context, before=before)
    # In a talk of several, *we* may be all of them or one alone.
    open_ = bool(together) or (len(turn.parties) > 1 and OPEN.search(here.text, begin, here.passage.end) is not None)
    held = together or held
    speaker = who.entity if who.kind in {"person", "body"} else None
    statement = replace(
        plain(here),
        speaker=speaker,
        cue=":" if turn.own else None,
        holders=held,
        how="cue" if turn.own else "carried",
        form="direct quotation",
        rule=f"in a transcript “{words}” has the word",
        candidates=who.candidates,
        named=who.named and not open_,
        stranger=who.words if who.kind == "stranger" else "",
    )
    return statement, Account(who, held, here.passage, True) if speaker else None


def _speaker(here: Here, state: State, turn: Turn, label: Span) -> Who:
    """Return who has the word under `label`."""
    words, context = here.text[slice(*label)], state.context
    told = persons_called(words, here.names)
    if len(told) == 1 and told[0] in here.names.by_label.values():
        return known(context, told[0])
    if is_answer(words) and len(turn.before) == 1:
        # Whoever is questioned is the one person whom the text names before its first question.
        return known(context, next(iter(turn.before)))
    if names_nobody(words):
        return Who("stranger", words=words)
    who = who_is(here.stretch(*label), label, context)
    office = {id_ for one in mentions(here.text, *label, here.names) if one.kind == "office" for id_ in one.ids}
    if len(first := turn.before & office) == 1:
        return known(
            context, next(iter(first)), f"“{words}” is the one of that office whom the title or first line names"
        )
    if who.entity or who.candidates:
        return who
    parties = {context.entity(person).party for person in told}
    party = next(iter(parties)) if len(parties) == 1 else None
    if not who.parties and is_unnamed(words):
        party = context.home
    return replace(who, parties=(party,)) if party else who


def _asked(here: Here, turn: Turn, words: str) -> Statement:
    """Return `here` as part of a question: whatever it says of a party, it is a position of none."""
    return replace(
        plain(here),
        cue=":" if turn.own else None,
        how="cue" if turn.own else "carried",
        form="direct quotation",
        rule=f"in a transcript “{words}” has the word: {_NO_EVIDENCE}",
        stranger=words,
        asks=True,
    )
