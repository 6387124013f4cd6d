"""Every file of tests/cases can be renewed by `pytest --update-cases`, and nothing else of it changes then."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.conftest import CASES, Case, cases_in, files_of
from tests.examples import examples
from tests.rewriting import Step, rewritten

# What is read and never expected: a dossier, people, texts; and what is right of constructions that mislead, which a
# person may say. Nothing of these could be renewed.
READ = {
    "comparison/contradictions.yml", "dossier/small.yml", "faults/hostile.yml", "settings/accepted.yml",
    "statements/constructions.yml", "statements/entities.yml",
}  # fmt: skip
READ_FOLDERS = {"kinds/rooms", "prints/alder", "reachable"}


def places() -> Iterator[str]:
    """Yield what the tests' marks name: the places whose cases `--update-cases` reaches."""
    for path in sorted(CASES.parent.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.cases":
                assert all(isinstance(one, ast.Constant) for one in node.args), f"{path}: name the places themselves"
                yield from (str(one.value) for one in node.args if isinstance(one, ast.Constant))


MARKED = sorted({path for place in places() for path in files_of(place)})


def test_every_file_of_cases_is_renewed_by_a_test_or_is_read_alone() -> None:
    every = {path.relative_to(CASES).as_posix() for path in CASES.rglob("*") if path.is_file()}
    read = READ | {path for path in every for folder in READ_FOLDERS if path.startswith(f"{folder}/")}
    marked = {path.relative_to(CASES).as_posix() for path in MARKED}
    assert marked | read == every
    assert marked & read == set()


def test_every_place_that_a_test_names_holds_cases() -> None:
    assert [place for place in places() if not files_of(place)] == []


def leaves(case: Case) -> list[Step]:
    if case.whole:
        return []
    return list(range(len(case.content))) if isinstance(case.content, list) else list(case.content)


@pytest.mark.parametrize("path", [path for path in MARKED if path.suffix == ".yml"], ids=lambda path: path.stem)
def test_one_value_is_written_and_all_else_of_the_file_stays(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    case = list(cases_in(path))[-1]
    at = (*case.at, leaves(case)[-1])
    for value in (["a", "b\nc"], value_at(yaml.safe_load(text), at)):
        made = rewritten(text, at, value)
        content = yaml.safe_load(made)
        assert value_at(content, at) == value
        assert without(content, at) == without(yaml.safe_load(text), at)
        assert comments(made) == comments(text)


def comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def value_at(content: Any, at: tuple[Step, ...]) -> Any:
    for step in at:
        content = content[step]
    return content


def without(content: Any, at: tuple[Step, ...]) -> Any:
    value_at(content, at[:-1])[at[-1]] = "taken out"
    return content


@pytest.mark.parametrize(
    ("text", "at", "value", "expected"),
    [
        ("a: 1\nexpect: 2 # why\n", ("expect",), 3, "a: 1\nexpect: 3 # why\n"),
        ("a: 1 # why\nb:\n- x\n\n# behind\n", ("b",), ["y", "z"], "a: 1 # why\nb:\n- y\n- z\n\n# behind\n"),
        ("a: 1 # why\nb:\n  - x\n\n# next\n", ("b",), ["y", "z"], "a: 1 # why\nb:\n  - y\n  - z\n\n# next\n"),
        ("b:\n  - {c: 1, d: [x]}\n", ("b",), [{"c": 1, "d": ["y", "z"]}], "b:\n  - {c: 1, d: [y, z]}\n"),
        ("b:\n  - {c: 1}\n", ("b",), [{"c": 1}, {"c": 2}], "b:\n  - {c: 1}\n  - {c: 2}\n"),
        ("- {a: 1, b: [x]}\n- {a: 2}\n", (0, "b"), ["y"], "- {a: 1, b: [y]}\n- {a: 2}\n"),
        ("- {a: 1}\n- {a: 2}\n", (1, "b"), "new", "- {a: 1}\n- {a: 2, b: new}\n"),
        ("- a: 1\n\n# next\n- a: 2\n", (0, "b"), ["x"], "- a: 1\n  b:\n    - x\n\n# next\n- a: 2\n"),
        ("- [p, s, [x]]\n", (0, 2), [], "- [p, s, []]\n"),
        ("- a: |\n    one\n    two\n- a: 2\n", (0, "a"), "three\nfour\n", "- a: |\n    three\n    four\n- a: 2\n"),
        ("s:\n  - {a: yes}\n", ("s", 0, "a"), None, "s:\n  - {a: null}\n"),
    ],
)
def test_a_value_takes_the_form_of_the_one_before_it(
    text: str, at: tuple[Step, ...], value: object, expected: str
) -> None:
    assert rewritten(text, at, value) == expected


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    max_leaves=6,
)
FORMS = ["- {a: 1, b: 2}\n", "- a: 1\n  b: 2\n", "- a: |\n    x\n    y\n  b:\n  - c\n"]


@examples(60)
@given(VALUES, st.sampled_from(FORMS), st.sampled_from("abn"))
def test_any_value_is_read_as_it_was_written(value: object, text: str, name: str) -> None:
    made = yaml.safe_load(rewritten(text, (0, name), value))
    assume(name != "n" or value is not None)  # what is not there is None already
    assert made == [{**yaml.safe_load(text)[0], name: value}]


def test_a_case_that_is_renewed_holds_from_then_on(tmp_path: Path) -> None:
    copy = Path(shutil.copy(CASES / "clauses/clauses.yml", tmp_path))
    before = copy.read_text(encoding="utf-8")
    first = next(cases_in(copy, update=True))
    first.holds(first.content["clause"], "clause")
    assert copy.read_text(encoding="utf-8") == before
    first.holds("another clause", "clause")
    again = next(cases_in(copy))
    again.holds("another clause", "clause")
    with pytest.raises(AssertionError):
        again.holds(first.content["clause"], "clause")
    assert len(copy.read_text(encoding="utf-8").splitlines()) == len(before.splitlines())


def test_a_text_that_is_expected_as_a_whole_is_renewed_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old\n")
    next(cases_in(tmp_path / "a.txt", update=True)).holds("new\n")
    assert (tmp_path / "a.txt").read_text() == "new\n"
