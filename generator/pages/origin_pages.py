"""A page an origin that several sources share: which they are, and why they count as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.comparison.comparison import Comparison
from generator.pages.page import Page
from generator.pages.renderer import PageRenderer
from generator.sources import Source


def origin_pages(renderer: PageRenderer) -> Iterator[Page]:
    """Yield each origin of more than one source, in the order of their first sources."""
    comparison = renderer.publication.comparison
    for origin, sources in shared_origins(comparison).items():
        carried = comparison.provenance([source.id for source in sources]).words
        heading = carried[:1].upper() + carried[1:]
        yield renderer.page(
            origin_path(sources),
            "origin.md",
            {"title": heading},
            heading=heading,
            declared=any(source.origin == origin for source in sources),
            publishers={source.publisher for source in sources},
            together=sources,
        )


def shared_origins(comparison: Comparison) -> Mapping[str, tuple[Source, ...]]:
    """Return the sources of each origin that has more than one, by the id of the origin."""
    found: dict[str, tuple[Source, ...]] = {}
    for reading in comparison.readings:
        origin = comparison.origins[reading.source.id]
        found[origin] = (*found.get(origin, ()), reading.source)
    return {origin: sources for origin, sources in found.items() if len(sources) > 1}


def origin_path(sources: tuple[Source, ...]) -> str:
    """Return the path of the page of an origin below docs/: it is called by its first source, which stays the first."""
    return f"sources/origins/{sources[0].id}.md"
