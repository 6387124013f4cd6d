"""Links to PDFs say how long and how large these are, or that there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.prints import Printed


def add_print_sizes(html: str, printed: Iterable[Printed]) -> str:
    """Return `html` with the pages and size of each PDF inside the link that leads to it."""
    for pdf in printed:
        if pdf.faults:
            continue
        pages = "1 page" if pdf.pages == 1 else f"{pdf.pages} pages"
        link = re.compile(rf'(<a href="[^"]*print/{re.escape(pdf.file.name)}">[^<]*)(</a>)')
        html = link.sub(rf"\1 ({pages}, {max(1, round(pdf.size / 1000))} kB)\2", html)
    return html


def unlinked(markdown: str, printed: Iterable[Printed]) -> str:
    """Return `markdown` with words, and no link, where a link leads to a PDF that could not be set."""
    for pdf in printed:
        if pdf.faults:
            link = re.compile(rf"\[([^\[\]]*)\]\([^()\s]*print/{re.escape(pdf.file.name)}\)")
            markdown = link.sub(r"\1 (could not be set)", markdown)
    return markdown


def links_to_prints(markdown: str, printed: Iterable[Printed]) -> tuple[str, ...]:
    """Return what a page shows of the PDFs that its `markdown` may lead to: another length or size changes the page."""
    return tuple(f"{pdf.file.name} {pdf.pages} {pdf.size}" for pdf in printed if f"print/{pdf.file.name}" in markdown)
