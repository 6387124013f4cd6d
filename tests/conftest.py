"""Cases as data: a test marked `cases("folder")` runs once for each YAML file of tests/cases/folder, as its `case`.

`case.holds(actual)` compares with what the file says under `expect`; `pytest --update-cases` writes it there instead,
so a change of many messages is read as a diff.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One case file; `expect` is its last top-level key."""

    path: Path
    content: dict[str, Any]
    update: bool

    def holds(self, actual: Any) -> None:
        if self.update:
            text = self.path.read_text(encoding="utf-8")
            written = yaml.safe_dump({"expect": actual}, allow_unicode=True, sort_keys=False, width=10_000)
            kept = re.split(r"^expect:", text, maxsplit=1, flags=re.MULTILINE)[0]
            self.path.write_text(kept + written, encoding="utf-8", newline="\n")
        else:
            assert actual == self.content["expect"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-cases", action="store_true", help="write what is found into the case files, to review")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "cases(folder): run once for each YAML file of tests/cases/folder")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.many)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marker = metafunc.definition.get_closest_marker("cases")
    if marker:
        paths = sorted((CASES / marker.args[0]).glob("*.yml"))
        assert paths, f"tests/cases/{marker.args[0]} holds no case"
        update = metafunc.config.getoption("--update-cases")
        cases = [Case(path, yaml.safe_load(path.read_text(encoding="utf-8")), update) for path in paths]
        metafunc.parametrize("case", cases, ids=[path.stem for path in paths])
