import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import briefs
from tests.changes.next_source import published
from tests.dossier_of import FILES, dossier_in

MAP = FILES["briefs/topic-map.yml"]
WIDER = MAP.replace("railway: {pref_label: Railway}", "railway: {pref_label: Railway, alt_labels: [tonnes]}")
NARROWER = MAP.replace("    grain: {pref_label: Grain}\n", "")


def committed(folder: Path) -> None:
    git = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "briefs"], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *command], check=True)


def previewed(folder: Path, *arguments: str) -> str:
    result = CliRunner().invoke(briefs, ["-C", str(folder), "preview", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(autouse=True)
def no_git_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.mark.parametrize("git", [True, False])
def test_what_the_map_drops_is_shown_by_brief(tmp_path: Path, git: bool) -> None:
    published(dossier_in(tmp_path))
    if git:
        committed(tmp_path)
    assert "No brief changes." in previewed(tmp_path)
    (tmp_path / "briefs/topic-map.yml").write_text(NARROWER)
    told = previewed(tmp_path)
    assert ("as committed" in told) is git
    assert "The delta: 0 passages added, 1 dropped" in told
    assert "  - 1.2 Ana Moreau: “She stressed that Alder will buy 300 tonnes of grain.”" in told


def test_what_the_map_adds_is_shown_with_its_concept(tmp_path: Path) -> None:
    bare = MAP.replace("    grain: {pref_label: Grain}\n", "")
    dossier_in(tmp_path, topic_map_yml=bare)
    committed(tmp_path)
    (tmp_path / "briefs/topic-map.yml").write_text(bare.replace("{pref_label: Railway}", "{pref_label: tonnes}"))
    told = json.loads(previewed(tmp_path, "--json"))
    (brief,) = told["briefs"]
    assert [(one["label"], one["concepts"]) for one in brief["added"]] == [("1.2", ["works/railway"])]
    assert [one["label"] for one in brief["dropped"]] == ["1.4", "2.2"]


def test_a_passage_that_only_gains_a_concept_moves_nowhere(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    committed(tmp_path)
    (tmp_path / "briefs/topic-map.yml").write_text(WIDER)
    assert "No brief changes." in previewed(tmp_path)


def test_a_broken_map_in_git_is_passed_over(tmp_path: Path) -> None:
    dossier_in(tmp_path, topic_map_yml="delta: [\n")
    committed(tmp_path)
    (tmp_path / "briefs/topic-map.yml").write_text(MAP)
    assert "Against the last edition" in previewed(tmp_path)


def test_nothing_is_written(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    previewed(tmp_path, "--quiet")
    assert not (tmp_path / "docs").exists()


def test_a_git_that_comes_with_the_dossier_runs_none_of_its_programs(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path / "dossier")
    published(folder)
    committed(folder)
    ran, git = tmp_path / "ran", ["git", "-C", str(folder)]
    # What is not there is asked of a host, and what asks it is a program that the settings name.
    told = subprocess.run([*git, "rev-parse", "HEAD:briefs/topic-map.yml"], capture_output=True, check=True, text=True)
    blob = told.stdout.strip()
    (folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    for name, value in (
        ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", str(folder)),
        ("remote.origin.uploadpack", f"touch {ran}; false"),
        ("core.fsmonitor", f"touch {ran}; false"),
    ):
        subprocess.run([*git, "config", name, value], check=True)
    assert "the last edition" in previewed(folder)
    assert not ran.exists()


def test_a_phrase_is_tried_before_it_is_written(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    told = previewed(tmp_path, "tonnes")
    assert told.startswith("“tonnes” stands in 1 passage.\n    1.2 Ana Moreau: “She stressed")
    assert "(works/grain)" in told
    told = previewed(tmp_path, "tonnes", "--on", "works/railway")
    assert "Under `any` of works/railway: 1 passage caught, 0 lost.\n  + 1.2" in told
    told = previewed(tmp_path, "tonnes", "--on", "works/grain", "--as", "none", "--quiet")
    assert told == "“tonnes” stands in 1 passage.\nUnder `none` of works/grain: 0 passages caught, 1 lost.\n"
    assert not (tmp_path / "docs").exists()


def test_a_phrase_finds_other_forms_but_not_as_exact(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    found = json.loads(previewed(tmp_path, "buying", "--on", "works/railway", "--json"))
    assert [one["label"] for one in found["caught"]] == [one["label"] for one in found["found"]] != []
    exact = json.loads(previewed(tmp_path, "buying", "--on", "works/railway", "--as", "exact", "--json"))
    assert (exact["field"], exact["found"], exact["caught"]) == ("exact", [], [])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["..."], "has no word"),
        (["grain", "--on", "works/grian"], "Mend: write `works/grain`"),
        (["--on", "works"], "need a phrase"),
        (["grain", "--as", "none"], "needs a concept"),
        (["grain", "--edition"], "goes without a phrase"),
    ],
)
def test_what_cannot_be_tried_is_said(tmp_path: Path, arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(briefs, ["-C", str(dossier_in(tmp_path)), "preview", *arguments])
    assert result.exit_code == 2
    assert told in result.output
