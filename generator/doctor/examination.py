"""The examination: one finding for each thing that can keep the program from working."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
import tempfile
from importlib.metadata import distribution
from pathlib import Path

from generator.doctor.condition import Condition, State
from generator.doctor.git_state import git_condition
from generator.doctor.packages import package_findings
from generator.edits.written_together import left_over
from generator.messages.phrasing import join_words

OLDEST_PYTHON = (3, 11)
FOLDERS = ("briefs", "seeds", "docs", "site", "build", ".cache")
# Of files that a run makes aside and puts in place at its end.
STAGING = (".site-*", ".build-*", "seeds/**/.adding-*", "docs/**/.*.new", "briefs/.*.new", "site/.*.new")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LITTLE, FAR_TOO_LITTLE = 1_000_000_000, 100_000_000
"""Below so many bytes of free disk a look is due, and below so many a build will fail."""


def examine(folder: Path) -> tuple[Condition, ...]:
    """Return what was found about this machine and the dossier in `folder`; nothing is changed."""
    return (
        _python(),
        *package_findings(),
        _fonts(),
        _dossier(folder),
        _folders(folder),
        _disk(folder),
        _left_behind(folder),
        git_condition(folder),
        _browser(),
    )


def _python() -> Condition:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST_PYTHON:
        return Condition("Python", "bad", version, f"install Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer")
    return Condition("Python", "good", version)


def _fonts() -> Condition:
    missing = []
    for name in ("fontpkg_source_serif_4", "fontpkg_source_sans_3"):
        try:
            files = Path(str(importlib.import_module(name).ROOT)) / "files"
            if not any(files.rglob("*.[ot]tf")):
                missing.append(name)
        except ImportError:
            missing.append(name)
    if missing:
        return Condition("Fonts of prints", "bad", f"{join_words(missing)} missing", "install briefing-site again")
    return Condition("Fonts of prints", "good", "Source Serif 4 and Source Sans 3, from packages")


def _dossier(folder: Path) -> Condition:
    if (folder / "briefs" / "dossier.yml").is_file():
        return Condition("Dossier", "good", "briefs/dossier.yml is here")
    mend = "go to the folder of a dossier, name it with `-C DIR`, or start one with `briefs new DIR`"
    return Condition("Dossier", "look", "there is none in this folder", mend)


def _folders(folder: Path) -> Condition:
    there = [name for name in FOLDERS if (folder / name).exists()]
    closed = [name for name in there if not os.access(folder / name, os.W_OK | os.X_OK)]
    if not os.access(folder, os.W_OK | os.X_OK):
        closed.insert(0, "the folder itself")
    if closed:
        mend = "make it writable for you, or work on a copy of the dossier"
        return Condition("Folders", "bad", f"{join_words(closed)} cannot be written", mend)
    return Condition("Folders", "good", "all can be written")


def _disk(folder: Path) -> Condition:
    places = {Path(os.path.realpath(folder)): "the dossier", Path(tempfile.gettempdir()): "temporary files"}
    free = {name: shutil.disk_usage(path).free for path, name in places.items() if path.exists()}
    name, least = min(free.items(), key=lambda pair: pair[1])
    state: State = "good" if least >= LITTLE else "look" if least >= FAR_TOO_LITTLE else "bad"
    mend = "" if state == "good" else "make room on the disk"
    return Condition("Disk", state, f"{least / 1e9:.1f} GB free for {name}", mend)


def _left_behind(folder: Path) -> Condition:
    found = {path for pattern in STAGING for path in folder.glob(pattern)} | {*left_over(folder)}
    names = sorted(path.relative_to(folder).as_posix() for path in found)
    if not names:
        return Condition("Killed runs", "good", "none left anything")
    shown = join_words(names if len(names) < 4 else [*names[:3], f"{len(names) - 3} more"])
    return Condition("Killed runs", "look", f"{shown} left over", "run the command again: the next run sweeps them")


def _browser() -> Condition:
    what = "Browser, for the program's own tests"
    try:
        distribution("playwright")
    except ImportError:
        return Condition(what, "good", "not needed to make a site; its driver is not installed")
    if any(map(shutil.which, BROWSERS)):
        return Condition(what, "good", "there is one")
    return Condition(what, "look", "the driver is here and no browser", "install Chromium")
