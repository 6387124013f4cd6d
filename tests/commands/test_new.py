from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import briefs
from generator.commands import new
from generator.messages.problems import BriefingError
from generator.sources import load


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(briefs, ["-C", str(folder), "new", *arguments])


def test_a_new_dossier_is_complete_and_loads_once_it_has_a_text(tmp_path: Path) -> None:
    result = run(tmp_path, "visit")
    assert result.exit_code == 0, result.output
    target = tmp_path / "visit"
    for name in ("mkdocs.yml", ".gitignore", "seeds/sources.yml", "briefs/dossier.yml", "briefs/visit-summary.yml"):
        assert f"{target}/{name}" in result.stdout
    (tmp_path / "wire.txt").write_text("President Ana Moreau said that Alder will build a railway.", encoding="utf-8")
    assert CliRunner().invoke(briefs, ["-C", str(target), "add", str(tmp_path / "wire.txt")]).exit_code == 0
    assert CliRunner().invoke(briefs, ["-C", str(target), "generate"]).exit_code == 0
    assert "Alder will build a railway" in (target / "docs/briefs/visit-summary.md").read_text(encoding="utf-8")
    dossier, (source,) = load(target)
    assert [brief.id for brief in dossier.briefs] == ["visit-summary"]
    assert source.event == dossier.event


def test_every_file_names_the_schema_that_editors_hold_it_against(tmp_path: Path) -> None:
    run(tmp_path, "visit")
    found = [*(tmp_path / "visit/briefs").glob("*.yml"), tmp_path / "visit/seeds/sources.yml"]
    assert len(found) == 5
    for path in found:
        start, _, schema = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")
        assert start == "# yaml-language-server: "
        assert json.loads((path.parent / schema).read_text(encoding="utf-8"))["$schema"]


def test_the_site_is_described_in_plain_yaml(tmp_path: Path) -> None:
    run(tmp_path, "visit")
    settings = yaml.safe_load((tmp_path / "visit/mkdocs.yml").read_text(encoding="utf-8"))
    assert "briefs" in settings["plugins"]
    assert settings["theme"]["font"] is False


def test_a_dossier_can_be_started_in_a_folder_that_holds_other_things(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert run(tmp_path, ".").exit_code == 0
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/dossier.yml").write_text("mine", encoding="utf-8")
    (tmp_path / "mkdocs.yml").symlink_to("nowhere")
    result = run(tmp_path, ".")
    assert isinstance(result.exception, BriefingError)
    told = str(result.exception).splitlines()
    assert [line.rpartition(f"{tmp_path}/")[2].partition(":1:1: ")[0] for line in told] == [
        "briefs/dossier.yml",
        "mkdocs.yml",
    ]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["briefs", "dossier.yml", "mkdocs.yml"]


def test_a_file_is_no_place_for_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "visit").write_text("mine", encoding="utf-8")
    assert "this is a file, not a folder" in str(run(tmp_path, "visit").exception)
    assert "nothing was written" in str(run(tmp_path, "visit/below").exception)
    assert (tmp_path / "visit").read_text(encoding="utf-8") == "mine"


def test_a_fault_while_writing_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "visit").mkdir()
    folder = new._make_folder

    def fail(path: Path, made: list[Path]) -> None:
        folder(path, made)
        if path.name == "seeds":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(new, "_make_folder", fail)
    assert "nothing was written: no space left on device" in str(run(tmp_path, "visit").exception)
    assert list(tmp_path.rglob("*")) == [tmp_path / "visit"]


def test_what_was_written_is_told_as_json(tmp_path: Path) -> None:
    told = json.loads(run(tmp_path, "visit", "--json").stdout)
    assert {str(Path(told["folder"]) / name) for name in told["files"]} == {
        str(path) for path in (tmp_path / "visit").rglob("*") if path.is_file()
    }


def test_wrong_usage_and_help() -> None:
    assert CliRunner().invoke(briefs, ["new"]).exit_code == 2
    assert "briefs new spring-visit" in CliRunner().invoke(briefs, ["new", "--help"]).stdout


def test_no_help_shows_signs_that_were_meant_for_the_program() -> None:
    for name in briefs.commands:
        shown = CliRunner().invoke(briefs, [name, "--help"]).output
        assert "\\b" not in shown, name
        assert "xample" in shown, name


def test_a_dossier_without_a_text_says_how_to_take_one_in(tmp_path: Path) -> None:
    run(tmp_path, "spring")
    found = CliRunner().invoke(briefs, ["-C", str(tmp_path / "spring"), "generate"])
    assert "briefs add FILE" in str(found.exception)


ANSWERED = ("--event", "Talks: on eels", "--day", "2033-05-01/2033-05-02", "--party", "Corvo", "--party", "West Larch")


def test_answers_stand_where_the_examples_stood(tmp_path: Path) -> None:
    assert run(tmp_path, "eels", *ANSWERED).exit_code == 0
    target = tmp_path / "eels"
    (tmp_path / "wire.txt").write_text("West Larch said that it will build a railway with Corvo.", encoding="utf-8")
    assert CliRunner().invoke(briefs, ["-C", str(target), "add", str(tmp_path / "wire.txt")]).exit_code == 0
    dossier, _ = load(target)
    assert (dossier.title, dossier.parties) == ("Talks: on eels", ("corvo", "west-larch"))
    (event,) = dossier.events
    assert (event.label, event.start, event.end, event.place) == ("Talks: on eels", "2033-05-01", "2033-05-02", None)
    assert [entity.pref_label for entity in dossier.entities] == ["Corvo", "West Larch"]
    files = {path: path.read_text() for path in (target / "briefs").glob("*.yml")} | {
        "site": (target / "mkdocs.yml").read_text()
    }
    said = [line for text in files.values() for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert not [line for line in said if any(name in line for name in ("Alder", "Birch", "Moreau", "alder", "birch"))]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--day", "9 April"), "`9 April` is no day"),
        (("--day", "2031-04-09/2031-04-08"), "is no day"),
        (("--party", "Corvo", "--party", "corvo"), "`Corvo` is named twice"),
        (("--party", "!!"), "no name that an id can be made of"),
    ],
)
def test_an_answer_that_cannot_be_is_wrong_usage(tmp_path: Path, arguments: tuple[str, ...], what: str) -> None:
    result = run(tmp_path, "eels", *arguments)
    assert result.exit_code == 2
    assert what in result.output
    assert not (tmp_path / "eels").exists()


def test_a_person_at_the_terminal_is_asked_what_no_option_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new, "on_terminal", lambda: True)
    command = ["-C", str(tmp_path), "new", "eels", "--event", "Eel talks"]
    result = CliRunner().invoke(briefs, command, input="soon\n2033-05-01\nCorvo, West Larch\n")
    assert result.exit_code == 0, result.output
    assert "`soon` is no day" in result.stderr
    assert "What is it about" not in result.stderr
    written = (tmp_path / "eels/briefs/dossier.yml").read_text()
    assert "parties: [corvo, west-larch]" in written
    assert "date: 2033-05-01" in written
    assert CliRunner().invoke(briefs, ["-C", str(tmp_path), "new", "empty"], input="\n\n\n").exit_code == 0
    assert "parties: [alder, birch]" in (tmp_path / "empty/briefs/dossier.yml").read_text()


def test_pages_say_that_they_are_a_skeleton_until_somebody_writes(tmp_path: Path) -> None:
    for name, answers in (("plain", ()), ("told", ANSWERED)):
        run(tmp_path, name, *answers)
        target = tmp_path / name
        (tmp_path / "wire.txt").write_text("Trade is up, said Corvo.", encoding="utf-8")
        CliRunner().invoke(briefs, ["-C", str(target), "add", str(tmp_path / "wire.txt")])
        assert CliRunner().invoke(briefs, ["-C", str(target), "generate"]).exit_code == 0
        for page in ("index.md", "briefs/visit-summary.md"):
            assert "skeleton by `briefs new`" in (target / "docs" / page).read_text().replace("&#96;", "`"), page
        assert json.loads(CliRunner().invoke(briefs, ["-C", str(target), "status", "--json"]).stdout)["drafts"]


def test_a_dry_run_names_the_files_and_writes_none(tmp_path: Path) -> None:
    told = run(tmp_path, "eels", "--dry-run")
    assert f"would be new: {tmp_path / 'eels'}/briefs/dossier.yml\n" in told.stdout
    assert not (tmp_path / "eels").exists()
    (tmp_path / "mkdocs.yml").write_text("mine")
    assert "there already" in str(run(tmp_path, ".", "--dry-run").exception)
