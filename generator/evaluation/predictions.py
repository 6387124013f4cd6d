"""What the program makes of a labelled text, by itself or as a source of a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from generator.dossier.dossier import Dossier
from generator.evaluation.labels import Labelled
from generator.exports.attributions import bare_dossier, bare_source
from generator.passages import Passage, passages
from generator.publication.publication import Publication
from generator.readings.reading import Reading
from generator.statements import Relation, Statement, statements
from generator.statements.rules.relations import relations
from generator.topics.topics import Mapped


@dataclass(frozen=True)
class Predicted:
    """The program's reading of a text; `statements` and `mapped` are None where nobody says who is who, or what about.

    `home` is the title of the dossier that the text is a source of.
    """

    passages: tuple[Passage, ...]
    relations: tuple[Relation, ...]
    statements: tuple[Statement, ...] | None
    mapped: tuple[Mapped, ...] | None
    home: str | None


def predict(labels: Labelled, folder: Path, without: frozenset[str] = frozenset()) -> Predicted:
    """Return what the program makes of the text of `labels`; `folder` is the dossier that the command works on.

    `without` are the names of rules of attribution that are switched off; then no concepts are looked for.
    """
    at_home = publication_with(labels.text, labels.text_path, folder)
    if at_home is not None:
        publication, reading = at_home
        said = tuple(one.statement for one in reading.mapped)
        found = tuple(one.passage for one in said)
        if without:
            said = statements(reading.source, found, publication.dossier, without)
        mapped = None if without else reading.mapped
        return Predicted(found, relations(labels.text, found, without), said, mapped, publication.dossier.title)
    found = passages(labels.text)
    made = None if labels.entities is None else own_statements(labels, found, without)
    return Predicted(found, relations(labels.text, found, without), made, None, None)


def own_statements(
    labels: Labelled, found: Sequence[Passage], without: frozenset[str] = frozenset()
) -> tuple[Statement, ...]:
    """Return the statements of a text whose labels name its entities; its parties are those entities, in order."""
    people = labels.entities or ()
    dossier: Dossier = replace(
        bare_dossier(), entities=people, parties=tuple(person.id for person in people if person.type == "party")
    )
    return statements(replace(bare_source(labels.file, labels.text), issued=labels.issued), found, dossier, without)


def publication_with(text: str, path: Path, folder: Path) -> tuple[Publication, Reading] | None:
    """Return the dossier that has `text` as a source, and how it reads it; `folder` comes first, then what is above."""
    for place in _dossiers(path, folder):
        made = _publication(place)
        for reading in made.comparison.readings:
            if reading.source.text == text:
                return made, reading
    return None


def _dossiers(path: Path, folder: Path) -> Iterable[Path]:
    places = [folder.resolve(), path.resolve().parent.parent]
    return [place for place in dict.fromkeys(places) if (place / "briefs" / "dossier.yml").is_file()]


@lru_cache(maxsize=8)
def _publication(place: Path) -> Publication:
    from generator.build import publication  # only now: labels of texts of no dossier need none of it

    return publication(place)
