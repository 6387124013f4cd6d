"""Letters that Unicode does not decompose, though readers look for them, and type them, as plain ones."""

from __future__ import annotations

from collections.abc import Mapping

# In lower case; what is looked up in it is folded to lower case first.
PLAIN_LETTERS: Mapping[str, str] = {
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
