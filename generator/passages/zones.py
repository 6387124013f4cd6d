"""Zones: what each line of a text is. General rules only; what one publisher adds is a dossier's pattern.

Three steps. Each line alone gets a shape (`shapes`); the shapes tell where the parts of the text begin (`parts`); where
a line stands among them, and beside what, decides its zone: a short line without a full stop is a heading between
paragraphs, a byline under the headline, a button at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.passages.boilerplate import heads_links
from generator.passages.captions import is_scene, points_at_a_picture
from generator.passages.datelines import inline_dateline, is_names
from generator.passages.front_matter import read_front_matter
from generator.passages.lines import WHITE, lines
from generator.passages.parts import DOCUMENT, Parts, beside, parts
from generator.passages.prose import is_list_marked
from generator.passages.shapes import Shape, Shaped, shape_lines
from generator.passages.wrapping import unwrap

Zone = Literal["body", "heading", "dateline", "byline", "caption", "boilerplate"]


@dataclass(frozen=True)
class Block:
    """A stretch of the text in one zone: ``[start, end)`` in code points, without the white space around it.

    `line` is the line of the text, counted from 1 with empty ones, on which the paragraph it belongs to begins; a line
    with a dateline before its first sentence gives two blocks.
    """

    start: int
    end: int
    zone: Zone
    line: int


# Shapes that have one zone wherever they stand.
_FIXED: dict[Shape, Zone] = {
    "boilerplate": "boilerplate",
    "weather": "boilerplate",
    "picture": "caption",
    "caption": "caption",
    "byline": "byline",
    "title": "heading",
    "item": "body",
}


def blocks(text: str, boilerplate: Iterable[re.Pattern[str]] = (), title: str | None = None) -> Iterator[Block]:
    """Yield the blocks of `text` in order: its lines, or paragraphs where the text is hard-wrapped, each with its zone.

    `boilerplate` are a dossier's own patterns; a line of at most 600 code points that one of them matches as a whole
    is boilerplate, and so is front matter. The line that is the `title` of the source is a heading.
    """
    patterns = tuple(boilerplate)
    front = read_front_matter(text)
    begins = front.end if front else 0
    every = tuple(lines(text))
    yield from (Block(line.start, line.end, "boilerplate", line.number) for line in every if line.start < begins)
    own = tuple(line for line in every if line.start >= begins)
    plan = parts(tuple(shape_lines(text, unwrap(text, own), patterns)), title)
    opening = True
    for each, zone in zip(plan.lines, _zones(plan), strict=True):
        line = each.line
        start = line.start
        if zone == "body":
            start = inline_dateline(text, line.start, line.end, opening=opening)
            opening = False
        if start > line.start:
            yield Block(line.start, line.start + len(text[line.start : start].rstrip(WHITE)), "dateline", line.number)
        yield Block(start, line.end, zone, line.number)


def _zones(plan: Parts) -> Iterator[Zone]:
    """Yield the zone of each line."""
    before: Zone = "boilerplate"
    for i, each in enumerate(plan.lines):
        if i > plan.comments:
            zone: Zone = "boilerplate"
        elif i == plan.headline or (i < plan.begins and each.shape == "sentence"):
            zone = "heading"
        elif each.shape in _FIXED:
            zone = _FIXED[each.shape]
        elif each.shape == "date":
            zone = "boilerplate" if beside(plan.lines, i, "weather") else "dateline"
        elif _is_caption(plan, i):
            zone = "caption"
        elif each.shape == "sentence":
            zone = "body"
        else:
            zone = _label(plan, i, before)
        yield zone
        before = zone


def _is_caption(plan: Parts, i: int) -> bool:
    each = plan.lines[i]
    words = each.words
    if points_at_a_picture(words) and len(words.split()) <= 45 and not is_list_marked(words):
        return True
    if i > 0 and plan.lines[i - 1].shape == "picture" and len(words) <= 300:
        alone = i + 1 == len(plan.lines) or plan.lines[i + 1].line.gap
        return (plan.gaps and alone and not each.line.gap) or is_scene(words)
    return plan.pictures and i > plan.first and is_scene(words)


def _label(plan: Parts, i: int, before: Zone) -> Zone:
    """Return the zone of a line without a full stop, from where it stands; `before` is the zone of the line before."""
    each = plan.lines[i]
    count = len(each.words.split())
    if each.shape == "loose" and i >= plan.first:
        return "body"
    if is_list_marked(each.words) and before == "body" and is_list_marked(plan.lines[i - 1].words):
        return "body"
    if i > plan.last:
        return "byline" if is_names(each.words) else "boilerplate"
    if i < plan.first:
        return _front(plan, i, count)
    if before == "body" and _leads_in(plan.lines[i - 1], each):
        return "body"
    above, below = plan.lines[i - 1], plan.lines[i + 1]
    if above.shape == "boilerplate" and (heads_links(above.words) or (count <= 2 and below.shape == "boilerplate")):
        return "boilerplate"
    if is_list_marked(each.words) and is_list_marked(plan.lines[i + 1].words):
        return "body"
    # Titles stand alone; three short lines together are a list that lost its marks.
    return "body" if count >= 4 and _in_a_run(plan.lines, i) else "heading"


def _front(plan: Parts, i: int, count: int) -> Zone:
    """Return the zone of a label before the first sentence that is not the headline."""
    words = plan.lines[i].words
    weather = beside(plan.lines, i, "weather")
    if i < plan.headline:
        return "heading" if DOCUMENT.search(words) and not weather else "boilerplate"
    if count == 1 and words.istitle() and not weather and beside(plan.lines, i, "date", reach=1):
        return "dateline"
    if is_names(words) and not DOCUMENT.search(words):
        return "byline"
    return "heading" if count > 3 or DOCUMENT.search(words) else "boilerplate"


def _leads_in(before: Shaped, each: Shaped) -> bool:
    """Say whether a line is an item of a list without marks: in lower case, or below a line that ends in a colon."""
    if each.words[:1].islower():
        return True
    return not each.line.gap and (before.shape == "label" or before.words.endswith(":"))


def _in_a_run(found: Sequence[Shaped], i: int) -> bool:
    """Say whether line `i` is one of three labels or more in a row."""
    near = "".join("l" if each.shape == "label" else "-" for each in found[max(0, i - 2) : i + 3])
    return "lll" in near
