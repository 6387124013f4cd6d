"""A first look at a web page, with the standard library's parser: how much text it shows and what it declares.

It is there so that what the extracting library returns can be held against a second reading of the same page.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser

UNSEEN = {"script", "style", "noscript", "template", "title", "iframe", "textarea", "select", "svg", "object"}
JSON_LD = ("headline", "datePublished", "author", "publisher")
# Longer values of a page's metadata are not titles, names or dates.
LONGEST = 1_000
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_PARTING = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr li main nav ol p pre section table td th tr ul".split()
)


@dataclass(frozen=True)
class WebPage:
    """What a page shows and declares: letters and digits of its visible text, and ``(where, value)`` in page order.

    `lines` is the visible text, a block of the page a line. `article` is the longest article that its linked data
    holds (`articleBody` of schema.org), a paragraph a line.
    """

    words: int
    language: str | None
    declared: tuple[tuple[str, str], ...]
    article: str
    lines: tuple[str, ...]


def look_at(page: str) -> WebPage:
    """Return what `page` shows and declares."""
    parser = _Look()
    parser.feed(page)
    parser.close()
    return WebPage(parser.words, parser.language, tuple(parser.declared), parser.article, _lines(parser.text))


class _Look(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = 0
        self.text: list[str] = []
        self.language: str | None = None
        self.declared: list[tuple[str, str]] = []
        self.article = ""
        self.unseen = 0
        self.inside = ""
        self.kind = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "").split("-")[0].strip().lower() or None
        elif tag == "meta":
            self._declare(values.get("property") or values.get("name") or values.get("itemprop"), values.get("content"))
        elif tag == "link" and values.get("rel") == "canonical":
            self._declare("canonical address", values.get("href"))
        elif tag == "time":
            self._declare("time element", values.get("datetime"))
        if tag in UNSEEN:
            self.unseen += 1
        if tag in _PARTING:
            self.text.append("\n")
        if tag in ("title", "h1", "script"):
            self.inside, self.kind = tag, values.get("type", "").lower()

    def handle_endtag(self, tag: str) -> None:
        if tag in _PARTING:
            self.text.append("\n")
        if tag in UNSEEN and self.unseen:
            self.unseen -= 1
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "script" and self.kind == "application/ld+json":
            self._linked_data(data)
        elif self.inside == "title":
            self._declare("title", data)
        elif self.inside == "h1":
            self._declare("main heading", data)
        if not self.unseen:
            self.text.append(data.replace("\n", " "))
            self.words += sum(char.isalnum() for char in data)

    def _declare(self, name: str | None, value: str | None) -> None:
        if name and value and value.strip() and len(value) <= LONGEST:
            self.declared.append((" ".join(name.split())[:60], " ".join(value.split())))

    def _linked_data(self, data: str) -> None:
        try:
            found = json.loads(data)
        except (ValueError, RecursionError):
            return
        for item in _items(found):
            body = item.get("articleBody")
            if isinstance(body, str):
                self.article = max(self.article, _plain(body), key=len)
            for key in JSON_LD:
                value = item.get(key)
                value = value.get("name") if isinstance(value, dict) else value
                if isinstance(value, str):
                    self._declare(f"{key} (JSON-LD)", value)


def _plain(body: str) -> str:
    """Return `body` without the markup that some pages leave in it."""
    if not _TAG.search(body):
        return html.unescape(body)
    inner = _Look()
    inner.feed(body)
    inner.close()
    return "\n".join(_lines(inner.text))


def _lines(text: list[str]) -> tuple[str, ...]:
    return tuple(words for line in "".join(text).split("\n") if (words := " ".join(line.split())))


def _items(found: object) -> list[dict[str, object]]:
    """Return the objects of a block of linked data: itself, those of a list, and those of a graph in them."""
    top = [item for item in (found if isinstance(found, list) else [found]) if isinstance(item, dict)]
    graphs = [item["@graph"] for item in top if isinstance(item.get("@graph"), list)]
    return top + [item for graph in graphs for item in graph if isinstance(item, dict)]
