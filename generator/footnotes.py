"""Citations on the built page: the number that a reader sees is the footnote's label, not its count on the page."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r'(<a class="footnote-ref" href="#fn:([^"]+)">)[^<]*(</a>)')


def labelled(html: str) -> str:
    """Return `html` with each footnote reference showing its label: ``4.9`` instead of a running number."""
    return _REFERENCE.sub(lambda match: match.group(1) + match.group(2) + match.group(3), html)
