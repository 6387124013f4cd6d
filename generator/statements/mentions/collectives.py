"""Collectives: the words by which a text speaks of several parties at once, and of the texts they issue together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dossier.letters import in_small_letters
from generator.statements.lexicon.patterns import any_of

# How many are meant: 2, 3, 4, or 0 for all of them.
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_OF = r"(?:countries|nations|states|sides|parties|governments|neighbou?rs|peoples|capitals|allies|partners)"
_WHO = (
    r"(?:countries|nations|sides|parties|states|governments|leaders|presidents|prime ministers|heads of (?:state|"
    r"government)"
    r"(?: and government)?|delegations|chancellors|ministers|foreign ministers|partners|neighbou?rs|allies|capitals|"
    r"premiers|statesmen|men|women|trio|pair|duo|monarchs|candidates|rivals|teams|signatories|camps|chambers|houses)"
)
_COUNTED = re.compile(
    rf"\b(?<!other )(?:the |these |our |all )?(?P<n>two|both|three|four|five)(?: of (?:the|our|them))?"
    rf"(?: [a-z]+)? {_WHO}\b"
    rf"|\b(?:the )?{_WHO} of (?:the |our |all )?(?P<of>two|both|three|four|five) {_OF}\b"
    rf"|\b(?:the|all) (?P<alone>two|three|four)(?= (?:also |have |had |then |further |jointly )?[a-z]+(?:ed|"
    rf"d)?\b(?! (?:of|other)))",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"\b(?:the|all|all the|our) (?:parties|sides|delegations|signatories)\b|\ball (?:{_OF})\b"
    rf"|\bthe (?:leaders|presidents|heads of state|governments) of (?:the|all) (?:parties|sides|countries)\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"\bthe (?:two )?(?:leaders|presidents|heads of (?:state(?: and government)?|delegations?))\b(?! of\b)",
    re.IGNORECASE,
)
# Only where the dossier knows who holds the office: "the ministers" may as well be those of one government.
_OFFICES = re.compile(r"\b(?:the|all the) (?:[a-z]+ )?(?:ministers|premiers|chancellors)\b(?! of\b)", re.IGNORECASE)
_COUNT_WORDS = re.compile(r"(?:the|these|our|all|two|both|three|four|five|of|them)\s+", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:each|either|neither) (?:side|country|party|leader|capital|government|delegation|nation|state|minister|"
    r"president)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\b(?:the|a|their|this)(?: [a-z]+)? joint (?:statement|declaration|communiqu[eé]|press release|document|text|"
    r"announcement|vision statement)\b",
    re.IGNORECASE,
)
# No sentence without one of these has any of the above; most have none.
_SIGNS = frozenset(
    "two both three four five all each either neither joint parties sides delegations signatories leaders presidents "
    "governments ministers premiers chancellors".split()
)
_SIGN = re.compile(rf"\b{any_of((*_SIGNS, 'heads of'))}\b")
_EACH_OF = frozenset(("each", "either", "neither"))
# After "the two" alone a noun that is none of the above means something else ("the two documents").
_VERB_AFTER = re.compile(
    r" (?:also |have |had |then |further |jointly |will |would |are |were |did |do )*"
    r"(?:agreed|agree|met|discussed|said|signed|pledged|vowed|reaffirmed|reiterated|stressed|noted|held|have|had|will|"
    r"are|"
    r"were|would|also|underlined|emphasi[sz]ed|called|welcomed|expressed|exchanged|committed|decided|reached|spoke|"
    r"shook|hailed|concurred|[a-z]{3,}ed|urged|condemned|support|supported|want|wanted|hope|hoped|did|do)\b"
)


def collectives(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], int | None, bool]]:
    """Yield (match, how many are meant, whether it is a joint text) for ``text[start:end]``.

    0 stands for all of them, None for those last spoken of together, else all.
    """
    signs = set(_SIGN.findall(in_small_letters(text[start:end])))
    if not signs:
        return
    for match in _COUNTED.finditer(text, start, end) if signs & _COUNTS.keys() else ():
        word = match["n"] or match["of"] or match["alone"]
        if match["alone"] and not _VERB_AFTER.match(text, match.end(), end):
            continue
        yield match, _COUNTS[in_small_letters(word)], False
    for match in _LEADERS.finditer(text, start, end):
        yield match, None, False
    for match in _OFFICES.finditer(text, start, end):
        yield match, None, False
    for match in _EACH.finditer(text, start, end) if signs & _EACH_OF else ():
        yield match, 2, False
    for match in _ALL.finditer(text, start, end):
        yield match, 0, False
    for match in _JOINT.finditer(text, start, end) if "joint" in signs else ():
        yield match, 0, True


def office_in_plural(words: str) -> str:
    """Return the office that `words` name in the plural, in the singular: "president" for "both presidents"."""
    while match := _COUNT_WORDS.match(words):
        words = words[match.end() :]
    return words.lower().removesuffix("s")


def needs_holders(match: re.Match[str]) -> bool:
    """Tell whether `match` speaks of several only if their office is one that the dossier knows."""
    return match.re is _OFFICES
