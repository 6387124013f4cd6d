"""What the built page shows that Markdown cannot say: citations by their labels, PDFs with their length and size."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.prints import Printed

_REFERENCE = re.compile(r'(<a class="footnote-ref" href="#fn:([^"]+)">)[^<]*(</a>)')


def labelled(html: str) -> str:
    """Return `html` with each footnote reference showing its label: ``4.9`` instead of a running number."""
    return _REFERENCE.sub(lambda match: match.group(1) + match.group(2) + match.group(3), html)


def sized(html: str, printed: Iterable[Printed]) -> str:
    """Return `html` with the pages and size of each PDF inside the link that leads to it."""
    for one in printed:
        pages = "1 page" if one.pages == 1 else f"{one.pages} pages"
        link = re.compile(rf'(<a href="[^"]*print/{re.escape(one.file.name)}">[^<]*)(</a>)')
        html = link.sub(rf"\1 ({pages}, {max(1, round(one.size / 1000))} kB)\2", html)
    return html
