"""Chains: a medium, an agency or a text that passes on what somebody else said; whose words they are, and who passes.

*The newswire Seawatch reports that the agency published the announcement from Oak, which read …*; *…, the paper
reported, citing Birchian officials*; *the daily quoted Oak as saying …*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.statements.lexicon.patterns import nouns
from generator.statements.lexicon.verbs import SAYING
from generator.statements.mentions.grammar import Sentence, mention_at
from generator.statements.referents.context import Context, Who
from generator.statements.referents.speakers import who_is
from generator.statements.relation import Relation, Span

# What passes on words; who has such a word in his name or description is heard for others.
_MEDIUM = re.compile(
    rf"\b(?:{nouns('issued')}|plan|media|news|press|(?:news)?wire|newspaper|paper|daily|weekly|tabloid|magazine|"
    r"(?:web)?site|blog|channel|station|radio|television|tv|broadcaster|network|outlet|agency|transcript|minutes|"
    r"times|herald|gazette|tribune|post|telegraph|chronicle|courier|observer|guardian)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\b(?:report(?:s|ed)?|quot(?:es|ed|ing)|cit(?:es|ed|ing)|carri(?:es|ed))\b")
_PERSON = frozenset(("person", "stranger", "body", "party"))
_CITING = re.compile(r"(?:,\s(?:citing|quoting)|[\s\"“]*(?:Citing|Quoting))\s+")
_QUOTED = re.compile(r"\s+(?:quot(?:es|ed)|cit(?:es|ed))\s+")
_AS_SAYING = re.compile(r"\s+as\s+\w+ing\b")
_PUBLISHED = re.compile(
    rf"\b(?:publish|carri|releas|post|broadcast|air|issu|print|ran|distribut)(?:es|ed|e)?\s+(?:an?|the|its|his|her)\s+"
    rf"(?:\w+\s)?{nouns('issued')}\s+(?:from|by|of)\s+(?:the\s+)?"
)
_PHRASE = re.compile(r"(?:\b(?:Mrs?|Ms|Dr|Sen|Gov|Gen|Lt|Prof|Rep|[A-Z])\.|[^,;.:”“\"]){2,90}")


def is_medium(text: str, relation: Relation, who: Who) -> bool:
    """Tell whether the source of `relation`, which is `who`, passes on words: a text, a body, a paper, a website."""
    source = text[slice(*relation.source)] if relation.source else ""
    if who.kind in {"body", "document"}:
        return True
    if who.kind not in {"stranger", "party"}:
        return False
    named = who.kind == "stranger" and not who.parties and relation.cue is not None
    reports = named and relation.cue is not None and _REPORTS.search(text, *relation.cue) is not None
    reports = reports or (named and relation.rule == "according to")
    return _MEDIUM.search(source) is not None or reports


def whose_words(
    sentence: Sentence, relation: Relation, who: Who, inner: Sequence[tuple[Relation, Who]], context: Context
) -> tuple[Relation, Who] | None:
    """Return the relation and source of those whose words `who`, the source of `relation`, passes on; None if nobody's.

    `inner` are the relations inside what `relation` attributes, with who their sources are.
    """
    if (said := _speaker_before(sentence, relation, context)) is not None:
        return said
    named = _source_cited(sentence, relation, context) or _author(sentence, relation, context)
    if named is not None:
        return replace(relation, source=named[0]), named[1]
    for inside, other in inner:
        if other.kind == "person" and other.entity:
            return inside, other
    for inside, other in inner:
        if other.kind in {"body", "stranger"} and other.parties and not who.parties:
            return inside, other
    return None


def _source_cited(sentence: Sentence, relation: Relation, context: Context) -> tuple[Span, Who] | None:
    """Read *…, citing Birchian officials* and *quoted Oak as saying*."""
    text = sentence.text
    if relation.cue is None:
        return None
    quoted = _QUOTED.match(text, max(relation.source[1] if relation.source else 0, sentence.start), sentence.end)
    source = relation.source or relation.cue
    if text[slice(*relation.cue)] in ("citing", "quoting"):
        # Whoever reports stands before, and what he reports has another verb.
        return _if_known(sentence, relation.content[0], context)
    match = quoted or _CITING.search(text, relation.cue[1], min(sentence.end, relation.cue[1] + 60))
    match = match or _CITING.match(text, sentence.start, source[0]) or _CITING.match(text, source[1], relation.cue[0])
    phrase = _PHRASE.match(text, match.end(), sentence.end) if match is not None else None
    if phrase is None or any(start <= phrase.start() < end for start, end in _quoted_contents(relation)):
        return None
    end = phrase.end()
    if quoted is not None:
        said = _AS_SAYING.search(text, phrase.start(), end)
        if said is None:
            return None
        end = said.start()
    return _if_known(sentence, (phrase.start(), end), context)


def _speaker_before(sentence: Sentence, relation: Relation, context: Context) -> tuple[Relation, Who] | None:
    """Read *Oak said, according to the agency, that …*."""
    if len(relation.content) < 2:
        return None
    (start, end), *rest = relation.content
    mention = mention_at(sentence, start)
    if mention is None or mention.possessive or SAYING.fullmatch(sentence.text[mention.end : end].strip()) is None:
        return None
    named = _if_known(sentence, (start, mention.end), context)
    if named is None:
        return None
    return replace(relation, source=named[0], content=tuple(rest)), named[1]


def _quoted_contents(relation: Relation) -> Sequence[Span]:
    return relation.content if relation.kind == "direct" else ()


def _author(sentence: Sentence, relation: Relation, context: Context) -> tuple[Span, Who] | None:
    """Read *that the agency published the announcement from Oak, which read …*."""
    for start, end in relation.content:
        match = _PUBLISHED.search(sentence.text, max(start, sentence.start), min(end, sentence.end))
        mention = mention_at(sentence, match.end()) if match is not None else None
        if mention is not None:
            return _if_known(sentence, (mention.start, mention.end), context)
    return None


def _if_known(sentence: Sentence, span: Span, context: Context) -> tuple[Span, Who] | None:
    who = who_is(sentence, span, context)
    known = who.kind in _PERSON and bool(who.entity or who.parties) and not who.candidates
    return (span, who) if known else None
