"""`briefs print`."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import briefs

ALDER = Path(__file__).parent.parent / "cases" / "prints" / "alder"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    shutil.copytree(ALDER, tmp_path / "docs")
    return tmp_path


def run(dossier: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(briefs, ["-C", str(dossier), "print", *words])
    if result.exception and not isinstance(result.exception, SystemExit):
        return 1, str(result.exception)
    return result.exit_code, result.output


def test_all_briefs_and_the_dossier(dossier: Path) -> None:
    code, output = run(dossier)
    assert code == 0
    folder = dossier / "build" / "print"
    assert sorted(file.name for file in folder.iterdir()) == ["dossier.pdf", "energy.pdf", "fisheries.pdf"]
    assert [line.partition(",")[0] for line in output.splitlines()] == [
        f"{folder}/fisheries.pdf: 2 pages",
        f"{folder}/energy.pdf: 1 page",
        f"{folder}/dossier.pdf: 7 pages",
    ]


def test_one_brief_that_is_named(dossier: Path) -> None:
    code, _ = run(dossier, "energy", "--paper", "us-letter", "--marking", "", "--out", "here")
    assert code == 0
    assert [file.name for file in (dossier / "here").iterdir()] == ["energy.pdf"]


def test_a_brief_that_is_not_there(dossier: Path) -> None:
    assert run(dossier, "sports") == (
        1,
        "docs/briefs/sports.md:1:1: there is no brief `sports`. Mend: name one of fisheries, energy.",
    )


def test_a_size_of_paper_that_is_not_there(dossier: Path) -> None:
    assert run(dossier, "--paper", "a3")[0] == 2


def test_an_addendum_names_no_briefs(dossier: Path) -> None:
    assert run(dossier, "energy", "--addendum", "HEAD")[0] == 2


def test_an_addendum_since_an_earlier_folder(dossier: Path) -> None:
    shutil.copytree(dossier / "docs", dossier / "old")
    page = dossier / "docs" / "briefs" / "energy.md"
    page.write_text(page.read_text("utf-8").replace("so can wind", "so can sun"), "utf-8")
    code, output = run(dossier, "--addendum", str(dossier / "old"))
    assert code == 0
    assert output.startswith(f"{dossier}/build/print/addendum.pdf: 1 page, ")


def test_a_pack_needs_an_agenda(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    shutil.copytree(ALDER, tmp_path / "docs")
    shutil.copytree(root / "briefs", tmp_path / "briefs", ignore=shutil.ignore_patterns("agenda.yml"))
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    code, output = run(tmp_path, "--meeting")
    assert (code, output.partition(". Mend")[0]) == (1, "briefs/agenda.yml:1:1: there is no agenda to make a pack of")
    (tmp_path / "briefs" / "agenda.yml").write_text("items:\n  - title: Any other business\n", "utf-8")
    code, output = run(tmp_path, "--meeting")
    assert code == 0, output
    assert output.startswith(f"{tmp_path}/build/print/meeting.pdf: 1 page, ")


def test_two_prints_at_once_are_wrong_usage(dossier: Path) -> None:
    assert run(dossier, "--meeting", "--addendum", "HEAD")[0] == 2
