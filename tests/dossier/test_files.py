from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier import files
from generator.dossier.files import Place, check_file, clashes, decode, name_fault, read_bytes
from generator.messages.problems import DossierError
from tests.examples import examples

HERE = Place("sources.yml", 2, 9)


def test_a_file_larger_than_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with open(tmp_path / "a.txt", "wb") as file:
        file.truncate(files.LIMIT + 1)
    with pytest.raises(DossierError, match=r"sources.yml:2:9: `a.txt` has 5,000,001 bytes; the most is 5,000,000\."):
        read_bytes(tmp_path, "a.txt", HERE)


def test_a_file_of_the_limit_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * files.LIMIT)
    assert len(read_bytes(tmp_path, "a.txt", HERE)) == files.LIMIT


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("first")
    read = os.read

    def read_and_grow(handle: int, size: int) -> bytes:
        data = read(handle, size)
        with open(tmp_path / "a.txt", "a") as file:
            file.write("more" if not data else "")
        return data

    monkeypatch.setattr(files.os, "read", read_and_grow)
    with pytest.raises(DossierError, match=r"`a.txt` changed while it was read"):
        read_bytes(tmp_path, "a.txt", HERE)


def test_a_file_that_is_written_anew_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("first")
    read = os.read

    def read_and_write(handle: int, size: int) -> bytes:
        data = read(handle, size)
        (tmp_path / "a.txt").write_text("other")
        os.utime(tmp_path / "a.txt", (1, 1))
        return data

    monkeypatch.setattr(files.os, "read", read_and_write)
    with pytest.raises(DossierError, match=r"`a.txt` changed while it was read"):
        read_bytes(tmp_path, "a.txt", HERE)


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("text")

    def refuse(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "open", refuse)
    with pytest.raises(DossierError, match=r"the file `a.txt` cannot be read: permission denied\. Mend"):
        read_bytes(tmp_path, "a.txt", HERE)


@pytest.mark.parametrize(
    "name", ["a.txt", "a b.txt", "é.txt", "日本.md", "🐟.txt", "a#1.txt", "deep/a.txt", "100%.txt"]
)
def test_ordinary_names_are_no_fault(name: str) -> None:
    assert name_fault(name) is None


@examples(100)
@given(st.lists(st.sampled_from(["..", "a", "%2e%2e", "%2E.", "/", "\\", "%2f", "%5c", "."]), max_size=6).map("".join))
def test_no_name_without_fault_leads_out_of_its_folder(name: str) -> None:
    if name_fault(name) is None:
        folder = Path("/seeds")
        assert Path(os.path.normpath(folder / name)).is_relative_to(folder)


def test_names_that_differ_only_in_case_or_normal_form_clash() -> None:
    names = ["Wire.txt", "wire.txt", "port\u00e9", "PORTE\u0301", "other"]
    assert list(clashes(names)) == [("PORTE\u0301", "port\u00e9"), ("Wire.txt", "wire.txt")]


@examples(100)
@given(st.binary(max_size=40))
def test_what_is_decoded_is_the_same_bytes_and_what_is_not_is_refused(data: bytes) -> None:
    try:
        again = decode(data, "a.txt").encode()
    except DossierError:
        again = None
    assert again in (data, None)
    assert again == data or b"\0" in data or not data.isascii()


def test_a_file_that_is_only_kept_may_be_of_any_size_but_must_be_one(tmp_path: Path) -> None:
    with open(tmp_path / "a.pdf", "wb") as file:
        file.truncate(files.LIMIT + 1)
    (tmp_path / "folder").mkdir()
    check_file(tmp_path, "a.pdf", HERE)
    with pytest.raises(DossierError, match=r"sources.yml:2:9: `folder` is not a regular file\. Mend"):
        check_file(tmp_path, "folder", HERE)
    with pytest.raises(DossierError, match=r"there is no file `b.pdf`"):
        check_file(tmp_path, "b.pdf", HERE)
