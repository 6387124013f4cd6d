"""Readouts: what a text of one side tells of the meeting is not its own position.

*The two leaders exchanged views* is narration; *they tasked their teams* is of all who met.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.statements.discourse.attributing import plain
from generator.statements.discourse.here import Here
from generator.statements.mentions.grammar import joined, subject_mention
from generator.statements.referents.context import Context, Who
from generator.statements.referents.hearing import actor
from generator.statements.statement import Statement

_BEFORE = r"\s+(?:(?:also|both|jointly|further|then|today|again|have|has|had|\w+ly)\s+)*"
# What several do only by being of one mind.
_OF_ONE_MIND = re.compile(
    rf"{_BEFORE}(?:agree[ds]?|task(?:ed)?|affirm(?:ed)?|reaffirm(?:ed)?|commit(?:ted)?|decide[ds]?|direct(?:ed)?|"
    r"instruct(?:ed)?|resolve[ds]?|pledge[ds]?|concur(?:red)?|reiterate[ds]?|(?:are|will be)\s+(?:also\s+)?(?:resuming|"
    r"launching|establishing|working|continuing|committed)|(?:discussed|reviewed|considered)\b[^.;]*\band\s+(?:tasked|directed|"
    r"instructed|agreed|decided))\b",
    re.IGNORECASE,
)
# What happened when they met.
_MEETING = re.compile(
    rf"{_BEFORE}(?:met|discussed|reviewed|spoke|talked|conferred|exchanged|held|had|toured|dined)\b", re.IGNORECASE
)
_WITH = re.compile(
    rf"(?:[^.;]{{0,80}}?\))?,?{_BEFORE}(?:met|spoke|talked|dined|conferred|held|had|hosted)\b[^.;]{{0,60}}?\bwith\b",
    re.IGNORECASE,
)


def told_of_meeting(here: Here, issuer: Who, context: Context) -> Statement | None:
    """Return `here`, a sentence of the text of `issuer`, where it tells of all who met; None where it does not."""
    subject = subject_mention(here.sentence)
    if subject is None or subject.possessive:
        return None
    text, end = here.text, here.passage.end
    last = joined(here.sentence, subject, end)[-1]
    who = actor(here.sentence, context)
    if who is not None and len(who.parties) > 1:
        if _OF_ONE_MIND.match(text, last.end, end):
            return replace(
                plain(here), holders=who.parties, how="issued", form="own text", named=False,
                rule=f"{issuer.words} tells it of “{who.words}”",
            )  # fmt: skip
        return plain(here) if _MEETING.match(text, last.end, end) else None
    met = _WITH.match(text, last.end, end) if subject.kind in ("person", "office") else None
    other = [each for each in here.sentence.found if met is not None and each.start >= met.end() and each.ids]
    return plain(here) if other and who is not None and who.parties else None
