"""Grammar: the little of it that shows which mention a sentence is about, read from its shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.statements.mentions.mention import DAYS, NAME, Mention

# Words that may stand in front of the head of a subject: none of them moves the head elsewhere.
BEFORE_HEAD = re.compile(
    r"[\s\"“‘'(]*(?:\d{1,3}[.)]\s+)?(?:(?:the|a|an|his|her|its|their|both|visiting|outgoing|host|fellow|new|newly|"
    r"elected|present|incumbent|presidents|prime ministers|ministers|chancellors|leaders|then|and|but|"
    r"neither|however|also|today|yesterday|meanwhile|later|earlier|mr|mrs|ms|dr|\d+-year-old|current|long-serving|"
    r"ruling)[.,]?\s+)*",
    re.IGNORECASE,
)
_ADJUNCT = re.compile(
    r"[\s\"“‘]*(?:\d{1,3}[.)]\s+)?(?:in|on|at|during|after|before|following|regarding|concerning|for|with|as|when|"
    r"while|since|once|upon|"
    r"under|from|through|by|amid|despite|besides|about|over|among|to|if|although|though|because|given|based|ahead|as|"
    r"according|asked|\w+ing|\w+ly|meanwhile|however|moreover|furthermore|earlier|later|also|today|yesterday|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
SUBORDINATE = re.compile(r"(?:^|[\s“\"])(?:when|after|before|while|once|since|as)\s+(?:the\s+)?$", re.IGNORECASE)
PREPOSITION = re.compile(
    r"\b(?:of|with|by|from|to|for|between|in|on|at|among|against|towards?|over|about|via)\s+(?:the\s+|both\s+)?$",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?: of (?:the )?[A-Z]\w+)?,?\s+(?:and|nor|as well as|together with)\s+"
    r"(?:the\s+|its\s+|his\s+|her\s+)?(?:(?:mr|mrs|ms|dr)\.?\s+)?|(?:\s\([^()]{1,30}\))?,\s+(?:the\s+)?(?:(?:mr|mrs|ms|dr)\.?\s+)?",
    re.IGNORECASE,
)
# Names that nothing here knows, between two that are known: *Alder, Dogwood, and Birch*.
_UNKNOWN = re.compile(
    rf"(?:\s\([^()]{{1,30}}\))?,\s+(?:the\s+)?(?P<name>{NAME}(?: {NAME}){{0,4}})"
    r"(?:,\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?)"
)
_AND = re.compile(r"\b(?:and|nor|as well as|together with)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """A stretch ``[start, end)`` of `text`, in code points, with the mentions in it."""

    text: str
    start: int
    end: int
    found: tuple[Mention, ...]

    def inside(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that overlap ``[start, end)``."""
        return tuple(one for one in self.found if start < one.end and one.start < end)


def subject_mention(sentence: Sentence) -> Mention | None:
    """Return the mention that is the grammatical subject of `sentence`, as far as its shape tells."""
    first = mention_at(sentence, sentence.start)
    if first is not None or not _ADJUNCT.match(sentence.text, sentence.start, sentence.end):
        return first
    for comma in re.finditer(r",[”’\"']?\s+", sentence.text[sentence.start : sentence.end]):
        one = mention_at(sentence, sentence.start + comma.end())
        if one is not None and one.kind != "other":
            return one
    return None


def mention_at(sentence: Sentence, start: int) -> Mention | None:
    """Return the mention at `start`, where only articles and the like may stand before it."""
    match = BEFORE_HEAD.match(sentence.text, start, sentence.end)
    head = match.end() if match else start
    return next((one for one in sentence.found if one.start <= head and start < one.end), None)


def joined(sentence: Sentence, first: Mention, end: int) -> tuple[Mention, ...]:
    """Return `first` and the mentions before `end` that commas and *and* join to it."""
    members = [first]
    for one in sentence.found:
        last = members[-1]
        if one.start < last.end or one.end > end:
            continue
        if _JOINS.fullmatch(sentence.text, last.end, one.start):
            members.append(one)
        elif (unknown := _UNKNOWN.fullmatch(sentence.text, last.end, one.start)) and unknown["name"] not in DAYS:
            start, stop = unknown.span("name")
            members += [Mention(start, stop, "stranger", words=unknown["name"]), one]
    # What comes after the last *and* is an apposition to the last: *…, and Tom Field, Chancellor of Birch*.
    ends = [
        at for at, pair in enumerate(pairwise(members), 2) if _AND.search(sentence.text[pair[0].end : pair[1].start])
    ]
    return tuple(members[: ends[-1]]) if ends else (first,)
