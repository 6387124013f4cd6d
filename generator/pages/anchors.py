"""Links to a place of the same page: made of the anchors that the page really has, once all of it is written.

Which sections a brief has, in which order, and what each of them shows is for people and sources to decide, and how it
looks is for templates. So a template names the place that it wants and another address, and only the page as it was
written says which of the two a reader is led to.
"""

from __future__ import annotations

import re

from markupsafe import Markup

# These characters stand for nothing, and in what a person or a source wrote they show by their number: each is ours.
_WANTED, _ELSE, _END = "\ue000", "\ue001", "\ue002"
_PLACE = re.compile(f"{_WANTED}([^{_ELSE}]*){_ELSE}([^{_END}]*){_END}")
# Braces at the end of a heading, and tags: in what a person or a source wrote they are encoded.
_ANCHOR = re.compile(r"^#.*\{[^{}\n]*?#([\w.-]+)[^{}\n]*\}[ \t]*$|<[^<>\n]*\bid=\"([^\"\n]+)\"", re.MULTILINE)


def here(anchor: str, elsewhere: str) -> Markup:
    """Return the address, for a template, of `anchor` on its own page, or `elsewhere` where the page has none such."""
    return Markup(f"{_WANTED}{anchor}{_ELSE}{elsewhere}{_END}")


def anchors(text: str) -> frozenset[str]:
    """Return the anchors of a page in Markdown as our templates write it: of headings and of tags."""
    return frozenset(heading or tag for heading, tag in _ANCHOR.findall(text))


def with_places(text: str) -> str:
    """Return a page with each address that `here` gave settled."""
    there = anchors(text) if _WANTED in text else frozenset()
    return _PLACE.sub(lambda place: f"#{place[1]}" if place[1] in there else place[2], text)
