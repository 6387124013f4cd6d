"""docs/.editions.jsonl: the history as a committed file, one JSON line a thing, so that a new source adds lines.

It stands beside the pages that it dates, and MkDocs does not publish it (its name begins with a dot). Deleting it
begins again at edition 1.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.editions.history import Edition, Gone, History, KnownBrief, KnownSource, KnownValue, Lost, Published
from generator.messages.problems import DossierError, Problem

FILE = "docs/.editions.jsonl"
# Every kind of line, in the order of the file.
_KINDS: dict[str, Any] = {
    "edition": Edition,
    "source": KnownSource,
    "brief": KnownBrief,
    "value": KnownValue,
    "statement": Published,
    "gone": Gone,
    "lost": Lost,
}
_MEND = "take the file back as it was committed; or delete it, and editions begin again at 1"


def read_history(folder: Path) -> History:
    """Return what was published of the dossier in `folder`: nothing where there is no file yet.

    Raises DossierError where the file is not as it was written (a merge left its marks, a hand changed it).
    """
    try:
        data = (folder / FILE).read_bytes()
    except FileNotFoundError:
        return History()
    return parse(data)


def parse(data: bytes) -> History:
    """Return the history that the bytes of the file hold; DossierError names each line that cannot be read."""
    found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    problems: list[Problem] = []
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), start=1):
        if not line:
            continue
        try:
            kind, values = json.loads(line)
            found[kind].append(_value(kind, values))
        except (ValueError, TypeError, KeyError):
            problems.append(Problem(FILE, number, 1, "this line is not as the generator wrote it", _MEND))
    editions = tuple(found["edition"])
    if [edition.number for edition in editions] != list(range(1, len(editions) + 1)):
        problems.append(Problem(FILE, 1, 1, "the editions are not numbered from 1 without a gap", _MEND))
    if problems:
        raise DossierError(problems[:20])
    return History(
        editions,
        {one.id: one for one in found["source"]},
        {one.key: one for one in found["statement"]},
        {(one.thing, one.value): one for one in found["value"]},
        {one.id: one for one in found["brief"]},
        tuple(found["gone"]),
        tuple(found["lost"]),
    )


def _value(kind: str, values: Any) -> Any:
    if "briefs" in values:
        values["briefs"] = tuple(values["briefs"])
    if "also" in values:
        values["also"] = tuple((str(source), int(since)) for source, since in values["also"])
    made = _KINDS[kind](**values)
    _expect(made)
    return made


def _expect(made: Any) -> None:
    """Refuse a line whose numbers or texts are of another kind: what follows relies on them."""
    for name, value in asdict(made).items():
        number = name in ("number", "since", "changed", "amended", "significant", "edition", "nth")
        if number and not (isinstance(value, int) and value > 0):
            raise ValueError(name)
        if not number and not isinstance(value, (str, bool, tuple, type(None))):
            raise ValueError(name)


def serialize(history: History) -> bytes:
    """Return the bytes of the file for `history`."""
    return "".join(line + "\n" for line in _lines(history)).encode()


def _lines(history: History) -> Iterator[str]:
    parts: dict[str, Any] = {
        "edition": history.editions,
        "source": history.sources.values(),
        "brief": history.briefs.values(),
        "value": history.values.values(),
        "statement": history.statements.values(),
        "gone": history.gone,
        "lost": history.lost,
    }
    for kind in _KINDS:
        for one in parts[kind]:
            values = {name: value for name, value in asdict(one).items() if (name, value) != ("also", ())}
            yield json.dumps([kind, values], ensure_ascii=False)


def save_history(folder: Path, history: History) -> None:
    """Write the file whole, and only if it changes."""
    file, data = folder / FILE, serialize(history)
    if file.is_file() and file.read_bytes() == data:
        return
    aside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        aside.write_bytes(data)
        os.replace(aside, file)
    finally:
        aside.unlink(missing_ok=True)
