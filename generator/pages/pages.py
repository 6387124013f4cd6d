"""Every page of docs/ that is generated: its path and its text. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.pages.assets import assets
from generator.pages.brief_pages import brief_pages, change_pages
from generator.pages.comparison_pages import comparison_pages
from generator.pages.concept_pages import concept_pages
from generator.pages.entity_pages import entity_pages
from generator.pages.home_page import home_page
from generator.pages.list_pages import list_pages
from generator.pages.origin_pages import origin_pages
from generator.pages.page import Asset, Page
from generator.pages.renderer import PageRenderer
from generator.pages.source_pages import source_pages
from generator.publication.publication import Publication

# What makes the pages, a kind after the other.
MAKERS: tuple[Callable[[PageRenderer], Iterator[Page]], ...] = (
    brief_pages,
    source_pages,
    origin_pages,
    concept_pages,
    entity_pages,
    comparison_pages,
    list_pages,
    home_page,
    change_pages,
)


def pages(publication: Publication, templates: tuple[Path, ...]) -> tuple[Page | Asset, ...]:
    """Return every generated page, and files beside them; `templates` are folders, the first that has a name wins."""
    renderer = PageRenderer(publication, templates)
    return (*(page for maker in MAKERS for page in maker(renderer)), *assets(templates))
