from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from generator.messages.problems import DossierError
from generator.readers import isolated
from generator.readers.read import declared_charset, format_of, read, read_file
from generator.readers.reading import MAX_BYTES, MAX_TEXT

TEXT = "President Ana Moreau said on Thursday that Alder will build a railway."


def pdf(*pages: bytes, title: str | None = None) -> bytes:
    """Make a PDF whose pages have these content streams."""
    writer = pypdf.PdfWriter()
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    for content in pages:
        page = writer.add_blank_page(600, 800)
        stream = StreamObject()
        stream[NameObject("/Filter")] = NameObject("/FlateDecode")
        stream.set_data(zlib.compress(content))
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if title:
        writer.add_metadata({"/Title": title, "/Author": "Jane Doe"})
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def shown(*lines: str) -> bytes:
    """Make a content stream that shows `lines`."""
    return b"BT /F1 12 Tf 14 TL 50 700 Td " + b" ".join(b"(%s) ' " % line.encode() for line in lines) + b"ET"


def word(build: Callable[[Any], None]) -> bytes:
    """Make a Word file of what `build` puts into it."""
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(DossierError) as error:
        read(data, name)
    (problem,) = error.value.problems
    assert problem.file == name
    assert problem.mend
    return problem.what


def test_plain_text_in_utf_8_is_kept_byte_for_byte() -> None:
    data = "\ufeffLà\r\n\r\nzwei\n".encode()
    reading = read(data, "wire.txt")
    assert (reading.stored, reading.original_suffix, reading.suffix) == (data, None, ".txt")
    assert reading.text.encode() == data


def test_markdown_keeps_its_ending_and_states_its_title() -> None:
    reading = read(b"# The *visit* #\n\nText.\n", "notes/wire.MD")
    assert (reading.suffix, reading.original_suffix) == (".md", None)
    title, known = reading.metadata["title"]
    assert (title, known.how) == ("The *visit*", "stated")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Leaders meet\n\nText of it.\n", "Leaders meet"),
        ("Leaders meet\nText of it.\n", None),
        ("Leaders met on Thursday.\n\nText of it.\n", None),
        ("Leaders meet", None),
        ("He said “yes.”\n\nText of it.\n", None),
    ],
)
def test_a_first_line_that_stands_alone_may_be_the_title(text: str, title: str | None) -> None:
    proposal = read(text.encode(), "wire.txt").metadata.get("title")
    assert (proposal and proposal[0]) == title
    assert proposal is None or proposal[1].how == "inferred"


def test_a_text_in_another_encoding_is_stored_as_utf_8_beside_the_original() -> None:
    reading = read("L'été à la plage, déjà vu".encode("cp1252"), "wire.txt")
    assert reading.stored.decode() == "L'été à la plage, déjà vu"
    assert (reading.original_suffix, reading.original) == (".txt", "L'été à la plage, déjà vu".encode("cp1252"))
    assert reading.encoding is not None
    assert reading.encoding.how == "inferred"
    assert "--encoding" in reading.notes[-1]


def test_control_characters_in_a_text_are_kept_and_told() -> None:
    reading = read("A\x1b[31m red \u202eword".encode(), "wire.txt")
    assert reading.stored == "A\x1b[31m red \u202eword".encode()
    assert "U+001B, U+202E" in reading.notes[0]


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = f"<html><head><meta charset='koi8-r'><title>Визит</title></head><body><p>{TEXT} Визит.</p></body></html>"
    reading = read(page.encode("koi8-r"), "page.html")
    assert reading.text == f"{TEXT} Визит.\n"
    assert reading.metadata["title"][0] == "Визит"
    assert reading.encoding is not None
    assert reading.encoding.how == "stated"
    assert (reading.suffix, reading.original_suffix) == (".txt", ".html")


def test_a_page_with_an_xml_declaration_is_read() -> None:
    page = f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html>'
    assert read(page.encode(), "page.xhtml").text == f"{TEXT}\n"
    assert declared_charset(page.encode()) == "utf-8"


def test_a_pdf_gives_its_paragraphs_and_properties() -> None:
    first = shown(
        "President Ana Moreau said on Thursday that Alder", "will build a railway to Birch City, and that both", "pay."
    )
    reading = read(pdf(first, shown("The second page says more of it."), title="The visit"), "visit.pdf")
    assert reading.text == (
        "President Ana Moreau said on Thursday that Alder will build a railway to Birch City, and that both pay.\n\n"
        "The second page says more of it.\n"
    )
    assert {field: value for field, (value, _) in reading.metadata.items()} == {
        "title": "The visit",
        "author": "Jane Doe",
    }
    assert reading.original_suffix == ".pdf"


def test_pages_of_a_pdf_without_text_are_named() -> None:
    reading = read(pdf(shown(TEXT), b"", shown(TEXT), b""), "visit.pdf")
    assert reading.notes == ("pages without text, which are not taken in: 2, 4",)


def test_the_name_of_a_printed_file_is_no_title() -> None:
    assert "title" not in read(pdf(shown(TEXT), title="Microsoft Word - visit.docx"), "visit.pdf").metadata


def test_a_word_file_gives_text_in_order_with_tables_and_without_deletions() -> None:
    def build(document: Any) -> None:
        document.core_properties.title = "The visit"
        document.core_properties.author = ""
        document.add_heading("Alder and Birch")
        document.sections[0].header.paragraphs[0].text = "Ministry of Alder"
        document.add_table(1, 2).cell(0, 1).text = "Cell"
        paragraph = document.add_paragraph("Moreau said ")
        for tag, text_tag, text in (
            ("w:ins", "w:t", "yes"),
            ("w:del", "w:delText", "no"),
            ("w:moveFrom", "w:t", "moved"),
        ):
            change = docx.oxml.OxmlElement(tag)
            run, words = docx.oxml.OxmlElement("w:r"), docx.oxml.OxmlElement(text_tag)
            words.text = text
            run.append(words)
            change.append(run)
            paragraph._p.append(change)
        document.add_paragraph("A\tB\nC")

    reading = read(word(build), "visit.docx")
    assert reading.text == "Alder and Birch\n\nCell\n\nMoreau said yes\n\nA B\nC\n"
    assert {field: value for field, (value, _) in reading.metadata.items()} == {"title": "The visit"}
    assert reading.notes == (
        "a page head or foot is not taken in: Ministry of Alder",
        "words deleted under review are left out: 1",
    )


def test_notes_at_the_foot_of_a_word_file_are_taken_in() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Moreau said yes.")
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        note = "<w:footnote><w:p><w:r><w:t>On Thursday.</w:t></w:r></w:p></w:footnote>"
        notes = f'<w:footnotes xmlns:w="{space}">{note}</w:footnotes>'
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), media_type, notes.encode(), document.part.package)
        document.part.relate_to(part, kind)

    assert read(word(build), "visit.docx").text == "Moreau said yes.\n\nOn Thursday.\n"


def rezipped(data: bytes, changes: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(name for name in changes if name not in old.namelist())]:
            new.writestr(name, changes.get(name) or old.read(name))
    return file.getvalue()


@pytest.mark.long
def test_a_word_file_is_refused_for_what_it_would_unpack_to() -> None:
    data = rezipped(word(lambda document: document.add_paragraph("A")), {"word/media/a.bin": bytes(101_000_000)})
    assert len(data) < 200_000
    assert "larger than 100 MB" in refusal(data, "bomb.docx")


def test_a_word_file_that_declares_entities_is_refused() -> None:
    data = word(lambda document: document.add_paragraph("A"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml")
    end = body.index(b"?>") + 2
    entity = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert "document type" in refusal(rezipped(data, {"word/document.xml": body[:end] + entity + body[end:]}), "a.docx")


def archive_of(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "text")
    return file.getvalue()


def encrypted() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(shown(TEXT))))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def cyclic() -> bytes:
    """Make a PDF whose tree of pages holds itself."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(shown(TEXT))))
    pages: Any = writer.root_object["/Pages"]
    pages[NameObject("/Kids")] = ArrayObject([pages.indirect_reference])
    pages[NameObject("/Count")] = NumberObject(1)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.txt", lambda: b"", "it is empty"),
    "white space": ("a.txt", lambda: b" \n\t\n", "it holds no words"),
    "huge": ("a.pdf", lambda: b" " * (MAX_BYTES + 1), "it is larger than 20 MB"),
    "a text that is too long": ("a.txt", lambda: b"a " * (MAX_TEXT // 2 + 1), "its text has more than 5 MB"),
    "bytes of no encoding": (
        "a.txt",
        lambda: bytes(range(256)) * 4,
        "it is not UTF-8 (the byte at offset 128 is 0x80)",
    ),
    "an old Word file": (
        "a.doc",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "Word file of the old format",
    ),
    "a saved message": ("a.EML", lambda: b"From: a\n\ntext", "saved message"),
    "a table of bytes": ("a.txt", lambda: bytes(n * n % 251 + 1 for n in range(300)), "no other encoding fits"),
    "rich text": ("a.rtf", lambda: rb"{\rtf1 text}", "rich-text"),
    "a PDF of garbage": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 8, "it cannot be read as a PDF"),
    "a PDF cut off": ("a.pdf", lambda: pdf(shown(TEXT))[:300], "it cannot be read as a PDF"),
    "an encrypted PDF": ("a.pdf", encrypted, "it is encrypted"),
    "a scanned PDF": ("a.pdf", lambda: pdf(b"", shown("2 of 2")), "its pages hold no text"),
    "a cyclic PDF": ("a.pdf", cyclic, "cyclic page references"),
    "a PDF that unpacks to 200 MB": ("a.pdf", lambda: pdf(b" " * 200_000_000), "it cannot be read as a PDF"),
    "a Word file of garbage": ("a.docx", lambda: b"PK\x03\x04" + bytes(500), "it cannot be read as a Word file"),
    "another archive": ("a.docx", lambda: archive_of("a.txt"), "not of a Word file"),
    "a Word file without words": ("a.docx", lambda: word(lambda document: None), "it holds no words"),
    "a page without text": ("a.html", lambda: b"<html><body><img></body></html>", "no text"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_taken_in_is_refused(case: str) -> None:
    name, build, what = REFUSED[case]
    assert what in refusal(build(), name)


@pytest.mark.long
def test_reading_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(isolated.CPU_SECONDS, "pdf", 1)  # of the processor of the other process, whatever else runs
    slow = pdf(b"BT /F1 12 Tf 50 700 Td " + b"(President) Tj " * 1_000_000 + b"ET")
    assert refusal(slow, "slow.pdf") == isolated.TOO_SLOW


@pytest.mark.long
def test_reading_that_takes_too_much_memory_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "MEMORY_BYTES", 150_000_000)
    big = f"<html><body><p>{'word ' * 900_000}</p></body></html>"
    assert "reading it takes more memory" in refusal(big.encode(), "big.html")


def test_a_dossier_folder_cannot_stand_in_for_a_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert read(pdf(shown(TEXT)), "a.pdf").text == f"{TEXT}\n"


@pytest.mark.parametrize(
    ("start", "name", "media_type", "form"),
    [
        (b"%PDF-1.4", "a.txt", None, "pdf"),
        (b"text", "a.TXT", None, "text"),
        (b"text", "a.md", "text/html", "html"),
        (b"text", "a", "text/plain", "text"),
        (b"# text", "https://news.example/a.md", "text/plain", "markdown"),
        (b" \n<!DOCTYPE html><p>", "page", None, "html"),
        (b"<HTML>", "page.php", None, "html"),
        (b"<html> is a word", "a.txt", None, "text"),
        (b"PK\x03\x04", "a", "application/octet-stream", "docx"),
    ],
)
def test_the_format_is_told_by_content_then_by_name(start: bytes, name: str, media_type: str | None, form: str) -> None:
    assert format_of(start, name, media_type) == form


def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.txt").symlink_to(tmp_path / "pipe")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.txt").mkdir()
    told = {
        "pipe": "it is not a regular file",
        "link.txt": "it is a symbolic link",
        "gone.txt": "it is a symbolic link",
        "folder.txt": "it is a folder",
        "none.txt": "there is no such file",
        "a" * 300: "its name is too long",
        "a\0b": "its name holds a NUL character",
    }
    for name, what in told.items():
        with pytest.raises(DossierError) as error:
            read_file(tmp_path / name)
        assert error.value.problems[0].what == what


def test_a_name_of_two_lines_is_told_in_one() -> None:
    with pytest.raises(DossierError) as error:
        read(b"", "a\nb\x1b[31m.txt")
    assert str(error.value) == r"a\nb\x1b[31m.txt:1:1: it is empty. Mend: add a file that holds a text."


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Published 20 June 2031\nBy Anna Lee\n\nThe end.\n", {"issued": "2031-06-20", "author": "Anna Lee"}),
        ("CORVO, June 20, 2031 (Alder Wire) - They met.\n", {"issued": "2031-06-20", "publisher": "Alder Wire"}),
        ("CORVO, June 20 (Alder Agency) - The talks ended.\n", {"publisher": "Alder Agency"}),
        ("Posted: 2031-06-21\n\nThe talks ended.\n", {"issued": "2031-06-21"}),
        # The day of a change, or on which a page was saved; two days; none that there is; one that may be another; and
        # a sentence that names one.
        ("Updated: 2031-06-21\n\nThe talks ended.\n", {}),
        ("Sunday, June 22, 2031\n\nThe talks ended.\n", {}),
        ("Published 20 June 2031\nPublished 21 June 2031\n\nThe talks ended.\n", {}),
        ("Published 31 June 2031\n\nThe talks ended.\n", {}),
        ("Published 4/5/2031\n\nThe talks ended.\n", {}),
        ("The talks ended on 20 June 2031, as was agreed by Anna Lee.\n", {}),
    ],
)  # fmt: skip
def test_what_the_first_lines_say_is_proposed_and_nothing_of_it_is_taken_for_certain(
    text: str, proposed: dict[str, str]
) -> None:
    metadata = read(text.encode(), "a.txt").metadata
    assert {field: value for field, (value, _) in metadata.items() if field != "title"} == proposed
    assert all(known.how == "inferred" and known.note for _, known in metadata.values())
