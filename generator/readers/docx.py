"""A Word file to its paragraphs, in order: tables, boxes and notes too.

What a reader of the document does not see is left out, and told: what was deleted under review, what is formatted as
hidden, and comments.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from generator.readers import raised
from generator.readers.raised import Run
from generator.readers.reading import Extract, Refusal, line, paragraphs
from generator.readers.word_styles import Styles
from generator.sources import Known

# An element of the library's tree; lxml ships no types.
Element: TypeAlias = Any

# Declared sizes of what the archive holds, all together; Python reads no more of a member than it declares.
MAX_UNPACKED = 100_000_000
MAX_MEMBERS = 5_000

PARAGRAPH = qn("w:p")
RUN = qn("w:r")
TEXT = qn("w:t")
DELETED = qn("w:delText")
ROW_HIDDEN = f"{qn('w:trPr')}/{qn('w:hidden')}"
# Text of these is not in the document as it reads now: deleted, moved away, or a copy for older programs.
LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
CHARACTERS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
# Parts of the file beside its body: what belongs to the text, and what stands on every page.
NOTES = ("/footnotes", "/endnotes")
HEADS = ("/header", "/footer")
COMMENTS = ("/comments",)
MEND = "open it, save its text as a .txt file and add that"


def extract(data: bytes) -> Extract:
    """Return the text of the Word file `data` and what its properties state; raises Refusal."""
    _check_archive(data)
    document = docx.Document(io.BytesIO(data))
    words = _Words(Styles(document.styles.element))
    text = paragraphs([*words.paragraphs(document.element.body), *_beside(document, NOTES, words)])
    heads = paragraphs(_beside(document, HEADS, words)).split("\n")
    if not any(char.isalnum() for char in text):
        raise Refusal("it holds no words (a picture of a page?)", MEND)
    properties = document.core_properties
    stated = {"title": properties.title, "author": properties.author, "language": properties.language}
    how = Known("stated", "the properties of the document")
    proposals = {field: (line(value), how) for field, value in stated.items() if value and line(value)}
    notes = tuple(f"a page head or foot is not taken in: {head}" for head in heads if head)
    comments = sum(len(list(part.iter(qn("w:comment")))) for part in _parts(document, COMMENTS))
    return Extract(text, proposals, notes + words.notes(comments), tuple(head for head in heads if head))


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


def _beside(document: Any, kinds: tuple[str, ...], words: _Words) -> Iterator[str]:
    for part in _parts(document, kinds):
        yield from words.paragraphs(part)


def _parts(document: Any, kinds: tuple[str, ...]) -> Iterator[Element]:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(kinds):
            yield parse_xml(relation.target_part.blob)


@dataclass
class _Words:
    """The words of a document as they are read, and the count of those that are left out."""

    styles: Styles
    hidden: int = 0
    deleted: int = 0
    marks: list[str] = field(default_factory=list)

    def paragraphs(self, element: Element) -> Iterator[str]:
        """Yield the text of each paragraph below `element`, a box's after the one that it is anchored in."""
        for child in element:
            if child.tag in LEFT_OUT:
                self.deleted += _count(child, DELETED)
            elif child.tag == qn("w:tr") and child.find(ROW_HIDDEN) is not None:
                self.hidden += _count(child, TEXT)
            elif child.tag == PARAGRAPH:
                text, marks = raised.settled(self._runs(child, child))
                self.marks += marks
                yield text
                yield from self._boxes(child, child)
            else:
                yield from self.paragraphs(child)

    def _runs(self, element: Element, paragraph: Element) -> Iterator[Run]:
        for child in element:
            if child.tag == RUN:
                look = self.styles.look(child, paragraph)
                if look.hidden:
                    self.hidden += _count(child, TEXT)
                else:
                    yield Run("".join(_characters(child)), look.level, look.refers)
            elif child.tag in LEFT_OUT:
                self.deleted += _count(child, DELETED)
            elif child.tag != PARAGRAPH:
                yield from self._runs(child, paragraph)

    def _boxes(self, element: Element, paragraph: Element) -> Iterator[str]:
        """Yield the paragraphs of the boxes that are anchored in `element`, unless the anchor itself is left out."""
        for child in element:
            if child.tag == PARAGRAPH:
                yield from self.paragraphs([child])
            elif child.tag not in LEFT_OUT and not (child.tag == RUN and self.styles.look(child, paragraph).hidden):
                yield from self._boxes(child, paragraph)

    def notes(self, comments: int) -> tuple[str, ...]:
        """Return what to tell an officer of all that was left out, with the number of `comments`."""
        said = (
            (self.hidden, "words formatted as hidden are left out"),
            (self.deleted, "words deleted under review are left out"),
            (comments, "comments are left out"),
        )
        return (*(f"{what}: {count}" for count, what in said if count), *raised.note(self.marks))


def _count(element: Element, tag: str) -> int:
    return len(" ".join(one.text or "" for one in element.iter(tag)).split())


def _characters(element: Element) -> Iterator[str]:
    """Yield the characters of a run, without those of a box that is anchored in it."""
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in CHARACTERS:
            yield CHARACTERS[child.tag]
        elif child.tag != PARAGRAPH and child.tag not in LEFT_OUT:
            yield from _characters(child)
