"""A PDF to its paragraphs, through pypdf: printed lines joined again, page numbers and running heads left out."""

from __future__ import annotations

import io

import pypdf

from generator.readers.lines import join_pages
from generator.readers.pdf_runs import page_lines
from generator.readers.printed import PrintedLine
from generator.readers.raised import note
from generator.readers.reading import MAX_TEXT, Extract, Proposals, Refusal, line
from generator.sources import Known

MAX_PAGES = 2_000
# A page with fewer letters is a picture, with a stamp or a page number at most.
LEAST_LETTERS = 20
MOST_UNREADABLE = 0.1
SCANNED = "make it searchable with a text-recognition program, read the result, and add it as text"


def extract(data: bytes) -> Extract:
    """Return the text of the PDF `data` and what its properties state; raises Refusal, or what the library raises.

    The library itself stops at streams that unpack to more than 75 MB; `isolated` limits all of them together.
    """
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Refusal("it is encrypted", "save a copy without a password and add that")
    if len(reader.pages) > MAX_PAGES:
        raise Refusal(f"it has more than {MAX_PAGES} pages", "add the pages that matter as a text of their own")
    pages: list[list[PrintedLine]] = []
    size = 0
    marks: list[str] = []
    for page in reader.pages:
        lines, out = page_lines(page)
        marks += out
        size += sum(len(line.text) for line in lines)
        if size > MAX_TEXT:
            raise Refusal("it holds more text than any real document", "add the pages that matter")
        pages.append(lines)
    notes = _check(pages)
    text, heads, feet = join_pages(pages)
    if feet:
        notes += (f"notes at the foot of pages stand at the end of the text ({feet})",)
    notes += tuple(f"a running head is taken in once: {head}" for head in heads)
    return Extract(text, _proposals(reader), notes + note(marks))


def _check(pages: list[list[PrintedLine]]) -> tuple[str, ...]:
    """Return notes on pages without text; raises Refusal when no page has any, or when letters cannot be told."""
    letters = [[char for line in page for char in line.text if not char.isspace()] for page in pages]
    empty = [number for number, found in enumerate(letters, start=1) if len(found) < LEAST_LETTERS]
    if len(empty) == len(pages):
        raise Refusal("its pages hold no text; they are pictures of pages, it seems", SCANNED)
    found = [char for page in letters for char in page]
    unreadable = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or not char.isprintable() for char in found)
    if unreadable > MOST_UNREADABLE * len(found):
        raise Refusal(f"{unreadable} of its {len(found)} letters cannot be told: its fonts do not say them", SCANNED)
    if not empty:
        return ()
    return (f"pages without text, which are not taken in: {', '.join(map(str, empty))}",)


def _proposals(reader: pypdf.PdfReader) -> Proposals:
    properties = reader.metadata
    how = Known("stated", "the properties of the document")
    title = str(properties.title or "") if properties else ""
    author = str(properties.author or "") if properties else ""
    # Programs put the name of the file that was printed in the place of the title.
    if title.lower().endswith((".doc", ".docx", ".indd", ".qxd", ".odt")) or title.lower() == "untitled":
        title = ""
    stated = {"title": line(title), "author": line(author), "language": _language(reader)}
    return {field: (value, how) for field, value in stated.items() if value}


def _language(reader: pypdf.PdfReader) -> str:
    value = reader.root_object.get("/Lang")
    return str(value).split("-")[0].lower() if isinstance(value, str) and value[:2].isalpha() else ""
