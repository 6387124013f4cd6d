"""What is kept of a page as bytes and back: JSON, so that reading it runs nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any

# An entry of a table of contents as MkDocs names its parts.
Heading = dict[str, Any]


@dataclass(frozen=True)
class Conversion:
    """What converting a page left beside its HTML.

    `anchors` stand on it; `links` are its links to anchors, by the path of their page; `asked` are the paths that it
    asked for, with the address of the file there, empty where there was none.
    """

    title: str | None
    toc: list[Heading]
    anchors: list[str]
    links: Mapping[str, Mapping[str, str]] | None
    asked: Mapping[str, str]


@dataclass(frozen=True)
class Layout:
    """What laying a page out made.

    That is the page `before` and `after` its content, or, where the content does not stand in it as it was, all of it
    as `before`, and no `after`; its `entries` in the search index, as JSON; the `classes` in use.
    """

    before: str
    after: str | None
    entries: str
    classes: list[str]

    def page(self, content: str) -> str:
        """Return the page with this content."""
        return self.before if self.after is None else f"{self.before}{content}{self.after}"


def layout(page: str, content: str, entries: str, classes: set[str]) -> Layout:
    """Return the layout of a finished `page` that has this `content`."""
    if content and page.count(content) == 1:
        before, _, after = page.partition(content)
        return Layout(before, after, entries, sorted(classes))
    return Layout(page, None, entries, sorted(classes))


def encode_record(record: Conversion | Layout) -> bytes:
    """Return a record as bytes; what stands in pages may be half a character, and stays so."""
    return json.dumps(astuple(record), separators=(",", ":")).encode()


def decode_conversion(data: bytes) -> Conversion | None:
    """Return what `encode_record` was given, or None where that is not what stands there."""
    values = _values(data, 5)
    return values and Conversion(*values)


def decode_layout(data: bytes) -> Layout | None:
    """Return what `encode_record` was given, or None where that is not what stands there."""
    values = _values(data, 4)
    return values and Layout(*values)


def _values(data: bytes, count: int) -> Any:
    try:
        values = json.loads(data)
    except ValueError:
        return None
    return values if isinstance(values, list) and len(values) == count else None


def headings(toc: Any) -> list[Heading]:
    """Return a table of contents of MkDocs's as the tokens that it makes one of."""
    return [
        {"name": item.title, "id": item.id, "level": item.level, "children": headings(item.children)} for item in toc
    ]
