"""`briefs print`."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import generate
from generator.cli import briefs
from tests.dossier_of import FILES, dossier_in

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
        f"{folder}/fisheries.pdf: 1 page",
        f"{folder}/energy.pdf: 1 page",
        f"{folder}/dossier.pdf: 4 pages",
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
    assert output.startswith(f"{dossier}/build/print/addendum_pack.pdf: 1 page, ")


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
    assert output.startswith(f"{tmp_path}/build/print/meeting_pack.pdf: 1 page, ")


def test_two_prints_at_once_are_wrong_usage(dossier: Path) -> None:
    assert run(dossier, "--meeting", "--addendum", "HEAD")[0] == 2


@pytest.mark.parametrize("name", ["meeting", "addendum"])
def test_a_brief_and_a_pack_of_one_name_are_two_files(tmp_path: Path, name: str) -> None:
    folder = dossier_in(tmp_path, dossier_yml=FILES["briefs/dossier.yml"].replace("[delta]", f"[delta, {name}]"))
    brief = FILES["briefs/delta.yml"].replace("number: 1", "number: 2").replace("title: The delta", "title: The pack")
    (folder / f"briefs/{name}.yml").write_text(brief, "utf-8")
    (folder / "briefs/agenda.yml").write_text(f"items: [{{brief: {name}}}, {{title: Other business}}]\n", "utf-8")
    generate(folder)
    shutil.copytree(folder / "docs", folder / "old")
    page = folder / "docs/briefs/delta.md"
    page.write_text(page.read_text("utf-8").replace("Alder supports a peaceful", "Alder wants a peaceful"), "utf-8")
    assert run(folder, name)[0] == 0
    before = (folder / f"build/print/{name}.pdf").read_bytes()
    words = ("--meeting",) if name == "meeting" else ("--addendum", str(folder / "old"))
    code, output = run(folder, *words)
    assert code == 0, output
    assert output.startswith(f"{folder}/build/print/{name}_pack.pdf: ")
    assert (folder / f"build/print/{name}.pdf").read_bytes() == before


def test_two_pages_that_would_be_one_file_are_told(dossier: Path) -> None:
    page = dossier / "docs/briefs/energy.md"
    for name, id_ in (("zinc", "Fisheries"), ("tin", "dossier")):
        text = page.read_text("utf-8").replace("id: energy", f"id: {id_}").replace("number: 2", "number: 7")
        (dossier / f"docs/briefs/{name}.md").write_text(text, "utf-8")
    code, output = run(dossier)
    assert code == 1
    assert [line.partition(": ")[0] for line in output.splitlines()] == ["docs/briefs/zinc.md:1:1", "docs/index.md:1:1"]
    assert not (dossier / "build/print").exists()
