"""Carrying on: sentences without a cue that can only be read as part of somebody's account.

A reporter's own line must never be given to a speaker, so the wording itself has to be that of a view or a claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from generator.statements.parse.quotations import of_line
from generator.statements.parse.tokens import MODAL
from generator.statements.parse.units import Unit
from generator.statements.parse.verb_groups import VerbGroup

Tense = Literal["must", "ahead", "present", "past"]
_MUST = frozenset("must should shall cannot".split())
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
    # Which visit it is, and when: *The meeting will be their second since May*.
    r"|\bwill (?:be|mark|become) (?:[\w’'-]+ ){0,3}?(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)|"
    r"last|latest)\b"
    r"(?=[^.;]*\b(?:since|visit|trip|meeting|summit|talks|time|years?|months?)\b)"
    r"|\b(?:upcoming|planned|forthcoming|scheduled) (?:visit|trip|talks|meeting|ceremony|summit)\b"
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
    r"|^(?:It|This) means\b"
    r"|^(?:Perhaps|Maybe|Granted|Admittedly|Fair enough|So be it|True),"
)


def is_writers(sentence: str) -> bool:
    """Tell whether `sentence`, outside quotation marks, is the voice of who writes the text: *our side should …*."""
    outside = sentence
    for quotation in reversed(of_line(sentence, 0, len(sentence))):
        outside = f"{outside[: quotation.start]} {outside[quotation.end :]}"
    return _WRITERS.search(outside) is not None


def tenses(units: Sequence[Unit], start: int, end: int) -> tuple[Tense, ...]:
    """Return what each finite verb in ``[start, end)``, outside quotations, says of its time, in text order.

    Contractions are left out: who reports another's account writes *is not*, and of his own *it's not*.
    """
    groups = ((unit, index, group) for unit in units for index, group in enumerate(unit.verbs))
    return tuple(
        _tense(unit, index, group)
        for unit, index, group in groups
        if group.shape in ("finite", "ed")
        and start <= unit.tokens[group.first].start < end
        and not unit.tokens[group.head].quoted
        and not unit.tokens[group.first].low.startswith("'")
    )


def _tense(unit: Unit, index: int, group: VerbGroup) -> Tense:
    after = unit.verbs[index + 1] if index + 1 < len(unit.verbs) else None
    obliged = after is not None and after.shape == "infinitive" and after.first == group.last + 1
    words = {token.low for token in unit.tokens[group.first : group.last + 1]}
    if words & _MUST or (group.lemma in ("need", "have", "ought") and obliged and not group.past):
        return "must"
    if any(token.tag == MODAL for token in unit.tokens[group.first : group.last + 1]):
        return "ahead"
    return "past" if group.past else "present"


def is_demand(found: Sequence[Tense]) -> bool:
    """Tell whether the verbs say what must or should be, before any past, as reporters do not in their own voice."""
    return next((one for one in found if one in ("must", "past")), None) == "must"


def is_view(found: Sequence[Tense], sentence: str) -> bool:
    """Tell whether the wording of `sentence` is that of a view or a claim: modal or present, and no reported event."""
    return bool(found) and found[0] != "past" and not _EVENT.search(sentence)


def looks_ahead(found: Sequence[Tense], sentence: str) -> bool:
    """Tell whether `sentence` says what will, would or must be, before any past."""
    first = next((one for one in found if one != "present"), None)
    return first in ("must", "ahead") and not _EVENT.search(sentence)


def points_back(sentence: str) -> bool:
    """Tell whether `sentence` begins with a word that takes up what was just said ("This includes …")."""
    return _BACKWARD.match(sentence) is not None


def announces(predicate: str) -> bool:
    """Tell whether the words after a subject commit it to something to come ("will join hands to …")."""
    return re.match(r"\s*(?:also |both |all |jointly )?(?:will|shall|are to)\s", predicate) is not None
