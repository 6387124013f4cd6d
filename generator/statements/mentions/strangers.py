"""Strangers: persons whose name has a known name in it (*Paul Moreau*, *Moreau Bay*) and who are somebody else."""

from __future__ import annotations

import re

from generator.statements.mentions.mention import DAYS, NAME, OFFICE_WORD, RANK, Mention
from generator.statements.mentions.names import Found

# Words that a sentence begins with and a name does not.
OPENERS = frozenset(
    "and but when while as after before yesterday today then that if although though because since where whereas for "
    "in on at with by to of from both however meanwhile later earlier once unlike like the its his her their neither "
    "either mr mrs ms dr sir nor or also only even according visiting host fellow".split()
)
_FOLLOWER = re.compile(rf" ({NAME})")


def is_part_of_longer_name(text: str, start: int, one: Found) -> bool:
    """Tell whether a name stands inside the name of somebody else; `start` is where the sentence begins."""
    before = re.search(rf"({NAME})\.? $", text[max(start, one.start - 30) : one.start])
    if before is not None:
        word = before[1]
        at_start = (
            one.start - len(word) - 1 <= start
            or text[one.start - len(word) - 2 : one.start - len(word) - 1] in "\"“‘('"
        )
        office = re.fullmatch(rf"{OFFICE_WORD}|{RANK}", word, re.IGNORECASE)
        if not office and word not in DAYS and not (at_start and word.lower() in OPENERS):
            return True
    return runs_on(text, one.end)


def runs_on(text: str, end: int) -> bool:
    """Tell whether another part of a name follows directly after `end`."""
    follower = _FOLLOWER.match(text, end, end + 40)
    return follower is not None and follower[1] not in DAYS


def stranger_around(text: str, start: int, one: Found) -> Mention:
    """Return the whole name that `one` is a part of, as a mention of somebody the dossier does not know."""
    before = re.search(rf"(?:{NAME} )*$", text[max(start, one.start - 60) : one.start])
    after = re.match(rf"(?: {NAME})*", text[one.end : one.end + 60])
    begin = one.start - (len(before[0]) if before else 0)
    while (word := re.match(r"(\w+) ", text[begin : one.start])) and word[1].lower() in OPENERS:
        begin += word.end()
    end = one.end + (len(after[0]) if after else 0)
    return Mention(begin, end, "stranger", words=text[begin:end])
