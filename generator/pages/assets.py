"""Styles, scripts, pictures and fonts: copied into docs/, so that what is published needs nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.dossier.files import Place, decode, read_bytes
from generator.messages.problems import DossierError, Problem
from generator.pages.page import Asset

# What a browser reads as text, and would show wrongly in another encoding.
_TEXTS = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml"})


def assets(templates: tuple[Path, ...]) -> Iterator[Asset]:
    """Yield every file below assets/ of the template folders; the first folder that has a name wins.

    Raises `DossierError` with all that cannot be published: links that lead out, devices, text that is not UTF-8.
    """
    problems: list[Problem] = []
    seen: set[str] = set()
    for folder in templates:
        own = folder / "assets"
        for file in sorted(own.rglob("*")):
            name = file.relative_to(own).as_posix()
            hidden = any(part.startswith(".") for part in name.split("/"))
            if name in seen or hidden or (file.is_dir() and not file.is_symlink()):
                continue
            seen.add(name)
            shown = f"{folder.name}/assets/{name}"
            try:
                yield Asset(f"assets/{name}", _data(own, name, shown))
            except DossierError as error:
                problems += error.problems
    if problems:
        raise DossierError(problems)


def _data(folder: Path, name: str, shown: str) -> bytes:
    at = Place(shown)
    if name.endswith(".md"):
        raise at.error("a Markdown file would become a page of the site", "put it into docs/, or let it end in .txt")
    data = read_bytes(folder, name, at)
    if Path(name).suffix.lower() in _TEXTS:
        decode(data, shown)
    return data
