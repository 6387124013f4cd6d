"""Links to PDFs say how long and how large these are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.prints import Printed


def sized(html: str, printed: Iterable[Printed]) -> str:
    """Return `html` with the pages and size of each PDF inside the link that leads to it."""
    for one in printed:
        pages = "1 page" if one.pages == 1 else f"{one.pages} pages"
        link = re.compile(rf'(<a href="[^"]*print/{re.escape(one.file.name)}">[^<]*)(</a>)')
        html = link.sub(rf"\1 ({pages}, {max(1, round(one.size / 1000))} kB)\2", html)
    return html
