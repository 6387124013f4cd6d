"""Notes of briefs that cite very much: they find their place, and a print that cannot be set costs itself alone."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from generator.cli import briefs
from generator.messages.problems import DossierError, Problem
from generator.prints import documents, noting, print_all, prints, typesetting, worker
from generator.prints.documents import Document, PrintOptions
from generator.prints.noting import MOST_NOTES
from generator.prints.typesetting import NotSetError
from generator.quotations.pdf import LINE_BREAK, pdf_texts
from generator.site.building import build_all, build_site
from tests.dossier_of import FILES, dossier_in

WORDS = "the port will open again said grain levy harbour minister talks sign accord river six berths on to of".split()
SOURCE = "---\nsource: {id: s, number: 1, name: Birch Gazette, sha256: '00'}\n---\n"


def words(random: Random, letters: int) -> str:
    text = ""
    while len(text) < letters:
        text += f"{random.choice(WORDS)} "
    return text.strip()


def page(points: list[int], note: int, table: int = 0) -> str:
    """A brief with points that cite so many notes each, of so many letters, and a table of one cell that cites many."""
    random = Random(7)
    labels = iter(range(1, 10_000))
    cited: list[int] = []

    def citing(count: int) -> str:
        new = [next(labels) for _ in range(count)]
        cited.extend(new)
        return words(random, 150) + "".join(f"[^1.{label}]" for label in new)

    body = "\n".join(f"- {citing(count)}" for count in points)
    if table:
        body += f"\n\n| | Says |\n| - | - |\n| Birch | {citing(table)} |\n"
    notes = "\n".join(f"[^1.{n}]: N{n}. {words(random, note)} · [Gazette](../sources/s.md#s1)" for n in cited)
    return f"---\ntitle: Levies\nbrief: {{id: a, number: 1}}\n---\n\n## Bottom line\n\n{body}\n\n{notes}\n"


def document(folder: Path, text: str) -> Document:
    for name, content in {"briefs/a.md": text, "sources/s.md": SOURCE}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return prints.documents_of(folder, ["a"], PrintOptions())[0]


MANY = {
    "more at a few points than a page holds": ([8, 11, 7], 420, 0),
    "a point with very many short ones": ([60], 60, 0),
    "many points, each with what a page would hold": ([4] * 12, 400, 0),
    "many points with one long note each": ([1] * 12, 1_200, 0),
    "a note longer than a page": ([1, 1], 9_000, 0),
    "points and then a cell that cites hundreds": ([8, 11, 7], 420, 200),
}


@pytest.mark.long
@pytest.mark.parametrize("name", MANY)
def test_very_many_notes_find_their_place(name: str, tmp_path: Path) -> None:
    points, note, table = MANY[name]
    made = worker.outcome(document(tmp_path, page(points, note, table)))
    assert made.problems == made.notes == ()
    file = tmp_path / "a.pdf"
    file.write_bytes(made.data)
    text = "\n".join(pdf_texts(PdfReader(file))).replace(LINE_BREAK, " ")
    noted = [text.count(f"N{number}. ") for number in range(1, sum(points) + table + 1)]
    # No note stands twice; as many stand as a brief has at most, beginning with the first of each point.
    assert max(noted) == 1
    assert min(len(points), MOST_NOTES) <= sum(noted) <= MOST_NOTES


def test_without_a_bound_at_the_foot_the_engine_would_find_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "with_few_notes", lambda blocks: blocks)
    given = document(tmp_path, page(*MANY["many points, each with what a page would hold"]))
    (brief,) = given.data["briefs"]
    brief["blocks"] = noting.place_notes(brief["blocks"], brief["notes"], at_foot=1_000_000)
    with pytest.raises(NotSetError):
        typesetting._typeset(given)
    # So all of them stand below what cites them, and this is told.
    made = worker.outcome(given)
    assert made.problems == ()
    assert made.pages > 1
    (note,) = made.notes
    assert f"{tmp_path.name}/briefs/a.md:1:1: its notes stand below what cites them: at the foot of" in str(note)


@pytest.fixture
def delta_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine cannot set one of the briefs."""
    set_it = worker.typeset

    def typeset(document: Document) -> Any:
        if document.id == "delta":
            raise NotSetError([Problem("docs/briefs/delta.md", 1, 1, "the typesetter says: no", "shorten it")])
        return set_it(document)

    monkeypatch.setattr(worker, "typeset", typeset)


@pytest.mark.usefixtures("delta_unset")
def test_a_print_that_cannot_be_set_costs_itself_and_not_the_site(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    for _ in range(2):  # the second time nothing is set again, and it is told again
        with pytest.raises(DossierError, match=re.escape("docs/briefs/delta.md:1:1: the typesetter says: no")):
            build_site(tmp_path)
        site = tmp_path / "site"
        assert sorted(path.name for path in (site / "print").glob("*.pdf")) == ["dossier.pdf"]
        assert "PDF (could not be set)" in (site / "briefs/delta.html").read_text("utf-8")
        assert "print/delta.pdf" not in (site / "briefs/delta.html").read_text("utf-8")
        assert 'print/dossier.pdf">All briefs as one PDF (' in (site / "index.html").read_text("utf-8")


@pytest.mark.long
def test_a_print_that_could_be_set_before_goes_with_its_page(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    build_site(dossier_in(tmp_path))
    assert (tmp_path / "site/print/delta.pdf").is_file()
    request.getfixturevalue("delta_unset")
    dossier_in(tmp_path, delta_yml=FILES["briefs/delta.yml"].replace("title: The delta", "title: The great delta"))
    assert build_all(tmp_path)[1]
    assert not (tmp_path / "site/print/delta.pdf").exists()


@pytest.mark.usefixtures("delta_unset")
def test_the_other_prints_are_written(tmp_path: Path) -> None:
    build_all(dossier_in(tmp_path))
    made = print_all(tmp_path, Path("docs"), Path("out"))
    assert [(one.id, bool(one.faults), one.file.exists()) for one in made] == [
        ("delta", True, False),
        ("dossier", False, True),
    ]


@pytest.mark.usefixtures("delta_unset")
@pytest.mark.parametrize(("command", "told"), [("build", "index.html is up to date."), ("print", "dossier.pdf: ")])
def test_the_command_says_what_was_made_and_fails(command: str, told: str, tmp_path: Path) -> None:
    build_all(dossier_in(tmp_path))
    result = CliRunner().invoke(briefs, ["-C", str(tmp_path), command])
    assert told in result.output
    assert isinstance(result.exception, DossierError)


def test_templates_hand_no_brief_from_function_to_function() -> None:
    # The engine reads through what a function is given at each call: with a brief, time grows with its length squared.
    text = (typesetting.templates() / "parts.typ").read_text("utf-8")
    assert set(re.findall(r"([\w-]+)\(brief\b(?! =>|\.)", text)) <= {"brief-title", "brief-body"}
