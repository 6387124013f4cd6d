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
