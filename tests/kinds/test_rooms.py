"""A kind of section is one room: a folder that is added is enough, and one that lacks something is told by what."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from generator.kinds.kinds import kinds, read
from generator.messages.problems import DossierError
from tests.conftest import CASES, Case
from tests.dossier_of import FILES, dossier_in

ROOT = Path(__file__).parent.parent.parent
ROOMS = CASES / "kinds" / "rooms"
WRITTEN = """\
title: The table
question: Who meets whom?
concepts: [delta, works]
name_cards: [ana-moreau, delta-treaty]
open_questions:
  - text: When does the railway open?
    evidence:
      - source: river-post
        quote: reopen the old railway by autumn
points_to_make:
  - text: Three hundred tonnes.
    evidence:
      - source: harbour-news
        quote: Alder will buy 300 tonnes of grain
if_raised:
  - text: The treaty stands.
    evidence:
      - source: delta-times
        quote: under the Delta Treaty
"""


@pytest.mark.cases("kinds/lacking.yml")
def test_a_room_that_lacks_something_is_told_by_what_it_lacks(case: Case, tmp_path: Path) -> None:
    change = case.content
    rooms = shutil.copytree(ROOMS, tmp_path / "sections")
    declaration = rooms / "open_questions" / "kind.yml"
    if "take" in change:
        (rooms / "open_questions" / change["take"]).unlink()
    elif "text" in change:
        declaration.write_text(change["text"], encoding="utf-8")
    else:
        value = yaml.safe_load(declaration.read_text(encoding="utf-8")) | change.get("put", {})
        value.pop(change.get("without"), None)
        declaration.write_text(yaml.safe_dump(value), encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        read(rooms)
    case.tells(str(caught.value), "says")


def test_all_that_rooms_lack_is_told_at_once(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes.txt").write_text("not a room yet", encoding="utf-8")
    # What a room left behind that went is none.
    (tmp_path / "third" / "__pycache__").mkdir(parents=True)
    with pytest.raises(DossierError) as caught:
        read(tmp_path)
    assert len(caught.value.problems) == 6


def test_a_folder_that_python_cannot_name_is_told(tmp_path: Path) -> None:
    shutil.copytree(ROOMS / "name_cards", tmp_path / "name-cards")
    with pytest.raises(DossierError, match="`name-cards` is not a name of Python"):
        read(tmp_path)


def test_the_rooms_of_the_cases_are_whole_and_read_in_their_order() -> None:
    assert list(read(ROOMS)) == ["open-questions", "name-cards"]


def test_no_kind_but_the_one_of_the_home_page_is_named_outside_its_room() -> None:
    """A name that another module or template knew would be a place to touch when a kind is added."""
    names = re.compile("|".join(rf'["\']{name}["\']' for name in kinds() if "-" in name))
    files = [*(ROOT / "generator").rglob("*.py"), *(ROOT / "templates").rglob("*.md")]
    outside = [path for path in files if "sections" not in path.relative_to(ROOT).parts]
    assert len(outside) > 200
    found = {(path.name, name) for path in outside for name in names.findall(path.read_text(encoding="utf-8"))}
    assert found == {("index.md", '"key-points"')}
    styles = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.css")]
    assert [name for name in kinds() for style in styles if re.search(rf"#{name}\b", style)] == []


class Program:
    """The program as it is, with what the test adds to it, and a dossier."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        left_out = shutil.ignore_patterns("__pycache__", "cases", "dossiers", "labels")
        for name in ("generator", "templates", "tests", "briefs", "seeds", "docs/guide"):
            shutil.copytree(ROOT / name, folder / name, ignore=left_out)
        (folder / "tests" / "cases").mkdir()
        shutil.copy(ROOT / "pyproject.toml", folder)
        self.rooms = folder / "generator" / "briefs" / "sections"
        self.dossier = folder / "dossier"

    def run(self, *arguments: str, code: int = 0, dossier: Path | None = None) -> str:
        call = "from generator.cli import main; main()"
        folder = str(dossier or self.dossier)
        return self.python("-c", call, "-C", folder, *arguments, code=code)

    def python(self, *arguments: str, code: int = 0) -> str:
        # What the outer run of pytest was told (`--maxfail`, say) is not meant for the inner one.
        outer = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        environment = {**outer, "PYTHONPATH": str(self.folder), "COLUMNS": "200"}
        done = subprocess.run(
            [sys.executable, *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, done.stdout + done.stderr
        return " ".join((done.stdout + done.stderr).split())

    def page(self, name: str) -> str:
        return (self.dossier / "docs" / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program with two kinds more, each a folder and nothing else, and pages made by it."""
    made = Program(tmp_path_factory.mktemp("program"))
    shutil.copytree(ROOMS, made.rooms, dirs_exist_ok=True)
    dossier_in(made.dossier)
    settings = FILES["briefs/dossier.yml"].replace("briefs: [delta]", "briefs: [delta, table]")
    (made.dossier / "briefs" / "dossier.yml").write_text(settings, encoding="utf-8")
    (made.dossier / "briefs" / "table.yml").write_text(WRITTEN, encoding="utf-8")
    (made.dossier / "briefs" / "agenda.yml").write_text("items: [{brief: table}]\n", encoding="utf-8")
    made.run("generate")
    return made


def test_what_is_added_stands_on_its_page_in_its_place(program: Program) -> None:
    page = program.page("briefs/table.md")
    assert re.findall(r"^## .*$", page, re.MULTILINE) == [
        "## Bottom line { #key-points }",
        "## Points to make { #points-to-make }",
        "## Still open { #open-questions }",
        "## If raised { #if-raised }",
        "## At a glance { #at-a-glance }",
        "## In their words { #claims .screen }",
        "## Name cards { #name-cards }",
        "## See also { #related .screen }",
        "## Sources of this brief { #sources }",
    ]
    assert "1. When does the railway open? [^2.2]" in page
    assert "- **Ana Moreau**[^1.1][^2.1]" in page
    assert " · [What is open](#open-questions) · " in page


@pytest.mark.long
def test_what_is_added_is_explained(program: Program) -> None:
    told = program.run("explain", "by autumn")
    assert "The table, open questions: it shows that a question is open (docs/briefs/table.md#open-questions)" in told
    told = program.run("explain", "President Ana Moreau told reporters")
    assert "The table, name cards: it names somebody at the table (docs/briefs/table.md#name-cards)" in told


def test_what_is_added_leads_back_from_sources_and_names(program: Program) -> None:
    assert "[open questions 1](../briefs/table.md#open-questions)" in program.page("sources/river-post.md")
    assert "[name cards: Ana Moreau](../briefs/table.md#name-cards)" in program.page("sources/harbour-news.md")
    assert "[name cards: Ana Moreau](../briefs/table.md#name-cards)" in program.page("entities/ana-moreau.md")


@pytest.mark.long
def test_what_is_added_is_checked(program: Program, tmp_path: Path) -> None:
    dossier = shutil.copytree(program.dossier, tmp_path / "dossier")
    program.run("check", dossier=dossier)
    page = dossier / "docs" / "briefs" / "table.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("railway open? [^2.2]", "railway open?"), encoding="utf-8")
    assert re.search(r"table\.md:\d+:1: this line has no citation", program.run("check", code=1, dossier=dossier))


@pytest.mark.long
def test_what_is_added_is_held_against_the_dossier(program: Program, tmp_path: Path) -> None:
    dossier = shutil.copytree(program.dossier, tmp_path / "dossier")
    brief = dossier / "briefs" / "table.yml"
    brief.write_text(WRITTEN.replace("[ana-moreau, ", "[ana-moro, "), encoding="utf-8")
    told = program.run("generate", code=1, dossier=dossier)
    assert "briefs/table.yml:4:14: there is no entity `ana-moro` in briefs/entities.yml" in told
    brief.write_text(WRITTEN.replace("source: river-post", "source: river-mail"), encoding="utf-8")
    assert "there is no source `river-mail`" in program.run("generate", code=1, dossier=dossier)
    brief.write_text(WRITTEN + "sections: [positions]\n", encoding="utf-8")
    told = program.run("status", dossier=dossier)
    assert "`open_questions` is not published: `sections` does not name `open-questions`" in told


@pytest.mark.long
def test_what_is_added_hangs_on_its_sources(program: Program) -> None:
    told = program.run("status", "--without", "river-post")
    assert "loses its only support: open question 1, “When does the railway open?” (2.2)" in told
    told = program.run("status", "--without", "delta-times")
    assert "loses its only support: name card, “Delta Treaty” (3.1)" in told


@pytest.mark.long
def test_what_is_added_goes_into_the_pack_for_the_meeting(program: Program, tmp_path: Path) -> None:
    program.run("print", "--meeting", "--out", str(tmp_path))
    (pdf,) = tmp_path.glob("*.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
    heads = [line for line in text.splitlines() if line in {"Points to make", "Still open", "If raised", "Name cards"}]
    assert heads == ["Points to make", "Still open", "If raised"]


@pytest.mark.long
def test_what_is_added_is_written_into_the_schema_and_the_guide(program: Program) -> None:
    held = ["-m", "pytest", "-p", "no:cacheprovider", "-n", "0", "tests/dossier/test_schemas.py"]
    held += ["tests/dossier/test_guide.py", "-k", "kind_of_section or kinds_of_section"]
    assert "2 failed" in program.python(*held, code=1)
    program.python(*held, "--update-cases")
    assert "2 passed" in program.python(*held)
    schema = json.loads((program.folder / "generator/schemas/brief.json").read_text(encoding="utf-8"))["properties"]
    assert schema["sections"]["items"]["enum"][2:4] == ["points-to-make", "open-questions"]
    assert schema["name_cards"]["title"] == "Name cards"
    guide = (program.folder / "docs/guide/briefs.md").read_text(encoding="utf-8")
    assert "| `name-cards`, by default | Who sits at the table. | `name_cards`: Ids of entities. |\n" in guide


@pytest.mark.long
def test_a_template_of_the_dossier_wins(program: Program, tmp_path: Path) -> None:
    dossier = shutil.copytree(program.dossier, tmp_path / "dossier")
    own = dossier / "templates" / "sections"
    own.mkdir(parents=True)
    (own / "name-cards.md").write_text("## Our cards { #name-cards }\n\n", encoding="utf-8")
    (own / "at-a-glance.md").write_text("## Our positions { #at-a-glance }\n\n", encoding="utf-8")
    program.run("generate", dossier=dossier)
    page = (dossier / "docs" / "briefs" / "table.md").read_text(encoding="utf-8")
    assert "## Our cards { #name-cards }" in page
    assert "## Our positions { #at-a-glance }" in page
    assert "## Still open { #open-questions }" in page


@pytest.mark.long
def test_a_room_without_a_maker_or_with_a_broken_template_is_told(program: Program, tmp_path: Path) -> None:
    broken = Program(tmp_path / "program")
    room = shutil.copytree(ROOMS / "name_cards", broken.rooms / "name_cards")
    dossier_in(broken.dossier)
    maker = room / "section.py"
    text = maker.read_text(encoding="utf-8")
    maker.write_text(text.replace("def make(", "def build("), encoding="utf-8")
    told = broken.run("generate", code=1)
    assert told.startswith(
        "sections/name_cards/section.py:1:1: the section kind `name-cards` has no maker. Mend: define"
    )
    maker.write_text(f"{text}\n\nmake_last = make\n", encoding="utf-8")
    assert "the section kind `name-cards` has two makers" in broken.run("generate", code=1)
    maker.write_text(text, encoding="utf-8")
    (room / "section.md").write_text("{% if %}", encoding="utf-8")
    (broken.dossier / "briefs" / "delta.yml").write_text(WRITTEN.partition("open_questions")[0], encoding="utf-8")
    assert "sections/name_cards/section.md:1:1: this template fails" in broken.run("generate", code=1)
    (room / "kind.yml").unlink()
    assert "the section kind `name-cards` has no `kind.yml`" in broken.run("generate", code=1)
    assert not (broken.dossier / "docs").exists()
