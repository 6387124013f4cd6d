"""What may stand in docs/ beside the pages that we write: a site builder publishes it all, and follows every link."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.dossier.files import Place, clashes, decode
from generator.messages.problems import DossierError, Problem


def faults(docs: Path) -> Iterator[Problem]:
    """Yield what cannot be published: links, devices, text that is not UTF-8, and two files of one address."""
    pages = []
    for path in _entries(docs):
        name = path.relative_to(docs).as_posix()
        at = Place(f"docs/{name}")
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            yield at.problem(
                "this is a symbolic link; what it leads to would be published", "put the file itself here, or delete it"
            )
        elif not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            yield at.problem("this is not a regular file", "delete it, or move it out of docs/")
        elif path.suffix == ".md" and stat.S_ISREG(mode):
            pages.append(name)
            yield from _text(path, at.file)
    for one, other in clashes(pages):
        what = f"`{one}` and `{other}` are one file to some systems"
        yield Place(f"docs/{other}").problem(what, "rename one of them")
    for name in sorted(set(pages)):
        folder = name.removesuffix("/index.md")
        if folder != name and f"{folder}.md" in pages:
            what = f"`{folder}.md` and `{name}` have one address where a site gives pages addresses like folders"
            yield Place(f"docs/{name}").problem(what, "rename one of them")


def _entries(docs: Path) -> Iterator[Path]:
    """Yield every folder and file below `docs` in one order; links are not entered, hidden names not published."""
    for parent, folders, names in os.walk(docs):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*folders, *names]):
            if not name.startswith("."):
                yield Path(parent) / name


def _text(path: Path, file: str) -> Iterator[Problem]:
    try:
        decode(path.read_bytes(), file)
    except DossierError as error:
        yield from error.problems
