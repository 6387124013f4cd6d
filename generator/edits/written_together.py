"""Several files written or taken away together: all of them, or none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.dossier.files import Place

TEMPORARY = ".changing-"
SET_ASIDE = ".removing-"


def write_together(folder: Path, files: Mapping[str, str], taken: Sequence[str] = ()) -> None:
    """Write `files` (names and texts, from `folder`), in order, and take away those named in `taken`.

    What a run that was killed left is put right first (`put_right`). Raises DossierError, with everything as it was,
    where the system refuses.
    """
    put_right(folder, {name for name in taken if (folder / name).exists()})
    ready: dict[Path, Path] = {}
    old: dict[Path, bytes] = {}
    aside: dict[Path, Path] = {}
    try:
        for name, text in files.items():
            path = (folder / name).resolve()
            ready[path] = _temporary(path, text.encode())
        for name in taken:
            path = folder / name
            os.rename(path, path.with_name(SET_ASIDE + path.name))
            aside[path] = path.with_name(SET_ASIDE + path.name)
        for path, new in ready.items():
            old[path] = path.read_bytes()
            os.replace(new, path)
    except BaseException as error:
        _take_back(ready, old, aside)
        if isinstance(error, OSError):
            what = f"nothing was changed: {(error.strerror or 'the system refuses').lower()}"
            at = Path(os.fsdecode(error.filename)) if isinstance(error.filename, (str, bytes)) else folder
            shown = at.name if at.is_absolute() else at.as_posix()
            raise Place(shown).error(what, "make room, or make the folder writable") from None
        raise
    for path in aside.values():
        with contextlib.suppress(OSError):
            path.unlink()


def put_right(folder: Path, there: set[str]) -> None:
    """Finish or take back what a killed run began: a text set aside that the list still names goes back to its place.

    `there` are names of files, from `folder`, that stand in their place.
    """
    listing = folder / "seeds" / "sources.yml"
    named = listing.read_text(encoding="utf-8", errors="replace") if listing.is_file() else ""
    for left in left_over(folder):
        path = left.with_name(left.name.removeprefix(SET_ASIDE))
        name = path.relative_to(folder).as_posix()
        if left.name.startswith(SET_ASIDE) and path.name in named and name not in there and not path.exists():
            os.rename(left, path)
        else:
            left.unlink()


def left_over(folder: Path) -> list[Path]:
    """Return what runs that were killed left in seeds/ and briefs/."""
    every = [*(folder / "seeds").rglob(".*"), *(folder / "briefs").rglob(".*")]
    return sorted(path for path in every if path.is_file() and path.name.startswith((TEMPORARY, SET_ASIDE)))


def _temporary(path: Path, data: bytes) -> Path:
    new = path.with_name(TEMPORARY + path.name)
    with new.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        new.chmod(path.stat().st_mode & 0o777)
    return new


def _take_back(ready: Mapping[Path, Path], old: Mapping[Path, bytes], aside: Mapping[Path, Path]) -> None:
    for path, before in old.items():
        if path.read_bytes() != before:
            path.write_bytes(before)
    for path, there in aside.items():
        with contextlib.suppress(OSError):
            os.rename(there, path)
    for path in ready.values():
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    # A temporary file that could not be written whole is in no list yet.
    for parent in {path.parent for path in ready}:
        for left in parent.glob(f"{TEMPORARY}*"):
            with contextlib.suppress(OSError):
                left.unlink()
