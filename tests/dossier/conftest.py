"""A small dossier on disk, changed as a case says.

A case may give `files` (name: content; null: no such file), `edit` (name: {old: new}), `bytes` (name: hexadecimal)
and `make` (name: `pipe`, `folder` or `link TARGET`).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

SMALL = Path(__file__).parent.parent / "cases" / "dossier" / "small.yml"


@pytest.fixture
def lay_out(tmp_path: Path) -> Callable[[dict[str, Any]], Path]:
    """Write the small dossier with the changes of a case, and return its folder."""

    def write(content: dict[str, Any]) -> Path:
        files = yaml.safe_load(SMALL.read_text(encoding="utf-8")) | content.get("files", {})
        for name, changes in content.get("edit", {}).items():
            for old, new in changes.items():
                assert old in files[name], f"{name} has no {old!r}"
                files[name] = files[name].replace(old, new)
        data = {name: text.encode() for name, text in files.items() if text is not None}
        data |= {name: bytes.fromhex(digits) for name, digits in content.get("bytes", {}).items()}
        for name, one in data.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(one)
        for name, what in content.get("make", {}).items():
            _make(tmp_path / name, what)
        return tmp_path

    return write


def _make(path: Path, what: str) -> None:
    kind, _, target = what.partition(" ")
    path.unlink(missing_ok=True)
    if kind == "link":
        path.symlink_to(target)
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
