"""Patterns made of words of the lexicon, for those who read raw text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator.statements.lexicon.inflection import plural
from generator.statements.lexicon.load import ENGLISH


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first, that looks at each character of a text about once."""
    tree: dict[str, Any] = {}
    for word in sorted(words):
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: dict[str, Any]) -> str:
    # A stretch without a fork is written as it is, so that a long name nests no deeper than a short one.
    stretch = ""
    while len(node) == 1 and "" not in node:
        ((char, node),) = node.items()
        stretch += r"\s+" if char == " " else re.escape(char)
    parts = [(r"\s+" if char == " " else re.escape(char)) + _branch(node[char]) for char in sorted(node) if char]
    if not parts:
        return stretch
    return f"{stretch}(?:{'|'.join(parts)})" + ("?" if "" in node else "")


def nouns(value: str, *, plurals: bool = True) -> str:
    """Return a pattern, in a group, for any noun of the class `value`, in the singular or (if `plurals`) the plural."""
    found = ENGLISH.having("nouns.tsv", "classes", value)
    return any_of({*found, *map(plural, found)} if plurals else found)
