"""A page a brief, and what each edition changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.briefs.brief import Brief
from generator.changes.changes import changes
from generator.changes.feeds import as_atom, as_json
from generator.changes.wording import MOST, ordinal, point, why
from generator.changes.wording import sources as edition_sources
from generator.editions.dating import newest
from generator.pages.page import Page
from generator.pages.renderer import PageRenderer
from generator.publication.publication import Publication
from generator.publication.wording import days


def brief_pages(renderer: PageRenderer) -> Iterator[Page]:
    """Yield each brief, in the order of the dossier."""
    for brief in renderer.publication.briefs:
        yield _brief(renderer, brief)


def _brief(renderer: PageRenderer, brief: Brief) -> Page:
    publication = renderer.publication
    topics = renderer.tops(brief.definition.concepts)
    front = {**brief_front(publication, brief), "tags": [topic.pref_label for topic in topics]}
    path, known = f"briefs/{brief.definition.id}.md", publication.history.briefs.get(brief.definition.id)
    return renderer.page(
        path, "brief.md", front, brief.definition.concepts, brief=brief, as_of=front["brief"]["as_of"], known=known,
        amended=front["brief"]["amended"], significantly_amended=front["brief"]["significantly_amended"],
    )  # fmt: skip


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


def change_pages(renderer: PageRenderer) -> Iterator[Page]:
    """Yield what each edition changed: for readers, for programs and for feed readers."""
    publication = renderer.publication
    changed = changes(publication)
    words: dict[str, Any] = {
        "point_name": point,
        "point_reasons": why,
        "edition_sources": edition_sources,
        "ordinal": ordinal,
    }
    yield renderer.page("changes.md", "changes.md", {"title": "Changes"}, changes=changed, most_changes=MOST, **words)
    yield Page("changes.json", as_json(changed))
    yield Page("changes.xml", as_atom(changed, publication.dossier))
