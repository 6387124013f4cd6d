from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import briefs
from generator.commands import add
from generator.commands.new import start
from generator.messages.problems import BriefingError
from generator.readers import writing
from generator.sources import load

TEXT = "Talks in Birch City\n\nPresident Ana Moreau said on Thursday that Alder will build a railway to Birch City.\n"
PAGE = """<html lang="en"><head><title>Talks</title><meta property="og:site_name" content="Test Wire">
<meta property="article:published_time" content="2031-04-09"></head><body><article>
<p>President Ana Moreau met the ministers of Birch and spoke with them about the railway and the fisheries.</p>
<p class="author">By Jane Doe</p>
<p>The second paragraph is long enough to be one of the article, and says nothing else.</p></article></body></html>"""

Run = Callable[..., Result]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    start(tmp_path / "dossier")
    return tmp_path / "dossier"


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_bytes(TEXT.encode())
    return tmp_path / "wire.txt"


@pytest.fixture
def run(dossier: Path) -> Run:
    def run(*arguments: object, answers: str | None = None) -> Result:
        command = ["-C", str(dossier), "add", *map(str, arguments)]
        return CliRunner().invoke(briefs, command, input=answers, catch_exceptions=True)

    return run


def files(dossier: Path) -> dict[str, bytes]:
    return {path.relative_to(dossier).as_posix(): path.read_bytes() for path in dossier.rglob("*") if path.is_file()}


def listing(dossier: Path) -> str:
    return (dossier / "seeds/sources.yml").read_text(encoding="utf-8")


def refused(result: Result) -> str:
    assert isinstance(result.exception, BriefingError), result.output
    return str(result.exception)


def test_a_text_is_taken_in_with_what_is_given(run: Run, dossier: Path, wire: Path) -> None:
    before = listing(dossier)
    given = (
        "--id",
        "test-wire-2031-04-09",
        "--publisher",
        "Test Wire",
        "--date",
        "2031-04-09",
        "--kind",
        "news report",
    )
    result = run(wire, *given)
    assert result.exit_code == 0, result.output
    assert (dossier / "seeds/test-wire-2031-04-09.txt").read_bytes() == TEXT.encode()
    assert listing(dossier) == before + (
        "\ntest-wire-2031-04-09:\n  file: test-wire-2031-04-09.txt\n  publisher: Test Wire\n"
        "  issued: '2031-04-09'\n  event: visit\n  kind: news report\n"
    )
    assert result.stdout == (
        "test-wire-2031-04-09: seeds/test-wire-2031-04-09.txt\n"
        f"Listed in seeds/sources.yml. Next: briefs -C {dossier} build\n"
    )
    (source,) = load(dossier)[1]
    assert (source.publisher, source.issued, source.known["publisher"].how) == ("Test Wire", "2031-04-09", "given")


def test_without_a_terminal_what_is_only_inferred_is_not_stated(run: Run, dossier: Path, wire: Path) -> None:
    assert run(wire).exit_code == 0
    (source,) = load(dossier)[1]
    assert (source.id, source.title, source.publisher, source.issued) == ("wire", None, None, None)


def test_with_yes_what_is_inferred_is_taken_and_marked(run: Run, dossier: Path, wire: Path) -> None:
    assert run(wire, "--yes").exit_code == 0
    (source,) = load(dossier)[1]
    assert (source.title, source.known["title"].how) == ("Talks in Birch City", "inferred")


def test_a_page_keeps_its_original_and_what_it_states(run: Run, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    result = run(tmp_path / "page.html", "--json")
    (added,) = json.loads(result.stdout)["added"]
    assert (added["id"], added["original"]) == ("test-wire-2031-04-09", "originals/test-wire-2031-04-09.html")
    assert added["known"]["issued"] == "stated: article:published_time of the page"
    assert (dossier / "seeds" / added["original"]).read_text(encoding="utf-8") == PAGE
    (source,) = load(dossier)[1]
    assert source.text.startswith("President Ana Moreau met the ministers")
    assert source.original == "seeds/originals/test-wire-2031-04-09.html"


def test_how_an_encoding_is_known_is_written_down(run: Run, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_bytes("Moreau à Birch, déjà vu".encode("utf-16"))
    assert run(tmp_path / "wire.txt").exit_code == 0
    assert "    original: 'stated: the byte-order mark says UTF-16'" in listing(dossier)
    assert (dossier / "seeds/wire.txt").read_text(encoding="utf-8") == "Moreau à Birch, déjà vu"
    assert load(dossier)[1][0].text == "Moreau à Birch, déjà vu"


def test_several_texts_are_taken_in_together_with_ids_of_their_own(run: Run, dossier: Path, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.md").write_text(f"# Text {name}\n\nMoreau said {name * 20}.\n", encoding="utf-8")
    result = run(tmp_path / "a.md", tmp_path / "b.md", tmp_path / "c.md", "--publisher", "Test Wire")
    assert result.exit_code == 0, result.output
    assert [source.id for source in load(dossier)[1]] == ["test-wire", "test-wire-2", "test-wire-3"]
    assert [source.file for source in load(dossier)[1]] == [
        "seeds/test-wire.md", "seeds/test-wire-2.md", "seeds/test-wire-3.md",
    ]  # fmt: skip


def test_a_file_that_lies_in_seeds_already_is_only_listed(run: Run, dossier: Path) -> None:
    (dossier / "seeds/wire.txt").write_text(TEXT, encoding="utf-8")
    (dossier / "seeds/page.html").write_text(PAGE, encoding="utf-8")
    before = set(files(dossier))
    assert run(dossier / "seeds/wire.txt").exit_code == 0
    assert run("seeds/page.html", "--id", "page-text").exit_code == 0
    assert set(files(dossier)) - before == {"seeds/page-text.txt"}
    assert [(source.file, source.original) for source in load(dossier)[1]] == [
        ("seeds/wire.txt", None), ("seeds/page-text.txt", "seeds/page.html"),
    ]  # fmt: skip


def test_the_same_text_is_refused_and_named(run: Run, dossier: Path, wire: Path) -> None:
    assert run(wire, "--id", "first").exit_code == 0
    (dossier.parent / "copy.txt").write_text(TEXT.replace(" ", "\n  "), encoding="utf-8")
    before = files(dossier)
    told = refused(run(dossier.parent / "copy.txt"))
    assert f"{dossier.parent / 'copy.txt'}:1:1: the same text is here already as `first`. Mend: " in told
    assert files(dossier) == before
    assert run(dossier.parent / "copy.txt", "--allow-duplicate").exit_code == 0
    assert [source.id for source in load(dossier)[1]] == ["first", "copy"]


def test_two_equal_texts_in_one_call_are_refused(run: Run, dossier: Path, wire: Path) -> None:
    (dossier.parent / "copy.txt").write_text(TEXT, encoding="utf-8")
    before = files(dossier)
    assert f"the same text is here already as `{wire}`" in refused(run(wire, dossier.parent / "copy.txt"))
    assert files(dossier) == before


def test_a_near_duplicate_is_named_and_taken_in(run: Run, dossier: Path, wire: Path) -> None:
    assert run(wire, "--id", "first", "--origin", "press-release").exit_code == 0
    (dossier.parent / "near.txt").write_text(TEXT.replace("Thursday", "Friday"), encoding="utf-8")
    result = run(dossier.parent / "near.txt", "--json")
    assert "% of the wording of the shorter text is in first" in result.stderr
    (added,) = json.loads(result.stdout)["added"]
    assert added["like"][0]["source"] == "first"
    assert 0.5 <= added["like"][0]["share"] < 1
    assert "origin" not in added


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add, "on_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
def test_at_a_terminal_every_value_is_shown_with_how_it_is_known(run: Run, dossier: Path, wire: Path) -> None:
    result = run(wire, "--publisher", "Test Wire", answers="y\ny\n")
    assert (
        "title: Talks in Birch City (inferred: the first line stands alone, as a headline does). Take it?"
        in result.stderr
    )
    assert "  publisher  Test Wire\n" in result.stderr
    assert "  issued     not stated\n" in result.stderr
    assert "  title      Talks in Birch City  (inferred: the first line" in result.stderr
    assert result.stdout.startswith("test-wire: seeds/test-wire.txt\n")
    assert load(dossier)[1][0].title == "Talks in Birch City"


@pytest.mark.usefixtures("terminal")
def test_a_person_can_leave_out_what_is_inferred(run: Run, dossier: Path, wire: Path) -> None:
    assert run(wire, answers="n\ny\n").exit_code == 0
    assert load(dossier)[1][0].title is None


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("answers", ["y\nn\n", "y\n\n", "y\n", ""])
def test_nothing_is_written_without_a_yes(run: Run, dossier: Path, wire: Path, answers: str) -> None:
    before = files(dossier)
    assert run(wire, answers=answers).exit_code == 1
    assert files(dossier) == before


@pytest.mark.usefixtures("terminal")
def test_the_origin_of_a_near_duplicate_is_proposed(run: Run, dossier: Path, wire: Path) -> None:
    assert run(wire, "--id", "first", "--origin", "press-release", "--yes").exit_code == 0
    (dossier.parent / "near.txt").write_text(TEXT.replace("Thursday", "Friday"), encoding="utf-8")
    result = run(dossier.parent / "near.txt", answers="n\ny\ny\n")
    assert "origin: press-release, as of the text that it is like. Take it?" in result.stderr
    assert [source.origin for source in load(dossier)[1]] == ["press-release", "press-release"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--date", "2031-13-01"), ("--date", "yesterday"), ("--id", "../x"), ("--id", "Wire"),
        ("--url", "javascript:x"), ("--type", "news"), ("--language", "English"), ("--title", " "),
        ("--kind", "a\x07b"), ("--colour", "red"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_wrong_usage(run: Run, dossier: Path, wire: Path, arguments: tuple[str, ...]) -> None:
    before = files(dossier)
    result = run(wire, *arguments)
    assert result.exit_code == 2
    assert "\x07" not in result.stderr
    assert files(dossier) == before


def test_what_belongs_to_one_text_is_not_given_to_two(run: Run, wire: Path) -> None:
    assert run(wire, wire, "--id", "x").exit_code == 2
    assert run().exit_code == 2


def test_the_problems_of_all_texts_are_told_together_and_nothing_is_written(
    run: Run, dossier: Path, wire: Path
) -> None:
    (dossier.parent / "empty.txt").touch()
    (dossier.parent / "scan.pdf").write_bytes(b"%PDF-1.4 broken")
    before = files(dossier)
    told = refused(run(wire, dossier.parent / "empty.txt", dossier.parent / "scan.pdf", dossier.parent / "none.txt"))
    assert [line.partition(":1:1: ")[2].partition(" (")[0].partition(". Mend")[0] for line in told.splitlines()] == [
        "it is empty", "there is no such file", "it cannot be read as a PDF",
    ]  # fmt: skip
    assert files(dossier) == before


def test_an_id_or_event_that_cannot_be_is_told(run: Run, dossier: Path, wire: Path) -> None:
    assert run(wire, "--id", "first").exit_code == 0
    other = dossier.parent / "other.txt"
    other.write_text("Something else was said.", encoding="utf-8")
    before = files(dossier)
    assert "there is a source `first` already" in refused(run(other, "--id", "first"))
    mend = "write `visit`, if that is what you mean; or describe it under `events`"
    assert f"there is no event `vist`. Mend: {mend}" in refused(run(other, "--event", "vist"))
    (dossier / "seeds/Third.TXT").write_text("Not listed.", encoding="utf-8")
    assert "there is a file of this name already" in refused(run(other, "--id", "third"))
    (dossier / "seeds/Third.TXT").unlink()
    assert files(dossier) == before


def test_a_folder_that_is_no_dossier_is_told(tmp_path: Path, wire: Path) -> None:
    result = CliRunner().invoke(briefs, ["-C", str(tmp_path / "dossier" / "seeds"), "add", str(wire)])
    assert "this folder is not a dossier" in refused(result)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("old: {file: a.txt\n", "seeds/sources.yml:1:6: a `{` is not closed"),
        ("old:\n  file: a.txt\nold:\n  file: b.txt\n", "seeds/sources.yml:3:1: `old` stands twice"),
        ("- a\n", "this file is not a list of entries"),
        ("old: a\n", "seeds/sources.yml:1:1: `old` has no fields"),
        ("old:\n  file: a.txt\n", "there is no file `a.txt`"),
        ("{old: {file: wire.txt}}\n", "no entry can be put at the end of this file"),
        ("old:\n  file: wire.txt\n  colour: red\n", "unknown name `colour`"),
        ("old:\n  file: wire.txt\n...\n", "no entry can be put at the end of this file"),
    ],
)
def test_a_list_that_cannot_be_added_to_is_told_and_kept(
    run: Run, dossier: Path, wire: Path, text: str, what: str
) -> None:
    (dossier / "seeds/wire.txt").write_text("Something else was said.", encoding="utf-8")
    (dossier / "seeds/sources.yml").write_text(text, encoding="utf-8")
    before = files(dossier)
    assert what in refused(run(wire))
    assert files(dossier) == before


@pytest.mark.parametrize("failing", [1, 2, 3, 4])
def test_a_fault_while_writing_leaves_everything_as_it_was(
    run: Run, dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    before = files(dossier)
    calls = 0

    def full(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls >= failing:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    monkeypatch.setattr(writing.shutil, "copymode", full)
    assert refused(run(tmp_path / "page.html")).startswith(
        "seeds/:1:1: nothing was written: no space left on device. Mend: "
    )
    assert files(dossier) == before
    monkeypatch.undo()
    assert run(tmp_path / "page.html").exit_code == 0


@pytest.mark.parametrize("at", ["first rename", "list"])
def test_an_interruption_while_writing_leaves_everything_as_it_was(
    run: Run, dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    before = files(dossier)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing.os, "rename" if at == "first rename" else "replace", interrupted)
    assert run(tmp_path / "page.html").exit_code != 0
    assert files(dossier) == before


def test_what_a_killed_run_left_is_swept(run: Run, dossier: Path, wire: Path) -> None:
    (dossier / "seeds/originals").mkdir()
    for name in ("seeds/.adding-x.txt", "seeds/originals/.adding-x.html"):
        (dossier / name).write_text("half", encoding="utf-8")
    assert run(wire).exit_code == 0
    assert not list(dossier.rglob(".adding-*"))


def test_the_files_of_a_run_that_was_killed_before_the_list_are_used(run: Run, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    before = listing(dossier)
    assert run(tmp_path / "page.html").exit_code == 0
    after = files(dossier)
    (dossier / "seeds/sources.yml").write_text(before, encoding="utf-8")
    assert run(tmp_path / "page.html").exit_code == 0
    assert files(dossier) == after


def test_two_runs_at_once_do_not_meet(run: Run, dossier: Path, wire: Path) -> None:
    with writing.lock(dossier):
        assert "another `briefs add` is at work here" in refused(run(wire))
    assert run(wire).exit_code == 0


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/visit" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "*")
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


def test_a_page_is_taken_from_the_web_with_its_address(run: Run, dossier: Path, site: str) -> None:
    result = run(f"{site}/visit")
    assert result.exit_code == 0, result.output
    (source,) = load(dossier)[1]
    assert (source.url, source.known["url"].note) == (f"{site}/visit", "the address that the text was fetched from")
    assert source.publisher == "Test Wire"


def test_a_page_that_is_not_there_is_told(run: Run, dossier: Path, site: str) -> None:
    before = files(dossier)
    assert f"{site}/gone:1:1: the server answers 404 Not Found. Mend: " in refused(run(f"{site}/gone"))
    assert files(dossier) == before


def test_the_help_shows_an_example() -> None:
    assert "briefs add wire.txt --id" in CliRunner().invoke(briefs, ["add", "--help"]).stdout


def test_a_folder_stands_for_the_texts_in_it(run: Run, dossier: Path, tmp_path: Path) -> None:
    found = tmp_path / "found"
    (found / "deeper").mkdir(parents=True)
    (found / "wire.txt").write_text(TEXT)
    (found / "deeper" / "page.html").write_text(PAGE)
    (found / "picture.jpg").write_bytes(b"\xff\xd8")
    (found / ".hidden.txt").write_text("President Moreau left.")
    (found / "link.txt").symlink_to(found / "wire.txt")
    result = run(found)
    assert result.exit_code == 0, result.output
    assert f"{found}/picture.jpg: passed over, by its name it is no text" in result.output
    sources = [source for source in load(dossier)[1] if "railway" in source.text]
    assert len(sources) == 2


def test_a_folder_without_texts_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "found").mkdir()
    assert "there is no text in this folder" in refused(run(tmp_path / "found"))


def test_a_text_is_shown_as_it_would_be_taken_in(run: Run, dossier: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("<body>", "<body><nav><a href='/'>Subscribe to our news</a></nav>"))
    before = files(dossier)
    result = run("--show", page)
    assert result.exit_code == 0, result.output
    assert "left out: 1 line of 4 words\n" in result.stdout
    assert "body        President Ana Moreau met the ministers of Birch" in result.stdout
    assert "left out    Subscribe to our news" in result.stdout
    assert files(dossier) == before


@pytest.mark.parametrize("options", [(), ("--yes",), ("--json",)])
def test_an_encoding_that_is_guessed_is_not_taken_where_nobody_looks(
    run: Run, dossier: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    (tmp_path / "old.txt").write_bytes("Präsidentin Moreau sagte, die Brücke werde gebaut.\n".encode("cp1252"))
    before = files(dossier)
    assert "its encoding is guessed: read as " in refused(run(tmp_path / "old.txt", *options))
    assert files(dossier) == before
    assert run(tmp_path / "old.txt", "--encoding", "cp1252").exit_code == 0


def test_an_encoding_that_is_guessed_is_shown_and_confirmed(
    run: Run, dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(add, "on_terminal", lambda: True)
    (tmp_path / "old.txt").write_bytes("Präsidentin Moreau sagte, die Brücke werde gebaut.\n".encode("cp1252"))
    before = files(dossier)
    refused(run(tmp_path / "old.txt", answers="n\n"))
    assert files(dossier) == before
    result = run(tmp_path / "old.txt", answers="y\ny\n")
    assert result.exit_code == 0, result.output
    assert "sidentin Moreau sagte, die " in result.output
