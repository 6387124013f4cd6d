"""JSON as exports write it: UTF-8, keys in their given order, and one line a record whatever reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

# Characters that JSON allows in a text and that many readers take for the end of a line.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def lines(rows: Iterable[Mapping[str, object]]) -> str:
    """Return each row as a line of JSON."""
    return "".join(f"{_safe(json.dumps(row, ensure_ascii=False))}\n" for row in rows)


def document(value: object) -> str:
    """Return `value` as a JSON document that people can read too."""
    return _safe(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _safe(text: str) -> str:
    for char, escaped in _LINE_ENDS.items():
        text = text.replace(char, escaped)
    return text
