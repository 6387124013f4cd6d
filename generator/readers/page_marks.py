"""Raised and lowered characters of a web page, put on the line before its article is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from generator.readers.page import UNSEEN
from generator.readers.raised import NEAR, Run, left_out, on_the_line, told

# An element of the library's tree; lxml ships no types.
Element: TypeAlias = Any

# What can stand within a line; all others begin and end one.
INLINE = set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
STYLE = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
# How programs name the link from a text to its note; the link back has another name, or "ref" in it.
REFERENCE_CLASS = re.compile(
    r"(?:foot|end)?note[-_]?(?:ref|reference|link|anchor|call)s?|fn[-_]?ref|mso(?:foot|end)notereference|"
    r"noteref|doc-noteref",
    re.IGNORECASE,
)
REFERENCE_ADDRESS = re.compile(r"#_?(?:fn|ftn|edn|footnote|endnote|note|cite[_-]?note)[:._-]?\d", re.IGNORECASE)
# What a link that is not raised must touch to be a mark: else its figure may be one of the sentence.
TOUCHED = re.compile(r"[\w.,;:!?%)\]”\"’'»]\Z")


def level_marks(tree: Element) -> tuple[str, ...]:
    """Put raised and lowered characters of `tree` on the line, and return the marks of notes that are left out.

    The tree is changed in place.
    """
    out: list[str] = []
    for element, run, text, before in list(_settled(tree)):
        if left_out(run, text):
            out.append(told(before, run))
        for child in list(element):
            element.remove(child)
        element.text = text
        element.drop_tag()
    return tuple(out)


def _settled(tree: Element) -> Iterator[tuple[Element, Run, str, str]]:
    """Yield each outermost raised or lowered element, its characters, what is to stand for them, and what is before."""
    before = ""
    inside: Element = None
    for starts, element in _walk(tree):
        if inside is not None and inside is not element:
            continue
        if element.tag not in INLINE:
            before = "" if isinstance(element.tag, str) else before
        if not starts:
            inside = None
            before += element.tail or ""
        elif _is_mark(element, before) and not any(child.tag not in INLINE for child in element.iterdescendants()):
            inside = element
            level, refers = _level(element)
            run = Run("".join(element.itertext()), level or 1, refers)
            text = on_the_line(before, run, element.tail or "")
            yield element, run, text, before
            before += text
        elif isinstance(element.tag, str) and element.tag not in UNSEEN:
            before += element.text or ""
        before = before[-NEAR:]


def _walk(tree: Element) -> Iterator[tuple[bool, Element]]:
    """Yield each element of `tree` where it starts (True) and where it ends (False), in document order."""
    waiting = [(True, tree)]
    while waiting:
        starts, element = waiting.pop()
        yield starts, element
        if starts:
            waiting.append((False, element))
            waiting.extend((True, child) for child in reversed(element))


def _is_mark(element: Element, before: str) -> bool:
    level, refers = _level(element)
    words = "".join(element.itertext()).strip() if refers else ""
    return level != 0 or (refers and (words[:1] in ("[", "(") or TOUCHED.search(before) is not None))


def _level(element: Element) -> tuple[int, bool]:
    """Return whether `element` is raised (1) or lowered (-1), and whether the page says that it refers to a note."""
    style = STYLE.search(element.get("style") or "")
    level = {"sup": 1, "sub": -1}.get(element.tag, 0) or ({"super": 1, "sub": -1}[style[1].lower()] if style else 0)
    if level < 0:
        return level, False
    if level:
        return level, any(_refers(one) for one in element.iter()) or _refers(element.getparent())
    return 0, element.tag == "a" and _refers(element)


def _refers(element: Element) -> bool:
    """Say whether the page marks `element` as the reference to a note: by its kind, its class, or where it leads."""
    if element is None or element.tag not in INLINE:
        return False
    names = " ".join(element.get(name) or "" for name in ("class", "role", "epub:type", "rel"))
    if any(REFERENCE_CLASS.fullmatch(name) for name in names.split()):
        return True
    return element.tag == "a" and REFERENCE_ADDRESS.search(element.get("href") or "") is not None
