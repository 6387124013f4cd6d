"""The PDFs that the site links to, in docs/print/: made again only when something that they are made from changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import astuple
from importlib import metadata
from pathlib import Path
from typing import Any

from generator.messages.problems import Problem
from generator.prints import Printed, print_all
from generator.program import digest_of

PRINTS = Path("docs") / "print"
_MADE = ".made.json"
# What makes a PDF of the pages, by package, and the packages of others that do: a test holds the first to the imports.
PRINTED_BY = ("dossier", "kinds", "messages", "prints", "program", "subjects")
_WITH = (
    "briefing-site",
    "typst",
    "markdown-it-py",
    "mdit-py-plugins",
    "fontpkg-source-serif-4",
    "fontpkg-source-sans-3",
)


def prints(folder: Path, templates: tuple[Path, ...]) -> tuple[Printed, ...]:
    """Bring docs/print/ of the dossier in `folder` up to date and return what is there."""
    key = _key(folder, templates)
    known = _known_prints(folder, key)
    if known is None:
        before = _names(folder)
        known = print_all(folder, Path("docs"), PRINTS)
        made = [
            [one.id, one.file.name, one.pages, one.size, one.notes, [astuple(fault) for fault in one.faults]]
            for one in known
        ]
        (folder / PRINTS / _MADE).write_text(json.dumps({"key": key, "prints": made}) + "\n", encoding="utf-8")
        for stale in before - {printed.file.name for printed in known if not printed.faults}:
            (folder / PRINTS / stale).unlink(missing_ok=True)
    return known


def _key(folder: Path, templates: tuple[Path, ...]) -> str:
    digest = hashlib.sha256(" ".join([*map(metadata.version, _WITH), digest_of(PRINTED_BY)]).encode())
    for path in _inputs(folder, templates):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _inputs(folder: Path, templates: tuple[Path, ...]) -> Iterator[Path]:
    """Yield what PDFs are made from, beside the program: the pages and the templates of print."""
    yield from sorted((folder / "docs").glob("index.md"))
    yield from sorted((folder / "docs" / "briefs").glob("*.md"))
    yield from sorted((folder / "docs" / "sources").glob("*.md"))
    for place in templates:
        yield from sorted(path for path in (place / "print").rglob("*") if path.is_file())


def _known_prints(folder: Path, key: str) -> tuple[Printed, ...] | None:
    made = _read_made(folder)
    if made.get("key") != key:
        return None
    try:
        known = tuple(
            Printed(id_, folder / PRINTS / name, pages, size, tuple(notes), tuple(Problem(*fault) for fault in faults))
            for id_, name, pages, size, notes, faults in made["prints"]
        )
    except (KeyError, TypeError, ValueError):
        return None
    return known if all(printed.file.is_file() for printed in known if not printed.faults) else None


def _names(folder: Path) -> set[str]:
    """Return the names of the PDFs that the last run made: any other file beside them is a person's and stays."""
    rows = _read_made(folder).get("prints")
    names = [row[1] for row in rows if isinstance(row, list) and len(row) > 1] if isinstance(rows, list) else []
    return {name for name in names if isinstance(name, str) and Path(name).name == name and name.endswith(".pdf")}


def _read_made(folder: Path) -> dict[str, Any]:
    try:
        made = json.loads((folder / PRINTS / _MADE).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return made if isinstance(made, dict) else {}
