"""What stands around a dossier and is not as it should be: told by file and line, and nothing of before is lost."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from generator.build import generate
from generator.cli import main
from generator.messages.faults import REPORT, refusal, require_writable
from generator.messages.problems import DossierError
from generator.pages.page import Page
from generator.pages.write import write
from generator.site.building import build_site
from generator.site.complaints import complaints
from generator.site.swap import MANIFEST, atomic_replace
from tests.conftest import Case
from tests.dossier_of import dossier_in


def put(docs: Path, case: dict[str, Any]) -> None:
    path = docs / case["name"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if "link" in case:
        path.symlink_to(case["link"])
    elif "pipe" in case:
        os.mkfifo(path)
    else:
        path.write_bytes(bytes.fromhex(case["bytes"]) if "bytes" in case else case["text"].encode())
    if "also" in case:
        (docs / case["also"]).write_text("# Also mine", encoding="utf-8")


@pytest.mark.cases("faults/docs.yml")
def test_what_must_not_be_published_is_told_and_nothing_is_written(tmp_path: Path, case: Case) -> None:
    docs = dossier_in(tmp_path) / "docs"
    put(docs, case.content)
    before = sorted(path.relative_to(docs) for path in docs.glob("*"))
    with pytest.raises(DossierError) as error:
        generate(tmp_path)
    case.tells(str(error.value), "says")
    assert sorted(path.relative_to(docs) for path in docs.glob("*")) == before


@pytest.mark.cases("faults/templates.yml")
def test_a_fault_of_a_template_is_told_at_its_line(tmp_path: Path, case: Case) -> None:
    own = dossier_in(tmp_path) / "templates" / "pages" / "index.md"
    own.parent.mkdir(parents=True)
    own.write_text(f"# Own\n\n{case.content['text']}\n", encoding="utf-8")
    with pytest.raises(DossierError) as error:
        generate(tmp_path)
    case.tells(str(error.value), "says", first=True)


def test_a_complaint_of_the_site_builder_is_told_at_the_line_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "own.md").write_text("# Own\n\nSee [x](nowhere.md).\n", encoding="utf-8")
    said = ["Doc file 'own.md' contains a link 'nowhere.md', but the target is not found among documentation files."]
    (problem,) = complaints(tmp_path, said, ValueError("x"))
    assert (problem.file, problem.line) == ("docs/own.md", 3)


def test_pictures_and_fonts_of_the_dossier_are_copied_byte_for_byte_and_go_again(tmp_path: Path) -> None:
    own = dossier_in(tmp_path) / "templates" / "assets" / "images" / "mark.png"
    own.parent.mkdir(parents=True)
    own.write_bytes(bytes(range(256)))
    (own.parent / ".hidden").write_bytes(b"x")
    generate(tmp_path)
    copied = tmp_path / "docs" / "assets" / "images"
    assert [path.name for path in copied.iterdir()] == ["mark.png"]
    assert (copied / "mark.png").read_bytes() == bytes(range(256))
    own.unlink()
    generate(tmp_path)
    assert not copied.exists()


def test_what_must_not_be_copied_from_templates_is_told_all_at_once(tmp_path: Path) -> None:
    own = dossier_in(tmp_path) / "templates" / "assets"
    own.mkdir(parents=True)
    (own / "a.css").write_bytes(b"a {}\n\xff")
    (own / "b.md").write_text("# B", encoding="utf-8")
    os.mkfifo(own / "c.png")
    (own / "d.svg").symlink_to(tmp_path.parent)
    with pytest.raises(DossierError) as error:
        generate(tmp_path)
    assert [str(problem).partition(". Mend")[0] for problem in error.value.problems] == [
        "templates/assets/a.css:2:1: the byte at offset 5 (0xff) is not UTF-8",
        "templates/assets/b.md:1:1: a Markdown file would become a page of the site",
        "templates/assets/c.png:1:1: `c.png` is not a regular file",
        "templates/assets/d.svg:1:1: `d.svg` is a link that leads out of its folder",
    ]
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize("name", ["pages/index.md", "macros.md", "print/own.typ", "sections", "assets", "print"])
def test_a_link_below_templates_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    folder = dossier_in(tmp_path / "dossier")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "brief.typ").write_text('#read("brief.typ")', encoding="utf-8")
    link = folder / "templates" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "outside", target_is_directory=True)
    with pytest.raises(DossierError) as error:
        generate(folder)
    assert str(error.value).startswith(f"templates/{name}:1:1: `{link.name}` is a link that leads out of the dossier")
    assert not (folder / "docs").exists()


def test_a_link_below_templates_within_the_dossier_is_followed(tmp_path: Path) -> None:
    own = dossier_in(tmp_path) / "templates" / "pages" / "index.md"
    own.parent.mkdir(parents=True)
    (own.parent / "mine.md").write_text("# Mine\n", encoding="utf-8")
    own.symlink_to("mine.md")
    generate(tmp_path)
    assert "# Mine" in (tmp_path / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["briefs", "seeds", "docs", "templates", "site", "build", ".cache"])
def test_a_folder_of_the_dossier_that_is_a_link_out_of_it_is_refused(tmp_path: Path, name: str) -> None:
    folder, outside = dossier_in(tmp_path / "dossier"), tmp_path / "outside"
    if (folder / name).is_dir():
        (folder / name).rename(outside)
    else:
        outside.mkdir()
    (folder / name).symlink_to(outside, target_is_directory=True)
    before = sorted(outside.rglob("*"))
    with pytest.raises(DossierError, match=f"^{name}:1:1: `{name}` is a link that leads out of the dossier"):
        build_site(folder)
    assert sorted(outside.rglob("*")) == before


def test_a_party_that_is_not_compared_has_its_page_too(tmp_path: Path) -> None:
    small = dossier_in(tmp_path) / "briefs" / "dossier.yml"
    small.write_text(small.read_text("utf-8").replace("[alder, birch]", "[alder]"), "utf-8")
    generate(tmp_path)
    assert "../compare/parties/birch.md" in (tmp_path / "docs" / "entities" / "birch.md").read_text("utf-8")
    assert (tmp_path / "docs" / "compare" / "parties" / "birch.md").exists()


def test_a_file_where_the_site_must_be_is_told_before_any_work(tmp_path: Path) -> None:
    (dossier_in(tmp_path) / "site").write_text("x", encoding="utf-8")
    with pytest.raises(DossierError, match=r"site:1:1: a folder is needed here"):
        build_site(tmp_path)
    assert not (tmp_path / "docs").exists()


def test_a_run_that_was_killed_leaves_nothing_behind(tmp_path: Path) -> None:
    gone = 2**22 + 1  # above the greatest number that Linux gives to a process
    write([Page("briefs/a.md", "old\n")], tmp_path)
    (tmp_path / "briefs" / f".a.md.{gone}.new").write_text("half", encoding="utf-8")
    (tmp_path / "briefs" / ".mine.new").write_text("mine", encoding="utf-8")
    # Killed after a page was written and before its last step:
    known = json.loads((tmp_path / ".generated.json").read_bytes())
    (tmp_path / ".generated.json").write_text(json.dumps(known | {"briefs/b.md": "0" * 64}), encoding="utf-8")
    (tmp_path / "briefs" / "b.md").write_text("of the killed run\n", encoding="utf-8")
    write([Page("briefs/a.md", "new\n"), Page("briefs/b.md", "b\n")], tmp_path)
    assert sorted(path.name for path in (tmp_path / "briefs").iterdir()) == [".mine.new", "a.md", "b.md"]
    assert (tmp_path / "briefs" / "b.md").read_text(encoding="utf-8") == "b\n"


def test_a_list_of_our_pages_that_was_tampered_with_deletes_nothing_outside(tmp_path: Path) -> None:
    docs, outside = tmp_path / "docs", tmp_path / "outside.txt"
    docs.mkdir()
    outside.write_bytes(b"x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    (docs / ".generated.json").write_text(
        json.dumps({"../outside.txt": digest, str(outside): digest}), encoding="utf-8"
    )
    write([Page("a.md", "a\n")], docs)
    assert outside.exists()


def test_what_the_system_refuses_is_a_problem_of_its_file(tmp_path: Path) -> None:
    error = OSError(28, "No space left on device", str(tmp_path / "docs" / "a.md"))
    told = str(refusal(error, tmp_path))
    assert told == (
        "docs/a.md:1:1: the system says: no space left on device."
        " Mend: make room on the disk, and run the command again."
    )


def test_a_copy_for_which_there_is_no_room_is_told_by_where_it_was_to_go(tmp_path: Path) -> None:
    error = OSError(28, "No space left on device", "/elsewhere/a.js", None, str(tmp_path / "site" / "a.js"))
    assert str(refusal(error, tmp_path)).startswith("site/a.js:1:1: the system says")


def test_a_file_where_a_folder_must_be_is_told_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("x", encoding="utf-8")
    with pytest.raises(DossierError, match="a folder is needed here"):
        require_writable(tmp_path / "docs")


def test_a_fault_of_the_program_is_told_without_a_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*given: object, **named: object) -> None:
        raise ZeroDivisionError("an invented fault")

    monkeypatch.setattr("generator.build.publication", failing)
    monkeypatch.setattr("sys.argv", ["briefs", "-C", str(tmp_path), "generate"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert "ZeroDivisionError: an invented fault" in told
    assert "Traceback" not in told
    assert "Traceback" in (tmp_path / REPORT).read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["7", "[[]]", "{", "null", ""])
def test_a_broken_list_of_what_was_built_keeps_a_file_that_is_not_ours(tmp_path: Path, content: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "mine.txt").write_text("mine", encoding="utf-8")
    (site / MANIFEST).write_text(content, encoding="utf-8")
    with atomic_replace(site) as new:
        (new / "index.html").write_text("new", encoding="utf-8")
    assert (site / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert (site / "index.html").exists()
