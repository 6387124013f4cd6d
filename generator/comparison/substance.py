"""Substance: whether words state something. Courtesies, programme items, questions and fragments make no claim."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.comparison.likeness import stems
from generator.statements.lexicon.cues import STATING
from generator.statements.lexicon.inflection import forms
from generator.statements.lexicon.load import ENGLISH
from generator.statements.parse.verb_groups import verb_groups
from generator.statements.parse.word_classes import tokens

_FEWEST = 3  # stems that carry meaning, at least, besides verbs of saying
_OPENING = r"^\W*(?:[\w’'.-]+,?\s+){0,7}?"
_COURTESY = re.compile(
    rf"{_OPENING}(?:thank(?:s|ed|ing)?\b(?!\s+to\b)|congratulat\w+|greet(?:s|ed)\b|toast(?:s|ed)?\b)"
    r"|\b(?:warm(?:ly)?|heartily|cordially)\s+welcom\w+|\bwarm welcome\b"
    r"|\bwelcom(?:e|es|ed|ing)\s+(?:you|him|her|them|back|(?:his|her|your) (?:excellency|majesty|guests?|counterpart)"
    r"|(?:the\s+)?(?:prime minister|president|chancellor|king|queen|premier|minister|secretary|delegation))\b"
    r"|\b(?:great|true|distinct|real|high|my|our|an?)\s+(?:honou?r|pleasure|privilege)\b"
    r"|\b(?:honou?red|delighted|pleased|happy|glad|grateful|thrilled)\s+to\s+(?:be|welcome|host|have|join|see|meet)\b"
    r"|\blook(?:s|ed|ing)?\s+forward\s+to\s+(?:see|welcom|meet|host|receiv|greet|visit)\w*\b"
    r"|\b(?:good (?:morning|afternoon|evening)|ladies and gentlemen|god bless)\b",
    re.IGNORECASE,
)
_WHEN = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|tonight|tomorrow)\b|\blater (?:today|this week)\b"
    r"|\b(?:this|next) (?:morning|afternoon|evening|week)\b|\bat \d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|o.clock)"
)
_PROGRAMME = re.compile(
    r"\b(?:will|would|is|are|was|were)\s+(?:also\s+|then\s+)?(?:to\s+|(?:scheduled|due|expected|set|slated)\s+to\s+)?"
    r"(?:meet|visit|arrive|depart|leave|travel|fly|attend|host|receive|return|deliver|speak|tour|dine"
    rf"|hold (?:talks|a meeting|meetings|a press|a news|bilateral)|meeting|visiting)\b[^.;]*?\b(?:{_WHEN})",
    re.IGNORECASE,
)


_QUESTION = re.compile(r"\?\s*(?:[”\"’')]|$)")
# Words that only say that something is said.
_SAYING = frozenset(
    stem for verb in STATING if not ENGLISH.verbs[verb].strength for form, _ in forms(verb) for stem in stems(form)
)


def content_stems(words: str) -> frozenset[str]:
    """Return the stems of `words` without those of verbs of saying."""
    return frozenset(stems(words)) - _SAYING


@lru_cache(maxsize=65536)
def is_substantial(words: str) -> bool:
    """Tell whether `words` state something that somebody can hold, and others can hold too."""
    if _QUESTION.search(words) or len(content_stems(words)) < _FEWEST:
        return False
    if _COURTESY.search(words) or _PROGRAMME.search(words):
        return False
    return bool(verb_groups(tokens(words, 0, len(words))))
