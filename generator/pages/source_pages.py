"""A page a source: what is known of it and how, and its text with what cites it; and the list of sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.dates import day
from generator.dossier.dossier import Event
from generator.pages.list_pages import ListPage, source_lists
from generator.pages.origin_pages import origin_path, shared_origins
from generator.pages.page import Page
from generator.pages.paragraphs import paragraphs
from generator.pages.renderer import PageRenderer
from generator.readings.reading import Reading
from generator.sources import Source


def source_pages(renderer: PageRenderer) -> Iterator[Page]:
    """Yield each source in its order, and the list of them."""
    for reading in renderer.publication.comparison.readings:
        yield _source(renderer, reading)
    yield from _lists(renderer)


def _lists(renderer: PageRenderer) -> Iterator[Page]:
    """Yield the list of sources: the first on its index, of many the others on pages of their own."""
    first, *others = source_lists(renderer.publication.comparison.readings) or [()]
    further = [
        ListPage(f"lists/sources/{number}.md", f"{part[0].number} to {part[-1].number}")
        for number, part in enumerate(others, start=2)
    ]
    title = {"title": "Source texts"}
    yield renderer.page("sources/index.md", "sources.md", title, listed_readings=first, further=further)
    for page, part in zip(further, others, strict=True):
        yield renderer.page(
            page.path, "sources-list.md", {**title, "hide": ["navigation"]}, listed_readings=part,
            first=part[0].number, last=part[-1].number,
        )  # fmt: skip


def _source(renderer: PageRenderer, reading: Reading) -> Page:
    publication, source = renderer.publication, reading.source
    own = publication.comparison.by_source[source.id]
    open_ = () if source.withdrawn else [item for item in own if renderer.published.may_quote(item)]
    topics = renderer.tops(path for item in open_ for path in item.mapped.concepts)
    front = {
        "title": source.name if not source.issued else f"{source.name}, {day(source.issued)}",
        "source": {
            "id": source.id,
            "number": reading.number,
            "name": source.name,
            "title": source.title,
            "issued": source.issued,
            "kind": source.kind,
            "url": source.url,
            "sha256": source.sha256,
        },
        "tags": [topic.pref_label for topic in topics],
    }
    return renderer.page(
        f"sources/{source.id}.md",
        "source.md",
        front,
        reading=reading,
        source=source,
        metadata=metadata(source, publication.dossier.events),
        origin=_origin(renderer, source),
        paragraphs=paragraphs(renderer, own),
        topics=topics,
        cited=[item for item in own if renderer.backlinks.get(item.key)],
        citing=[brief for brief in publication.briefs if source.id in brief.sources],
    )


def _origin(renderer: PageRenderer, source: Source) -> str:
    """Return the path of the page on its origin, "" where it shares it with no other source."""
    comparison = renderer.publication.comparison
    sources = shared_origins(comparison).get(comparison.origins[source.id])
    return origin_path(sources) if sources else ""


def metadata(source: Source, events: tuple[Event, ...]) -> tuple[tuple[str, str, str], ...]:
    """Return label, value and how it is known, for everything that a source page says about its source."""
    event = next((event.label for event in events if event.id == source.event), None)
    rows = (
        ("Title", "title", source.title),
        ("Publisher", "publisher", source.publisher),
        ("Author", "author", source.author),
        ("Date", "issued", day(source.issued) if source.issued else None),
        ("Kind", "kind", source.kind),
        ("Outlet", "outlet", source.outlet),
        ("Rests on", "rests_on", source.rests_on),
        ("Event", "event", event),
        ("Language", "language", source.language),
        ("Address", "url", source.url),
        ("Seen there", "accessed", day(source.accessed) if source.accessed else None),
    )
    return tuple(
        (label, value or "not stated", _how_known(source, key) if value else "")
        for label, key, value in rows
        if value or key not in _NOT_MISSED
    )


# What a page need not say it does not know.
_NOT_MISSED = ("url", "accessed", "outlet")


def _how_known(source: Source, key: str) -> str:
    """Return how a value is known, as a reader is told: *stated: the byline*, *given by the desk*."""
    known = source.known.get(key)
    if known is None or known.how == "given":
        return f"given by the desk: {known.note}" if known and known.note else "given by the desk"
    return f"{known.how}: {known.note}" if known.note else known.how
