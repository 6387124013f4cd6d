"""Putting a finished folder in place of the old one in a single step, one build at a time."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.messages.problems import DossierError, Problem

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# What a build wrote, so that the next one can tell its own files from a person's.
MANIFEST = ".built.json"


@contextmanager
def only_build(folder: Path) -> Iterator[None]:
    """Hold the right to build in `folder`; DossierError with the other's process id where another build runs.

    The lock is the operating system's, so one that a killed process held is free at once.
    """
    cache = folder / ".cache"
    cache.mkdir(exist_ok=True)
    with (cache / "build.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise DossierError(
                [Problem(".cache/build.lock", 1, 1, f"another build is running (process {lock.read().strip() or '?'})",
                         "wait for it to end, or end that process")]
            ) from None  # fmt: skip
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


@contextmanager
def atomic_replace(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target` to build in; it takes the place of `target` if the block ends well.

    Leftovers of builds that were killed are swept first. Files in `target` that no build wrote are kept.
    """
    for stale in target.parent.glob(f".{target.name}-*"):
        shutil.rmtree(stale, ignore_errors=True)
    new = target.parent / f".{target.name}-{os.getpid()}"
    new.mkdir(parents=True)
    try:
        yield new
        written = sorted(path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file())
        (new / MANIFEST).write_text(json.dumps(written, indent=0) + "\n", encoding="utf-8")
        if target.is_dir():
            _keep_foreign(target, new)
            _exchange(new, target)
        else:
            new.rename(target)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _keep_foreign(old: Path, new: Path) -> None:
    """Copy what a person put into the old folder; a folder without our list is a person's as a whole."""
    try:
        ours = set(json.loads((old / MANIFEST).read_bytes())) | {MANIFEST}
    except (FileNotFoundError, ValueError, TypeError):
        ours = set()
    for path in sorted(old.rglob("*")):
        name = path.relative_to(old).as_posix()
        if path.is_file() and name not in ours and not (new / name).exists():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, new / name)


def _exchange(new: Path, old: Path) -> None:
    """Exchange two folders so that at every moment one of them stands at `old`."""
    libc = ctypes.CDLL(None, use_errno=True)
    exchange = getattr(libc, "renameat2", None)
    if exchange is not None:
        if exchange(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _RENAME_EXCHANGE) == 0:
            return
        if ctypes.get_errno() not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(old))
    # Systems without an exchange: two steps, and a moment between them without a site.
    spare = old.with_name(f".{old.name}-{os.getpid()}-old")
    old.rename(spare)
    new.rename(old)
    spare.rename(new)
