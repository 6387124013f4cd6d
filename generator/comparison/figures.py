"""Figures of a text, so that two claims with different figures are never taken for one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from generator.topics.words import Word, singular, words

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
_SCALES = {"thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12, "trn": 12}
_MONEY = frozenset("dollar dollars euro euros pound pounds yen yuan rouble roubles rupee rupees crown crowns".split())
# Before a year: what happens then, not what is called by it.
_THEN = frozenset("in by until since before after during for from".split())
# *one side*, *the two countries* count nobody's deals: too common to tell claims apart.
_EVERYDAY = frozenset({"one", "two"})
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_MONTH = r"(January|February|March|April|May|June|July|August|September|October|November|December)"
_NAMED_MONTH = re.compile(rf"\b{_MONTH}\b")
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
    return frozenset(value for value, _ in _each(text))


def _each(text: str) -> Iterator[tuple[str, Sequence[Word]]]:
    """Yield each figure of `text`, in its scale, and the words from it on: the first is the figure itself."""
    numbered = re.match(r"\s*\(?\d+[.)]\s", text)
    every = words(text, numbered.end() if numbered else 0)
    for at, word in enumerate(every):
        value = figure(word.folded)
        if value:
            power = _SCALES.get(every[at + 1].folded, 0) if at + 1 < len(every) else 0
            yield _in_full(value, power), every[at:]


def _in_full(value: str, power: int) -> str:
    """Return `value` times ten to the `power`: *1,700 million* is *1.7 billion*."""
    if not power or not re.fullmatch(r"\d+(?:\.\d+)?", value):
        return value
    return format((Decimal(value) * 10**power).normalize(), "f")


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


def differ(text: str, other: str) -> bool:
    """Tell whether two texts say other figures, years or months: where both give some, neither has all of the other."""
    if contradict(text, other) or _apart(figures(text), figures(other)):
        return True
    return _apart(_months(text), _months(other))


def other_value(text: str, other: str) -> bool:
    """Tell whether two texts give other figures, years, days or months for the same thing: *40 tonnes*, *30 tonnes*."""
    these, those = _measures(text), _measures(other)
    for unit in these.keys() & those.keys():
        equal = [
            value == against
            for value, of in these[unit]
            for against, of_other in those[unit]
            if of == of_other or not of or not of_other
        ]
        if equal and not any(equal):
            return True
    return False


@lru_cache(maxsize=65536)
def _measures(text: str) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return the figures of `text` by what they count, each with what that is of: *tonne* has (*40*, *grain*).

    Sums are *money*, days have their month, years are *year*, and the names of months *month*.
    """
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for value, after in _each(text):
        unit, of = _unit(text, after)
        if unit:
            found[unit].add((value, of))
    for month in _months(text):
        found["month"].add((month, ""))
    return {unit: frozenset(values) for unit, values in found.items()}


def _unit(text: str, after: Sequence[Word]) -> tuple[str, str]:
    near = words(text, max(0, after[0].start - 12), after[0].start)
    if _YEAR.fullmatch(after[0].folded):
        return ("year" if near and near[-1].folded in _THEN else ""), ""
    following = [word.folded for word in after[1:] if word.folded not in _SCALES]
    if after[0].sign or (following and following[0] in _MONEY):
        return "money", ""
    if near and _NAMED_MONTH.match(text, near[-1].start):
        return near[-1].folded, ""  # March 13
    if len(following) > 2 and following[1] == "of":
        return singular(following[0]), singular(following[2])
    return (singular(following[0]) if following else ""), ""


def _apart(these: frozenset[str], those: frozenset[str]) -> bool:
    return not (these <= those or those <= these)


def _months(text: str) -> frozenset[str]:
    return frozenset(_NAMED_MONTH.findall(text))


def _counts(found: frozenset[str]) -> frozenset[str]:
    return frozenset(one for one in found if not _YEAR.fullmatch(one))


@lru_cache(maxsize=65536)
def _days(text: str) -> frozenset[tuple[str, str, str]]:
    """Return the stretches of days in `text`: first day, last day, month."""
    before = ((match[1], match[2], match[3].lower()) for match in _DAYS_MONTH.finditer(text))
    after = ((match[2], match[3], match[1].lower()) for match in _MONTH_DAYS.finditer(text))
    return frozenset((*before, *after))
