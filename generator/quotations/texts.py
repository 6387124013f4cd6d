"""The paragraphs of a file that was published: PDF, Word, HTML, Markdown, or a folder of these."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from generator.dossier.files import decode
from generator.messages.problems import DossierError, Problem
from generator.prints.inline import plain
from generator.prints.markdown import Block, read_markdown
from generator.quotations.pdf import LINE_BREAK, pdf_texts

__all__ = ["LINE_BREAK", "read_texts"]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
# What reading a damaged PDF may end in: the reader meets numbers where it counts on names, and the like.
_BROKEN = (
    PyPdfError, DependencyError, ArithmeticError, AttributeError, LookupError, NotImplementedError, RecursionError,
    TypeError, ValueError,
)  # fmt: skip
_GENERATED = ("briefs", "entities", "print", "sources", "topics")
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub time u var".split()
)
_UNREAD = frozenset("head title nav header footer script style template svg button sup form dialog".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def read_texts(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the paragraphs of `path`, or of each readable file below it, in order of their names.

    Raises `DossierError` for a file that is missing, of a kind not known here, or broken.
    """
    if path.is_dir():
        files = sorted(file for file in _below(path) if file.suffix in _READERS and file.is_file())
        if not files:
            raise _problem(path, "there is no PDF, HTML, DOCX or Markdown in this folder")
    elif path.suffix.lower() not in _READERS or not path.is_file():
        raise _problem(
            path, "this is no PDF, HTML, DOCX or Markdown file" if path.exists() else "there is no such file"
        )
    else:
        files = [path]
    for file in files:
        yield file.as_posix(), _READERS[file.suffix.lower()](file)


def _below(folder: Path) -> Iterator[Path]:
    """Yield what is in `folder`; of a site, or of docs/, only what is generated: a guide quotes nobody."""
    if not (folder / "briefs").is_dir():
        yield from folder.rglob("*")
        return
    yield from folder.glob("index.*")
    for part in _GENERATED:
        yield from (folder / part).rglob("*")


def _problem(path: Path, what: str) -> DossierError:
    return DossierError([Problem(path.as_posix(), 1, 1, what, "name a file that `briefs` wrote, or the folder site/")])


def _pdf(path: Path) -> list[str]:
    try:
        return pdf_texts(PdfReader(path))
    except _BROKEN as error:
        raise _problem(path, f"this PDF cannot be read: {error}") from None


def _markdown(path: Path) -> list[str]:
    # Nothing is left out: what only the screen shows is a quotation too.
    blocks, notes = read_markdown(decode(path.read_bytes(), path.as_posix()), frozenset())
    return [text for text in (*_block_texts(blocks), *map(plain, notes.values())) if text.strip()]


def _block_texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if "runs" in block:
            yield plain(block["runs"])
        for cell in (cell for row in [block.get("head", []), *block.get("rows", [])] for cell in row):
            yield plain(cell)
        yield from _block_texts(block.get("blocks", []))
        for item in block.get("items", []):
            if isinstance(item, dict):
                yield plain(item["term"])
            yield from _block_texts(item["blocks"] if isinstance(item, dict) else item)


def _docx(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [ElementTree.fromstring(archive.read(name)) for name in _WORD_PARTS if name in archive.namelist()]
    except (zipfile.BadZipFile, ElementTree.ParseError) as error:
        raise _problem(path, f"this Word file cannot be read: {error}") from None
    return [text for part in parts for paragraph in part.iter(f"{_WORD}p") if (text := _word_text(paragraph))]


def _word_text(paragraph: ElementTree.Element) -> str:
    shown = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
    return "".join(
        (node.text or "") if node.tag in (f"{_WORD}t", f"{_WORD}delText") else shown.get(str(node.tag), "")
        for node in paragraph.iter()
    )


def _html(path: Path) -> list[str]:
    reader = _Paragraphs()
    reader.feed(decode(path.read_bytes(), path.as_posix()))
    reader.close()
    reader.end()
    return reader.texts


class _Paragraphs(HTMLParser):
    """Gathers the text of a page by block; navigation, scripts and raised numbers are not part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._words: list[str] = []
        self._unread: list[str] = []

    def end(self) -> None:
        """End the paragraph."""
        text = "".join(self._words).strip()
        if text:
            self.texts.append(text)
        self._words = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a block or an unread element begins."""
        if tag in _VOID:
            self._words.append("\n" if tag == "br" else "")
        elif tag in _UNREAD or self._unread:
            self._unread.append(tag)
        elif tag not in _INLINE:
            self.end()

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        if tag in self._unread:
            while self._unread.pop() != tag:
                pass
        elif tag not in _INLINE and not self._unread:
            self.end()

    def handle_data(self, data: str) -> None:
        """Keep text that a reader reads."""
        if not self._unread:
            self._words.append(data)


_READERS: Mapping[str, Callable[[Path], list[str]]] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".html": _html,
    ".htm": _html,
    ".md": _markdown,
}
