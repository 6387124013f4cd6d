"""A web page to its article, through trafilatura; scripts, frames and addresses in it are never run or asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import trafilatura
from trafilatura.settings import Document

from generator.readers.page import Page, look_at
from generator.readers.reading import Extract, Proposals, Refusal, line, paragraphs
from generator.sources import Known

# An element of the library's tree; lxml ships no types.
Element: TypeAlias = Any

# An article that is less than this share of the words on its page is more likely a failure to find the article.
LEAST_SHARE = 0.1
# What the library's parser may lose of the words of a page. It stops at 256 nested elements, without a word.
LEAST_PARSED = 0.9

BLOCKS = {"head", "p", "quote", "item", "row", "ab", "code", "div", "list", "table", "fw", "comments", "main", "body"}
# The library's names of values, and what sources.yml calls them.
FIELDS = {"title": "title", "author": "author", "sitename": "publisher", "date": "issued", "url": "URL"}


def extract(page: str) -> Extract:
    """Return the article of `page` and what the page says about itself; raises Refusal where text would be lost."""
    seen = look_at(page)
    tree = trafilatura.load_html(page)
    if tree is None or not seen.words:
        raise Refusal("it holds no text that can be read", MEND)
    _refuse_if_less(len(_letters(_visible(tree))), seen.words, LEAST_PARSED, "nested too deep, or broken")
    document = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, url=None)
    if not isinstance(document, Document) or document.body is None:
        raise Refusal("no article is found in it", MEND)
    text = paragraphs(_blocks(document.body))
    _refuse_if_less(len(_letters(text)), seen.words, LEAST_SHARE, "its article is not found")
    values = {field: getattr(document, name) for name, field in FIELDS.items()}
    return Extract(text, _proposals(values, seen))


MEND = "open the page, copy its text into a .txt file and add that"


def _refuse_if_less(found: int, there: int, share: float, why: str) -> None:
    if found < share * there:
        raise Refusal(f"of the {there} letters on the page only {found} can be read: {why}", MEND)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _visible(tree: Element) -> str:
    """Return the text of `tree` that the page shows."""
    return "".join(
        tree.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::head)]")
    )


def _blocks(element: Element) -> Iterator[str]:
    """Yield the text of each block of the library's document, in order; what stands between blocks is one too."""
    pending = element.text or ""
    for child in element:
        if child.tag in BLOCKS:
            yield pending
            yield from ([" | ".join(_inline(cell).strip() for cell in child)] if child.tag == "row" else _blocks(child))
            pending = child.tail or ""
        else:
            pending += _inline(child) + (child.tail or "")
    yield pending


def _inline(element: Element) -> str:
    return "\n" if element.tag == "lb" else "".join(element.itertext())


def _proposals(values: dict[str, str | None], page: Page) -> Proposals:
    proposals = {field: (line(value), _known(field, value, page)) for field, value in values.items() if value}
    if page.language:
        proposals["language"] = (page.language, Known("stated", "the language of the page"))
    proposals["type"] = ("webpage", Known("stated", "the file is a web page"))
    return proposals


def _known(field: str, value: str, page: Page) -> Known:
    for name, content in page.declared:
        if content == value or (field == "issued" and content.startswith(value)):
            return Known("stated", f"{name} of the page")
    for name, content in page.declared:
        if value in content:
            return Known("inferred", f'{name} of the page reads "{line(content)[:120]}"')
    if field == "issued":
        return Known("inferred", "read off the page; it may be another day than that of the text")
    return Known("inferred", "read off the layout of the page")
