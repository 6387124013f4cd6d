"""What is wrong with a template, said as of any other file that a person wrote."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.problems import DossierError, Problem


@contextmanager
def told_by_template(templates: Sequence[Path]) -> Iterator[None]:
    """Tell whatever goes wrong inside a template of the folders `templates` as a problem of that template, at its line.

    What goes wrong elsewhere is a fault of ours, and goes on as it is.
    """
    try:
        yield
    except DossierError:
        raise
    except TemplateSyntaxError as error:
        name = _named(error.filename or error.name or "templates", templates)
        raise DossierError([_problem(name, error.lineno, error.message or "it cannot be read")]) from None
    except TemplateNotFound as error:
        raise DossierError([_problem("templates", 1, f"there is no {error.name}")]) from None
    except Exception as error:
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if any(Path(frame.filename).is_relative_to(folder) for folder in templates):
                problem = _problem(_named(frame.filename, templates), frame.lineno or 1, str(error))
                raise DossierError([problem]) from None
        raise


def _named(file: str, templates: Sequence[Path]) -> str:
    for folder in templates:
        if Path(file).is_relative_to(folder):
            return f"templates/{Path(file).relative_to(folder).as_posix()}"
    return file


def _problem(file: str, line: int, what: str) -> Problem:
    return Problem(file, line, 1, f"the template cannot be filled in: {what}", "mend the template at this line")
