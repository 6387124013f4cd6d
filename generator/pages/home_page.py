"""The home page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.coverage import missing, timeline
from generator.pages.page import Page
from generator.pages.pictures import brief_grid, party_grid, time_line
from generator.pages.press import Press


def home_page(press: Press) -> Iterator[Page]:
    """Yield the home page."""
    publication = press.publication
    moments = timeline(publication)
    yield press.page(
        "index.md",
        "index.md",
        {"title": publication.dossier.title, "description": publication.dossier.description},
        brief_grid=brief_grid(press),
        party_grid=party_grid(press),
        timeline=moments,
        time_line=time_line(moments),
        missing=missing(publication),
    )
