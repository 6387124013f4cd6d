"""The phrase language of topic maps and facts: which phrases can be looked for at all."""

from __future__ import annotations

import re

_STAR = re.compile(r"\w\*[\w*]|(?<!\w)\*[\w*]")
# What people write who know regular expressions; in the words of a text such marks do not stand.
_PATTERN = re.compile(r"[|\\]|\(\?|\.[*+]|\[\w-]+\]|\b\w\?(?=\w)")
_ONE_EACH = "write each wording as a phrase of its own; `agricultur*` finds every ending, `...` a few words between"
_EXACT = re.compile(r'\s*["“„«].*["”“»]\s*', re.DOTALL)
_GAP_OUTSIDE = re.compile(r"^\W*(?:\.\.\.|…)|(?:\.\.\.|…)\W*$")


def is_exact(phrase: str) -> bool:
    """Tell whether `phrase` stands in quotation marks as a whole, so that its words stand for no other forms."""
    return bool(_EXACT.fullmatch(phrase))


def exact(phrase: str) -> str:
    """Return `phrase` in quotation marks."""
    return phrase if is_exact(phrase) else f"“{phrase}”"


def plain_phrase(phrase: str) -> str:
    """Return `phrase` without the quotation marks around it."""
    return phrase.strip()[1:-1] if is_exact(phrase) else phrase


def any_figure(phrase: str) -> tuple[str, str] | None:
    """Say that `phrase` finds each figure of every text, which is no value of a fact; None where it says more."""
    if phrase.replace("#", "").strip():
        return None
    return f"the phrase `{phrase}` is any figure at all", "write what stands beside it, as in `# boats` or `$#`"


def fault(phrase: str) -> tuple[str, str] | None:
    """Say what makes `phrase` one that can never be found, or not as meant, and the mend; None where nothing does."""
    if not re.search(r"[\w#]", phrase):
        return f"the phrase `{phrase}` has no word", "write at least one word, or `#` for any figure"
    pattern = _PATTERN.search(phrase)
    if pattern:
        return f"`{pattern.group()}` in the phrase `{phrase}` is read as a mark and means nothing", _ONE_EACH
    if _STAR.search(phrase):
        mend = "put `*` right after the beginning of a word, as in agricultur*, or alone for one word"
        return f"in the phrase `{phrase}` a `*` does not stand at the end of a word", mend
    if _GAP_OUTSIDE.search(phrase):
        mend = "write `...` only between two words"
        return f"in the phrase `{phrase}` the `...` does not stand between words", mend
    return None
