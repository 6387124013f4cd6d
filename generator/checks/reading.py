"""Reading written pages: lines of text with their quotations, citations and links, and the anchors of a page.

Nothing here comes from the stages that wrote the pages: Markdown is parsed by markdown-it-py, from the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from markdown.extensions.toc import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

_HEADING_ID = re.compile(r"\{[^{}]*#([\w.-]+)[^{}]*\}\s*$")
# In text from a source or a person these brackets are encoded, so that what stands here is ours.
_CITATION = re.compile(r"\[\^([\w.]+)\](?!:)")
_NOTE = re.compile(r"^\[\^([\w.]+)\]:", re.MULTILINE)
_PARSER = (
    MarkdownIt("commonmark", {"html": True})
    .enable("table")
    .use(footnote_plugin, inline=False)
    .use(front_matter_plugin)
    .disable("linkify", ignoreInvalid=True)
)


@dataclass
class WrittenLine:
    """One block of text of a page: where it begins (line from 1), its plain text, and what stands in it.

    In `text` each citation stands as ``[^4.9]``; `own` is what of it is neither in a link nor strong. `kind` is the
    innermost block: li, td, blockquote, p, heading, or ``note`` for the text of a footnote, whose label is `label`.
    `section` is the id of the heading above.
    """

    line: int
    kind: str
    section: str
    text: str = ""
    own: str = ""
    label: str = ""
    citations: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Written:
    """A page as it was written: its file below docs/, its lines, its anchors, and the passages that it anchors.

    `cited` and `noted` give the line of each citation and each note by its label, as they stand in the file: a parser
    leaves out a citation that has no note, and a note that nothing cites.
    """

    path: str
    lines: tuple[WrittenLine, ...]
    anchors: frozenset[str]
    passages: dict[str, str]
    cited: dict[str, int]
    noted: dict[str, int]


def read_page(docs: Path, path: Path) -> Written:
    """Parse one page of `docs`."""
    text = path.read_text(encoding="utf-8")
    tokens = _PARSER.parse(text)
    lines = tuple(_lines(tokens))
    spans = _Spans()
    spans.feed("".join(_html(tokens)))
    # A heading without an anchor of its own gets one from its words, by the rule of the site.
    anchors = {line.label or slugify(line.text, "-") for line in lines if line.kind == "heading"}
    name = path.relative_to(docs).as_posix()
    cited = {m.group(1): text.count("\n", 0, m.start()) + 1 for m in _CITATION.finditer(text)}
    noted = {m.group(1): text.count("\n", 0, m.start()) + 1 for m in _NOTE.finditer(text)}
    return Written(name, lines, frozenset(anchors | spans.ids), spans.passages, cited, noted)


def _html(tokens: list[Token]) -> Iterator[str]:
    """Yield the inline text of a page with its raw HTML kept, so that spans can be read."""
    for token in tokens:
        if token.type == "html_block":
            yield token.content
        for child in token.children or ():
            if child.type == "html_inline":
                yield child.content
            elif child.type in ("text", "text_special", "code_inline"):
                yield child.content.replace("&", "&amp;").replace("<", "&lt;")
            elif child.type in ("softbreak", "hardbreak"):
                yield "\n"


class _Spans(HTMLParser):
    """Collects ids, and the text of each span of class ``passage``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.passages: dict[str, str] = {}
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.add(given["id"] or "")
        if tag == "span" and "passage" in (given.get("class") or "").split():
            self._open = given.get("id") or ""
            self.passages[self._open] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.passages[self._open] += data


_BLOCKS = {"list_item_open": "li", "td_open": "td", "th_open": "th", "blockquote_open": "blockquote"}
_ENDS = {"list_item_close", "td_close", "th_close", "blockquote_close"}


def _lines(tokens: list[Token]) -> Iterator[WrittenLine]:
    inside: list[str] = []
    section, note, heading, row = "", "", False, 0
    for token in tokens:
        row = token.map[0] + 1 if token.map else row
        if token.type in _BLOCKS:
            inside.append(_BLOCKS[token.type])
        elif token.type in _ENDS:
            inside.pop()
        elif token.type == "footnote_open":
            note = str(token.meta.get("label", ""))
        elif token.type == "footnote_close":
            note = ""
        elif token.type == "heading_open":
            heading = True
        elif token.type == "inline":
            kind = "note" if note else "heading" if heading else inside[-1] if inside else "p"
            line = _line(token, row, kind, section)
            line.label = note
            if heading:
                found = _HEADING_ID.search(token.content)
                line.label = section = found.group(1) if found else ""
                heading = False
            yield line


def _line(token: Token, row: int, kind: str, section: str) -> WrittenLine:
    line = WrittenLine(row, kind, section)
    inside = 0
    for child in token.children or ():
        if child.type == "footnote_ref":
            label = str(child.meta.get("label", ""))
            line.citations.append(label)
            line.text += f"[^{label}]"
        elif child.type == "link_open":
            line.links.append(str(child.attrGet("href") or ""))
        elif child.type in ("softbreak", "hardbreak", "text", "text_special", "code_inline"):
            words = "\n" if child.type.endswith("break") else child.content
            line.text += words
            line.own += words if not inside else ""
        if child.tag in ("a", "strong"):
            inside += child.nesting
    return line
