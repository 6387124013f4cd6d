"""Carrying on: sentences without a cue that can only be read as part of somebody's account.

A reporter's own line must never be given to a speaker, so the wording itself has to be that of a view or a claim.
"""

from __future__ import annotations

import re

_MODAL = re.compile(r"\b(?:must|should|shall|ought to|needs? to|(?:has|have) to|cannot|can not)\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|would|could|can|may|might)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|am|does|do|remains?|includes?|means?|shows?|serves?|continues?|plays?|stands?|supports?|"
    r"considers?|"
    r"values?|attaches|hopes?|wants?|wishes|believes?|welcomes?|seeks?|aims?|needs?|requires?|deserves?|depends?|"
    r"represents?|reflects?|respects?|upholds?|advocates?|opposes?|rejects?)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:was|were|had|did|met|went|came|took|held|left|began|became|gave|made|saw|won|lost|told|spoke|brought|fell|"
    r"rose|grew|sent|set|led|[a-z]{2,}ed)\b"
)
_BACKWARD = re.compile(
    r"[\s\"“]*(?:this|these|those|such|it|that|they)\b(?! (?:year|week|month|time|morning|afternoon|evening)\b)",
    re.IGNORECASE,
)
# What happens at a meeting is told by the reporter, in whatever tense.
_EVENT = re.compile(
    r"\b(?:is|are) (?:expected|scheduled|due|set|slated) (?:to|for)\b"
    r"|\b(?:visit|trip|talks|meeting|ceremony|summit) (?:comes?|came|is part|was part|follows?|marks?)\b"
    r"|\b(?:held|hold|holds|met|meets?|arriv\w+|sign(?:s|ed)?|issu(?:es|ed)|adopt(?:s|ed)?|exchang(?:e|es|"
    r"ed) (?:letters|calls|gifts)"
    r"|visit(?:s|ed))\b|\b(?:could not|did not|has not|have not) (?:\w+ )?(?:verify|verified|respond\w*|reach\w*|"
    r"repl\w+|comment)\b"
    r"|\b(?:shows?|indicates?|suggests?|reveals?|finds?) that\b"
    r"|\baccording to (?!(?:the |their |its )?(?:laws?|international|rules|principles))",
    re.IGNORECASE,
)

# Who writes speaks of himself, or weighs what he has just reported.
_WRITERS = re.compile(
    r"\b(?:I|[Ww]e|us|[Oo]urs?|[Mm]y|me)\b(?![.’'])"
    r"|^(?:That|This|It|All (?:that|this)) (?:may|might|could) (?:well |all )?be (?:so|true|right|fair|the case)\b"
    r"|^(?:Perhaps|Maybe|Granted|Admittedly|Fair enough|So be it|True),"
)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]?")


def is_writers(sentence: str) -> bool:
    """Tell whether `sentence`, outside quotation marks, is the voice of who writes the text: *our side should …*."""
    return _WRITERS.search(_QUOTED.sub(" ", sentence)) is not None


def is_demand(sentence: str) -> bool:
    """Tell whether `sentence` says what must or should be, as reporters do not say in their own voice."""
    return _first(_MODAL, sentence) < min(_first(PAST, sentence), 160)


def is_view(sentence: str) -> bool:
    """Tell whether the wording of `sentence` is that of a view or a claim: modal or present, and no reported event."""
    if _EVENT.search(sentence):
        return False
    present = min(_first(_PRESENT, sentence), _first(_MODAL, sentence), _first(_FUTURE, sentence))
    return present < 400 and present <= _first(PAST, sentence)


def looks_ahead(sentence: str) -> bool:
    """Tell whether `sentence` says what will, would or must be."""
    ahead = min(_first(_MODAL, sentence), _first(_FUTURE, sentence))
    return ahead < 400 and ahead <= _first(PAST, sentence) and not _EVENT.search(sentence)


def points_back(sentence: str) -> bool:
    """Tell whether `sentence` begins with a word that takes up what was just said ("This includes …")."""
    return _BACKWARD.match(sentence) is not None


def announces(predicate: str) -> bool:
    """Tell whether the words after a subject commit it to something to come ("will join hands to …")."""
    return re.match(r"\s*(?:also |both |all |jointly )?(?:will|shall|are to)\s", predicate) is not None


def _first(pattern: re.Pattern[str], sentence: str) -> int:
    match = pattern.search(sentence)
    return match.start() if match else 10_000
