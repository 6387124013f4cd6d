"""Whether git has what stands in the folder; asked only for what it stores, so that no program of a dossier's runs."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.doctor.condition import Condition
from generator.dossier.committed import git
from generator.messages.phrasing import count_of


def git_condition(folder: Path) -> Condition:
    """Return how the folder stands with git."""
    if shutil.which("git") is None:
        return Condition(
            "git", "look", "it is not installed", "install git: a new source is reviewed as a diff of docs/"
        )
    stored = git(folder, "ls-files", "--stage", "-z", "--", ".")
    if stored is None:
        mend = "run `git init`, and commit docs/ after each build"
        return Condition("git", "look", "this folder is in no repository", mend)
    conflicts = {name for stage, _, name in _entries(stored) if stage != "0"}
    if conflicts:
        count = count_of(len(conflicts), "file")
        return Condition("git", "bad", f"{count} in conflict", "settle the merge, and commit")
    changed = {*_changed_names(folder, stored)}
    changed |= {*_names(git(folder, "ls-files", "--others", "--exclude-standard", "-z"))}
    changed |= {*_names(git(folder, "diff-index", "--cached", "--relative", "--name-only", "-z", "HEAD", "--", "."))}
    if changed:
        mend = "commit them, so that the next diff shows what a new source changes"
        return Condition("git", "look", f"{count_of(len(changed), 'file')} not committed", mend)
    return Condition("git", "good", "everything is committed")


def _entries(stored: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield the stage, the digest and the name of each file that git keeps."""
    for entry in filter(None, stored.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        _, digest, stage = about.decode().split()
        yield stage, digest, os.fsdecode(name)


def _names(listed: bytes | None) -> list[str]:
    return [os.fsdecode(name) for name in (listed or b"").split(b"\0") if name]


def _changed_names(folder: Path, stored: bytes) -> Iterator[str]:
    """Yield the files whose bytes are others than those kept: what git would do to them on the way is left out."""
    for _, digest, name in _entries(stored):
        path = folder / name
        if path.is_symlink() or path.is_dir():
            continue
        if not path.is_file():
            yield name
            continue
        data = path.read_bytes()
        made = hashlib.new("sha256" if len(digest) == 64 else "sha1", b"blob %d\0" % len(data), usedforsecurity=False)
        made.update(data)
        if made.hexdigest() != digest:
            yield name
