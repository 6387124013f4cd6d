"""Names: what is left to rename stands in tests/cases/names/left.yml, and that list may only shrink."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Case

PROGRAM = Path(__file__).parent.parent / "generator"
# Participles that do not end in *ed* or *ing*, as far as they are no nouns or verbs as well.
IRREGULAR = frozenset(
    "said told made done known seen found given taken gone written shown held kept left met hidden spoken begun broken "
    "built bought brought chosen drawn driven fallen felt fought got grown heard laid led lent lost meant sent spent "
    "stood struck thought thrown understood won bound".split()
)
# Words in *ing* that are nouns.
NOUNS = frozenset("heading opening wording ruling closing beginning meaning reading string thing".split())


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PROGRAM.rglob("*.py")):
        yield path.relative_to(PROGRAM).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def is_participle(name: str) -> bool:
    word = name.strip("_")
    return word in IRREGULAR or (word not in NOUNS and re.fullmatch("[a-z]+(?:ed|ing)", word) is not None)


def bare_participles() -> list[str]:
    """Functions that are called by a participle alone; a property tells what its object is, and may be."""
    return [
        f"{file}: {node.name}"
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and is_participle(node.name)
        if not any("property" in ast.unparse(decorator) for decorator in node.decorator_list)
    ]


def uses_of_one() -> dict[str, int]:
    """How often each part of the program calls something `one`."""
    counts: Counter[str] = Counter()
    for file, tree in trees():
        names = (node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
        names_given = (node.arg for node in ast.walk(tree) if isinstance(node, ast.arg))
        counts[file.split("/")[0]] += [*names, *names_given].count("one")
    return {part: count for part, count in sorted(counts.items()) if count}


def public_names_defined_twice() -> dict[str, list[str]]:
    """Public classes and functions that stand at the top of several modules, with these; commands share one name."""
    places: dict[str, list[str]] = defaultdict(list)
    for file, tree in trees():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(file)
    kinds = re.compile(r"briefs/sections/\w+/section\.py|commands/\w+\.py")
    apart = {name: [file for file in files if not kinds.fullmatch(file)] for name, files in places.items()}
    return {name: files for name, files in sorted(apart.items()) if len(files) > 1}


LEFT = {
    "bare participles": bare_participles,
    "uses of one": uses_of_one,
    "public names defined twice": public_names_defined_twice,
}


@pytest.mark.cases("names/left.yml")
def test_what_is_left_to_rename_only_shrinks(case: Case) -> None:
    found, listed = LEFT[case.content["of"]](), case.content["expect"]
    if isinstance(found, list):
        grown: object = sorted(set(found) - set(listed))
    else:
        grown = {name: value for name, value in found.items() if size(value) > size(listed.get(name, 0))}
    assert not grown, f"name these otherwise: {grown}"
    case.holds(found)


def size(value: int | list[str]) -> int:
    return value if isinstance(value, int) else len(value)
