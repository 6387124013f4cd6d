"""Writing pages: only what changed, whole files at a time, and never over or under what is not ours."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.dossier.files import name_fault
from generator.messages.problems import DossierError, Problem
from generator.pages.docs_folder import faults
from generator.pages.page import Asset, Page

# What we wrote, with its sha256: so that a page that is no longer made can go, and a person's file never does.
MANIFEST = ".generated.json"
# What a file is called while it is written, with the number of the process.
_ASIDE = re.compile(r"\..+\.([0-9]{1,10})\.new")


@dataclass(frozen=True)
class Written:
    """What a run did to docs/: paths below it, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write(pages: Iterable[Page | Asset], docs: Path) -> Written:
    """Bring `docs` up to date with `pages`; DossierError, and nothing written, where a person's file stands there."""
    wanted = {page.path: page.data for page in pages}
    before = _manifest(docs)
    _sweep(docs)
    due = _due(wanted, before, docs)
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in wanted.items()}
    if docs.is_dir():
        _save(docs, {**before, **digests})  # first: a run that is killed leaves no page that the next does not know
    for path in (*due.added, *due.changed):
        _replace(docs / path, wanted[path])
    for path in due.removed:
        _remove(docs, path)
    _save(docs, digests)
    return due


def foresee(pages: Iterable[Page | Asset], docs: Path) -> Written:
    """Return what `write` would do, and write nothing; DossierError where it would raise it."""
    return _due({page.path: page.data for page in pages}, _manifest(docs), docs)


def _due(wanted: Mapping[str, bytes], before: Mapping[str, str], docs: Path) -> Written:
    problems = list(faults(docs))
    if problems:
        raise DossierError(problems)
    present = {path: _read(docs / path) for path in wanted}
    clashes = [path for path, data in present.items() if data is not None and path not in before]
    problems = [
        Problem(
            f"docs/{path}", 1, 1, "a page of this name is generated, and this file was not written by the generator",
            "move or rename your file"
        )
        for path in clashes
        if present[path] != wanted[path]
    ]  # fmt: skip
    if problems:
        raise DossierError(problems)
    added = sorted(path for path in wanted if present[path] is None)
    changed = sorted(path for path, data in wanted.items() if present[path] not in (None, data))
    removed = sorted(path for path in before if path not in wanted and _ours(docs / path, before[path]))
    return Written(tuple(added), tuple(changed), tuple(removed), len(wanted) - len(added) - len(changed))


def handwritten(docs: Path) -> tuple[str, ...]:
    """Return the Markdown files below `docs` that people wrote, ordered by their first heading."""
    ours = _manifest(docs)
    paths = (path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    return tuple(sorted((path for path in paths if path not in ours), key=lambda path: (_heading(docs / path), path)))


def _heading(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line.lstrip("# ") for line in lines if line.startswith("# ")), path.stem)


def _manifest(docs: Path) -> Mapping[str, str]:
    try:
        known = json.loads((docs / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    # A list that was tampered with must not make us delete something outside of docs/.
    return {path: str(digest) for path, digest in known.items() if name_fault(path) is None}


def _save(docs: Path, known: Mapping[str, str]) -> None:
    data = (json.dumps(known, indent=1, sort_keys=True) + "\n").encode()
    if _read(docs / MANIFEST) != data:
        _replace(docs / MANIFEST, data)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _ours(path: Path, digest: str) -> bool:
    """Tell whether a file is still as we wrote it: one that a person changed since is left alone."""
    data = _read(path)
    return data is not None and hashlib.sha256(data).hexdigest() == digest


def _sweep(docs: Path) -> None:
    """Delete what runs that were killed left half written."""
    for path in docs.rglob(".*.new"):
        left = _ASIDE.fullmatch(path.name)
        if left and path.is_file() and not _is_running(int(left.group(1))):
            path.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return process != os.getpid()


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        aside.write_bytes(data)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def _remove(docs: Path, path: str) -> None:
    target = docs / path
    target.unlink()
    for folder in target.relative_to(docs).parents:
        if folder != Path() and not any((docs / folder).iterdir()):
            (docs / folder).rmdir()
