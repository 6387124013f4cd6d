"""Names that a person may have meant, and how messages and addresses show a value."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

_MOST = 12


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `word` was probably meant to be, or None."""
    by_case = {name.casefold(): name for name in sorted(known, reverse=True)}
    close = difflib.get_close_matches(word.casefold(), sorted(by_case), n=1, cutoff=0.6)
    return by_case[close[0]] if close else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the mend for an unknown `word`: the nearest of `known`, or all of them where they are few."""
    names = sorted(known)
    near = nearest(word, names)
    if near:
        return f"write `{near}`, if that is what you mean"
    more = f" or {len(names) - _MOST} more" if len(names) > _MOST else ""
    return "write one of " + ", ".join(f"`{name}`" for name in names[:_MOST]) + more if names else "delete it"


def shown(value: object) -> str:
    """Return `value` as messages show it: in backquotes, on one line, at most 60 characters."""
    text = "true" if value is True else "false" if value is False else str(value)
    text = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f"`{text if len(text) <= 60 else text[:57] + '...'}`"


def slug(text: str) -> str:
    """Return an anchor or file name made of `text`: lower case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"
