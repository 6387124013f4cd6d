"""Word files: real footnotes with our labels, styles, marking, and the same bytes each time."""

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from generator.prints import PrintOptions, print_all, word
from generator.quotations import read_texts

pytest.importorskip("pypandoc")


@pytest.fixture
def fisheries(alder: Path) -> Path:
    (one,) = print_all(alder, Path(), alder / "out", ["fisheries"], PrintOptions(format="docx"))
    return one.file


def test_notes_are_footnotes_with_our_labels(fisheries: Path) -> None:
    opened: Any = docx.Document(str(fisheries))
    calls = list(opened.element.body.iter(qn("w:footnoteReference")))
    assert [call.getnext().text for call in calls] == ["1.2", "2.1", "1.3", "2.4", "2.8"]
    assert {call.get(qn("w:customMarkFollows")) for call in calls} == {"1"}
    notes = zipfile.ZipFile(fisheries).read("word/footnotes.xml").decode("utf-8")
    assert notes.count("<w:t>2.1</w:t>") == 1
    assert "“Patrols can be shared.” — Alder Chancery" in notes


def test_headings_quotations_and_flags_have_styles(fisheries: Path) -> None:
    styles = {paragraph.text: paragraph.style.name for paragraph in docx.Document(str(fisheries)).paragraphs}
    assert styles["Fisheries"] == "Heading 1"
    assert styles["Bottom line"] == "Heading 2"
    assert styles["Open grounds"] == "Heading 3"
    assert styles["2 newer passages since this was reviewed."] == "Flag"
    assert {style for text, style in styles.items() if text.startswith("“Alder wants")} == {"Block Text"}


def test_marking_and_date_stand_in_the_margins(fisheries: Path) -> None:
    section = docx.Document(str(fisheries)).sections[0]
    assert [paragraph.text for paragraph in section.header.paragraphs] == ["For official use"]
    assert section.footer.paragraphs[0].text.startswith("Fisheries desk · As of 14 March 2031 · Page ")
    assert section.footer.paragraphs[-1].text == "For official use"


def test_texts_are_never_markup(fisheries: Path) -> None:
    ((_, texts),) = read_texts(fisheries)
    hostile = '#read("/etc/passwd"), $x$, @cite, *[x](javascript:alert), <script> and Trường Sa, Владимир.'
    assert sum(hostile in text for text in texts) == 2


def test_the_same_bytes_each_time(fisheries: Path, alder: Path) -> None:
    (again,) = print_all(alder, Path(), alder / "again", ["fisheries"], PrintOptions(format="docx"))
    assert again.file.read_bytes() == fisheries.read_bytes()


def test_the_releasable_version_has_no_internal_word(alder: Path) -> None:
    for one in print_all(alder, Path(), alder / "out", options=PrintOptions(format="docx", releasable=True)):
        with zipfile.ZipFile(one.file) as archive:
            everything = b"".join(archive.read(name) for name in archive.namelist())
        assert b"Energy" in everything
        assert b"PERIWINKLE" not in everything
        assert b"hirty boats" not in everything


def test_a_reference_file_lends_its_styles(alder: Path) -> None:
    reference = alder / "reference.docx"
    lent = docx.Document()
    lent.styles["Heading 2"].font.name = "Garamond"
    lent.save(str(reference))
    options = PrintOptions(format="docx", reference=reference)
    (one,) = print_all(alder, Path(), alder / "out", ["energy"], options)
    assert docx.Document(str(one.file)).styles["Heading 2"].font.name == "Garamond"


def test_without_pandoc_the_command_says_what_to_install(alder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(word.PandocMissingError, match=r"pip install briefing-site\[docx\]"):
        print_all(alder, Path(), alder / "out", ["energy"], PrintOptions(format="docx"))


def test_pandocs_own_complaint_is_passed_on(alder: Path) -> None:
    broken = alder / "broken.docx"
    broken.write_bytes(b"no zip")
    with pytest.raises(word.TypesettingError, match="energy: pandoc says"):
        print_all(alder, Path(), alder / "out", ["energy"], PrintOptions(format="docx", reference=broken))


def test_pandoc_reads_the_file_back(fisheries: Path) -> None:
    read = subprocess.run(
        [word._pandoc(), "--from=docx", "--to=plain", str(fisheries)], capture_output=True, check=True
    )
    assert b"Bottom line" in read.stdout
