"""The key of this machine, by which it knows the rendered pages that it kept itself from those that others sent."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

_FILE = Path("briefing-site") / "key"
_BYTES = 32


def machine_key() -> bytes | None:
    """Return the key of whoever runs this on this machine, made once; None where there is no place for one.

    It stands outside of every dossier: a dossier from strangers may bring a cache, and cannot bring this. No output
    depends on it, only whether pages that were kept are believed.
    """
    file = _folder() / _FILE
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            _write(file)
        found = file.read_bytes()
        return found if len(found) == _BYTES else None
    return None


def _folder() -> Path:
    given = os.environ.get("XDG_STATE_HOME", "")
    if os.path.isabs(given):
        return Path(given)
    try:
        return Path.home() / ".local" / "state"
    except RuntimeError as error:  # nobody whose home is known
        raise OSError(str(error)) from None


def _write(file: Path) -> None:
    """Write a new key, whole from the first moment it can be seen; FileExistsError where there is one."""
    new = file.with_name(f"{file.name}-{os.getpid()}")
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(secrets.token_bytes(_BYTES))
    try:
        os.link(new, file)
    finally:
        new.unlink()
