"""The home page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.coverage import coverage, missing, timeline
from generator.pages.page import Page
from generator.pages.press import Press


def home_page(press: Press) -> Iterator[Page]:
    """Yield the home page."""
    publication = press.publication
    yield press.page(
        "index.md",
        "index.md",
        {"title": publication.dossier.title, "description": publication.dossier.description},
        coverage=coverage(publication),
        timeline=timeline(publication),
        missing=missing(publication),
    )
