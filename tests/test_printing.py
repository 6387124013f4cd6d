"""PDFs are made again when something that they are made from changed, and only then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build import templates
from generator.prints import Printed, printing

ALDER = Path(__file__).parent / "cases" / "prints" / "alder"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ALDER, tmp_path / "docs")
    return tmp_path


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The runs that set PDFs."""
    made: list[Path] = []

    def set_(folder: Path, docs: Path, out: Path) -> tuple[Printed, ...]:
        made.append(folder)
        file = folder / out / "fisheries.pdf"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"%PDF")
        return (Printed("fisheries", file, 2, 4),)

    monkeypatch.setattr(printing, "print_all", set_)
    return made


def test_nothing_is_set_again_while_nothing_changed(folder: Path, runs: list[Path]) -> None:
    first = printing.prints(folder, templates(folder))
    assert printing.prints(folder, templates(folder)) == first
    assert len(runs) == 1


@pytest.mark.parametrize("name", ["docs/briefs/fisheries.md", "docs/index.md", "templates/print/parts.typ"])
def test_a_page_or_a_template_that_changed_is_set_again(folder: Path, runs: list[Path], name: str) -> None:
    printing.prints(folder, templates(folder))
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("\nMore.\n")
    printing.prints(folder, templates(folder))
    assert len(runs) == 2


def test_another_program_sets_all_again(folder: Path, runs: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    printing.prints(folder, templates(folder))
    monkeypatch.setattr(printing, "digest_of", lambda parts: "another")
    printing.prints(folder, templates(folder))
    assert len(runs) == 2


def test_a_file_that_is_gone_is_set_again(folder: Path, runs: list[Path]) -> None:
    (printed,) = printing.prints(folder, templates(folder))
    printed.file.unlink()
    printing.prints(folder, templates(folder))
    assert len(runs) == 2
