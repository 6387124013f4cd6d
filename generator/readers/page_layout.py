"""What a page says by its layout, told to the extracting library in elements that it keeps.

The library reads a table as rows of figures, drops the second of two line breaks, and makes a block of a quotation
inside a sentence. So a table that only lays out a page becomes paragraphs, and marks stand around what is quoted.
"""

from __future__ import annotations

from typing import Any, TypeAlias

# An element of the library's tree; lxml ships no types.
Element: TypeAlias = Any

_BLOCKS = frozenset("p div section article h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table figure hr".split())
# Quotation marks of English, outer and inner ones.
MARKS = (("“", "”"), ("‘", "’"))


def settle_layout(tree: Element) -> None:
    """Change `tree` in place: quotations inside sentences, tables that lay out a page, line breaks."""
    _mark_quotations(tree)
    for table in [table for table in tree.iter("table") if _lays_out(table)]:
        _unfold(table)
    _keep_breaks(tree)


def captions(tree: Element) -> str:
    """Return the text of all captions of figures in `tree`."""
    return "\n".join("".join(element.itertext()) for element in tree.iter("figcaption"))


def _mark_quotations(tree: Element) -> None:
    for quotation in list(tree.iter("q")):
        depth = sum(1 for _ in quotation.iterancestors("q"))
        opening, closing = MARKS[depth % 2]
        quotation.text = opening + (quotation.text or "")
        if len(quotation):
            quotation[-1].tail = (quotation[-1].tail or "") + closing
        else:
            quotation.text += closing
    for quotation in list(tree.iter("q")):
        quotation.drop_tag()


def _lays_out(table: Element) -> bool:
    """Say whether `table` lays out a page: a cell of it holds paragraphs, not a value."""
    cells = [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table")) is table]
    return any(len([child for child in cell if child.tag in _BLOCKS]) > 1 or _parts_paragraphs(cell) for cell in cells)


def _parts_paragraphs(cell: Element) -> bool:
    return any(_is_second_break(child) for child in cell.iter("br"))


def _is_second_break(element: Element) -> bool:
    before = element.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip(" \t\r\n\u00a0")


def _unfold(table: Element) -> None:
    """Make `table`, its rows and its cells plain divisions, and what a cell holds paragraphs."""
    own = [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table")) is table]
    for cell in own:
        _gather_paragraphs(cell)
    for element in [table, *table.iter("tbody", "thead", "tfoot", "tr", "td", "th", "caption")]:
        if element is table or next(element.iterancestors("table", "div")) is not None:
            element.tag = "div"


def _gather_paragraphs(cell: Element) -> None:
    """Put what stands in `cell` between blocks, or between two line breaks, into a paragraph of its own."""
    current = cell.makeelement("p")
    current.text, cell.text = cell.text, None
    found = [current]
    for child in list(cell):
        tail, child.tail = child.tail, None
        cell.remove(child)
        if child.tag in _BLOCKS:
            current = cell.makeelement("p")
            current.text = tail
            found += [child, current]
        elif child.tag == "br" and len(current) and current[-1].tag == "br" and not (current[-1].tail or "").strip():
            current.remove(current[-1])
            current = cell.makeelement("p")
            current.text = tail
            found.append(current)
        else:
            child.tail = tail
            current.append(child)
    cell.extend(found)


def _keep_breaks(tree: Element) -> None:
    """Keep what the library would drop: the second of two line breaks, and that words part at one in a cell."""
    for element in list(tree.iter("br")):
        following = element.getnext()
        if next(element.iterancestors("td", "th"), None) is not None:
            element.tail = f" {element.tail or ''}"
            element.drop_tag()
        elif following is not None and following.tag == "br" and not (element.tail or "").strip():
            element.tail = "\u00a0"
