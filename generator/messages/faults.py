"""What the machine refuses (a full disk, a folder that cannot be written) and faults of the program, told in a line."""

from __future__ import annotations

import errno
import os
import traceback
from pathlib import Path

from generator.messages.problems import DossierError, Problem

REPORT = Path(".cache") / "fault.txt"
"""Where the trace of a fault of the program is kept, below the dossier, for whoever mends the program."""

_MENDS = {
    errno.ENOSPC: "make room on the disk, and run the command again",
    errno.EDQUOT: "make room on the disk, and run the command again",
    errno.EROFS: "make the folder writable, or work on a copy of the dossier",
    errno.EACCES: "make it readable and writable for you, or work on a copy of the dossier",
    errno.EPERM: "make it readable and writable for you, or work on a copy of the dossier",
    errno.ENAMETOOLONG: "give what it is named for a shorter name",
    errno.ELOOP: "delete the links that lead round in a circle",
    errno.EMFILE: "close other programs, and run the command again",
    errno.ENOMEM: "close other programs, and run the command again",
}
_MEND = "see to it that this is what it should be, and run the command again"


def refusal(error: OSError, folder: Path) -> DossierError:
    """Return what the system refused as a problem of the file that it was about, named from the dossier in `folder`."""
    # Of a copy that failed for want of room, the second name is where it was to go.
    full = error.filename2 is not None and error.errno in (errno.ENOSPC, errno.EDQUOT)
    file = _relative_name(error.filename2 if full else error.filename, folder)
    what = f"the system says: {(error.strerror or str(error)).lower()}"
    return DossierError([Problem(file, 1, 1, what, _MENDS.get(error.errno or 0, _MEND))])


def unforeseen(error: Exception, folder: Path) -> DossierError:
    """Return a fault of the program itself as a problem; its trace goes into a file, where one can be written."""
    kept = folder / REPORT
    try:
        kept.parent.mkdir(exist_ok=True)
        kept.write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="backslashreplace")
        where = f", with {REPORT.as_posix()}"
    except OSError:
        where = ""
    said = " ".join(str(error).split())[:200]
    what = f"the program failed, which no input should bring about: {type(error).__name__}: {said}"
    return DossierError(
        [Problem(".", 1, 1, what, f"nothing was put in place; report this to whoever keeps the program{where}")]
    )


def require_writable(*folders: Path) -> None:
    """Raise DossierError, before any work, for each of `folders` (or the nearest above it) that cannot be written."""
    problems = []
    for folder in folders:
        there = folder
        while not there.exists() and there != there.parent:
            there = there.parent
        if not there.is_dir():
            problems.append(
                Problem(str(there), 1, 1, "a folder is needed here, and this is a file", "move or rename it")
            )
        elif not os.access(there, os.W_OK | os.X_OK):
            problems.append(Problem(str(there), 1, 1, "this folder cannot be written", _MENDS[errno.EROFS]))
    if problems:
        raise DossierError(problems)


def _relative_name(name: object, folder: Path) -> str:
    if not isinstance(name, (str, bytes)):
        return "."
    path = Path(os.fsdecode(name))
    for base in (folder, folder.resolve()):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return path.as_posix()
