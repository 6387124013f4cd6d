from pathlib import Path

import pytest

from generator.messages.problems import DossierError
from generator.site.swap import atomic_replace, only_build


def build(target: Path, **files: str) -> None:
    with atomic_replace(target) as new:
        for name, content in files.items():
            (new / name).write_text(content)


def test_a_finished_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    build(tmp_path / "site", old="1")
    build(tmp_path / "site", new="2")
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [".built.json", "new"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def fail(target: Path) -> None:
    with atomic_replace(target) as new:
        (new / "page").write_text("half")
        raise ZeroDivisionError


def test_a_failure_leaves_what_stood_before(tmp_path: Path) -> None:
    build(tmp_path / "site", page="1")
    with pytest.raises(ZeroDivisionError):
        fail(tmp_path / "site")
    assert (tmp_path / "site/page").read_text() == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_person_put_there_is_kept(tmp_path: Path) -> None:
    build(tmp_path / "site", page="1")
    (tmp_path / "site/mine.txt").write_text("mine")
    build(tmp_path / "site", page="2")
    build(tmp_path / "site", page="3")
    assert (tmp_path / "site/mine.txt").read_text() == "mine"
    assert (tmp_path / "site/page").read_text() == "3"


def test_leftovers_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    (tmp_path / ".site-123").mkdir()
    build(tmp_path / "site", page="1")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_second_build_is_told_which_process_holds_the_folder(tmp_path: Path) -> None:
    import os

    with (
        only_build(tmp_path),
        pytest.raises(DossierError, match=rf"another build is running \(process {os.getpid()}\)"),
        only_build(tmp_path),
    ):
        pass


def test_a_lock_is_free_once_its_holder_has_gone(tmp_path: Path) -> None:
    with only_build(tmp_path):
        pass
    with only_build(tmp_path):
        pass
