"""Shapes: who speaks or holds something in a sentence of a plain shape, where no attribution relation says it.

Only a source that the dossier knows counts here, so that nothing is read into a sentence about others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.statements.antecedents import pronoun
from generator.statements.carrying import announces
from generator.statements.context import Context, Who
from generator.statements.grammar import Sentence, joined, mention_at, subject_mention
from generator.statements.hearing import actor
from generator.statements.mention import PERSONAL, Mention
from generator.statements.relation import Kind, Span
from generator.statements.sides import by_all
from generator.statements.speakers import who_is
from generator.statements.verbs import SAYING, SAYS_NEXT, STANDS, is_silent

_ACCORDING = re.compile(r"[\s“\"]*(?P<cue>according to)\s+(?P<source>[^,]{2,90}),\s", re.IGNORECASE)
_IN_VIEW = re.compile(
    r"[\s“\"]*(?P<cue>in (?P<whose>his|her) (?:own )?(?:view|opinion|eyes|judg[e]?ment|words))\b", re.IGNORECASE
)
_QUOTED_AS = re.compile(r"\s+(?P<cue>(?:was|were|is|are|has been) (?:also )?(?:quoted|cited))\b.{0,60}?\bas saying\b")
# "Moreau shot back that", "Moreau made clear that": whatever the verb, what follows is hers.
_VERB_THAT = re.compile(r"(?:,[^,]{1,60},)?\s+(?P<cue>(?:\w+ly\s+)?[a-z]+(?:ed|t|d|e|s)(?:\s+[a-z]+){0,2})\s+that\s")
_NOT_SAYING_THAT = re.compile(
    r"\b(?:is|was|are|were|be|has|had|of|in|on|at|with|by|to|for|from|the|a|an|visit\w+|met)\b"
)
_PARTICIPLE = re.compile(rf",\s+(?P<cue>(?:{SAYING.pattern}))\s+(?:that|how)\s", re.IGNORECASE)
_AND_SAID = re.compile(
    r"\s+and\s+(?P<cue>(?:\w+ly\s+|also\s+)?(?:noted|expressed|agreed|stressed|reaffirmed|reiterated|pledged|affirmed|"
    r"underlined|emphasi[sz]ed|called|welcomed|condemned|urged|decided|undertook))\s"
)
_NEXT_VERB = re.compile(
    r"(?:,[^,“”\"]{1,60},)?\s+(?P<cue>(?:\w+ly\s+|also\s+|then\s+)?[a-z]+(?:ed|s|d|t|e))(?=[\s.,:;]|$)"
)
_VERB_FIRST = re.compile(r"[,\s]*(?P<cue>[a-z]+(?:ed|s|d|e))\s+(?P<source>[^,.;“”\"]{2,80})")
_NO_VERB = frozenset(
    "is was has does as whose its this us the are were had said’s once because while those these".split()
)
_AGREED = re.compile(
    r"\bit\s+(?P<cue>(?:was|is|has been)\s+(?:also |further |jointly |mutually )?(?:agreed|decided|resolved|"
    r"(?P<fact>confirmed|concluded|noted|stressed|emphasi[sz]ed|underlined)))\b(?!\s+by\b)",
    re.IGNORECASE,
)
_TALKS = re.compile(r"\b(?:meetings?|talks|views|discussions?|conversations?|negotiations?|visit|summit|sides)\b", re.I)


@dataclass(frozen=True)
class Shape:
    """Who is the source, with the span of the cue (None: the sentence commits itself) and of what is said or held."""

    who: Who
    cue: Span | None
    contents: tuple[Span, ...]
    kind: Kind
    says: bool


def by_shape(sentence: Sentence, quoted: Sequence[Span], context: Context) -> Shape | None:
    """Return who says or holds something in `sentence`; `quoted` are the quotations of the text."""
    outside = replace(sentence, found=tuple(one for one in sentence.found if not _inside(one.start, quoted)))
    for shape in (
        _according_to(outside, context),
        _beside_quotation(outside, quoted, context),
        _subject_says(outside, context),
    ):
        if shape is not None and _known(shape.who):
            return shape
    return None


def _inside(place: int, quoted: Sequence[Span]) -> bool:
    return any(start <= place < end for start, end in quoted)


def _known(who: Who) -> bool:
    return bool(who.entity or who.parties)


def _according_to(sentence: Sentence, context: Context) -> Shape | None:
    text, end = sentence.text, sentence.end
    if match := _ACCORDING.match(text, sentence.start, end):
        who = who_is(sentence, match.span("source"), context)
        return Shape(who, match.span("cue"), ((match.end(), end),), "indirect", True)
    if match := _IN_VIEW.match(text, sentence.start, end):
        who = pronoun(context, PERSONAL[match["whose"].lower()])
        return Shape(who, match.span("cue"), ((match.end(), end),), "indirect", True)
    return None


def _beside_quotation(sentence: Sentence, quoted: Sequence[Span], context: Context) -> Shape | None:
    """Read “…,” Moreau quipped; “…,” asked Moreau; Moreau put it this way: “…”."""
    text = sentence.text
    mine = [span for span in quoted if sentence.start <= span[0] and span[1] <= sentence.end]
    for start, end in mine:
        stop = min((span[0] for span in mine if span[0] >= end), default=sentence.end)
        closes = text[end - 2 : end - 1] in ",?!." or text[end : end + 1] == ","
        found = _name_and_verb(sentence, end, stop, context) or _verb_and_name(sentence, end, stop, context)
        if closes and found is not None:
            who, cue = found
            return Shape(who, cue, tuple(mine), "direct", True)
        acts = actor(sentence, context) if text[sentence.start : start].rstrip().endswith(":") else None
        if acts is not None:
            return Shape(acts, None, tuple(mine), "direct", True)
    return None


def _name_and_verb(sentence: Sentence, start: int, stop: int, context: Context) -> tuple[Who, Span] | None:
    begin = start + len(re.match(r"[,\s]*", sentence.text[start:stop])[0])  # type: ignore[index]  # matches always
    one = mention_at(sentence, begin)
    if one is None or one.end > stop or one.possessive:
        return None
    verb = _NEXT_VERB.match(sentence.text, one.end, sentence.end)
    if verb is None or verb["cue"].split()[-1] in _NO_VERB:
        return None
    return who_is(sentence, (begin, one.end), context), verb.span("cue")


def _verb_and_name(sentence: Sentence, start: int, stop: int, context: Context) -> tuple[Who, Span] | None:
    verb = _VERB_FIRST.match(sentence.text, start, stop)
    if verb is None or verb["cue"] in _NO_VERB:
        return None
    return who_is(sentence, verb.span("source"), context), verb.span("cue")


def _subject_says(sentence: Sentence, context: Context) -> Shape | None:
    """Read a sentence whose subject says, holds or announces something."""
    one = subject_mention(sentence)
    if (agreed := _agreed_by_all(sentence, one)) is not None:
        return Shape(by_all(context), agreed, ((agreed[1], sentence.end),), "indirect", True)
    if one is None or one.possessive:
        return None
    who = actor(sentence, context)
    if who is None:
        return None
    last = joined(sentence, one, sentence.end)[-1]
    for pattern in (_QUOTED_AS, STANDS, SAYS_NEXT, _VERB_THAT):
        match = pattern.match(sentence.text, last.end, sentence.end)
        if match and is_silent(sentence.text[sentence.start : last.end], match["cue"], sentence.text[match.end() :]):
            return None
        if match and not (pattern is _VERB_THAT and _NOT_SAYING_THAT.search(match["cue"])):
            return Shape(who, match.span("cue"), ((match.end(), sentence.end),), "indirect", pattern is not STANDS)
    after = _PARTICIPLE if who.kind == "person" else _AND_SAID if who.kind == "collective" else None
    if after is not None and (match := after.search(sentence.text, last.end, sentence.end)):
        return Shape(who, match.span("cue"), ((match.end(), sentence.end),), "indirect", True)
    if who.kind == "collective" and announces(sentence.text[last.end : sentence.end]):
        return Shape(who, None, ((sentence.start, sentence.end),), "indirect", False)
    return None


def _agreed_by_all(sentence: Sentence, subject: Mention | None) -> Span | None:
    """Return the span of "was agreed" after *it*: the passive of a meeting, which names nobody and means all of it.

    What was confirmed or stressed is all theirs only if it is said of them: *it was confirmed that the two sides …*.
    """
    if subject is not None and (subject.kind, subject.words) != ("pronoun", "it"):
        return None
    match = _AGREED.search(sentence.text, sentence.start, sentence.end)
    if match is None or (match["fact"] and not any(one.kind == "collective" for one in sentence.found)):
        return None
    begins = subject is not None or not sentence.text[sentence.start : match.start()].strip()
    return match.span("cue") if begins or _TALKS.search(sentence.text, sentence.start, match.start()) else None
