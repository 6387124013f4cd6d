"""A page a source: what is known of it and how, and its text with what cites it; and the list of sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparison.items import Reading
from generator.dossier.dossier import Event
from generator.pages.page import Page
from generator.pages.paragraphs import paragraphs
from generator.pages.press import Press
from generator.pages.wording import day
from generator.sources import Source


def source_pages(press: Press) -> Iterator[Page]:
    """Yield each source in its order, and the list of them."""
    for reading in press.publication.comparison.readings:
        yield _source(press, reading)
    yield press.page("sources/index.md", "sources.md", {"title": "Source texts"})


def _source(press: Press, reading: Reading) -> Page:
    publication, source = press.publication, reading.source
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
    }
    return press.page(
        f"sources/{source.id}.md",
        "source.md",
        front,
        reading=reading,
        source=source,
        metadata=metadata(source, publication.dossier.events),
        paragraphs=paragraphs(publication, reading),
    )


def metadata(source: Source, events: tuple[Event, ...]) -> tuple[tuple[str, str, str], ...]:
    """Return label, value and how it is known, for everything that a source page says about its source."""
    event = next((event.label for event in events if event.id == source.event), None)
    rows = (
        ("Title", "title", source.title),
        ("Publisher", "publisher", source.publisher),
        ("Author", "author", source.author),
        ("Date", "issued", day(source.issued) if source.issued else None),
        ("Kind", "kind", source.kind),
        ("Rests on", "rests_on", source.rests_on),
        ("Event", "event", event),
        ("Language", "language", source.language),
    )
    known = source.known
    return tuple(
        (label, value or "not stated", f"{known[key].how}: {known[key].note}" if key in known else _given(value))
        for label, key, value in rows
    )


def _given(value: str | None) -> str:
    return "given by the desk" if value else ""
