"""Pages that a live site has rendered already: a page whose Markdown did not change is not converted or laid out again.

The objects handled here are MkDocs's pages and files; only `site.py` imports MkDocs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# What rendering leaves on a page, beside its HTML.
_LEFT = ("toc", "present_anchor_ids", "_title_from_render")


@dataclass(frozen=True)
class _Page:
    """What a page was made from, and what it became; `links` are its links to anchors by the path of their page."""

    source: tuple[str, str]
    html: str = ""
    left: tuple[Any, ...] = ()
    links: Mapping[str, Mapping[str, str]] | None = None


class Rendered:
    """The pages of the last build, and whether MkDocs is now converting them or laying them out."""

    def __init__(self) -> None:
        self._pages: dict[str, _Page] = {}
        self._surroundings: object = None
        self._laying_out = False
        self._same: set[str] = set()

    def begin(self, surroundings: object) -> None:
        """Begin a build; `surroundings` is all but its own text that a page depends on: what differs empties this."""
        if surroundings != self._surroundings:
            self._pages.clear()
        self._surroundings = surroundings
        self._laying_out = False
        self._same.clear()

    def forget(self) -> None:
        """Forget all pages: a build failed half way, and what is laid out is not known."""
        self._pages.clear()

    def watch(self, file: Any) -> None:
        """Make MkDocs convert every page, so that titles and anchors are there, and lay out only those that changed."""
        file.is_modified = lambda: not self._laying_out or file.src_uri not in self._same

    @property
    def partial(self) -> bool:
        """Whether this build laid out some pages only."""
        return bool(self._same)

    def lay_out(self) -> None:
        """Hear that all pages are converted."""
        self._laying_out = True

    def markdown(self, page: Any, markdown: str) -> str:
        """Return the text to convert: nothing for a page that is known."""
        source = markdown, repr(page.meta)
        known = self._pages.get(page.file.src_uri)
        if known is not None and known.source == source:
            self._same.add(page.file.src_uri)
            page.content, page.render = "", lambda config, files: None  # a converter is not even set up for it
            return ""
        self._pages[page.file.src_uri] = _Page(source)
        return markdown

    def content(self, page: Any, files: Any) -> str | None:
        """Return the HTML of a page that is known, with what rendering left on it; None for another."""
        if page.file.src_uri not in self._same:
            return None
        known = self._pages[page.file.src_uri]
        for name, value in zip(_LEFT, known.left, strict=True):
            setattr(page, name, value)
        if known.links is not None:
            page.links_to_anchors = {files.get_file_from_path(path): dict(links) for path, links in known.links.items()}
        return known.html

    def keep(self, page: Any, html: str) -> str:
        """Keep what a page that changed was rendered to, and return it."""
        uri = page.file.src_uri
        left = tuple(getattr(page, name, None) for name in _LEFT)
        found = page.links_to_anchors
        # By path, not by MkDocs's file: that would keep the whole build alive.
        links = None if found is None else {file.src_uri: dict(anchors) for file, anchors in found.items()}
        self._pages[uri] = _Page(self._pages[uri].source, html, left, links)
        return html
