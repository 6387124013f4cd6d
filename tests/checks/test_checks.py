import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import generate
from generator.checks import check
from tests.dossier_of import dossier_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    generate(dossier_in(tmp_path))
    return tmp_path


def test_what_the_stages_write_holds(folder: Path) -> None:
    report = check(folder)
    assert report.problems == ()
    assert report.quotations > 20


def edit(folder: Path, name: str, change: Callable[[str], str]) -> None:
    path = folder / name
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, "the fault was not seeded"
    path.write_text(after, encoding="utf-8")


BRIEF = "docs/briefs/delta.md"
SOURCE = "docs/sources/harbour-news.md"
FAULTS: dict[str, tuple[str, Callable[[str], str], str]] = {
    "a word altered in a note": (BRIEF, lambda t: t.replace("[^1.1]: “President", "[^1.1]: “president"), "does not quote"),
    "a negation slipped into a cell": (BRIEF, lambda t: t.replace("| “… Birch welcomes", "| “… Birch never welcomes"), "does not stand in"),
    "a cell in another letter case": (BRIEF, lambda t: t.replace("| “… Birch welcomes", "| “… birch welcomes"), "does not stand in"),
    "a cell without citation": (BRIEF, lambda t: re.sub(r"(\| “… Birch welcomes[^\[|]*)\[\^[\d.]+\]", r"\1", t), "has no citation"),
    "a quoted statement without citation": (BRIEF, lambda t: re.sub(r"(\| “[^”]*”)(?:\[\^[\d.]+\])+", r"\1", t), "has no citation"),
    "a figure altered in a claim": (BRIEF, lambda t: t.replace("300 tonnes of grain”[^1.2]", "3000 tonnes of grain”[^1.2]"), "does not stand in"),
    "words added to a note behind its quotation": (BRIEF, lambda t: t.replace("300 tonnes of grain.” — ", "300 tonnes of grain.” in a way.” — "), "does not quote"),
    "a citation to nothing": (BRIEF, lambda t: t.replace("[^1.1]", "[^9.9]", 1), "citation 9.9 has no note"),
    "a key point without citation": (BRIEF, lambda t: re.sub(r"(1\. Alder supports[^\[]*)\[\^1\.1\]", r"\1", t), "has no citation"),
    "a link to no file": (BRIEF, lambda t: t.replace("compare/coverage.md", "compare/nowhere.md"), "leads nowhere"),
    "a link to no anchor": (BRIEF, lambda t: t.replace("harbour-news.md#s1)", "harbour-news.md#s99)"), "has no anchor s99"),
    "a note without its source": (BRIEF, lambda t: re.sub(r"(\[\^1\.2\]: .*)sources/harbour-news\.md#s2", r"\1index.md", t), "no quotation or no source"),
    "a note cited nowhere": (BRIEF, lambda t: t + "\n[^2.9]: “x” — y [z](../sources/river-post.md#s1)\n", "is cited nowhere"),
    "a passage altered on a source page": (SOURCE, lambda t: t.replace(">She stressed", ">She denied"), "does not stand in the source"),
    "passages in another order": (SOURCE, lambda t: t.replace('id="s2"', 'id="sX"').replace('id="s1"', 'id="s2"').replace('id="sX"', 'id="s1"'), "does not quote"),
    "a seed changed since": ("seeds/harbour.txt", lambda t: t.replace("300", "400"), "has changed since"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_found(folder: Path, fault: str) -> None:
    name, change, said = FAULTS[fault]
    edit(folder, name, change)
    assert any(said in problem.what for problem in check(folder).problems), check(folder).problems
