"""The program's own files: what is kept between runs is named by those that made it, and so never outlives them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent


def digest_of(parts: Sequence[str], program: Path = ROOT) -> str:
    """Return a digest of all files, with their names, of the packages and modules `parts`, subfolders included."""
    made = hashlib.sha256()
    for file in (file for part in parts for file in _files(program, part)):
        for piece in (file.relative_to(program).as_posix().encode(), file.read_bytes()):
            made.update(len(piece).to_bytes(8, "big") + piece)
    return made.hexdigest()


def _files(program: Path, part: str) -> list[Path]:
    """Return the code and the data of a package or a module; what Python compiled is neither."""
    found = [program / f"{part}.py", *sorted((program / part).rglob("*"))]
    return [file for file in found if file.is_file() and "__pycache__" not in file.parts]
