"""Search that ranks what was written to be read above the texts it rests on, and finds words without their accents."""

from __future__ import annotations

import json
import re
import unicodedata
from html import unescape
from typing import Any

# How much a hit on a page weighs, by the beginning of its path; the theme's own measure is 1.
_BOOSTS = {"index.md": 2.0, "briefs/": 3.0, "sources/": 0.5}
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")
# Letters that have no decomposition and that people type as plain ones.
_PLAIN = str.maketrans("đĐøØłŁıħŧ", "dDoOlLiht")


def front_matter(path: str, *, alone: bool) -> dict[str, Any]:
    """Return what the theme should know of a page by its path in docs/; what the page itself says goes before it.

    A page that stands `alone` in the navigation has no list of others beside it, and gets the room for its text.
    """
    boost = next((boost for start, boost in _BOOSTS.items() if path.startswith(start)), 1.0)
    return {"search": {"boost": boost}, **({"hide": ["navigation"]} if alone else {})}


def fold(text: str) -> str:
    """Return `text` without accents and other marks on its letters."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(char for char in plain if not unicodedata.combining(char))


def searchable(index: str) -> str:
    """Return a search index (JSON) with one more field a page: its words that carry accents, without them.

    A tag weighs no more than a word, for every page of a subject has it. What is shown stays as it is written. The
    script of the page folds what a reader types in the same way.
    """
    data: dict[str, Any] = json.loads(index)
    data["config"]["fields"]["folded"] = {"boost": 2.0}
    if "tags" in data["config"]["fields"]:
        data["config"]["fields"]["tags"] = {"boost": 1.0}
    for entry in data["docs"]:
        text = unescape(_TAG.sub(" ", f"{entry['title']} {entry['text']}"))
        words = _WORD.findall(unicodedata.normalize("NFC", text))
        plain = {fold(word): None for word in words if fold(word) != word}
        if plain:
            entry["folded"] = " ".join(plain)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
