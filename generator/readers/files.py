"""The bytes of a file that an officer names: a regular file of a sensible size, or a refusal; never a hang."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from generator.readers.reading import MAX_BYTES, Refusal

REASONS = {
    errno.ENOENT: ("there is no such file", "give the path of a file that exists"),
    errno.ENOTDIR: ("there is no such file", "give the path of a file that exists"),
    errno.EACCES: ("it cannot be read: permission denied", "make it readable, or copy it"),
    errno.ELOOP: ("it is a symbolic link", "give the path of the file itself"),
    errno.ENAMETOOLONG: ("its name is too long", "rename it"),
    errno.ENXIO: ("it is not a regular file", "give a file"),
}


def read_bytes(path: Path) -> bytes:
    """Return the bytes of the regular file at `path`; raises Refusal for everything else."""
    try:
        # Without O_NONBLOCK a FIFO would wait for a writer; with O_NOFOLLOW a link is told, not followed.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except ValueError as error:
        raise Refusal("its name holds a NUL character", "rename it") from error
    except OSError as error:
        raise Refusal(
            *REASONS.get(error.errno or 0, (f"it cannot be read: {error.strerror}", "see the path"))
        ) from None
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise Refusal("it is a folder", "name the files in it")
        if not stat.S_ISREG(mode):
            raise Refusal("it is not a regular file", "give a file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refusal(f"it cannot be read: {error.strerror}", "copy it to another place and try again") from None
    finally:
        os.close(descriptor)
    return check_size(data)


def files_below(folder: Path) -> list[Path]:
    """Return the regular files in `folder` and its folders, by name; none that is hidden, and no link is followed."""
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(place) / name for name in sorted(names) if not name.startswith("."))
        found += [path for path in paths if path.is_file() and not path.is_symlink()]
    return found


def check_size(data: bytes) -> bytes:
    """Return `data` if it is not empty and not over `MAX_BYTES`; raises Refusal otherwise."""
    if not data:
        raise Refusal("it is empty", "add a file that holds a text")
    if len(data) > MAX_BYTES:
        raise Refusal(
            f"it is larger than {MAX_BYTES // 1_000_000} MB", "add the part that matters as a text of its own"
        )
    return data
