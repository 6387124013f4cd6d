"""Putting texts into a dossier: all of them and their entries, or nothing at all."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from generator.dossier.documents import Value, parse
from generator.dossier.files import Place
from generator.dossier.schema import check
from generator.messages.problems import DossierError
from generator.readers.source_list import LIST, SourceList, read_entries

TEMPORARY = ".adding-"


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Keep every other `briefs add` out of the dossier in `folder`; the system lifts the lock however this ends."""
    seeds = folder / "seeds"
    if not seeds.is_dir():
        yield
        return
    descriptor = os.open(seeds, os.O_RDONLY)
    try:
        _lock(descriptor)
        for left in (*seeds.glob(f"{TEMPORARY}*"), *seeds.glob(f"originals/{TEMPORARY}*")):
            left.unlink(missing_ok=True)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Place("seeds/").error("another `briefs add` is at work here", "wait until it is done") from None


def append_entries(source_list: SourceList, entries: Mapping[str, Mapping[str, Value]]) -> str:
    """Return the text of sources.yml with `entries` at its end and everything before as it was.

    Raises DossierError when the result would not say exactly what it should.
    """
    end = "\r\n" if "\r\n" in source_list.listing else "\n"
    blocks = [
        yaml.safe_dump({key: dict(entry)}, sort_keys=False, allow_unicode=True, width=1_000_000, line_break=end)
        for key, entry in entries.items()
    ]
    before = (
        source_list.listing
        if not source_list.listing or source_list.listing.endswith("\n")
        else source_list.listing + end
    )
    text = before + "".join((end if before.strip() else "") + block for block in blocks)
    try:
        now: object = read_entries(text)
    except DossierError:
        now = None
    if now != {**source_list.entries, **entries}:
        where = Place(LIST, source_list.listing.count("\n") + 1)
        raise where.error(
            "no entry can be put at the end of this file", "begin each entry with its id on a line of its own"
        )
    problems = check(parse(text, LIST), "sources")
    if problems:
        raise DossierError(problems)
    return text


def write(source_list: SourceList, files: Mapping[str, bytes], listing: str) -> None:
    """Write `files` (by name in seeds/) and `listing` as sources.yml; raises DossierError with nothing written.

    The list is replaced last: until then no stage looks at the new files, and from then on all of them are there.
    """
    made: list[Path] = []
    target = (source_list.folder / LIST).resolve()
    try:
        for name in files:
            (source_list.seeds / name).parent.mkdir(exist_ok=True)
        ready = [
            (_temporary(source_list.seeds / name, data, made), source_list.seeds / name) for name, data in files.items()
        ]
        new_list = _temporary(target, listing.encode(), made)
        shutil.copymode(target, new_list)
        for temporary, path in ready:
            if path.exists():
                raise FileExistsError(errno.EEXIST, f"{path.name} is there already")
            os.rename(temporary, path)
            made.append(path)
        os.replace(new_list, target)
    except BaseException as error:
        _undo(made)
        if isinstance(error, OSError):
            what = f"nothing was written: {(error.strerror or 'the system refuses').lower()}"
            raise Place("seeds/").error(what, "make room, or make the folder writable") from None
        raise


def names(source_list: SourceList) -> tuple[str, ...]:
    """Return the names of all files in seeds/ and its folders."""
    return tuple(sorted(path.relative_to(source_list.seeds).as_posix() for path in source_list.seeds.rglob("*")))


def _temporary(path: Path, data: bytes, made: list[Path]) -> Path:
    temporary = path.with_name(f"{TEMPORARY}{path.name}")
    made.append(temporary)
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return temporary


def _undo(made: list[Path]) -> None:
    for path in made:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
