"""All PDFs of a dossier: read the pages, make a document of each and one of all, set them, write what is sound."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

from generator.dossier import load_dossier
from generator.messages.problems import DossierError, Problem
from generator.prints.addendum import addendum_page, revisions
from generator.prints.documents import Document, PrintOptions, as_dossier_part, brief_document, dossier_document
from generator.prints.earlier import earlier_pages, since_when
from generator.prints.inline import SCREEN, SCREEN_AND_INTERNAL
from generator.prints.meeting import meeting_page
from generator.prints.pages import dossier_page, read_pages, read_sources
from generator.prints.typesetting import templates
from generator.prints.worker import Outcome, outcomes


@dataclass(frozen=True)
class Printed:
    """One file that was written: `pages` counts its pages (0 for Word, which decides itself), `size` its bytes.

    `notes` tell, for people, what is printed otherwise than it is written; `faults` why the file could not be set: then
    nothing was written for it.
    """

    id: str
    file: Path
    pages: int
    size: int
    notes: tuple[str, ...] = ()
    faults: tuple[Problem, ...] = ()


def faults(printed: Sequence[Printed]) -> tuple[Problem, ...]:
    """Return why some of `printed` could not be set."""
    return tuple(problem for one in printed for problem in one.faults)


def print_all(
    folder: Path,
    docs: Path,
    out: Path,
    briefs: Sequence[str] = (),
    options: PrintOptions | None = None,
    workers: int | None = None,
) -> tuple[Printed, ...]:
    """Write `<brief>.pdf` for each brief in `docs` and `dossier.pdf` into `out`; return what was written, in order.

    `briefs` names some of them instead: then only these are printed, and no dossier. `folder` is that of the dossier,
    against which `docs` and `out` are read when they are relative. A file that the engine cannot set is not written and
    says so (`faults`); for any other problem nothing is written.
    Raises `DossierError`, with the problems of all PDFs together.
    """
    documents = documents_of(folder / docs, briefs, _with_own_templates(options, folder))
    return write_all(documents, folder / out, workers)


def print_addendum(
    folder: Path, docs: Path, out: Path, since: str, options: PrintOptions | None = None
) -> tuple[Printed, ...]:
    """Write `addendum_pack.pdf`: what changed in the briefs since `since`.

    That is a day, a git revision or an earlier docs folder. Raises `DossierError` where there is no such state, or
    where nothing changed.
    """
    options = _with_own_templates(options, folder)
    left_out = SCREEN_AND_INTERNAL if options.releasable else SCREEN
    pages, earlier = read_pages(folder / docs, left_out), earlier_pages(folder / docs, since, left_out)
    found = revisions(pages, earlier)
    if not any(revision.changes for revision in found):
        raise DossierError([Problem(docs.name, 1, 1, f"no brief has changed since {since}", "name an earlier state")])
    page = addendum_page(found, earlier, since_when(since))
    document = brief_document(page, read_sources(folder / docs), options, metadata.version("briefing-site"))
    return write_all([document], folder / out)


def print_meeting(folder: Path, docs: Path, out: Path, options: PrintOptions | None = None) -> tuple[Printed, ...]:
    """Write `meeting_pack.pdf`: what is said in the room, in the order of briefs/agenda.yml.

    Raises `DossierError` where there is no agenda, or something is wrong in the dossier.
    """
    options = _with_own_templates(options, folder)
    pages = read_pages(folder / docs, SCREEN_AND_INTERNAL if options.releasable else SCREEN)
    dossier = load_dossier(folder)
    if not dossier.agenda:
        mend = "write it, as docs/guide/briefs.md shows"
        raise DossierError([Problem("briefs/agenda.yml", 1, 1, "there is no agenda to make a pack of", mend)])
    page = meeting_page(dossier.title, dossier.agenda, pages)
    document = brief_document(page, read_sources(folder / docs), options, metadata.version("briefing-site"))
    return write_all([document], folder / out)


def _with_own_templates(options: PrintOptions | None, folder: Path) -> PrintOptions:
    options = options or PrintOptions()
    return options if options.templates else replace(options, templates=templates(folder))


def write_all(documents: Sequence[Document], out: Path, workers: int | None = None) -> tuple[Printed, ...]:
    """Set `documents` and write those that could be set into `out`; return what came of each, in order."""
    _apart(documents)
    results = outcomes(documents, workers)
    if any(result.problems and not result.not_set for result in results):
        raise DossierError(problem for result in results for problem in result.problems)
    out.mkdir(parents=True, exist_ok=True)
    return tuple(_written(document, result, out) for document, result in zip(documents, results, strict=True))


def _written(document: Document, result: Outcome, out: Path) -> Printed:
    file = out / f"{document.id}.{document.options.format}"
    if not result.problems:
        write(file, result.data)
    notes = tuple(str(note) for note in result.notes)
    return Printed(document.id, file, result.pages, len(result.data), notes, result.problems)


def _apart(documents: Sequence[Document]) -> None:
    """Raise DossierError for documents that would be one file; some systems do not tell capitals from small letters."""
    files: dict[str, str] = {}
    problems = []
    for document in documents:
        file, key = document.pages[0].file if len(document.pages) == 1 else "docs/index.md", document.id.casefold()
        if key in files:
            what = f"this and {files[key]} would be printed as one file, {document.id}.{document.options.format}"
            problems.append(Problem(file, 1, 1, what, "give the page another `id` in its front matter"))
        files.setdefault(key, file)
    if problems:
        raise DossierError(problems)


def documents_of(docs: Path, briefs: Sequence[str], options: PrintOptions) -> list[Document]:
    """Return what would be printed, in order: the briefs by number, then the dossier unless `briefs` names some."""
    pages = read_pages(docs, SCREEN_AND_INTERNAL if options.releasable else SCREEN)
    sources, version = read_sources(docs), metadata.version("briefing-site")
    unknown = sorted(set(briefs) - {page.id for page in pages})
    if unknown:
        known = ", ".join(page.id for page in pages)
        raise DossierError(
            Problem(f"{docs.name}/briefs/{name}.md", 1, 1, f"there is no brief `{name}`", f"name one of {known}")
            for name in unknown
        )
    chosen = [page for page in pages if not briefs or page.id in briefs]
    documents = [brief_document(page, sources, options, version) for page in chosen]
    if briefs:
        return documents
    title, description = dossier_page(docs)
    parts = [as_dossier_part(page) for page in pages]
    return [*documents, dossier_document(parts, sources, options, version, title, description)]


def write(file: Path, data: bytes) -> Path:
    """Write `data` aside and move it into place, so that a reader finds the old file or the new one."""
    handle, aside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(aside, 0o644)
        os.replace(aside, file)
    except BaseException:
        os.unlink(aside)
        raise
    return file
