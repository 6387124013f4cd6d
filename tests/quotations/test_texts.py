"""What a reader of a published file reads, by kind of file."""

import contextlib
import shutil
import tempfile
from functools import cache
from pathlib import Path
from random import Random

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.messages.problems import DossierError
from generator.prints import PrintOptions
from generator.prints.prints import documents_of
from generator.prints.typesetting import typeset
from generator.quotations import LINE_BREAK, read_texts
from tests.examples import examples

ALDER = Path(__file__).parent.parent / "cases" / "prints" / "alder"


def test_html_gives_blocks_without_what_is_not_the_page(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<title>“t”</title><nav>“n”</nav><main><h1>One</h1><p>“Patrols <em>can</em><br>be”<sup id=1>1.2</sup> and"
        " <b>so</b></p><ul><li>“we &amp; you”</ul><script>“s”</script><table><tr><td>a<td>b</table></main>",
        "utf-8",
    )
    assert list(read_texts(page)) == [
        (page.as_posix(), ["One", "“Patrols can\nbe” and so", "“we & you”", "a", "b"]),
    ]


def test_markdown_gives_words_notes_and_what_only_the_screen_shows(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(
        "# T\n\n> “a&#42;”\n{ .screen }\n\n| h |\n|-|\n| “b” |\n\nx\n:   “c”\n\n1. “d”[^1.1]\n\n[^1.1]: “e”\n", "utf-8"
    )
    ((_, texts),) = read_texts(page)
    assert texts == ["T", "“a*”", "h", "“b”", "x", "“c”", "“d”", "“e”"]


def test_word_gives_paragraphs_of_the_text_and_its_tables(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("“Patrols ").add_run("can” be").bold = True
    document.add_table(1, 1).cell(0, 0).text = "“cell”"
    document.save(str(tmp_path / "a.docx"))
    ((_, texts),) = read_texts(tmp_path / "a.docx")
    assert texts == ["“Patrols can” be", "“cell”"]


def test_a_folder_gives_all_its_files_in_order(tmp_path: Path) -> None:
    shutil.copytree(ALDER / "briefs", tmp_path / "z")
    (tmp_path / "a.html").write_text("<p>x", "utf-8")
    (tmp_path / "b.txt").write_text("no", "utf-8")
    assert [Path(name).name for name, _ in read_texts(tmp_path)] == ["a.html", "energy.md", "fisheries.md"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"no PDF at all", "this PDF cannot be read"),
        ("a.docx", b"no zip at all", "this Word file cannot be read"),
        ("a.txt", b"words", "this is no PDF, HTML, DOCX or Markdown file"),
        ("a.html", b"\xff", "not UTF-8"),
        ("gone.pdf", None, "there is no such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(name: str, data: bytes | None, told: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DossierError, match=told):
        list(read_texts(tmp_path / name))


def test_a_folder_without_such_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="there is no PDF"):
        list(read_texts(tmp_path))


def test_the_sign_for_a_lines_end_is_no_character_of_a_text() -> None:
    assert LINE_BREAK == "\x1f"


@examples(25)
@given(st.randoms(use_true_random=False))
def test_a_damaged_pdf_is_read_or_told_and_nothing_else(damage: Random) -> None:
    data = bytearray(small_pdf())
    for _ in range(damage.choice([1, 10, 100])):
        data[damage.randrange(len(data))] = damage.randrange(256)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.pdf"
        file.write_bytes(data)
        with contextlib.suppress(DossierError):
            list(read_texts(file))


@cache
def small_pdf() -> bytes:
    (document,) = documents_of(ALDER, ["energy"], PrintOptions())
    return typeset(document).pdf
