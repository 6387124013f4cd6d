"""The whole way, in order: seeds/ and briefs/ become pages, and pages become a site and prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.briefs.brief import briefs
from generator.briefs.evidence import evidence_problems, passages_of
from generator.changes.record import record
from generator.comparison.comparison import compare
from generator.dossier.dossier import Dossier
from generator.dossier.files import strays
from generator.dossier.load import is_brief, readable_briefs
from generator.editions.dating import date_sources
from generator.editions.file import read_history, save_history
from generator.messages.problems import DossierError, Problem
from generator.messages.progress import SILENT, Progress
from generator.pages.noting import Part
from generator.pages.page import Page
from generator.pages.pages import pages
from generator.pages.write import Written, foresee, handwritten, write
from generator.publication.publication import Publication
from generator.readings.readings import readings
from generator.sources import Source, load, readable_sources

SHIPPED_TEMPLATES = (
    Path(__file__).parent / "templates",  # in an installed package
    Path(__file__).parent.parent / "templates",  # in a checkout
)


def publication(folder: Path, progress: Progress = SILENT, executor: Executor | None = None) -> Publication:
    """Read the dossier in `folder` and think it through, stages 1 to 6; DossierError names all that is wrong.

    Sources are read by `executor`, where one is given.
    """
    try:
        dossier, sources = load(folder)  # 1
    except DossierError as error:
        hidden = (*_of_the_others(folder, error, progress), *_of_the_evidence(folder))
        raise DossierError([*error.problems, *hidden]) from None
    return _publication(folder, dossier, sources, progress, executor)


def _publication(
    folder: Path, dossier: Dossier, sources: Sequence[Source], progress: Progress, executor: Executor | None = None
) -> Publication:
    with progress.stage("Reading sources", len(sources)) as advance:
        found = readings(folder, dossier, sources, advance, executor)  # 2 to 4
    with progress.work("Comparing what they say", len(sources), folder):
        comparison = compare(found, dossier)  # 5
    dated = date_sources(read_history(folder), comparison)
    made = Publication(dossier, comparison, briefs(dossier, comparison, dated), dated)  # 6
    return replace(made, history=record(made, dated))


def _of_the_others(folder: Path, error: DossierError, progress: Progress) -> Sequence[Problem]:
    """Return what is wrong in the other briefs where `error` is about briefs alone, so that all is told at once."""
    faulty = {problem.file for problem in error.problems}
    if not all(map(is_brief, faulty)):
        return ()
    try:
        _publication(folder, *load(folder, faulty), progress)
    except DossierError as other:
        return other.problems
    return ()


def _of_the_evidence(folder: Path) -> Sequence[Problem]:
    """Return what is wrong with the quotations of every brief that can be read, whatever else is wrong."""
    texts = passages_of(readable_sources(folder))
    return [problem for brief in readable_briefs(folder) for problem in evidence_problems(brief, texts)]


def generate(folder: Path) -> Written:
    """Bring docs/ of the dossier in `folder` up to date (stages 1 to 7); only changed pages are written."""
    return update_docs(folder).written


class Brought(NamedTuple):
    """What a run did to docs/, what it published there, and by page the parts of the notes that stand on it."""

    written: Written
    made: Publication
    parts: Mapping[str, tuple[Part, ...]]


def update_docs(
    folder: Path, *, keep_edition: bool = True, progress: Progress = SILENT, executor: Executor | None = None
) -> Brought:
    """Do what `generate` does, and return also what was published. Sources are read by `executor`, if one is given.

    With `keep_edition` false the pages show a new edition that is not kept yet: a live site makes none.
    """
    made = publication(folder, progress, executor)
    with progress.work("Writing pages", len(made.sources), folder):
        files = pages(made, templates(folder))
        written = write(files, folder / "docs")
    if keep_edition:
        save_history(folder, made.history)  # last: until it is kept, another run makes the same edition again
    return Brought(written, made, {page.path: page.parts for page in files if isinstance(page, Page) and page.parts})


def foresee_docs(folder: Path, progress: Progress = SILENT) -> tuple[Written, Publication]:
    """Return what `update_docs` would do to docs/ of the dossier in `folder`, and write nothing there."""
    made = publication(folder, progress)
    return foresee(pages(made, templates(folder)), folder / "docs"), made


def templates(folder: Path) -> tuple[Path, ...]:
    """Return the folders to look for templates in: the dossier's own first, in which no link may lead out of it."""
    # What stands in assets/ is told where it is copied, with all else that is wrong there.
    problems = [stray for stray in strays(folder, "templates") if not stray.file.startswith("templates/assets/")]
    if problems:
        raise DossierError(problems)
    return tuple(path for path in (folder / "templates", *SHIPPED_TEMPLATES) if path.is_dir())


def nav(folder: Path, dossier: Dossier) -> list[object]:
    """Return the navigation of a site whose mkdocs.yml names none.

    The briefs in their order and the indexes; then, under *About*, the pages that people wrote, by their headings.
    """
    own = handwritten(folder / "docs")
    top = [path for path in own if "/" not in path]
    deeper = [path for path in own if "/" in path]
    about: list[object] = [*top, *([{"Guide": deeper}] if deeper else [])]
    return [
        {"Home": "index.md"},
        {"Briefs": [f"briefs/{definition.id}.md" for definition in dossier.briefs]},
        {"Compare": "compare/index.md"},
        {"Topics": "topics/index.md"},
        {"Names": "entities/index.md"},
        {"Sources": "sources/index.md"},
        {"Changes": "changes.md"},
        *([{"About": about}] if about else []),
    ]


def reading_order(dossier: Dossier, sources: Sequence[Source]) -> tuple[tuple[str, ...], ...]:
    """Return the pages outside the navigation in rows, each behind its index, as a reader goes from one to the next."""
    tops = [concept.path for concept in dossier.concepts if not concept.broader]
    return (
        ("sources/index.md", *(f"sources/{source.id}.md" for source in sources)),
        ("topics/index.md", *(f"topics/{concept.path}.md" for concept in dossier.concepts)),
        ("entities/index.md", *(f"entities/{entity.id}.md" for entity in dossier.entities)),
        (
            "compare/index.md",
            *(f"compare/topics/{path}.md" for path in tops),
            *(f"compare/parties/{party}.md" for party in dossier.parties),
            *(f"compare/{name}.md" for name in ("together", "people", "instruments", "wording", "coverage")),
        ),
    )
