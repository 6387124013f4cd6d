"""Shapes: who speaks or holds something in a sentence of a plain shape, where no attribution relation says it.

Only a source that the dossier knows counts here, so that nothing is read into a sentence about others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.dossier.letters import in_small_letters
from generator.statements.discourse.carrying import announces
from generator.statements.lexicon.verbs import SAYING, SAYS_NEXT, STANDS, is_silent
from generator.statements.mentions.grammar import Sentence, joined, subject_mention
from generator.statements.mentions.mention import PERSONAL, Mention
from generator.statements.referents.antecedents import pronoun
from generator.statements.referents.context import Context, Who
from generator.statements.referents.hearing import actor
from generator.statements.referents.sides import by_all
from generator.statements.relation import Span

_IN_VIEW = re.compile(
    r"[\s“\"]*(?P<cue>in (?P<whose>his|her) (?:own )?(?:view|opinion|eyes|judg[e]?ment|words))\b", re.IGNORECASE
)
_PARTICIPLE = re.compile(rf",\s+(?P<cue>(?:{SAYING.pattern}))\s+(?:that|how)\s", re.IGNORECASE)
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
    says: bool


def by_shape(sentence: Sentence, quoted: Sequence[Span], context: Context) -> Shape | None:
    """Return who says or holds something in `sentence`; `quoted` are the quotations of the text."""
    outside = sentence
    if quoted:
        outside = replace(sentence, found=tuple(one for one in sentence.found if not _inside(one.start, quoted)))
    shape = _in_view(outside, context) or _subject_says(outside, context)
    return shape if shape is not None and (shape.who.entity or shape.who.parties) else None


def _inside(place: int, quoted: Sequence[Span]) -> bool:
    return any(start <= place < end for start, end in quoted)


def _in_view(sentence: Sentence, context: Context) -> Shape | None:
    match = _IN_VIEW.match(sentence.text, sentence.start, sentence.end)
    if match is None or not context.uses("in his view"):
        return None
    who = pronoun(context, PERSONAL[in_small_letters(match["whose"])])
    return Shape(who, match.span("cue"), ((match.end(), sentence.end),), True)


def _subject_says(sentence: Sentence, context: Context) -> Shape | None:
    """Read a sentence whose subject says, holds or announces something."""
    one = subject_mention(sentence)
    if context.uses("it was agreed") and (agreed := _agreed_by_all(sentence, one)) is not None:
        return Shape(by_all(context), agreed, ((agreed[1], sentence.end),), True)
    if one is None or one.possessive:
        return None
    who = actor(sentence, context)
    if who is None:
        return None
    last = joined(sentence, one, sentence.end)[-1]
    for name, pattern in (("stands", STANDS), ("says next", SAYS_NEXT)):
        match = pattern.match(sentence.text, last.end, sentence.end) if context.uses(name) else None
        if match and is_silent(sentence.text[sentence.start : last.end], match["cue"], sentence.text[match.end() :]):
            return None
        if match:
            return Shape(who, match.span("cue"), ((match.end(), sentence.end),), pattern is not STANDS)
    after = who.kind == "person" and context.uses("participle")
    if after and (match := _PARTICIPLE.search(sentence.text, last.end, sentence.end)):
        return Shape(who, match.span("cue"), ((match.end(), sentence.end),), True)
    if who.kind == "collective" and context.uses("announces") and announces(sentence.text[last.end : sentence.end]):
        return Shape(who, None, ((sentence.start, sentence.end),), False)
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
