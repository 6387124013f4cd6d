"""Holders: the parties whose position a passage states, which need not be the party of whoever utters it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from generator.statements.lexicon.verbs import STANDS
from generator.statements.mentions.grammar import Sentence, joined
from generator.statements.mentions.mention import Mention
from generator.statements.referents.context import Context, Who
from generator.statements.referents.speakers import who_is
from generator.statements.relation import Relation, Span
from generator.statements.statement import Part

_LEAD = re.compile(r"[\s\"“‘']*(?:that\s+)?(?:(?:in|on|at|for|as)\s[^,]{1,60},\s+)?", re.IGNORECASE)


def holders(sentence: Sentence, contents: Iterable[Span], speaker: Who, context: Context) -> tuple[str, ...]:
    """Return the ids of the parties, in dossier order, whose position the `contents` uttered by `speaker` state.

    That is the speaker's own party, unless he says what several hold together ("that the two sides support").
    """
    if not speaker.parties:
        return ()
    if speaker.kind in {"person", "body", "party", "stranger"}:
        for content in contents:
            both = joint_position(sentence, content, context)
            if set(speaker.parties) <= set(both):
                return in_order(both, context)
    return in_order(speaker.parties, context)


def by_clause(
    sentence: Sentence, passage: Span, relations: Sequence[tuple[Relation, Who]], context: Context
) -> tuple[Part, ...]:
    """Return the clauses of a sentence in which two or more sources state something, each for itself; () elsewhere.

    A clause reaches from source or cue to the end of what is attributed. Where two of them overlap, it is not sure
    whose a word is, and there are none. What another holds in a phrase of it is not its holder's.
    """
    outer: list[Part] = []
    inner: list[Part] = []
    ordered = sorted(relations, key=lambda pair: pair[0].source or (0, 0))
    for _, group in groupby(ordered, key=lambda pair: pair[0].source):
        pairs = list(group)
        who = pairs[0][1]
        contents = [span for relation, _ in pairs for span in relation.content]
        spans = [span for relation, _ in pairs for span in (relation.source, relation.cue, *relation.content) if span]
        start, end = max(passage[0], min(spans)[0]), min(passage[1], max(stop for _, stop in spans))
        held = () if who.candidates else holders(sentence, contents, who, context)
        around = [one for one, _ in relations if one is not pairs[0][0] and _inside((start, end), one)]
        if not around:
            outer.append(Part(start, end, held))
        elif who.parties and all(one.rule in _PHRASES for one in around) and _AFTER.search(sentence.text, 0, start):
            inner.append(Part(start, end, held))
    outer.sort(key=lambda one: one.start)
    every = {one.holders for one in outer}
    others = [replace(one, holders=()) for one in inner if one.holders not in every]
    if (len(every) < 2 and not others) or any(one.end > other.start for one, other in pairwise(outer)):
        return ()
    return (*outer, *others)


# Where a clause stands inside one of these, nobody says it: *insisted on the levy after B rejected the dam*.
_AFTER = re.compile(r"\b(?:after|before|because|since|when|while|as|if|until|although|where)\s+(?:the\s+)?$")
_PHRASES = frozenset(("phrase", "preposition", "infinitive", "adjective", "role", "light verb", "noun"))


def _inside(span: Span, relation: Relation) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in relation.content)


def joint_position(sentence: Sentence, content: Span, context: Context) -> tuple[str, ...]:
    """Return the parties that `content` says hold something together; () if it does not begin with such a clause."""
    start, end = content
    match = _LEAD.match(sentence.text, start, end)
    begin = match.end() if match else start
    for one in sentence.inside(begin, end):
        if one.start > begin + 45:
            break
        last = joined(sentence, one, end)[-1]
        if _cue(sentence, last, end) is None:
            continue
        who = who_is(sentence, (begin, last.end), context)
        if who.kind == "collective" and len(who.parties) > 1:
            return who.parties
    return ()


def _cue(sentence: Sentence, last: Mention, end: int) -> Span | None:
    match = STANDS.match(sentence.text, last.end, end)
    return (match.start("cue"), match.end("cue")) if match else None


def in_order(parties: Iterable[str], context: Context) -> tuple[str, ...]:
    """Return `parties` in the order of the dossier, the ones it does not list as its own after them."""
    wanted = set(parties)
    return (*(one for one in context.parties if one in wanted), *sorted(wanted - set(context.parties)))
