"""Patterns made of words of the lexicon, for those who read raw text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.statements.lexicon.inflection import plural
from generator.statements.lexicon.load import ENGLISH


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=lambda one: (-len(one), one)))


def nouns(value: str, *, plurals: bool = True) -> str:
    """Return a pattern, in a group, for any noun of the class `value`, in the singular or (if `plurals`) the plural."""
    found = ENGLISH.having("nouns.tsv", "classes", value)
    return f"(?:{any_of({*found, *map(plural, found)} if plurals else found)})"
