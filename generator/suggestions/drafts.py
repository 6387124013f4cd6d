"""Drafts: entries that a person will read, mend and take over, each marked by a comment line that `status` counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.dossier.documents import Document, parse
from generator.dossier.files import Place, decode
from generator.edits.entry_lines import lines_of
from generator.edits.written_together import write_together
from generator.messages.problems import DossierError

MARK = "# draft:"
_MARKED = re.compile(rf"^\s*{re.escape(MARK)}")


@dataclass(frozen=True)
class Draft:
    """An entry to be written under `id` into `file`, below the key `under` if any; `why` stands in its mark."""

    file: str
    under: str | None
    id: str
    value: Mapping[str, Any]
    why: str


def marks_in(text: str) -> list[int]:
    """Return the lines, from 1, on which a YAML file marks a draft."""
    return [number for number, line in enumerate(lines_of(text), start=1) if _MARKED.match(line)]


def drafts_left(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Yield each file of `folder`/briefs with the lines on which it marks a draft."""
    for path in sorted((folder / "briefs").glob("[!.]*.yml")):
        lines = marks_in(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else []
        if lines:
            yield f"briefs/{path.name}", lines


def with_drafts(text: str, file: str, drafts: Iterable[Draft]) -> str:
    """Return the text of `file` with `drafts` in it, below what stands there; no byte of that changes.

    Raises DossierError where they cannot be put so.
    """
    drafts = list(drafts)
    before = _value(text, file)
    for under in dict.fromkeys(draft.under for draft in drafts):
        own = [draft for draft in drafts if draft.under == under]
        text = _at_end(text, own) if under is None else _below(text, file, under, own)
    wanted: dict[str, Any] = {**before}
    for draft in drafts:
        if draft.under is None:
            wanted[draft.id] = draft.value
        else:
            wanted[draft.under] = {**wanted.get(draft.under, {}), draft.id: draft.value}
    try:
        done = _value(text, file) == wanted
    except DossierError:
        done = False
    if not done:
        mend = "write its entries on lines of their own, without braces around them"
        raise Place(file).error("drafts cannot be put into this file without touching what stands there", mend)
    return text


def write_drafts(folder: Path, drafts: Iterable[Draft]) -> dict[str, list[Draft]]:
    """Write `drafts` into their files, all or none, and return them by file. Raises DossierError."""
    by_file: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_file.setdefault(draft.file, []).append(draft)
    files = {}
    for file, own in by_file.items():
        path = folder / file
        files[file] = with_drafts(decode(path.read_bytes(), file) if path.is_file() else "", file, own)
    write_together(folder, files)
    return by_file


def _at_end(text: str, drafts: Iterable[Draft]) -> str:
    end = _line_end(text)
    blocks = [block.replace("\n", end) for block in map(_block, drafts)]
    if text and not text.endswith(("\n", "\r")):
        text += end
    return text + "".join((end if text.strip() or at else "") + block for at, block in enumerate(blocks))


def _below(text: str, file: str, under: str, drafts: Iterable[Draft]) -> str:
    """Put drafts after the last entry of the mapping called `under`, indented as its entries are."""
    end = _line_end(text)
    if under not in _value(text, file):
        if text and not text.endswith(("\n", "\r")):
            text += end
        body = "".join(_block(draft, "  ") for draft in drafts)
        return text + (end if text.strip() else "") + f"{under}:\n{body}".replace("\n", end)
    document, lines = parse(text, file), lines_of(text)
    first, after, indent = _extent(document, under, len(lines))
    last = max(at for at in range(first, after) if lines[at].strip() and not lines[at].lstrip().startswith("#"))
    body = "".join(_block(draft, " " * indent) for draft in drafts).replace("\n", end)
    if not lines[last].endswith(("\n", "\r")):
        lines[last] += end
    return "".join([*lines[: last + 1], body, *lines[last + 1 :]])


def _extent(document: Document, under: str, count: int) -> tuple[int, int, int]:
    """Return the first line of a mapping at the top of a file, the line after it (from 0), and how it is indented."""
    first = document.keys[(under,)][0] - 1
    after = min(
        (line - 1 for key, (line, _) in document.keys.items() if len(key) == 1 and line - 1 > first), default=count
    )
    below = [column for key, (_, column) in document.keys.items() if len(key) == 2 and key[0] == under]
    return first, after, below[0] - 1 if below else 2


def _block(draft: Draft, indent: str = "") -> str:
    dumped = yaml.dump(
        {draft.id: dict(draft.value)}, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000
    )
    return "".join(f"{indent}{line}\n" for line in (f"{MARK} {draft.why}", *dumped.splitlines()))


class _Dumper(yaml.SafeDumper):
    """Writes lists of plain values on one line, as people do."""


def _list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.Node:
    plain = all(isinstance(part, str) for part in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=plain)


_Dumper.add_representer(list, _list)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _value(text: str, file: str) -> dict[str, Any]:
    if all(not line.strip() or line.lstrip("\ufeff").startswith("#") for line in lines_of(text)):
        return {}
    value = parse(text, file).value
    if not isinstance(value, dict):
        raise Place(file).error("this file is not a list of entries", "write an id, a colon, and below it its fields")
    return value
