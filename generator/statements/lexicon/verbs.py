"""Verbs: what shows, in the words after a subject, that it says, holds or merely does something.

Patterns made of the forms of the verbs that the lexicon gives to each of these.
"""

from __future__ import annotations

import re

from generator.statements.lexicon import cues
from generator.statements.lexicon.inflection import forms, plural
from generator.statements.lexicon.load import ENGLISH
from generator.statements.lexicon.patterns import any_of


def phrases(act: str) -> set[str]:
    """Return the forms of all verbs that `act`, each with the words that must follow it."""
    found: set[str] = set()
    for verb, entry in ENGLISH.verbs.items():
        for value in entry.columns["acts"]:
            kind, _, rest = value.partition(":")
            if kind == act:
                found |= {" ".join([form, *rest.split("_")]).strip() for form, _ in forms(verb)}
    return found


# Words that attribute beyond doubt, whoever stands before them: a stranger with one of these is somebody who speaks.
_SAYS = any_of(phrases("says"))
_STATES_IT = frozenset(form for verb in cues.SPEAKING for form, _ in forms(verb))
_NOUNS = frozenset(form for noun in cues.NOUNS for form in (noun, plural(noun)))
SAYING = re.compile(rf"\b(?:{_SAYS}|according)\b", re.IGNORECASE)
SAYS_NEXT = re.compile(
    rf"(?:,[^,]{{1,60}},)?\s+(?P<cue>(?:(?:has|have|had|also|\w+ly)\s+)*(?:{_SAYS}))\s", re.IGNORECASE
)


def says(cue: str, rule: str) -> bool:
    """Tell whether the words `cue`, found as `rule`, attribute whoever stands before them.

    Verbs of saying do so with a clause, a question or a quotation, some with anything; light verbs with a noun of it.
    """
    able = _STATES_IT if rule in CLAUSAL else _NOUNS if rule == "light verb" else frozenset()
    return SAYING.search(cue) is not None or any(word.lower() in able for word in cue.split())


# Doings of a meeting that some readings take for positions.
DOING = re.compile(
    rf"(?:{any_of(phrases('does'))})(?:\s+(?:on|upon|into|about|up|with))?(?:\s+(?:an?|the|their|its|several|new|\w+ly|\d+)\b.*)?"
    r"|(?:hold|held)\s+(?:talks|a|the)\b.*",
    re.IGNORECASE,
)

# By these several hold one position when somebody says it of them; what they merely did or share is his claim.
_STATE = any_of(ENGLISH.having("adjectives.tsv", "classes", "stands"))
_BEFORE = r"both|all|also|have|has|had|would|will|do|did|does|not|now|still|always|never|again|continue to|\w+ly"
STANDS = re.compile(
    rf"(?:,[^,]{{1,60}},)?\s*(?:(?:{_BEFORE})\s+)*"
    rf"(?P<cue>(?:{any_of(phrases('stands'))})\b"
    rf"|(?:are|is|was|were|remains?|stands?)\s+(?:(?:{_BEFORE})\s+)?(?:{_STATE})\b)",
    re.IGNORECASE,
)

CLAUSAL = frozenset(("that", "clause", "question", "quote"))
_NEGATED = re.compile(r"\b(?:not|never|no|nothing)\b|n[’']t\b", re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|nor)\b", re.IGNORECASE)
_NAMES_IT = re.compile(r"\b(?:mention|refer|elaborat|specif|spoke|speak)\w*", re.IGNORECASE)
_QUESTION = re.compile(r"\s*(?:whether|if|when|how|who|what|where|why)\b")


def is_silent(subject: str, cue: str, content: str) -> bool:
    """Tell whether the subject is said not to have spoken of it: no position is taken by that.

    So *did not say whether*, *neither has said when*, *does not mention*; but not *did not say that*.
    """
    if not _NEGATED.search(cue) and not _NEITHER.search(subject):
        return False
    asks = SAYING.search(cue) is not None and _QUESTION.match(content) is not None
    return asks or _NAMES_IT.search(cue) is not None
