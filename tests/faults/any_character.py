"""Words of characters that nobody thought of: of every block of Unicode, with stacked marks, and signs of several."""

from __future__ import annotations

import sys
import unicodedata
from unicodedata import bidirectional

# Keys, signs in circles, stacked marks, families, flags, skin, marks where no letter is, marks of voice, joiners.
SEQUENCES = (
    "2\ufe0f\u20e3", "#\ufe0f\u20e3", "x\u20dd", "7\u20e0", "a\u0301\u0323\u0489\u20dd",
    "Zu\u0300\u0301\u0302\u0303lu",
    "q\u0335\u0338", "e\u0301te\u0301", "\u6f22\u0301", "\u0e01\u0301", "\u0915\u094d\u0937\u093f",
    "\u1100\u1161\u11a8",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f1fb\U0001f1f3", "\U0001f1fb", "\U0001f44d\U0001f3fd",
    "\u2764\ufe0f\u200d\U0001f525", "\u260e\ufe0f", "\u2615\ufe0e", "\uff9f", "\uff76\uff9e", "\u0301", "\u20dd",
    "\u3099",
    "\u212aelvin", "\u0130t", "\u0131t", "\u017fhe", "stra\u1e9ee", "\ufb01sh", "\u01c4", "\u1f88", "\u0149", "\ufdfa",
    "\u33c2", "\u2105", "\u2121", "\u215b", "\u1369", "\U0001d7d8", "x" + "\u0300" * 90, "\u00e4\u0308\u20dd",
)  # fmt: skip
# Of these there are tens of thousands that differ in nothing that matters here.
_MANY = (
    "CJK",
    "HANGUL SYLLABLE",
    "TANGUT",
    "EGYPTIAN",
    "CUNEIFORM",
    "ANATOLIAN",
    "BAMUM",
    "VAI ",
    "YI ",
    "SIGNWRITING",
)

_DIRECTIONS = {"R", "AL", "AN", "NSM"}


def words_of_blocks(letters: int, every: int = 1) -> list[str]:
    """Return a word of `letters` characters of each block: of each kind of name on each page of 256 code points.

    Of marks, and of what is written from the right, one character: readers of PDFs disagree on the order of more.

    `every`: of the pages of the great scripts only each so manieth.
    """
    groups: dict[tuple[int, str], list[str]] = {}
    for code in range(0xA1, sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char)[0] in "CZ":
            continue
        name = unicodedata.name(char, "") or "NAMELESS"
        if name.startswith(_MANY) and (code >> 8) % every:
            continue
        groups.setdefault((code >> 8, name.split()[0].split("-")[0]), []).append(char)
    return [
        "".join(group[: 1 if _DIRECTIONS & set(map(bidirectional, group)) else letters]) for group in groups.values()
    ]
