"""Holders: the parties whose position a passage states, which need not be the party of whoever utters it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.statements.lexicon.verbs import STANDS
from generator.statements.mentions.grammar import Sentence, joined
from generator.statements.mentions.mention import Mention
from generator.statements.referents.context import Context, Who
from generator.statements.referents.speakers import who_is
from generator.statements.relation import Span

_LEAD = re.compile(r"[\s\"“‘']*(?:that\s+)?(?:(?:in|on|at|for|as|during|after)\s[^,]{1,60},\s+)?", re.IGNORECASE)


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


def joint_position(sentence: Sentence, content: Span, context: Context) -> tuple[str, ...]:
    """Return the parties that `content` says hold something together; () if it does not begin with such a clause."""
    start, end = content
    if not context.uses("position together"):
        return ()
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
    return (*(party for party in context.parties if party in wanted), *sorted(wanted - set(context.parties)))
