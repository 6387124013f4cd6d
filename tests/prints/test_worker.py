"""Setting documents in several processes."""

import sys
from pathlib import Path

import pytest

from generator.prints import PrintOptions
from generator.prints.prints import documents_of
from generator.prints.typesetting import TypesettingError
from generator.prints.worker import _shares, outcomes


def test_the_longest_are_dealt_first_and_nobody_is_left_out() -> None:
    assert _shares([1, 9, 2, 3], 2) == [[1], [3, 2, 0]]
    assert _shares([1, 1], 1) == [[0, 1]]


@pytest.mark.long
def test_one_process_and_three_give_the_same(alder: Path) -> None:
    documents = documents_of(alder, (), PrintOptions())
    assert outcomes(documents, 1) == outcomes(documents, 3)


def test_a_process_that_dies_is_told(alder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(TypesettingError, match="a process that sets pages ended with code 1"):
        outcomes(documents_of(alder, (), PrintOptions()), 2)


def test_what_no_page_is_to_blame_for_comes_through(alder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(alder))
    (alder / "pypandoc.py").write_text("raise ImportError", "utf-8")
    documents = documents_of(alder, (), PrintOptions(format="docx"))
    with pytest.raises(Exception, match="pandoc"):
        outcomes([documents[0]] * 2, 2)
