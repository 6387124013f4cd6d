"""Cases as data: a test marked `cases("folder")` runs once for each case in the files of tests/cases/folder.

`case.holds(actual)` compares with what the file says under `expect`, or under another name; `pytest --update-cases`
writes it there instead, so a change of many messages is read as a diff. Where it finds what is written it changes no
byte.
"""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.rewriting import Step, rewritten

CASES = Path(__file__).parent / "cases"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# No updates, no reports home: a test must not ask anything of another machine either.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass(frozen=True)
class Case:
    """One case: the file that it stands in and where (a whole file where `at` is empty), and its content."""

    path: Path
    at: tuple[Step, ...]
    content: Any
    update: bool = False
    compared: list[Step] = field(default_factory=list)

    def holds(self, actual: Any, where: Step = "expect") -> None:
        """Compare `actual` with what the case says at `where`; what it says nothing of is None."""
        self.compared.append(where)
        expected = self.expected(where)
        if self.update and actual != expected:
            text = self.path.read_text(encoding="utf-8")
            made = actual if self.whole else rewritten(text, (*self.at, where), actual)
            self.path.write_text(made, encoding="utf-8", newline="\n")
        elif not self.update:
            assert actual == expected

    def tells(self, actual: str, where: Step = "expect", *, first: bool = False) -> None:
        """Compare as `holds` does, where the case gives only a part of a longer text, or its first words."""
        part = self.expected(where)
        told = bool(part) and (actual.startswith(part) if first else part in actual)
        self.holds(part if told else actual, where)

    def expected(self, where: Step) -> Any:
        """Return what the case says at `where`."""
        if self.whole or isinstance(self.content, list):
            return self.content if self.whole else self.content[int(where)]
        return self.content.get(where)

    @property
    def whole(self) -> bool:
        """Whether the file is no YAML, and as a whole what is expected."""
        return self.path.suffix == ".txt"

    @property
    def name(self) -> str:
        """What the case is called behind the name of its file: as its mapping calls it, or the first of its texts."""
        values = self.content.values() if isinstance(self.content, dict) else self.content
        texts = [text for text in values if isinstance(text, str)] if self.at else []
        called = [str(step) for step in self.at if isinstance(step, str)]
        return ": ".join([self.path.stem, *called, *(texts[:1] if self.at and isinstance(self.at[-1], int) else [])])


def cases_in(path: Path, update: bool = False) -> Iterator[Case]:
    """Yield the cases of a file: itself, if it says what it expects, else the members of its lists."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        yield Case(path, (), text, update)
        return
    content = yaml.safe_load(text)
    if isinstance(content, dict) and "expect" in content:
        yield Case(path, (), content, update)
    elif isinstance(content, list):
        yield from (Case(path, (at,), one, update) for at, one in enumerate(content))
    else:
        for name, several in content.items():
            members = several.items() if isinstance(several, dict) else enumerate(several)
            if isinstance(several, (dict, list)):
                yield from (Case(path, (name, at), one, update) for at, one in members)


def files_of(place: str) -> list[Path]:
    """Return the files of a folder of tests/cases, or the one file that is named."""
    found = CASES / place
    return [found] if found.is_file() else sorted(path for path in found.glob("*") if path.suffix in (".yml", ".txt"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-cases", action="store_true", help="write what is found into the case files, to review")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "cases(place, …, below=None): run once for each case of these places in tests/cases"
    )
    if config.getoption("--update-cases") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update-cases writes into files one after the other: run it without -n")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.many)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marker = metafunc.definition.get_closest_marker("cases")
    if marker:
        update = metafunc.config.getoption("--update-cases")
        cases = []
        for place in marker.args:
            found = [case for path in files_of(place) for case in cases_in(path, update)]
            below = marker.kwargs.get("below")
            found = [case for case in found if below in (None, *case.at[:1])]
            assert found, f"tests/cases/{place} holds no case"
            cases += found
        metafunc.parametrize("case", cases, ids=[case.name for case in cases])


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, Any, Any]:
    """Let no test of cases pass that compares by itself: `--update-cases` would not reach it."""
    result = yield
    case = pyfuncitem.funcargs.get("case")
    if isinstance(case, Case) and not case.compared:
        pytest.fail("this test compares nothing by `case.holds`, so `--update-cases` cannot renew its case")
    return result


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real browser, one a process: its driver runs only once. Without one, the tests that ask for it are skipped."""
    api = pytest.importorskip("playwright.sync_api", reason="no browser driver: `make test-browser` installs it")
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no browser on this machine: install Chromium (Debian: apt-get install chromium)")
    with api.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=program, args=list(QUIET))
        yield running
        running.close()
