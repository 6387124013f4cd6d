import json
import shutil
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result

from generator.cli import briefs
from generator.doctor import examination, packages
from tests.dossier_of import dossier_in


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(briefs, ["-C", str(folder), "doctor", *arguments])


def states(folder: Path) -> Mapping[str, Any]:
    return {one["what"]: (one["state"], one["found"], one["mend"]) for one in json.loads(run(folder, "--json").stdout)}


def test_a_sound_dossier_is_told_so_a_line_each_and_nothing_changes(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    told = run(tmp_path)
    assert told.exit_code == 0, told.output
    assert {line[:4].strip() for line in told.stdout.splitlines()} <= {"good", "look"}
    assert "good  Dossier: briefs/dossier.yml is here.\n" in told.stdout
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_without_a_dossier_is_to_be_looked_at(tmp_path: Path) -> None:
    assert states(tmp_path)["Dossier"][0] == "look"


def test_what_killed_runs_left_is_named(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    (tmp_path / ".site-4242").mkdir()
    (tmp_path / "seeds/.removing-river.txt").touch()
    state, found, mend = states(tmp_path)["Killed runs"]
    assert (state, found) == ("look", ".site-4242 and seeds/.removing-river.txt left over")
    assert "sweep" in mend


@pytest.mark.parametrize(("free", "state"), [(10**12, "good"), (5 * 10**8, "look"), (10**6, "bad")])
def test_little_room_is_told_before_a_build_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**13, 0, free))
    assert states(tmp_path)["Disk"][0] == state
    assert run(tmp_path).exit_code == (1 if state == "bad" else 0)


def test_a_folder_that_cannot_be_written_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier_in(tmp_path)
    access = examination.os.access
    monkeypatch.setattr(examination.os, "access", lambda path, mode: Path(path).name != "seeds" and access(path, mode))
    assert states(tmp_path)["Folders"][:2] == ("bad", "seeds cannot be written")
    assert run(tmp_path).exit_code == 1


def test_git_is_told_as_it_stands(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    assert states(tmp_path)["git"][:2] == ("look", "this folder is in no repository")

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Desk", "-c", "user.email=desk@desk.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, "-C", str(tmp_path), *arguments], check=True, capture_output=True)

    git("init", "-b", "main")
    assert states(tmp_path)["git"][1].endswith("not committed")
    git("add", ".")
    git("commit", "-m", "All")
    assert states(tmp_path)["git"] == ("good", "everything is committed", "")
    (tmp_path / "briefs/delta.yml").write_text("title: Other\n")
    (tmp_path / "seeds/river.txt").unlink()
    (tmp_path / "new.txt").touch()
    assert states(tmp_path)["git"][1] == "3 files not committed"


def test_a_repository_of_strangers_has_git_run_nothing(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    ran = tmp_path.parent / "ran"

    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", str(tmp_path), *arguments], check=True, capture_output=True)

    git("init", "-b", "main")
    git("add", ".")
    (tmp_path / ".gitattributes").write_text("* filter=own diff=own\n")
    for name in ("filter.own.clean", "filter.own.process", "diff.own.textconv", "diff.own.command", "core.fsmonitor"):
        git("config", name, f"touch {ran}; cat")
    (tmp_path / "seeds/river.txt").write_text("Other.\n")
    assert states(tmp_path)["git"][0] == "look"
    assert not ran.exists()


def test_packages_are_held_against_what_is_asked_for_and_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    have = {"swan": "2.1", "quay": "1.0"}

    def version(name: str) -> str:
        if name not in have:
            raise PackageNotFoundError(name)
        return have[name]

    monkeypatch.setattr(packages, "version", version)
    asked = ["swan<2,>=1", "heron>=3", "quay>=1", "never>=1; python_version < '3'", "tests>=1; extra == 'test'"]
    found = packages._asked_for(asked)
    assert (found.state, found.found) == ("bad", "swan 2.1 is not <2,>=1 and heron is missing")
    lock = "swan==2.01 \\\n    --hash=sha256:aa\nquay==1.1 \\\nheron==3 ; python_version < '3' \\\nduck==1.0 \\\n"
    told = packages._against_lock(lock)
    assert (told.state, told.found) == ("look", "quay 1.0 for 1.1 and 1 package missing (duck)")
