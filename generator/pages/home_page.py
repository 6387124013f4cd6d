"""The home page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.coverage import missing_concepts, timeline
from generator.pages.page import Page
from generator.pages.pictures import brief_grid, party_grid, time_line
from generator.pages.renderer import PageRenderer


def home_page(renderer: PageRenderer) -> Iterator[Page]:
    """Yield the home page."""
    publication = renderer.publication
    moments = timeline(publication)
    yield renderer.page(
        "index.md",
        "index.md",
        {"title": publication.dossier.title, "description": publication.dossier.description},
        brief_grid=brief_grid(renderer),
        party_grid=party_grid(renderer),
        timeline=moments,
        time_line=time_line(moments),
        missing=missing_concepts(publication),
    )
