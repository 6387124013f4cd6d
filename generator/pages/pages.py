"""Every page of docs/ that is generated: its path and its text. Nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import yaml
from jinja2 import Environment
from markupsafe import Markup

from generator.briefs.brief import Brief
from generator.changes.changes import changes
from generator.changes.feeds import as_atom, as_json
from generator.changes.wording import MOST, ordinal, point, why
from generator.changes.wording import sources as edition_sources
from generator.comparison.items import Item, Reading
from generator.comparison.variants import by_source, names
from generator.dossier.dossier import Event
from generator.dossier.entities import Entity
from generator.dossier.topic_map import Concept
from generator.editions.dating import newest
from generator.pages.assets import assets
from generator.pages.coverage import coverage, missing, timeline
from generator.pages.markdown import environment
from generator.pages.page import Page
from generator.pages.paragraphs import paragraphs
from generator.pages.publication import Publication
from generator.pages.wording import Wording, counted, day, days, listed
from generator.sources import Source

# A citation in the text of a page. In what a person or a source wrote the bracket is encoded, so each is ours.
_REFERENCE = re.compile(r"\[\^(\d+\.\d+)\]")


def pages(publication: Publication, templates: tuple[Path, ...]) -> tuple[Page, ...]:
    """Return every generated page; `templates` are folders, the first that has a template wins."""
    return (*_pages(publication, _prepared(publication, templates)), *assets(templates))


def _pages(publication: Publication, jinja: Environment) -> Iterator[Page]:
    for brief in publication.briefs:
        yield _brief(publication, jinja, brief)
    for reading in publication.comparison.readings:
        yield _source(publication, jinja, reading)
    yield _page(jinja, "sources/index.md", "sources.md", {"title": "Source texts"})
    for concept in publication.dossier.concepts:
        yield _concept(publication, jinja, concept)
    yield _page(jinja, "topics/index.md", "topics.md", {"title": "Topics"})
    for entity in publication.dossier.entities:
        yield _entity(publication, jinja, entity)
    yield _page(jinja, "entities/index.md", "entities.md", {"title": "Names"})
    yield _page(
        jinja,
        "index.md",
        "index.md",
        {"title": publication.dossier.title, "description": publication.dossier.description},
        coverage=coverage(publication),
        timeline=timeline(publication),
        missing=missing(publication),
    )
    yield from _changes(publication, jinja)


def _changes(publication: Publication, jinja: Environment) -> Iterator[Page]:
    """Yield what each edition changed: for readers, for programs and for feed readers."""
    changed = changes(publication)
    words = {"point_name": point, "point_reasons": why, "edition_sources": edition_sources, "ordinal": ordinal}
    yield _page(jinja, "changes.md", "changes.md", {"title": "Changes"}, changes=changed, most_changes=MOST, **words)
    yield Page("changes.json", as_json(changed))
    yield Page("changes.xml", as_atom(changed, publication.dossier))


def _brief(publication: Publication, jinja: Environment, brief: Brief) -> Page:
    front = brief_front(publication, brief)
    path, known = f"briefs/{brief.definition.id}.md", publication.history.briefs.get(brief.definition.id)
    return _page(
        jinja, path, "brief.md", front, brief=brief, as_of=front["brief"]["as_of"], known=known,
        amended=front["brief"]["amended"], significantly_amended=front["brief"]["significantly_amended"],
    )  # fmt: skip


def _prepared(publication: Publication, templates: tuple[Path, ...]) -> Environment:
    jinja = environment(*(folder for folder in templates))
    jinja.globals.update(
        dossier=publication.dossier,
        briefs=publication.briefs,
        items={item.label: item for item in publication.comparison.items},
        readings=publication.comparison.readings,
        sources={reading.source.id: reading.source for reading in publication.comparison.readings},
        entities=publication.dossier.entities,
        concepts=publication.dossier.concepts,
        mentions=publication.mentions,
        also=publication.comparison.also,
        cited_at=publication.cited_at,
        as_of=publication.as_of,
        wording=Wording(publication.dossier),
        day=day,
        days=days,
        counted=counted,
        listed=listed,
        by_source=by_source,
    )
    return jinja


def _page(jinja: Environment, path: str, template: str, front: Mapping[str, Any], **values: Any) -> Page:
    up = Markup("../" * path.count("/"))
    body = jinja.get_template(f"pages/{template}").render(up=up, **values)
    items = cast(Mapping[str, Item], jinja.globals["items"])
    cited = sorted((items[label] for label in set(_REFERENCE.findall(body))), key=lambda item: item.key)
    notes = jinja.get_template("notes.md").render(up=up, cited=cited)
    return Page(path, f"---\n{_yaml(front)}---\n\n{_tidy(body + chr(10) * 2 + notes)}")


def _yaml(front: Mapping[str, Any]) -> str:
    """Return front matter. MkDocs puts titles into HTML unescaped, so signs of markup go in as character references."""
    return yaml.safe_dump(_inert(front), sort_keys=False, allow_unicode=True, width=10_000)


def _inert(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split())
    if isinstance(value, Mapping):
        return {key: _inert(each) for key, each in value.items()}
    return value


def _tidy(text: str) -> str:
    """Return `text` with one blank line, never more, around headings and blocks, and one line end at its end.

    Only our templates can begin a line with ``#``: in text that a person or a source wrote it is encoded.
    """
    kept: list[str] = []
    for line in text.split("\n"):
        if line.startswith("#") and kept and kept[-1]:
            kept.append("")
        if line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip())
    return "\n".join(kept).strip("\n") + "\n"


def brief_front(publication: Publication, brief: Brief) -> dict[str, Any]:
    """Return the front matter of a brief: what the page's title block and the print say about it."""
    definition, history = brief.definition, publication.history
    known = history.briefs.get(definition.id)
    cited = set(brief.sources)
    return {
        "title": definition.title,
        "description": definition.question,
        "brief": {
            "id": definition.id,
            "number": definition.number,
            "question": definition.question,
            "event": f"{brief.event.label}, {days(brief.event)}",
            # Of the sources that it cites, so that a source about something else leaves the page as it is.
            "as_of": newest(r.source for r in publication.comparison.readings if r.source.id in cited),
            "edition": known.amended if known else None,
            "amended": history.date(known.amended) if known else None,
            "significantly_amended": history.date(known.significant) if known else None,
            "originator": publication.dossier.originator,
            "marking": publication.dossier.marking,
            "language": publication.dossier.language,
            "sources": len(brief.sources),
            "origins": brief.origins,
            "passages": len(brief.cited),
            "pages": definition.pages,
        },
    }


def _source(publication: Publication, jinja: Environment, reading: Reading) -> Page:
    source = reading.source
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
    return _page(
        jinja,
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


def _concept(publication: Publication, jinja: Environment, concept: Concept) -> Page:
    narrower = tuple(other for other in publication.dossier.concepts if other.broader == concept.path)
    items = publication.mentions.get(concept.path, ())
    return _page(
        jinja,
        f"topics/{concept.path}.md",
        "concept.md",
        {"title": concept.pref_label},
        concept=concept,
        narrower=narrower,
        items=items,
    )


def _entity(publication: Publication, jinja: Environment, entity: Entity) -> Page:
    variant = names(entity, (item for item in publication.comparison.items))
    spoken = tuple(i for i in publication.comparison.items if i.statement.speaker == entity.id)
    return _page(
        jinja,
        f"entities/{entity.id}.md",
        "entity.md",
        {"title": entity.pref_label},
        entity=entity,
        variant=variant,
        spoken=spoken,
    )
