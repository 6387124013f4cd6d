"""An earlier state of the pages: out of the history that git keeps, or out of a folder."""

from __future__ import annotations

import re
from pathlib import Path

from generator.dossier.committed import file_at, git
from generator.dossier.dates import day
from generator.dossier.files import decode
from generator.messages.problems import DossierError, Problem
from generator.prints.inline import SCREEN, Classes
from generator.prints.pages import Page, read_page

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_MEND = "name a day (2031-03-14), a commit or tag of git, or a folder that holds an earlier docs/"


def earlier_pages(docs: Path, since: str, left_out: Classes = SCREEN) -> dict[str, Page]:
    """Return the briefs as they stood at `since`, by id: a day, a git revision, or a folder in the place of `docs`.

    Raises `DossierError` where there is no such state.
    """
    folder = Path(since)
    texts = _in_folder(folder) if (folder / "briefs").is_dir() else _in_history(docs, since)
    pages = [read_page(text, f"{since}:{name}", left_out) for name, text in sorted(texts.items())]
    return {page.id: page for page in pages if page is not None}


def since_when(since: str) -> str:
    """Return what paper calls the state `since`; the name of a folder of this machine is nobody's business there."""
    if (Path(since) / "briefs").is_dir():
        return "an earlier state"
    return day(since) if _DAY.match(since) else since


def _in_folder(folder: Path) -> dict[str, str]:
    return {path.name: decode(path.read_bytes(), path.as_posix()) for path in sorted((folder / "briefs").glob("*.md"))}


def _in_history(docs: Path, since: str) -> dict[str, str]:
    if _DAY.match(since):
        commit = _git(docs, "rev-list", "-1", f"--before={since}T23:59:59Z", "HEAD")
    else:
        commit = _git(docs, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
    listed = _git(docs, "ls-tree", "-z", "--name-only", commit, "./briefs/") if commit else None
    if not commit or listed is None:
        raise DossierError([Problem(docs.name, 1, 1, f"git knows no state `{since}` of these pages", _MEND)])
    names = [name for name in listed.split("\0") if name.endswith(".md")]
    return {name: (file_at(docs, commit, name) or b"").decode("utf-8", "replace") for name in names}


def _git(docs: Path, *words: str) -> str | None:
    """Return what git says in `docs` in one line or between NULs, None where it fails or is not there."""
    said = git(docs, *words)
    return None if said is None else said.decode("utf-8", "replace").strip()
