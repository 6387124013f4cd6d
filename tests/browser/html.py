"""Checks of a page of HTML that a browser forgives: elements closed in order, ids once, references that lead."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# A paragraph that holds one of these is closed by the browser where it begins.
BLOCKS = frozenset("p div ul ol table h1 h2 h3 h4 h5 h6 blockquote section nav figure details pre".split())
INTERACTIVE = frozenset("a button".split())
REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
# Shapes in a picture may be closed in themselves.
FOREIGN = frozenset(["svg", "math"])


def faults(html: str) -> list[str]:
    """Return what is wrong with a page, in the order of its text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.found += [f"<{tag}> is never closed" for tag in reader.open]
    reader.found += [f"{name}={value!r} leads nowhere" for name, value in reader.named if value not in reader.ids]
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.named: list[tuple[str, str]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) < len(attrs):
            self.found.append(f"<{tag}> has an attribute twice")
        if "id" in given and (given["id"] in self.ids or not given["id"] or " " in given["id"]):
            self.found.append(f"id {given['id']!r} is empty or given twice")
        self.ids.add(given.get("id") or "")
        self.named += [(name, one) for name in REFERRING for one in (given.get(name) or "").split()]
        if "tabindex" in given and not (given["tabindex"] or "").lstrip("-").isdecimal():
            self.found.append(f"<{tag}> has tabindex {given['tabindex']!r}")
        if tag in BLOCKS and "p" in self.open and not FOREIGN.intersection(self.open):
            self.found.append(f"<{tag}> stands in a paragraph")
        if tag in INTERACTIVE and INTERACTIVE.intersection(self.open):
            self.found.append(f"<{tag}> stands in a link or button")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.found.append(f"</{tag}> closes nothing that is open last")
        else:
            self.open.pop()
