"""What the site builder complains of, as problems of the line that it speaks of."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.dossier.files import Place
from generator.messages.problems import Problem, place
from generator.settings.reading import CONFIG

_PAGE = re.compile(r"Doc file '([^']+)'")
_LINK = re.compile(r"(?:link|anchor) '([^']*)'")
_OPTION = re.compile(r"Config value '(\w+)'")
_WORD = re.compile(r"[\"'`]([^\"'`]+)[\"'`]")
_MEND = "correct this in mkdocs.yml"


def complaints(folder: Path, said: list[str], error: Exception) -> list[Problem]:
    """Return what MkDocs `said`, or else its `error`, as problems of the dossier in `folder`."""
    told = [line for line in said if line] or [str(error)]
    return [problem for line in told for problem in _problems(folder, line)]


def _problems(folder: Path, line: str) -> Iterator[Problem]:
    page = _PAGE.search(line)
    if page:
        yield _of_page(folder, page.group(1), line)
    elif "not included in the" in line and "\n" in line:
        for name in line.splitlines()[1:]:
            at = Place(f"docs/{name.strip().removeprefix('- ')}")
            yield at.problem("no entry of `nav` in mkdocs.yml leads to this page", "add it there, or delete it")
    else:
        yield _of_config(folder, line)


def _of_page(folder: Path, name: str, line: str) -> Problem:
    text = _read(folder / "docs" / name)
    link = _LINK.search(line)
    offset = max(text.find(f"({link.group(1)}"), 0) + 1 if link else 0
    what = " ".join(line.split())
    return Problem(f"docs/{name}", *place(text, offset if offset > 1 else 0), what, "correct the link, or delete it")


def _of_config(folder: Path, line: str) -> Problem:
    text = _read(folder / CONFIG)
    option = _OPTION.search(line)
    names = [option.group(1)] if option else []
    after = line[option.end() :] if option else line
    found = [re.search(rf"^\s*(?:-\s*)?{re.escape(word)}\b", text, re.MULTILINE) for word in _WORD.findall(after)]
    found += [re.search(rf"^{re.escape(name)}\s*:", text, re.MULTILINE) for name in names]
    first = next((match for match in found if match), None)
    offset = first.end() - len(first.group().lstrip()) if first else 0
    return Problem(CONFIG, *place(text, offset), f"the site could not be built: {' '.join(line.split())}", _MEND)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect what MkDocs says instead of printing it, and settle the one date that it would take from the clock."""
    said: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    handler = Collect(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    before, propagate = os.environ.get("SOURCE_DATE_EPOCH"), logger.propagate
    os.environ["SOURCE_DATE_EPOCH"] = before or "0"
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
