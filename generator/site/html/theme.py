"""Small faults of the theme's own HTML, mended on the finished page: names for screen readers, attributes in place."""

from __future__ import annotations

import re

# What the theme writes, and what a browser or a checker of HTML and of accessibility wants in its place.
_MENDED = (
    # The home page bears the title of the site, and the theme would say it twice.
    (re.compile(r"<title>(.+?) - \1</title>"), r"<title>\1</title>"),
    (re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>'), r'\1 aria-label="Search">'),
    (re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*?) autocomplete="off"'), r"\1"),
    (re.compile(r' tabindex=""'), ""),
    # Scripts keep their order, and the page shows without waiting for them.
    (re.compile(r"<script src="), "<script defer src="),
    (re.compile(r'(<nav class="md-nav"[^>]*?) aria-expanded="(?:true|false)"'), r"\1"),
)
_TITLE = '<label class="md-nav__title">'


def mend_theme(html: str) -> str:
    """Return a finished page with the theme's own faults mended."""
    for pattern, instead in _MENDED:
        html = pattern.sub(instead, html)
    # Outside the navigation there is no box to tick for the table of contents, and its title labels nothing.
    return html if 'id="__toc"' in html else html.replace('<label class="md-nav__title" for="__toc">', _TITLE)
