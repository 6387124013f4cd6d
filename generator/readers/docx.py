"""A Word file to its paragraphs, in order: tables, boxes and notes too; what was deleted under review is left out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, TypeAlias

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from generator.readers.reading import Extract, Refusal, line, paragraphs
from generator.sources import Known

# An element of the library's tree; lxml ships no types.
Element: TypeAlias = Any

# Declared sizes of what the archive holds, all together; Python reads no more of a member than it declares.
MAX_UNPACKED = 100_000_000
MAX_MEMBERS = 5_000

PARAGRAPH = qn("w:p")
# Text of these is not in the document as it reads now: deleted, moved away, or a copy for older programs.
LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
CHARACTERS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
# Parts of the file beside its body: what belongs to the text, and what stands on every page.
NOTES = ("/footnotes", "/endnotes")
HEADS = ("/header", "/footer")
MEND = "open it, save its text as a .txt file and add that"


def extract(data: bytes) -> Extract:
    """Return the text of the Word file `data` and what its properties state; raises Refusal."""
    _check_archive(data)
    document = docx.Document(io.BytesIO(data))
    text = paragraphs([*_paragraphs(document.element.body), *_beside(document, NOTES)])
    heads = paragraphs(_beside(document, HEADS)).split("\n")
    if not any(char.isalnum() for char in text):
        raise Refusal("it holds no words (a picture of a page?)", MEND)
    properties = document.core_properties
    stated = {"title": properties.title, "author": properties.author, "language": properties.language}
    how = Known("stated", "the properties of the document")
    proposals = {field: (line(value), how) for field, value in stated.items() if value and line(value)}
    return Extract(text, proposals, tuple(f"a page head or foot is not taken in: {head}" for head in heads if head))


def _check_archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        names = {member.filename for member in members}
        if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
            raise Refusal(f"unpacked it is larger than {MAX_UNPACKED // 1_000_000} MB", MEND)
        if any(member.flag_bits & 1 for member in members):
            raise Refusal("it is encrypted", "save it without a password")
        if "word/document.xml" not in names:
            raise Refusal("it is an archive, but not of a Word file", "unpack it and add the texts in it")
        if b"<!DOCTYPE" in archive.read("word/document.xml")[:4096]:
            raise Refusal("its XML declares a document type, which no Word file does", MEND)


def _beside(document: Any, kinds: tuple[str, ...]) -> Iterator[str]:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(kinds):
            yield from _paragraphs(parse_xml(relation.target_part.blob))


def _paragraphs(element: Element) -> Iterator[str]:
    """Yield the text of each paragraph below `element`, a box's after the one that it is anchored in."""
    for child in element:
        if child.tag in LEFT_OUT:
            continue
        if child.tag == PARAGRAPH:
            yield "".join(_characters(child))
        yield from _paragraphs(child)


def _characters(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in CHARACTERS:
            yield CHARACTERS[child.tag]
        elif child.tag != PARAGRAPH and child.tag not in LEFT_OUT:
            yield from _characters(child)
