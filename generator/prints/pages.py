"""The pages of docs/ that print reads: briefs, and what source pages say of their source in the front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.dossier.files import decode
from generator.messages.problems import DossierError, Problem
from generator.prints.inline import SCREEN, Classes, Run, plain
from generator.prints.markdown import Block, read_markdown
from generator.prints.noting import cited, without_outer_marks

_MEND = "run `briefs generate` to write the pages anew"
_NONE = "write one into briefs/, as docs/guide/briefs.md shows, and run `briefs build`"


@dataclass(frozen=True)
class PrintPage:
    """One brief as paper shows it. `text` is the whole file; `notes` are by label, in order of first citation.

    `annex` are all notes of the page, also of what only a screen shows.
    """

    file: str
    text: str
    title: str
    brief: dict[str, Any]
    blocks: list[Block]
    notes: dict[str, list[Run]]
    annex: dict[str, list[Run]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The name of the brief, and of its PDF."""
        return str(self.brief["id"])


@dataclass(frozen=True)
class SourceEntry:
    """What a receipt says of one source; `number` is the first half of its citations' labels."""

    id: str
    number: int
    name: str
    title: str | None
    issued: str | None
    sha256: str
    kind: str | None
    url: str | None


def read_pages(docs: Path, left_out: Classes = SCREEN) -> tuple[PrintPage, ...]:
    """Return the briefs below `docs`, by number. Raises `DossierError` for a page without its front matter."""
    files = {_shown_path(path, docs): path for path in sorted((docs / "briefs").glob("*.md"))}
    pages = [read_page(decode(path.read_bytes(), file), file, left_out) for file, path in files.items()]
    found = [page for page in pages if page is not None]
    if not found:
        raise DossierError([Problem(f"{docs.name}/briefs", 1, 1, "there is no brief to print", _NONE)])
    return tuple(sorted(found, key=lambda page: (page.brief["number"], page.id)))


def read_sources(docs: Path) -> dict[str, SourceEntry]:
    """Return what the front matter of the pages in docs/sources/ says of each source, by its id."""
    entries: dict[str, SourceEntry] = {}
    for path in sorted((docs / "sources").glob("*.md")):
        values = front_matter(decode(path.read_bytes(), _shown_path(path, docs)), _shown_path(path, docs)).get("source")
        if isinstance(values, dict) and {"id", "number", "name", "sha256"} <= set(values):
            entry: dict[str, Any] = {name: values.get(name) for name in SourceEntry.__dataclass_fields__}
            entries[str(values["id"])] = SourceEntry(**entry)
    return entries


def front_matter(text: str, file: str) -> dict[str, Any]:
    """Return the mapping between the `---` lines that open `text`, empty when there is none.

    Raises `DossierError` where it is not YAML.
    """
    parts = text.split("\n---\n", 1) if text.startswith("---\n") else []
    try:
        values = yaml.safe_load(parts[0][4:]) if len(parts) == 2 else {}
    except yaml.YAMLError:
        raise DossierError([Problem(file, 1, 1, "the front matter is not YAML", _MEND)]) from None
    return _as_written(values) if isinstance(values, dict) else {}


def _as_written(value: Any) -> Any:
    """Return `value` with the signs that front matter holds as HTML, for the site's sake, as the signs."""
    if isinstance(value, str):
        return value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    return {key: _as_written(each) for key, each in value.items()} if isinstance(value, dict) else value


def dossier_page(docs: Path) -> tuple[str, str]:
    """Return the title of the whole dossier and what it is, from docs/index.md; empty where it does not say."""
    path = docs / "index.md"
    file = _shown_path(path, docs)
    values = front_matter(decode(path.read_bytes(), file), file) if path.is_file() else {}
    return str(values.get("title") or ""), str(values.get("description") or "")


def _shown_path(path: Path, docs: Path) -> str:
    return f"{docs.name}/{path.relative_to(docs).as_posix()}"


def read_page(text: str, file: str, left_out: Classes = SCREEN) -> PrintPage | None:
    """Return the brief that `text` is, None for another page. Raises `DossierError` where its front matter is amiss."""
    front = front_matter(text, file)
    brief = front.get("brief")
    if not isinstance(brief, dict):
        return None  # a page that a person wrote beside the briefs
    missing = [name for name in ("id", "number") if brief.get(name) in (None, "")]
    if missing:
        raise DossierError([Problem(file, 1, 1, f"the front matter lacks brief: {', '.join(missing)}", _MEND)])
    if not re.fullmatch(r"[\w-][\w.-]*", str(brief["id"])):
        raise DossierError([Problem(file, 1, 1, f"`{brief['id']}` cannot be the name of a file", _MEND)])
    blocks, written = read_markdown(text, left_out)
    notes = {label: without_outer_marks(runs) for label, runs in written.items()}
    heading = next((block for block in blocks if block["k"] == "heading" and block["level"] == 1), None)
    title = str(front.get("title") or (plain(heading["runs"]) if heading else brief["id"]))
    kept = [
        block for block in blocks if block is not heading and not {"brief-meta", "question"} & set(block["classes"])
    ]
    labels = [label for label in cited(kept) if label in notes]
    # The annex has what a screen shows as well, and nothing of what is left out for other reasons.
    shown, _ = read_markdown(text, left_out - SCREEN)
    annex = {label: notes[label] for label in cited(shown) if label in notes}
    return PrintPage(file, text, title, brief, _steps(kept), {label: notes[label] for label in labels}, annex)


def _steps(blocks: Sequence[Block]) -> list[Block]:
    """Return `blocks` with no heading more than one level below the one before: readers aloud count on it."""
    level, result = 1, []
    for block in blocks:
        if block["k"] == "heading":
            level = max(2, min(block["level"], level + 1))
            block = {**block, "level": level}
        result.append(block)
    return result
