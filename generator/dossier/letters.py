"""Letters that Unicode does not decompose, though readers look for them, and type them, as plain ones."""

from __future__ import annotations

from collections.abc import Mapping

# In lower case; what is looked up in it is folded to lower case first.
PLAIN_LETTERS: Mapping[str, str] = {
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip

# Letters that a pattern which passes over case takes for an i, an s or a k, though their own lower case is another.
_TAKEN_FOR = {"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k"}


def in_small_letters(word: str) -> str:
    """Return `word` in lower case as a pattern that passes over case reads it: *İt* and *ıt* as *it*."""
    for letter, plain in _TAKEN_FOR.items():
        if letter in word:
            word = word.replace(letter, plain)
    return word.lower()
