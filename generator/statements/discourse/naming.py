"""Naming: who the words before a cue name, with those joined to them that no rule has read, and without the unnamed."""

from __future__ import annotations

import re

from generator.statements.mentions.grammar import Sentence
from generator.statements.referents.context import Context, Who
from generator.statements.referents.speakers import who_is
from generator.statements.relation import Relation, Span

_LAST_JOIN = re.compile(r"(?:\s\([^()]{1,30}\))?,?\s+(?:and|as well as)\s+(?:the\s+)?")
_JOIN = re.compile(r"(?:\s\([^()]{1,30}\))?,\s+(?:the\s+)?")
# A list of those who act stands where a clause begins, and is no object: *backed Alder, and Birch said*.
_OPENS = re.compile(
    r"(?:^|[,;:.–—(“\"]|\b(?:that|and|but|while|whereas|because|if|when|as|although|though|since|which|where|We))\s*"
    r"(?:(?:the|both)\s+)?$",
    re.IGNORECASE,
)
# Whoever is close to somebody does not speak for him.
_CLOSE_TO = re.compile(r"\b(?:close to|familiar with|near to|briefed by)\b", re.IGNORECASE)
_AND_NAME = re.compile(
    r"(?:\b(?:and|or|as well as)|&)\s+(?:the\s+|its\s+|his\s+|her\s+|"
    r"(?:several|other|some|another|an? (?:second|third|fourth|further))\b|[A-Z])"
)
# *Minister of Trade and Industry*
_PORTFOLIO = re.compile(
    r"\b(?i:ministers?|secretary|ministry|department|committee|commissioner|state|head|chair\w*)\s(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w-]*,?\s+)*$"
)
_OFFICE_AFTER = re.compile(
    r"[A-Z][\w-]*\s+(?:Minister|Secretary|Commissioner|Ministry|Department|Committee|"
    r"spokes\w+)\b"
)


def named_source(sentence: Sentence, relation: Relation, span: Span, context: Context) -> Who:
    """Return who the words at `span` mean, with those joined to them on the left where these act as well."""
    first = _joined_before(sentence, span[0]) if relation.cue is not None and span[1] <= relation.cue[0] else span[0]
    who = who_is(sentence, (first, span[1]), context)
    if who.kind in ("stranger", "body") and _CLOSE_TO.search(sentence.text, *span):
        return Who("stranger", words=sentence.text[slice(*span)].strip(), rule="who is close to somebody stays unnamed")
    return who


def _joined_before(sentence: Sentence, start: int) -> int:
    """Return where a list begins whose last member stands at `start`: *Alder, Birch, and | Cedar*; else `start`."""
    first, before = start, [mention for mention in sentence.found if mention.end <= start]
    for mention in reversed(before):
        gap = _LAST_JOIN if first == start else _JOIN
        if (
            mention.possessive
            or mention.kind not in ("party", "person", "office", "body")
            or not gap.fullmatch(sentence.text, mention.end, first)
        ):
            break
        first = mention.start
    opens = _OPENS.search(sentence.text, max(sentence.start, first - 30), first)
    return first if opens or first == sentence.start else start


def is_list(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the words of a source join capitalised names outside any one name: *Alder and the Oak Islands*."""
    for match in _AND_NAME.finditer(sentence.text, start, end):
        inside = any(each.start < match.start() and match.end() <= each.end for each in sentence.found)
        after = match.end() - 1 if sentence.text[match.end() - 1].isupper() else match.end()
        office = _OFFICE_AFTER.match(sentence.text, after)
        if not inside and not office and not _PORTFOLIO.search(sentence.text[start : match.start()]):
            return True
    return False
