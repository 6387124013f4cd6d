"""Words of a text with their exact places, folded so that case, accents and kinds of quote or dash do not matter.

The text itself is never changed: folding happens on a copy, and every word keeps the code points it came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from generator.dossier.letters import PLAIN_LETTERS

# What stands for the same mark on a keyboard and in print; dashes and hyphens part words, apostrophes do not.
_APOSTROPHES = "'’‘ʼ＇′"
_PLAIN = str.maketrans(dict(PLAIN_LETTERS))
CURRENCIES = "$€£¥₩₹₽₺₫₱₦"
_UNIT = "bn|tn|trn|mn|m|k|km|cm|mm|kg|kw|mw|gw|kwh|mwh|gwh|ha|ft|mph|kph|pc"
# Raised digits: the mark of a note ("32¹ ships") or an exponent ("10⁶", "m²"), never one figure with those before.
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_]\b)?(?:[{_APOSTROPHES}]s\b)?"  # U.N., U.S.A, U.N.'s
    # 13, 3,000, 2.5, 30th, $1.9 billion; in €1.7bn and 620km the unit is a word of its own
    rf"|[{CURRENCIES}]?\d+(?:[.,]\d+)*(?:(?:⁻?[{_RAISED}]+|st|nd|rd|th)?(?![^\W_])|(?=(?:{_UNIT})(?![^\W_])))"
    rf"|(?![{_RAISED}])[^\W_](?:[^\W_]|[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]|[{_APOSTROPHES}](?=[^\W_]))*",
    re.IGNORECASE,
)
_IGNORED = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
_MARKED = re.compile(rf"(?P<word>\d[\d.,]*|[^\W\d_{_RAISED}]{{3,}})(?P<raised>⁻?[{_RAISED}]+)")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$")


@dataclass(frozen=True)
class Word:
    """A word of a text: ``[start, end)`` in code points, and its folded form without possessive ending.

    `sign` is the sign of a currency that it begins with ("" if none): *$50*.
    """

    start: int
    end: int
    folded: str
    sign: str = ""


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words of ``text[start:end]`` in order; a mark of voice alone (U+FF9F) folds to nothing and is none."""
    stop = len(text) if end is None else end
    return tuple(
        Word(m.start(), m.end(), folded, m[0][0] if m[0][0] in CURRENCIES else "")
        for m in _WORD.finditer(text, start, stop)
        if (folded := fold(m[0]))
    )


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return `word` in lower case, without accents, dots of initials, soft hyphens and possessive ending."""
    bare = _POSSESSIVE.sub("", _IGNORED.sub("", word).lower()).lstrip(CURRENCIES)
    marked = _MARKED.fullmatch(bare)
    if marked:
        # Only powers of ten are written with an exponent in texts on politics; after all else it is a mark.
        bare = f"10^{marked['raised']}" if marked["word"] == "10" else marked["word"]
    parts = unicodedata.normalize("NFKD", bare).translate(_PLAIN)
    kept = "".join(char for char in parts if not unicodedata.combining(char) and char not in _APOSTROPHES)
    return kept.replace(".", "") if not kept[:1].isdigit() else kept


@lru_cache(maxsize=65536)
def singular(folded: str) -> str:
    """Return `folded` without a plural ending, by spelling alone: both sides of a comparison go through it."""
    if len(folded) <= 3 or not folded.endswith("s") or folded.endswith(("ss", "us", "is")):
        return folded
    if folded.endswith("ies") and len(folded) > 4:
        return folded[:-3] + "y"
    if folded.endswith(("sses", "shes", "ches", "xes", "zes")):
        return folded[:-2]
    return folded[:-1]
