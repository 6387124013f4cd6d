"""Templates into pages: the look-ups that all of them share, the notes at the end of each, and tidy Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup

from generator.comparison.items import Item
from generator.comparison.variants import Value, Variant, by_source
from generator.dossier.characters import visible
from generator.dossier.dates import day
from generator.dossier.files import Place
from generator.dossier.topic_map import Concept
from generator.kinds.kinds import kinds
from generator.messages.phrasing import count_of, join_words
from generator.pages.anchors import here, with_places
from generator.pages.backlinks import backlinks
from generator.pages.bounds import BOUNDS
from generator.pages.markdown import environment
from generator.pages.noting import note, parted
from generator.pages.page import Page
from generator.pages.template_faults import template_problems
from generator.publication.publication import Publication
from generator.publication.published import PublishedWords
from generator.publication.wording import Wording, days

# A citation in the text of a page. In what a person or a source wrote the bracket is encoded, so each is ours.
_REFERENCE = re.compile(r"\[\^(\d+\.\d+)\]")
# So many others that make a claim are named in its note.
_NAMED = 8


class PageRenderer:
    """Makes pages of one publication from the templates in `folders`; the first folder that has a template wins."""

    def __init__(self, publication: Publication, folders: tuple[Path, ...]) -> None:
        self.publication = publication
        self.published = PublishedWords(publication)
        self.backlinks = backlinks(publication.briefs)
        self.concepts = {concept.path: concept for concept in publication.dossier.concepts}
        self.items = {item.label: item for item in publication.comparison.items}
        self.by_key = {item.key: item for item in publication.comparison.items}
        self.open_items = tuple(
            item
            for item in publication.comparison.items
            if self.published.may_quote(item) and not item.source.withdrawn
        )
        self.mentions = {
            path: tuple(item for item in items if self.published.may_quote(item))
            for path, items in publication.mentions.items()
        }
        self._folders = folders
        self._jinja = _prepare(self, folders)
        self._notes: dict[tuple[object, ...], str] = {}

    def names(self, entity: str) -> Variant:
        """Return the names in use for an entity, with the places that may be quoted."""
        variant = self.publication.comparison.names[entity]
        values = (
            (v.shown, tuple(place for place in v.found if self.published.may_quote(place.item))) for v in variant.values
        )
        return replace(variant, values=tuple(Value(shown, found) for shown, found in values if found))

    def tops(self, paths: Iterable[str]) -> list[Concept]:
        """Return the top concepts of `paths`, in the order of the topic map: the tags of a page."""
        tops = {path.partition("/")[0] for path in paths}
        return [concept for path, concept in self.concepts.items() if path in tops]

    def page(
        self, path: str, template: str, front: Mapping[str, Any], about: Sequence[str] = (), **values: Any
    ) -> Page:
        """Return the page at `path` below docs/, with a note for each citation in its text.

        `about` are the concepts that the page is about: a source that makes the claim of a passage, and speaks to none
        of them, is not named in its note there.
        """
        up = Markup("../" * path.count("/"))
        with template_problems(self._folders):
            body = with_places(self._jinja.get_template(f"pages/{template}").render(up=up, **values))
            labels = set(_REFERENCE.findall(body))
            no_such = ", ".join(sorted(label for label in labels if label not in self.items))
            if no_such:
                raise Place(f"templates/pages/{template}").error(
                    f"this template cites {no_such}, and there is no such passage", "cite passages by their items"
                )
            cited = sorted((self.items[label] for label in labels), key=lambda item: item.key)
            notes = "\n".join(self._note(item, up, about).strip("\n") for item in cited)
            known = self._jinja.get_template("abbreviations.md").render(body=body)
        text = "\n\n".join((body, notes, known))
        return Page(path, *parted(f"---\n{_yaml(front)}---\n\n{_tidy(text)}"))

    def _note(self, item: Item, up: str, about: Sequence[str]) -> str:
        """Return the note of a citation, its parts between signs: the same on many pages, so it is made once."""
        others = self.publication.comparison.also.get(item.key, ())
        others = tuple(other for other in others if not about or any(other.speaks_to(path) for path in about))
        also, sources = others[:_NAMED], len({other.number for other in others})
        key = item.key, up, tuple(other.key for other in also), sources, len(others)
        if key not in self._notes:
            values = {"item": item, "up": up, "also": also, "sources": sources, "more": len(others) > _NAMED}
            self._notes[key] = note(self._jinja, values)
        return self._notes[key]


def _prepare(renderer: PageRenderer, folders: tuple[Path, ...]) -> Environment:
    jinja, publication = environment(*folders), renderer.publication
    jinja.globals.update(
        dossier=publication.dossier,
        briefs=publication.briefs,
        items=renderer.items,
        readings=publication.comparison.readings,
        sources={reading.source.id: reading.source for reading in publication.comparison.readings},
        entities=publication.dossier.entities,
        concepts=publication.dossier.concepts,
        mentions=renderer.mentions,
        speaking=publication.mentions,
        tops=lambda paths: list(dict.fromkeys(path.partition("/")[0] for path in paths)),
        concept_names={concept.path: concept.pref_label for concept in publication.dossier.concepts},
        cited_at=publication.cited_at,
        kinds=kinds(),
        as_of=publication.as_of,
        wording=Wording(publication.dossier),
        day=day,
        days=days,
        counted=count_of,
        listed=join_words,
        by_source=by_source,
        quoted=renderer.published.may_quote,
        here=here,
        most=BOUNDS,
        anchor=lambda item: Markup(renderer.published.anchor(item)),
    )
    return jinja


def _yaml(front: Mapping[str, Any]) -> str:
    """Return front matter. Signs of markup are character references: themes put it into HTML as it is."""
    return yaml.safe_dump(_inert(front), sort_keys=False, allow_unicode=True, width=10_000)


def _inert(value: Any) -> Any:
    if isinstance(value, str):
        # Hidden characters show by their number here as in the text of the page: a title is set in type as well.
        value = visible(" ".join(value.split()))
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    if isinstance(value, Mapping):
        return {key: _inert(each) for key, each in value.items()}
    return [_inert(each) for each in value] if isinstance(value, (list, tuple)) else value


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
