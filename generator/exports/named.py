"""Texts that a person names on the command line: any regular file, read as UTF-8 without newline translation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.dossier.files import Place, decode
from generator.messages.problems import DossierError, Problem
from generator.readers.files import read_bytes
from generator.readers.reading import Refusal


def texts(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return each file as it was named, with its text; `DossierError` says of every one what cannot be read and why."""
    problems: list[Problem] = []
    read: list[tuple[str, str]] = []
    for name in names:
        try:
            read.append((name, text(name)))
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    return tuple(read)


def text(name: str) -> str:
    """Return the text of the file called `name`; raises `DossierError` where there is no text to read."""
    try:
        # A person who names a link means the file that it leads to; an empty text is a text.
        path = Path(name).resolve()
        return decode(b"" if _is_empty(path) else read_bytes(path), name)
    except Refusal as refusal:
        raise refusal.of(name) from None
    except (RuntimeError, ValueError) as error:  # links that go round in a circle; a NUL in the name
        raise Place(name).error("it cannot be read", "give the path of a file that exists") from error


def _is_empty(path: Path) -> bool:
    return path.is_file() and path.stat().st_size == 0
