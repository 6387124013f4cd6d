"""Joint talk: what one leader tells before others as agreed by all who met (*we agreed*, *the three of us*)."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.statements.mentions.grammar import Sentence
from generator.statements.referents.context import Context, Who
from generator.statements.referents.speakers import who_is

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_OPENS = r"(?:^|[,;:]\s|\b(?:and|that|but|so)\s)[\s\"“]*"
# What nobody does alone.
_ACT = (
    r"(?:(?:have|had|has|also|just|now|all|both|again|further|jointly|once|\w+ly)\s+)*"
    r"(?:agreed|concurred|reaffirmed|affirmed|confirmed|consulted|exchanged\s+views|"
    r"shared\s+(?:our|the|a|an)\s+(?:\w+\s+)?(?:recognition|view|understanding|notion|determination|concern)s?)\b"
)
# What one decides alone as well: of all, only where the sentence before was.
_GOES_ON = r"(?:(?:have|also|further|jointly|\w+ly)\s+)*(?:decided|pledged|welcomed|underscored|resolved|committed)\b"
_WE = re.compile(rf"{_OPENS}we\s+{_ACT}", re.IGNORECASE)
_WE_STILL = re.compile(rf"{_OPENS}we\s+{_GOES_ON}", re.IGNORECASE)
_OF_US = re.compile(
    r"(?:^|[,;:]\s)[\s\"“]*(?:the|all)\s+(?P<n>two|three|four|five)\s+of\s+us\b"
    r"|(?:^|[,;:]\s)[\s\"“]*we,\s+(?:the\s+)?(?P<we>two|three|four|five)\s+\w+"
    r"|(?:^|[,;:]\s)[\s\"“]*we\s+(?P<both>both)\b",
    re.IGNORECASE,
)
_AND_I = re.compile(rf"(?:^|[,;:]\s|\b(?:and|that|but)\s)(?P<who>[^,;:]{{2,60}}?)\s+and\s+I\s+{_ACT}")
# Where these stand, *we* may be all who met or the speaker's side alone.
OPEN = re.compile(
    rf"\bwe(?:[’']ve)?\s+(?:{_ACT}|{_GOES_ON})|\b(?:our|us)\b[^.;]*\b(?:countries|nations|alliances?|governments|peoples|"
    r"leaders|partnership)\b|\bwe\b[^.;]*\b(?:together|both|each other|one another|our shared)\b|"
    r"\b(?:bi|tri)lateral\b|\bjoint(?:ly)?\b",
    re.IGNORECASE,
)


def held_together(
    sentence: Sentence, who: Who, parties: Collection[str], context: Context, *, before: bool
) -> tuple[str, ...]:
    """Return the parties that the speaker `who` says did something together, () if the sentence does not begin so.

    `parties` are those whose speakers have the word in this talk; `before` tells that the sentence before was of all.
    """
    text = sentence.text[sentence.start : sentence.end]
    if len(who.parties) != 1 or not set(who.parties) <= set(parties):
        return ()
    named = _AND_I.search(text) if "and I" in text else None
    if named is not None:
        span = (sentence.start + named.start("who"), sentence.start + named.end("who"))
        other = who_is(sentence, span, context)
        every = {*other.parties, *who.parties}
        return tuple(party for party in context.parties if party in every) if len(every) > 1 else ()
    match = _OF_US.search(text)
    count = _COUNTS[next(group for group in match.groups() if group).lower()] if match else 0
    together = len(parties) == count or _WE.search(text) or (before and _WE_STILL.search(text))
    return tuple(party for party in context.parties if party in parties) if together and len(parties) > 1 else ()
