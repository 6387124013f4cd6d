"""A web page to its article, through trafilatura; scripts, frames and addresses in it are never run or asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import trafilatura
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document

from generator.readers.declared import declared_value
from generator.readers.page import UNSEEN, WebPage, look_at
from generator.readers.page_layout import captions, settle_layout
from generator.readers.page_marks import level_marks
from generator.readers.raised import note
from generator.readers.reading import Extract, Proposals, Refusal, line, paragraphs
from generator.sources import Known

# An element of the library's tree; lxml ships no types.
Element: TypeAlias = Any

# An article that is less than this share of the words on its page is more likely a failure to find the article.
LEAST_SHARE = 0.1
# Below this share an officer is asked to look.
USUAL = 0.4
# What the library's parser may lose of the words of a page. It stops at 256 nested elements, without a word.
LEAST_PARSED = 0.9

BLOCKS = {"head", "p", "quote", "item", "row", "ab", "code", "div", "list", "table", "fw", "comments", "main", "body"}
# What a page never shows as text, and what would steer the library: taken out before it looks for the article.
INERT = sorted({*UNSEEN, "frame", "embed"} - {"title"})
# A line break of the page, told from one of its source; two of them part paragraphs.
BREAK = "\u2028"
EMPTY_LINE = re.compile(rf"{BREAK}\s*{BREAK}")
# Fields of sources.yml: the library's name of the value, and where pages declare it, the surest first.
FIELDS = {
    "title": ("title", ("og:title", "headline (JSON-LD)", "main heading", "title")),
    "author": ("author", ("author", "article:author", "author (JSON-LD)")),
    "publisher": ("sitename", ("og:site_name", "publisher (JSON-LD)")),
    "issued": ("date", ("article:published_time", "datePublished (JSON-LD)", "datePublished", "dc.date", "date")),
    "URL": ("url", ("canonical address", "og:url")),
}
# The name of a site behind a title: "Port to reopen | Harbour News".
_SITE = re.compile(r"(?P<heading>\S.*?)\s+(?P<sign>[|–—-])\s+(?P<site>[^|]{2,60})\Z")
# The library would take no date after today, and a page must read the same whatever the day. No guess from the text.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}


def extract(page: str) -> Extract:
    """Return the article of `page` and what the page says about itself; raises Refusal where text would be lost."""
    seen = look_at(page)
    tree = trafilatura.load_html(page)
    body = paragraphs(seen.article.splitlines())
    if tree is None or not (seen.words or _letters(body)):
        raise Refusal("it holds no text that can be read", MEND)
    _refuse_if_less(len(_letters(_visible(tree))), seen.words, LEAST_PARSED, "nested too deep, or broken")
    marks = note(level_marks(tree))
    for element in list(tree.iter("base")):
        element.drop_tree()
    found = extract_metadata(tree, date_config=DATES)
    text = _article(tree)
    # A page may show a picture and its caption alone, and give the article to machines.
    if len(_letters(body)) > 2 * len(_letters(text)):
        taken = "the article is taken from what the page gives to machines (articleBody, JSON-LD); it shows less of it"
        return Extract(body, _proposals(found, seen), (taken, *marks), _left_out(seen, body))
    if not text:
        raise Refusal("no article is found in it, or no more than the caption of a picture", MEND)
    share = len(_letters(text)) / seen.words
    _refuse_if_less(len(_letters(text)), seen.words, LEAST_SHARE, "its article is not found")
    notes = (
        (f"the article is {share:.0%} of the words on the page: look whether it is whole (--show)",)
        if share < USUAL
        else ()
    )
    return Extract(text, _proposals(found, seen), notes + marks, _left_out(seen, text))


def _left_out(seen: WebPage, text: str) -> tuple[str, ...]:
    """Return the lines that the page shows and `text` does not hold."""
    there = _letters(text)
    return tuple(line for line in seen.lines if _letters(line) and _letters(line) not in there)


def _article(tree: Element) -> str:
    """Return the article that the library finds in `tree`; nothing where it is no more than captions of pictures."""
    for element in list(tree.iter(*INERT)):
        element.drop_tree()
    settle_layout(tree)
    pictured = _letters(captions(tree))
    document = trafilatura.bare_extraction(tree, include_comments=False)
    if not isinstance(document, Document) or document.body is None:
        return ""
    text = paragraphs(_blocks(document.body))
    return "" if _letters(text) in pictured else text


MEND = "open the page, copy its text into a .txt file and add that"


def _refuse_if_less(found: int, there: int, share: float, why: str) -> None:
    if found < share * there:
        raise Refusal(f"of the {there} letters on the page only {found} can be read: {why}", MEND)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _visible(tree: Element) -> str:
    """Return the text of `tree` that the page shows."""
    unseen = " or ".join(f"ancestor::{tag}" for tag in sorted(UNSEEN))
    return "".join(tree.xpath(f"//text()[not({unseen})]"))


def _blocks(element: Element) -> Iterator[str]:
    """Yield the text of each block of the library's document, in order; what stands between blocks is one too.

    Two breaks with nothing between them end a block as well.
    """
    for block in _whole_blocks(element):
        yield from EMPTY_LINE.split(block)


def _whole_blocks(element: Element) -> Iterator[str]:
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
    return BREAK if element.tag == "lb" else "".join(element.itertext())


def _proposals(found: Document, page: WebPage) -> Proposals:
    proposals = {"type": ("webpage", Known("stated", "the file is a web page"))}
    for field, (name, places) in FIELDS.items():
        proposal = _proposal(field, getattr(found, name) or "", places, page)
        if proposal:
            proposals[field] = proposal
    if page.language:
        proposals["language"] = (page.language, Known("stated", "the language of the page"))
    return proposals


def _proposal(field: str, found: str, places: tuple[str, ...], page: WebPage) -> tuple[str, Known] | None:
    """Return the value of `field`: what the library found if the page declares it, what it declares, what was found."""
    declared = [(place, declared_value(field, content)) for place, content in page.declared]
    surest = [pair for wanted in places for pair in declared if pair[1] and pair[0].lower() == wanted.lower()]
    # A page names days for many things, and only some of them are its own.
    elsewhere = declared if field != "issued" else []
    for place, content in [pair for pair in (*surest, *elsewhere) if pair[1] == found] or surest:
        if content and field == "title":
            return _bare_title(place, content, page)
        if content:
            return content, Known("stated", f"{place} of the page")
    # An address that the page does not declare is one of something in it.
    value = declared_value(field, found)
    if not value or field == "URL":
        return None
    doubt = "; it may be another day than that of the text" if field == "issued" else ""
    return value, Known("inferred", f"read off the layout of the page{doubt}")


def _bare_title(place: str, title: str, page: WebPage) -> tuple[str, Known]:
    """Return `title` without the name of the site behind it: as the page has it elsewhere, else inferred."""
    match = _SITE.match(title)
    if not match:
        return title, Known("stated", f"{place} of the page")
    heading, sign, site = match.group("heading", "sign", "site")
    alone = [where for where, content in page.declared if line(content) == heading and where in FIELDS["title"][1]]
    if alone:
        return heading, Known("stated", f"{alone[0]} of the page")
    sites = [line(content) for where, content in page.declared if where in FIELDS["publisher"][1]]
    if sign == "|" or site in sites:
        return heading, Known("inferred", f"{place} of the page, without “{sign} {site}” behind it")
    return title, Known("stated", f"{place} of the page")
