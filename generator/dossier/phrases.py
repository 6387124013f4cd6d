"""The phrase language of topic maps, facts and labels: which phrases can be looked for at all."""

from __future__ import annotations

import re

_MENDS = {
    "words": "write at least one word, or `#` for any figure",
    "star": "put `*` right after the beginning of a word, as in agricultur*",
    "gap": "write `...`, with a space on each side, between two words",
}


def fault(phrase: str) -> tuple[str, str] | None:
    """Say what makes `phrase` one that can never be found, or not as meant, and the mend; None where nothing does."""
    words = phrase.split()
    solid = [word for word in words if re.search(r"[\w#]", word)]
    if not solid:
        return f"the phrase `{phrase}` has no word", _MENDS["words"]
    if re.search(r"(?<!\w)\*|\*[\w#*]", phrase):
        return f"in the phrase `{phrase}` a `*` does not stand at the end of a word", _MENDS["star"]
    gaps = [word for word in words if "..." in word or "…" in word]
    if any(word != "..." for word in gaps) or (gaps and "..." in (words[0], words[-1])):
        return f"in the phrase `{phrase}` the `...` does not stand between words", _MENDS["gap"]
    return None
