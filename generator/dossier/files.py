"""Reading a file that a person named: never outside its folder, never a device, never half written, always UTF-8."""

from __future__ import annotations

import codecs
import errno
import os
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar
from urllib.parse import unquote

from generator.dossier.names import nearest, shown
from generator.messages.problems import DossierError, Problem, place

T = TypeVar("T")
LIMIT = 5_000_000
"""The most bytes that a file may have: a thousand printed pages."""

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789")}
"""What Windows does not let a file be called, with any ending (Naming Files, Paths, and Namespaces)."""

_UNPORTABLE = set('<>:"\\|?*')
# The longer mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


@dataclass(frozen=True, order=True)
class Place:
    """Where something is written: a file as messages name it, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def problem(self, what: str, mend: str) -> Problem:
        """Return the problem `what` at this place."""
        return Problem(self.file, self.line, self.column, what, mend)

    def error(self, what: str, mend: str) -> DossierError:
        """Return a `DossierError` of this one problem, to raise."""
        return DossierError([self.problem(what, mend)])


def name_fault(name: str) -> tuple[str, str] | None:
    """Say what makes `name` (below its folder, parts parted by `/`) a name that must not be opened, and the mend."""
    path = PurePosixPath(unquote(name).replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":"):
        return (
            f"{shown(name)} leads out of its folder",
            "write the name of a file in the folder, without `/` before or `..`",
        )
    for part in name.split("/"):
        if any(unicodedata.category(char)[0] == "C" and unicodedata.category(char) != "Cf" for char in part):
            return f"the file name {shown(name)} has a control character", "rename the file"
        bad = sorted(_UNPORTABLE.intersection(part))
        if bad:
            return (
                f"the file name {shown(name)} has {' '.join(bad)}, which not every system can store",
                "rename the file",
            )
        if part.split(".")[0].strip().lower() in RESERVED:
            return f"the file name {shown(name)} is reserved on Windows", "rename the file"
        if not part or part == "." or part != part.rstrip(". "):
            return f"the file name {shown(name)} is empty or ends in a dot or a space", "rename the file"
    return None


def read_bytes(folder: Path, name: str, at: Place) -> bytes:
    """Return the bytes of the file `name` in `folder`; `at` is where a person named it, for messages.

    Raises `DossierError` for a name that leads out of the folder (also by a link), for what is missing, not a
    regular file, unreadable, larger than `LIMIT` or changed while it was read.
    """
    return _found(folder, name, at, _read)


def check_file(folder: Path, name: str, at: Place) -> None:
    """Raise `DossierError` where `read_bytes` would, except for the size: a file that is kept, not read."""
    _found(folder, name, at, _check)


def strays(folder: Path, name: str) -> Iterator[Problem]:
    """Yield what must not stand in `folder` at or below `name`: links that lead out of `folder`, and devices."""
    inside, top = folder.resolve(), folder / name
    for path in (top, *sorted(top.rglob("*"))):
        at = Place(path.relative_to(folder).as_posix())
        if (path.is_symlink() or path == top) and not Path(os.path.realpath(path)).is_relative_to(inside):
            yield at.problem(f"{shown(path.name)} is a link that leads out of the dossier", "put the file itself there")
        elif path.exists() and not (path.is_dir() or path.is_file()):
            yield at.problem(f"{shown(path.name)} is not a regular file", "delete it")


def decode(data: bytes, file: str) -> str:
    """Return `data` as text, decoded as strict UTF-8 without newline translation; a byte order mark stays as U+FEFF.

    Raises `DossierError` with the byte offset where the data is not UTF-8, or says which other encoding it shows.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise Place(file).error(f"this file is {encoding}, not UTF-8", _convert(encoding))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = place(data[: error.start].decode("utf-8"), len(data[: error.start].decode("utf-8")))
        what = f"the byte at offset {error.start} (0x{data[error.start]:02x}) is not UTF-8"
        raise Place(file, line, column).error(what, _convert("WINDOWS-1252")) from None
    if text.count("\0") > len(text) // 4:
        raise Place(file).error("this file looks like UTF-16, not UTF-8", _convert("UTF-16LE"))
    return text


def clashes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of `names` that are one file to some systems: equal but for case or Unicode normal form."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        if key in seen:
            yield seen[key], name
        seen.setdefault(key, name)


def _convert(encoding: str) -> str:
    return f"convert it, for instance with `iconv -f {encoding} -t UTF-8 OLD > NEW`, and look at the result"


def _found(folder: Path, name: str, at: Place, take: Callable[[Path, str, Place], T]) -> T:
    fault = name_fault(name)
    if fault:
        raise at.error(*fault)
    try:
        return take(_inside(folder, name, at), name, at)
    except FileNotFoundError:
        raise at.error(*_missing(folder, name)) from None
    except (OSError, RuntimeError) as error:
        raise at.error(
            f"the file {shown(name)} cannot be read: {_reason(error)}", "put a readable file in its place"
        ) from None


def _reason(error: OSError | RuntimeError) -> str:
    """Return why a file cannot be read, in the same words on every Python: only since 3.13 are loops an OSError."""
    if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
        return "links that go round in a circle"
    return (error.strerror or "the system refuses").lower()


def _inside(folder: Path, name: str, at: Place) -> Path:
    path = (folder / name).resolve(strict=True)
    if not path.is_relative_to(folder.resolve(strict=True)):
        raise at.error(f"{shown(name)} is a link that leads out of its folder", "put the file itself into the folder")
    return path


def _check(path: Path, name: str, at: Place) -> None:
    if not stat.S_ISREG(path.stat().st_mode):
        raise at.error(f"{shown(name)} is not a regular file", "put a regular file in its place")


def _read(path: Path, name: str, at: Place) -> bytes:
    # Without O_NONBLOCK, opening a pipe that nobody writes to never returns.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise at.error(f"{shown(name)} is not a regular file", "put a text file in its place")
        data = b"".join(iter(lambda: os.read(handle, LIMIT + 1), b"")) if before.st_size <= LIMIT else b""
        after = os.fstat(handle)
    finally:
        os.close(handle)
    if before.st_size > LIMIT:
        raise at.error(
            f"{shown(name)} has {before.st_size:,} bytes; the most is {LIMIT:,}", "divide it into several files"
        )
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise at.error(f"{shown(name)} changed while it was read", "run the command again when it is saved")
    return data


def _missing(folder: Path, name: str) -> tuple[str, str]:
    if (folder / name).is_symlink():
        return f"{shown(name)} is a link to a file that does not exist", "put the file itself into the folder"
    close = nearest(name, os.listdir(folder)) if folder.is_dir() else None
    mend = f"write `{close}`, if that is what you mean" if close else "put it there, or correct the name"
    return f"there is no file {shown(name)} in {folder.name}/", mend
