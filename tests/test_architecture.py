"""Holds the order of the house: imports run one way, no dossier's words in the program, no module too long to read."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, briefs
from generator.prints.printing import PRINTED_BY
from generator.readings.readings import MADE_BY

ROOT = Path(__file__).parent.parent
# Every part of the program, in order: a part may import itself and what stands before it, and nothing else.
ORDER = (
    "program", "messages", "kinds", "subjects", "dossier", "settings", "sources", "passages", "statements", "topics",
    "readings", "comparison", "editions", "briefs", "publication", "changes", "pages", "prints", "readers",
    "edits", "doctor", "quotations", "exports", "explanations", "checks", "build", "suggestions", "evaluation", "site",
    "commands", "cli",
)  # fmt: skip
# Parts that read what others wrote: they share nothing with those, so that a fault cannot hide by being made twice.
INDEPENDENT = {
    "checks": {"messages", "kinds", "dossier", "prints", "readers", "quotations"},
    "prints": {"program", "messages", "kinds", "dossier"},
    "readers": {"messages", "dossier", "sources", "passages"},
    "quotations": {"messages", "dossier", "prints", "readers"},
    "settings": {"messages", "dossier"},
}
# Data that the program ships beside its parts.
DATA = {"schemas", "skeleton"}
MOST_AT_THE_TOP = 8
# Words of the shipped dossier; the program must know none.
DOSSIER_WORDS = re.compile(
    r"viet\s?nam|russia|putin|\btrong\b|hanoi|moscow|\bunclos\b|east sea|ukrain|\bto lam\b", re.IGNORECASE
)


def modules() -> Iterator[Path]:
    yield from sorted((ROOT / "generator").rglob("*.py"))


def files_of(part: str) -> list[Path]:
    folder = ROOT / "generator" / part
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def imported(module: Path) -> Iterator[str]:
    """Yield the full name of each module of the program, or of each name in one, that `module` imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports by a relative name, which these tests do not follow"
            yield from (
                f"{node.module}.{name.name}" for name in node.names if f"{node.module}.".startswith("generator.")
            )
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("generator"))


def test_every_part_is_in_the_order() -> None:
    parts = {path.stem for path in (ROOT / "generator").iterdir() if path.is_dir() or path.suffix == ".py"}
    assert sorted(parts - {"__init__", "__pycache__"} - DATA) == sorted(ORDER)


def test_few_files_stand_at_the_top() -> None:
    assert len(list((ROOT / "generator").glob("*.py"))) <= MOST_AT_THE_TOP


@pytest.mark.parametrize("part", ORDER)
def test_imports_run_one_way(part: str) -> None:
    allowed = {*ORDER[: ORDER.index(part) + 1]} & {*INDEPENDENT.get(part, ORDER), part}
    wrong = [f"{path.name} imports {name}" for path in files_of(part) for name in imported(path)
             if name.split(".")[1] not in allowed]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    ("part", "listed"),
    [
        ("readings", MADE_BY),
        ("prints", PRINTED_BY),
    ],
)
def test_what_is_kept_is_named_by_all_that_makes_it(part: str, listed: tuple[str, ...]) -> None:
    """A part that is missing from the list would leave what it found alive after it changed."""
    makes, left = set[str](), [part]
    while left:
        one = left.pop()
        makes.add(one)
        left += {name.split(".")[1] for path in files_of(one) for name in imported(path)} - makes
    assert makes == set(listed)


def test_no_module_imports_itself_by_way_of_others() -> None:
    names = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in modules()
    }
    graph = {
        name: {target if target in names else target.rpartition(".")[0] for target in imported(path)} - {name}
        for name, path in names.items()
    }
    assert len(graph) > 100
    tuple(TopologicalSorter(graph).static_order())  # raises CycleError, which names the modules


def test_imports_stand_at_the_top_but_where_a_reason_is_given() -> None:
    for path in modules():
        lines = path.read_text(encoding="utf-8").splitlines()
        tree = ast.parse("\n".join(lines))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        inner = {part.lineno for node in functions for part in ast.walk(node)
                 if isinstance(part, ast.Import | ast.ImportFrom)}  # fmt: skip
        where = path.relative_to(ROOT / "generator").as_posix()
        assert [number for number in sorted(inner) if "#" not in lines[number - 1]] == [], where


def test_few_modules_know_mkdocs() -> None:
    """What it calls, what calls it, and what runs its server."""
    knows = [path.name for path in modules() if re.search(r"^(?:from|import) mkdocs", path.read_text(), re.MULTILINE)]
    assert knows == ["building.py", "live.py", "plugin.py"]


@pytest.mark.parametrize("folder", ["generator", "templates"])
def test_no_word_of_the_shipped_dossier_stands_in_the_program(folder: str) -> None:
    files = [path for path in sorted((ROOT / folder).rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    assert files
    # The convention on the law of the sea is of every dossier that speaks of a sea, and so in the subject library.
    general = {ROOT / "generator/subjects/law.yml": "UNCLOS"}
    texts = ((path, path.read_text("utf-8", "ignore").replace(general.get(path, "\0"), "")) for path in files)
    found = [f"{path}: {m.group()}" for path, text in texts if (m := DOSSIER_WORDS.search(text))]
    assert found == []


def test_every_command_has_its_module_and_shows_an_example() -> None:
    for name in COMMANDS:
        result = CliRunner().invoke(briefs, [name, "--help"])
        assert result.exit_code == 0, f"{name}: {result.output}"
        assert "Example" in result.output, name


def test_seeds_stand_as_they_were_received() -> None:
    import hashlib

    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").glob("*.txt")}
    assert digests == SEEDS


SEEDS: dict[str, str] = {
    "000_a9435ffdae30a657.txt": "62ae4173ab926a13dc11bb2e35b50135e25422b1e4d6ef34a0dd1169009ae656",
    "001_c79cfec5afc41c64.txt": "ed41338c4e77fec2cc3321849e522fc0081eb4b3fa4cd6c1f20807c645c9dfde",
    "002_b783bc559b77f486.txt": "31b15e4c381def008bdd99d68f9c5fe504426a4ed8414cad949f25fcc22e1d90",
    "003_0aa0120ff01d3381.txt": "195a25f2f95c83b5e69823dafb336da8c2567691e33b59e702484de953f2bca4",
    "004_5d783e43c1c428a3.txt": "1257e2d39978b6aaeca0cd6007709598d975f5c84220018cb75a4afac7dfd807",
}
