"""Small faults of the theme's own HTML, mended on the finished page: names for screen readers, attributes in place."""

from __future__ import annotations

import re

# What the theme writes, and what a browser or a checker of HTML and of accessibility wants in its place.
_MENDED = (
    (re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>'), r'\1 aria-label="Search">'),
    (re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*?) autocomplete="off"'), r"\1"),
    (re.compile(r' tabindex=""'), ""),
    (re.compile(r'(<nav class="md-nav"[^>]*?) aria-expanded="(?:true|false)"'), r"\1"),
)


def mended(html: str) -> str:
    """Return a finished page with the theme's own faults mended."""
    for pattern, instead in _MENDED:
        html = pattern.sub(instead, html)
    return html
