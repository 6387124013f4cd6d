"""Figures of a text, so that two claims with different figures are never taken for one."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.topics.words import words

_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
}
# How many times more: whoever doubles a number does not triple it.
_TIMES = {
    word: times
    for times, forms in (
        ("x2", "double doubles doubled doubling twofold"),
        ("x3", "triple triples tripled tripling treble trebled threefold"),
        ("x4", "quadruple quadrupled fourfold"),
        ("x½", "halve halves halved halving"),
    )
    for word in forms.split()
}
# *one side*, *the two countries* count nobody's deals: too common to tell claims apart.
_EVERYDAY = frozenset({"one", "two"})
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_MONTH = r"(January|February|March|April|May|June|July|August|September|October|November|December)"
_STRETCH = r"(\d{1,2})\s?(?:-|–|to|until|and)\s?(\d{1,2})"
_DAYS_MONTH = re.compile(rf"\b{_STRETCH}\s{_MONTH}\b")
_MONTH_DAYS = re.compile(rf"\b{_MONTH}\s{_STRETCH}\b")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


# Each statement is held against many: its figures are read once.
@lru_cache(maxsize=65536)
def figures(text: str) -> frozenset[str]:
    """Return the figures of `text` in one form: ``3,000`` as ``3000``, ``30th`` as ``30``, ``seven`` as ``7``.

    The words *one* and *two* are left out. A number at the start that counts the paragraph (``3. The Parties …``) is
    left out too.
    """
    numbered = re.match(r"\s*\(?\d+[.)]\s", text)
    found = (word.folded for word in words(text, numbered.end() if numbered else 0))
    return frozenset(filter(None, map(figure, found)))


def figure(folded: str) -> str | None:
    """Return the figure that a folded word stands for, or None."""
    if folded[0].isdigit():
        return _THOUSANDS.sub("", _ORDINAL.sub("", folded))
    return None if folded in _EVERYDAY else _WORDS.get(folded) or _TIMES.get(folded)


def contradict(one: str, other: str) -> bool:
    """Tell whether both texts have figures and none in common, or give other days for what lasted several.

    A year that both give proves nothing where they have other figures besides (*3 pacts in 2031*, *4 pacts in 2031*).
    """
    a, b = figures(one), figures(other)
    if _counts(a) and _counts(b):
        a, b = _counts(a), _counts(b)
    if bool(a) and bool(b) and not a & b:
        return True
    these, those = _days(one), _days(other)
    return bool(these) and bool(those) and not these & those


def _counts(found: frozenset[str]) -> frozenset[str]:
    return frozenset(one for one in found if not _YEAR.fullmatch(one))


@lru_cache(maxsize=65536)
def _days(text: str) -> frozenset[tuple[str, str, str]]:
    """Return the stretches of days in `text`: first day, last day, month."""
    before = ((match[1], match[2], match[3].lower()) for match in _DAYS_MONTH.finditer(text))
    after = ((match[2], match[3], match[1].lower()) for match in _MONTH_DAYS.finditer(text))
    return frozenset((*before, *after))
