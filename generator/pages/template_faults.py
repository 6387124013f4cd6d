"""Faults of templates, which officers may bring of their own, as problems of the line of the template they stand in."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.dossier.files import Place, decode
from generator.kinds.kinds import ROOMS
from generator.messages.problems import BriefingError, DossierError

_MEND = "correct the template, or delete it and the one that comes with the program is used"


@contextmanager
def told(folders: tuple[Path, ...]) -> Iterator[None]:
    """Raise what fails in a template of `folders` as a DossierError; what fails elsewhere is raised as it is."""
    try:
        yield
    except BriefingError:
        raise
    except UnicodeDecodeError as error:
        _undecodable(folders)
        raise error
    except Exception as error:
        at = _place(error, folders)
        if at is None and isinstance(error, TemplateNotFound):
            at = Place("templates")
        if at is None:
            raise
        raise at.error(f"this template fails: {_said(error)}", _MEND) from None


def _said(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template `{error.name}`"
    said = " ".join(str(error).split())
    return said if isinstance(error, TemplateError) else f"{type(error).__name__}: {said}"


def _place(error: Exception, folders: tuple[Path, ...]) -> Place | None:
    """Return the innermost line of a template in the way that led to `error` (Jinja gives frames for its templates)."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _named(error.filename, error.lineno, folders)
    frames = reversed(traceback.extract_tb(error.__traceback__))
    places = (_named(frame.filename, frame.lineno or 1, folders) for frame in frames)
    return next((place for place in places if place), None)


def _named(file: str, line: int, folders: tuple[Path, ...]) -> Place | None:
    for folder in (*folders, ROOMS):
        if Path(file).is_relative_to(folder) and not file.endswith(".py"):
            return Place(f"{folder.name}/{Path(file).relative_to(folder).as_posix()}", line)
    return None


def _undecodable(folders: tuple[Path, ...]) -> None:
    for folder in folders:
        for path in sorted(folder.rglob("*.md")):
            try:
                decode(path.read_bytes(), f"{folder.name}/{path.relative_to(folder).as_posix()}")
            except DossierError as error:
                raise error from None
