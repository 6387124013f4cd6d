"""`reviewed:` in a brief's file: which points are to be looked at again, and writing the number, nothing else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.briefs.brief import Brief
from generator.briefs.section import BriefLine
from generator.changes.changes import editors_lines
from generator.dossier.documents import parse, read_document
from generator.dossier.files import decode
from generator.messages.problems import DossierError, Problem
from generator.publication.publication import Publication

_WRITTEN = re.compile(rb"^((?:\xef\xbb\xbf)?[\"']?reviewed[\"']?[ \t]*:[ \t]+)[^\s#]+", re.MULTILINE)


@dataclass(frozen=True)
class ToReview:
    """A brief whose editor has something to look at: lines with newer evidence, or (with a reason) all of it."""

    brief: Brief
    lines: tuple[tuple[str, BriefLine], ...]
    reason: str = ""


def to_review(publication: Publication) -> tuple[ToReview, ...]:
    """Return the briefs that are to be reviewed, in order."""
    return tuple(_to_review(publication))


def _to_review(publication: Publication) -> Iterator[ToReview]:
    last = publication.dating.number
    for brief in publication.briefs:
        lines = tuple(editors_lines(brief))
        reviewed = brief.definition.reviewed
        if not lines:
            continue
        if reviewed is None:
            yield ToReview(brief, (), "its editor has not reviewed it yet")
        elif reviewed > last:
            yield ToReview(brief, (), f"it is reviewed at edition {reviewed}, and the last edition is {last}")
        elif any(line.newer for _, line in lines):
            yield ToReview(brief, tuple((name, line) for name, line in lines if line.newer))


def mark_reviewed(
    folder: Path, names: Sequence[str], edition: int, *, dry: bool = False
) -> tuple[tuple[str, int | None], ...]:
    """Write `reviewed: edition` into the file of each brief; return the files' names and the numbers before.

    Every other byte of a file stays; where it is `dry`, all do. DossierError, with nothing written, where a file is not
    there or cannot be edited
    so.
    """
    problems: list[Problem] = []
    edits: list[tuple[Path, bytes]] = []
    before: list[tuple[str, int | None]] = []
    for name in names:
        file = f"briefs/{name}.yml"
        try:
            data, was = _edit(folder, file, edition)
            edits.append((folder / file, data))
            before.append((file, was))
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    for path, data in edits:
        if not dry and path.read_bytes() != data:
            _replace(path, data)
    return tuple(before)


def _edit(folder: Path, file: str, edition: int) -> tuple[bytes, int | None]:
    if not (folder / file).is_file():
        raise DossierError([Problem(file, 1, 1, "there is no such brief", "name one of those in briefs/")])
    data = (folder / file).read_bytes()
    value = _value(folder, file)
    wanted = {**value, "reviewed": edition}
    for candidate in _candidates(data, edition, "reviewed" in value):
        if _means(file, candidate, wanted):
            return candidate, value.get("reviewed")
    what = "the number of the edition cannot be written here without touching more"
    raise DossierError([Problem(file, 1, 1, what, f"write `reviewed: {edition}` at the top level yourself")])


def _candidates(data: bytes, edition: int, there: bool) -> Iterator[bytes]:
    """Yield the file with the number in it: in place of the old one, after the brief's number, or at the end."""
    number = str(edition).encode()
    if there:
        for match in _WRITTEN.finditer(data):
            yield data[: match.start()] + match.group(1) + number + data[match.end() :]
        return
    ending = b"\r\n" if b"\r\n" in data else b"\n"
    line = b"reviewed: " + number + ending
    for match in re.finditer(rb"^number[ \t]*:[^\n]*\n", data, re.M):
        yield data[: match.end()] + line + data[match.end() :]
    yield data + (b"" if data.endswith(b"\n") else ending) + line


def _value(folder: Path, file: str) -> dict[str, Any]:
    parent, _, leaf = file.rpartition("/")
    value = read_document(folder / parent, leaf, file).value
    if not isinstance(value, dict):
        raise DossierError([Problem(file, 1, 1, "this is no brief", "write `title:` and `question:` first")])
    return value


def _means(file: str, data: bytes, wanted: dict[str, Any]) -> bool:
    """Tell whether the edited file says what it said, and the number, and nothing else."""
    try:
        return parse(decode(data, file), file).value == wanted
    except DossierError:
        return False


def _replace(path: Path, data: bytes) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        aside.write_bytes(data)
        aside.chmod(path.stat().st_mode & 0o777)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
