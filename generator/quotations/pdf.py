"""The text of a PDF in reading order, paragraph by paragraph.

A tagged PDF says itself which marks on its pages belong together and in which order, so a paragraph that runs on over
the foot of a page comes out whole: running heads, markings and page numbers are no part of the structure, and a note
is a paragraph of its own. A PDF without tags is read page by page as it stands.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import regex
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

# Where a printed line ends: perhaps a space of the text, perhaps nothing (see `finding`).
LINE_BREAK = "\x1f"

# The place where a line may end can be told with the letter before it.
_LETTER_WITH_MARKS = regex.compile(r"\P{M}?\p{M}+\u200b?")
_BLOCKS = frozenset("Document Part Sect Div P H H1 H2 H3 H4 H5 H6 L LI LBody Table TR TH TD BlockQuote Caption".split())
_APART = frozenset({"Note", "FENote"})
_NUMBERS = frozenset({"Lbl", "Reference"})


def pdf_texts(reader: PdfReader) -> list[str]:
    """Return the paragraphs of a PDF; within each, `LINE_BREAK` stands where a printed line ends."""
    root: Any = reader.trailer["/Root"]
    tree = root.get("/StructTreeRoot")
    marked = bool((root.get("/MarkInfo") or {}).get("/Marked"))
    if tree is None or not marked:
        return [page.extract_text().replace("\n", LINE_BREAK) for page in reader.pages]
    collector = _Structure(reader)
    collector.read(tree.get_object().get("/K"), None)
    collector.flush()
    return [text for text in collector.texts if text.strip(LINE_BREAK + " ")]


class _Structure:
    """Walks the structure tree; `texts` fills with paragraphs in the order in which they end."""

    def __init__(self, reader: PdfReader) -> None:
        self.texts: list[str] = []
        self._words: list[str] = []
        self._marks = {page.indirect_reference.idnum: _marked(page) for page in reader.pages if page.indirect_reference}

    def flush(self) -> None:
        """End the paragraph."""
        text = "".join(self._words).strip(LINE_BREAK)
        if text:
            self.texts.append(text)
        self._words = []

    def read(self, node: Any, page: int | None) -> None:
        """Read `node` and all below; marks without a page of their own are on the page numbered `page`."""
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                self.read(child, page)
        elif isinstance(node, int):
            self._words.append(self._marks.get(page or 0, {}).get(int(node), ""))
        elif isinstance(node, DictionaryObject):
            raw = node.raw_get("/Pg") if "/Pg" in node else None
            page = raw.idnum if raw is not None else page
            if "/MCID" in node:
                self.read(node["/MCID"], page)
            elif "/K" in node:
                self._element(str(node.get("/S", "")).lstrip("/"), node["/K"], page)

    def _element(self, kind: str, children: Any, page: int | None) -> None:
        if kind in _NUMBERS:
            return  # the number of a list item, or of a note where the text calls it: no words of the text
        if kind in _APART:
            # The text goes on after its note as if the note were not there.
            outer, self._words = self._words, []
            self.read(children, page)
            self.flush()
            self._words = outer
            return
        if kind in _BLOCKS:
            self.flush()
        self.read(children, page)
        if kind in _BLOCKS:
            self.flush()


def _marked(page: Any) -> dict[int, str]:
    """Return the words of each piece of marked content on `page`, by its number."""
    marks = _Marks()
    page.extract_text(visitor_operand_before=marks.enter, visitor_operand_after=marks.leave, visitor_text=marks.take)
    return {number: "".join(parts) for number, parts in marks.words.items()}


class _Marks:
    """Hears what stands on a page; `words` fills with the words of each piece of marked content.

    Where glyphs do not tell which characters they stand for (a letter with several marks, two signs that look alike),
    the file says it beside them (ActualText); of glyphs at other heights it says it with each, of which one counts.
    """

    def __init__(self) -> None:
        self.words: dict[int, list[str]] = {}
        self._stack: list[tuple[int | None, str | None]] = []
        self._shown: set[str | None] = set()  # what the file says of the glyphs since the last words; None: nothing
        self._last: str | None = None

    def enter(self, operator: Any, operands: Any, matrix: Any, text_matrix: Any) -> None:
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
            number, said = self._stack[-1] if self._stack else (None, None)
            if properties.get("/MCID") is not None:
                number = int(properties["/MCID"])
            text = properties.get("/ActualText")
            self._stack.append((number, str(text) if text is not None else said))
        elif operator in (b"Tj", b"TJ", b"'", b'"'):
            self._shown.add(self._stack[-1][1] if self._stack else None)

    def leave(self, operator: Any, operands: Any, matrix: Any, text_matrix: Any) -> None:
        if operator == b"EMC" and self._stack:
            self._stack.pop()

    def take(self, text: str, matrix: Any, text_matrix: Any, font: Any, size: Any) -> None:
        said = next(iter(self._shown)) if len(self._shown) == 1 else None
        self._shown.clear()
        core = text.strip()
        told = core if said is None else said
        if not core or not self._stack:
            return self._add(text)
        # A letter that is one character has one glyph, unless the file says otherwise: a text may have it twice.
        several = said is not None or len(unicodedata.normalize("NFC", told)) > 1
        if told != self._last or not several or not _is_letter_with_marks(told):
            self._add(text.replace(core, told))
        self._last = told
        return None

    def _add(self, text: str) -> None:
        if text and self._stack and (number := self._stack[-1][0]) is not None:
            self.words.setdefault(number, []).append(text.replace("\n", LINE_BREAK))


def _is_letter_with_marks(text: str) -> bool:
    return _LETTER_WITH_MARKS.fullmatch(unicodedata.normalize("NFD", text)) is not None
