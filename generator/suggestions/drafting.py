"""What can be drafted for a dossier, as far as its files can be read: a dossier that has nothing yet is helped most."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.build import publication
from generator.dossier.documents import Document, read_document
from generator.dossier.entities import Entity, entities
from generator.dossier.load import read_checked, require_dossier
from generator.messages.problems import DossierError, Problem
from generator.sources import readable_sources
from generator.suggestions.draft_people import FILE, entity_drafts
from generator.suggestions.draft_subjects import subject_drafts
from generator.suggestions.drafts import Draft
from generator.suggestions.suggestions import suggest


def drafts_for(folder: Path) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Return the drafts for the dossier in `folder`, and what keeps concepts, events and facts from being drafted.

    Raises DossierError where not even entities can be.
    """
    require_dossier(folder)
    sources = readable_sources(folder)
    if not sources:
        what = "there is no text that can be read"
        raise DossierError([Problem("seeds/sources.yml", 1, 1, what, "take in a first text: briefs add FILE")])
    drafts = entity_drafts(sources, _entities_of(folder), _parties(folder))
    try:
        made = publication(folder)
    except DossierError as error:
        return drafts, error.problems
    return (*drafts, *subject_drafts(made, suggest(made))), ()


def _entities_of(folder: Path) -> tuple[Entity, ...]:
    """Return the entities that are written; none where the file is missing or holds comments alone."""
    path = folder / FILE
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if all(not line.strip() or line.lstrip("\ufeff").startswith("#") for line in text.splitlines()):
        return ()
    problems: list[Problem] = []
    document: Document | None = read_checked(folder, FILE, "entities", problems)
    if document is None:
        raise DossierError(problems)
    return entities(document)


def _parties(folder: Path) -> list[str]:
    value: Any = read_document(folder / "briefs", "dossier.yml", "briefs/dossier.yml").value
    parties = value.get("parties", ()) if isinstance(value, dict) else ()
    return [party for party in parties if isinstance(party, str)] if isinstance(parties, list) else []
