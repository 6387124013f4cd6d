"""The dossier as git keeps it, asked so that what a dossier brings along cannot have git run a program.

A folder that came from elsewhere may hold a `.git` whose settings name programs: for the text of a file, for what is
watched, for a host to fetch from. Only commands that show what is stored are given, and those ways are closed.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_CLOSED = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
_SETTINGS = ("-c", "core.fsmonitor=false", "-c", "protocol.allow=never")
# Seconds after which there is no answer.
_PATIENCE = 20


def git(folder: Path, *words: str) -> bytes | None:
    """Return what git says in `folder`; None where it fails, is not there, or takes longer than 20 seconds."""
    command = ["git", *_SETTINGS, "-C", str(folder), *words]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, timeout=_PATIENCE, env={**os.environ, **_CLOSED}
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def file_at(folder: Path, revision: str, name: str) -> bytes | None:
    """Return the file `name` of `folder` as stored at `revision`: no program of the dossier's converts it."""
    return git(folder, "cat-file", "blob", f"{revision}:./{name}")
