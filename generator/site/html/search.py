"""Search that ranks what was written to be read above the texts it rests on, and finds words without their accents."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

# How the notes of a page begin.
NOTES = '<div class="footnote" data-search-exclude>'
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


def searchable(entry: Mapping[str, Any]) -> str:
    """Return an entry of the search index as JSON, with one more field: its words that carry accents, without them.

    What is shown stays as it is written. The script of the page folds what a reader types in the same way.
    """
    text = unescape(_TAG.sub(" ", f"{entry['title']} {entry['text']}"))
    words = () if text.isascii() else _WORD.findall(unicodedata.normalize("NFC", text))
    plain = {folded: None for word in words if not word.isascii() and (folded := fold(word)) != word}
    more = {"folded": " ".join(plain)} if plain else {}
    return json.dumps({**entry, **more}, ensure_ascii=False, separators=(",", ":"))


def search_index(config: Mapping[str, Any], entries: Iterable[str]) -> str:
    """Return the search index as JSON, of the theme's `config` and of `entries` that are JSON already.

    A tag weighs no more than a word, for every page of a subject has it.
    """
    fields = {**config["fields"], "folded": {"boost": 2.0}}
    if "tags" in fields:
        fields["tags"] = {"boost": 1.0}
    settings = json.dumps({**config, "fields": fields}, ensure_ascii=False, separators=(",", ":"))
    return f'{{"config":{settings},"docs":[{",".join(entries)}]}}'


def without_notes(html: str) -> tuple[str, str]:
    """Return the content of a page parted before its notes, which search leaves out and need not read to do so.

    Where something else stands after the notes, nothing is parted off.
    """
    at = html.rfind(NOTES)
    if at < 0 or html.find("</div>", at) != len(html.rstrip()) - len("</div>"):
        return html, ""
    return html[:at], html[at:]
