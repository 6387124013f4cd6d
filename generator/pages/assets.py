"""Styles and scripts: copied into docs/ beside the pages, so that what is published needs nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.dossier.files import decode
from generator.pages.page import Page


def assets(templates: tuple[Path, ...]) -> Iterator[Page]:
    """Yield every file below assets/ of the template folders; the first folder that has a name wins."""
    seen: set[str] = set()
    for folder in templates:
        for file in sorted((folder / "assets").rglob("*")):
            path = file.relative_to(folder).as_posix()
            if file.is_file() and path not in seen:
                seen.add(path)
                yield Page(path, decode(file.read_bytes(), f"{folder.name}/{path}"))
