"""Where people wrote the id of a source: in rulings, as evidence in briefs, in labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.dossier.documents import Document, Route, read_document
from generator.dossier.files import Place

LABELS = ("labels", "tests/labels")
"""The folders of a dossier in which labels of its texts may stand."""


@dataclass(frozen=True)
class MentionOfSource:
    """A value that names a source: where it is written, and as what: a ruling, evidence, or a label."""

    place: Place
    what: str


def mentions_of_source(folder: Path, source: str, text: str | None = None) -> Iterator[MentionOfSource]:
    """Yield where the files of `folder` name `source`, or label its `text` (the name of its file, from the dossier).

    Raises DossierError for a file that cannot be read: what stands in it is not known then.
    """
    for file in files_that_name_sources(folder):
        document = _document(folder, file)
        for route in routes_of_source(document, source):
            yield MentionOfSource(document.at(*route), _what(file, route))
        if text is not None and _labels(document, folder, text):
            yield MentionOfSource(document.at("file"), "labels")


def files_that_name_sources(folder: Path) -> Iterator[str]:
    """Yield the files that may name a source, from the dossier, in order; seeds/sources.yml is not among them."""
    for name in sorted(path.name for path in (folder / "briefs").glob("[!.]*.yml")):
        yield f"briefs/{name}"
    for labels in LABELS:
        yield from sorted(path.relative_to(folder).as_posix() for path in (folder / labels).rglob("[!.]*.yml"))


def routes_of_source(document: Document, source: str) -> tuple[Route, ...]:
    """Return the routes of the values in `document` that name `source`, in the order of the file."""
    return tuple(route for route in document.values if route[-1:] == ("source",) and document.get(*route) == source)


def _document(folder: Path, file: str) -> Document:
    parent, _, name = file.rpartition("/")
    return read_document(folder / parent, name, file)


def _what(file: str, route: Route) -> str:
    if not file.startswith("briefs/"):
        return "a label"
    return "a ruling" if "rulings" in route else "evidence"


def _labels(document: Document, folder: Path, text: str) -> bool:
    value = document.value
    named = value.get("file") if isinstance(value, dict) else None
    if not isinstance(named, str) or document.file.startswith("briefs/"):
        return False
    return ((folder / document.file).parent / named).resolve() == (folder / text).resolve()
