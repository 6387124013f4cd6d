"""Extent: how far the words reach that somebody is said to have said, where the sentence leaves that open."""

from __future__ import annotations

import re

from generator.statements.discourse.here import Here
from generator.statements.lexicon import cues
from generator.statements.relation import Relation, Span

# After a quotation the reporter may go on; so he may between commas in a sentence of which only some words are quoted.
_TAIL = re.compile(
    r"\b(?:as|while|when|after|before|but|and)\s+(?:\w+\s+){1,6}?(?:was|were|had|\w+ed|left|came|went|took|began)\b"
)
_TOLD_WITHIN = re.compile(
    r",\s+(?:of\s+)?(?:whom|which|who|whose)\s[^“\",]*\b(?:has|have|had|was|were|is|are|\w+ed)\b[^“\",]*,"
)
_REMARK_OF_WHOM = re.compile(
    r",\s+(?:an?|the)\s+(?:assurance|promise|view|claim|charge|gesture|accusation|demand|pledge|offer|plan|position|stance|answer|"
    r"statement|phrase|word|idea|step|threat|warning|proposal)\b[^,;]*?\b(?:that|which|he|she|it|they|[A-Z]\w+)\s+(?:\w+\s+)?"
    r"(?:\w+ed|has|had|have|called|\w+s)\b"
)
# *Rejected Birch's warning that …*: what is warned of is Birch's, where no rule has read it so.
_ANOTHERS = re.compile(r"[’']s?\s+(?:[a-z]+\s+)?(?P<noun>[a-z]+)\s+that\b")


def open_end(here: Here, relation: Relation) -> str:
    """Return that it is open how far the words reach that are said: a remark or the reporter's own clause follows."""
    text, (start, _) = here.text, hull(relation)
    before = text[start : relation.cue[0]] if relation.source and relation.cue else ""
    if before.count("(") > before.count(")"):
        return "it is open how far it reaches"
    for low, high in relation.content:
        last = max((stop for _, stop in here.quoted if low < stop <= high), default=0)
        tail = text[last:high] if last else ""
        if relation.kind == "mixed" and (_TAIL.search(tail) or _TOLD_WITHIN.search(text[low:high])):
            return "it is open how far it reaches"
        noun = _ANOTHERS.search(text, low, high)
        unread = noun is not None and not any(low <= other.cue[0] < high for other, _ in here.sources if other.cue)
        if unread and noun is not None and noun["noun"].lower() in cues.NOUNS:
            return "it is open how far it reaches"
        if _REMARK_OF_WHOM.search(text[low:high]):
            return "it is open how far it reaches"
    return ""


def hull(relation: Relation) -> Span:
    """Return the stretch from the first to the last word of `relation`."""
    spans = [span for span in (relation.source, relation.cue, *relation.content) if span is not None]
    return min(start for start, _ in spans), max(end for _, end in spans)
