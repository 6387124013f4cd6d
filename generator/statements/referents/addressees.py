"""Addressees: to whom a passage was said, where its own words tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.statements.lexicon.patterns import any_of
from generator.statements.lexicon.verbs import phrases
from generator.statements.mentions.grammar import Sentence, joined, mention_at
from generator.statements.referents.context import Context, Who
from generator.statements.referents.speakers import single
from generator.statements.relation import Relation, Span

# Verbs whose object is who hears it, and those that take *to* or *on* before it.
_TELLING = re.compile(rf"\b(?:{any_of(phrases('hears') | {'made clear to', 'makes clear to', 'make clear to'})})\s+")
_THANKS = re.compile(r"\s+(?:\w+\s+){0,3}(?:thanks|gratitude|greetings|congratulations|condolences|apologies)\s+to\s+")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:also\s+)?$")
# Nobody the dossier knows, and yet no stranger to a reader.
_PUBLIC = re.compile(
    r"(?:the\s+|local\s+|visiting\s+|assembled\s+)?(?:reporters|journalists|media|press|lawmakers|parliament|delegates)\b"
    r"|an?\s+(?:joint\s+)?(?:news|press)\s+conference\b"
)
# What was said while two met was said to the other: the way it is told, and the words that tell it.
_WHILE = r"\b(?:[Dd]uring|[Ii]n|[Aa]t|[Oo]n)\s+(?:[\w’'-]+\s+){0,4}?"
_MEETING = {
    "in talks with": re.compile(_WHILE + r"(?:talks|negotiations)\s+with\s+"),
    "at a meeting with": re.compile(_WHILE + r"meeting\s+with\s+"),
    "in a call with": re.compile(_WHILE + r"(?:call|conversation)\s+with\s+"),
    "receiving": re.compile(r"^(?:[Rr]eceiving|[Hh]osting|[Ww]elcoming)\s+"),
}
_MET = re.compile(r"\b(?:talks|negotiations|meeting|call|conversation)\s+with\s|[Rr]eceiv|[Hh]ost|[Ww]elcom")


@dataclass(frozen=True)
class Addressees:
    """To whom something was said: `way` ("to", "in talks with") goes before `entities` (ids in text order).

    `words` stands for those the dossier does not know ("reporters"); then `entities` is empty.
    """

    way: str
    entities: tuple[str, ...] = ()
    words: str = ""


def addressees(sentence: Sentence, relation: Relation, speaker: str | None, context: Context) -> Addressees | None:
    """Return to whom `relation`, which has its cue in `sentence`, was said by `speaker`; None where nothing tells."""
    if relation.cue is None:
        return None
    told = _told(sentence.text, relation.cue)
    if told is not None:
        heard = _known(sentence, told, speaker, context)
        public = _PUBLIC.match(sentence.text, told, sentence.end)
        if heard or public:
            return Addressees("to", heard, "" if heard or public is None else public.group())
    for way, pattern in _MEETING.items() if _MET.search(sentence.text, sentence.start, sentence.end) else ():
        met = pattern.search(sentence.text[sentence.start : sentence.end])
        at = sentence.start + met.end() if met else None
        if at is not None and not any(start <= at < end for start, end in relation.content):
            heard = _known(sentence, at, speaker, context)
            if heard:
                return Addressees(way, heard)
    return None


def _told(text: str, cue: Span) -> int | None:
    """Return where the words for who hears it begin."""
    verb = _TELLING.search(text, cue[0], cue[1] + 30)
    if verb is not None and verb.start() < cue[1]:
        return None if _PASSIVE.search(text, max(0, verb.start() - 20), verb.start()) else verb.end()
    thanks = _THANKS.match(text, cue[1])
    return thanks.end() if thanks else None


def _known(sentence: Sentence, at: int, speaker: str | None, context: Context) -> tuple[str, ...]:
    """Return the ids of those named at `at`, the speaker and those not known left out."""
    first = mention_at(sentence, at)
    if first is None or first.possessive or first.kind == "document":
        return ()
    heard = [single(sentence, (one.start, one.end), one, context) for one in joined(sentence, first, sentence.end)]
    own = {speaker, context.entity(speaker).party if speaker else None}
    return tuple(dict.fromkeys(id_ for who in heard for id_ in _ids(who) if not own & {*_ids(who)}))


def _ids(who: Who) -> tuple[str, ...]:
    return (who.entity,) if who.entity else who.parties if who.kind == "collective" else ()
