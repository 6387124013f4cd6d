"""Raw HTML on a page: what of it paper keeps, and which blocks it wraps."""

from __future__ import annotations

from html.parser import HTMLParser

from generator.prints.inline import Classes, set_text

_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_PICTURES = frozenset({"figure", "svg", "script", "style", "picture"})


class Fragments(HTMLParser):
    """Follows the raw HTML blocks of one page in order, since a block may open what a later one closes.

    `words` gives the text that paper keeps: pictures are left out, and what has a class in `left_out`. While `hiding`,
    the blocks that stand between the tags are left out as well.
    """

    def __init__(self, left_out: Classes) -> None:
        super().__init__()
        self._left_out = left_out
        self._open: list[tuple[str, bool]] = []
        self._words: list[str] = []

    @property
    def hiding(self) -> bool:
        """Whether an element that stays off paper is open."""
        return any(hides for _, hides in self._open)

    def words(self, html: str) -> str:
        """Read on through `html`, one raw block, and return its words on one line."""
        self._words = []
        self.feed(html)
        return set_text(" ".join("".join(self._words).split()))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that opens."""
        if tag not in _VOID:
            classes = set((dict(attrs).get("class") or "").split())
            self._open.append((tag, tag in _PICTURES or bool(classes & self._left_out)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over an element without content."""

    def handle_endtag(self, tag: str) -> None:
        """Note an element that closes, and those inside it that were left open."""
        names = [name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Keep text unless an element hides it."""
        if not self.hiding:
            self._words.append(data)
