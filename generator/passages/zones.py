"""Zones: what each line of a text is. General rules only; what one publisher adds is a dossier's pattern.

Two steps. First each line alone gets a shape (`generator.passages.shapes`). Then the shapes around it decide the zone:
a short line without a full stop is a heading between paragraphs, a byline under the headline, a button at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.passages.captions import is_scene, points_at_a_picture
from generator.passages.datelines import inline_dateline, is_names
from generator.passages.furniture import heads_links, opens_comments
from generator.passages.lines import WHITE, lines
from generator.passages.prose import is_list_marked
from generator.passages.shapes import Shape, Shaped, shaped
from generator.passages.wrapping import unwrapped

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


@dataclass(frozen=True)
class _Plan:
    """The lines of a text and where its parts begin, as indices of lines; the number of lines where there is none.

    `headline`; `begins`, the line with the dateline (0: none); `first` and `last` line of prose; `comments`, the head
    of the readers' comments. `pictures`: there are pictures in the text; `gaps`: empty lines part its paragraphs.
    """

    lines: tuple[Shaped, ...]
    headline: int
    begins: int
    first: int
    last: int
    comments: int
    pictures: bool
    gaps: bool


# Shapes that have one zone wherever they stand.
_FIXED: dict[Shape, Zone] = {
    "furniture": "boilerplate",
    "weather": "boilerplate",
    "picture": "caption",
    "caption": "caption",
    "byline": "byline",
    "title": "heading",
    "item": "body",
}

_DOCUMENT = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|press release|remarks|speech|agreement|treaty|transcript|readout|"
    r"fact ?sheet|memorandum|interview|address|annex|preamble|background|summary|introduction|"
    r"overview|conclusions?|context)\b",
    re.IGNORECASE,
)


def blocks(text: str, boilerplate: Iterable[re.Pattern[str]] = ()) -> Iterator[Block]:
    """Yield the blocks of `text` in order: its lines, or paragraphs where the text is hard-wrapped, each with its zone.

    `boilerplate` are a dossier's own patterns; a line of at most 600 code points that one of them matches as a whole
    is boilerplate.
    """
    patterns = tuple(boilerplate)
    plan = _plan(tuple(shaped(text, unwrapped(text, tuple(lines(text))), patterns)))
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


def _plan(found: tuple[Shaped, ...]) -> _Plan:
    shapes = [each.shape for each in found]
    # A text without any closed sentence may still be one: then the lines that read so are its body.
    prose = [i for i, shape in enumerate(shapes) if shape in ("sentence", "item")]
    prose = prose or [i for i, shape in enumerate(shapes) if shape == "loose"]
    first, last = (prose[0], prose[-1]) if prose else (len(found), len(found))
    headline = _headline(found, first)
    if headline == first:
        first = next((i for i in prose if i > headline), len(found))
    return _Plan(
        found,
        headline,
        _datelined(found),
        first,
        last,
        _comments(found),
        pictures="picture" in shapes or "caption" in shapes,
        gaps=any(each.line.gap for each in found),
    )


def _zones(plan: _Plan) -> Iterator[Zone]:
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
            zone = "boilerplate" if _beside(plan.lines, i, "weather") else "dateline"
        elif _is_caption(plan, i):
            zone = "caption"
        elif each.shape == "sentence":
            zone = "body"
        else:
            zone = _label(plan, i, before)
        yield zone
        before = zone


def _headline(found: Sequence[Shaped], first: int) -> int:
    """Return which line is the headline: the first line before the body that could be one."""
    labels = [i for i, each in enumerate(found[:first]) if each.shape in ("label", "loose", "title")]
    for i in labels:
        if is_names(found[i].words) and _beside(found, i, "weather"):
            continue
        if len(found[i].words.split()) >= 4 or found[i].shape == "title":
            return i
    named = [i for i in labels if _DOCUMENT.search(found[i].words) and not _beside(found, i, "weather")]
    if named:
        return named[0]
    if first < len(found) - 1 and _is_closed_headline(found[first].words, found[first + 1 :]):
        return first
    return next((i for i in labels if not _beside(found, i, "weather")), len(found))


def _datelined(found: Sequence[Shaped]) -> int:
    """Return which line the report begins on, told by its dateline; short closed lines before are headlines.

    Looked for among the first lines only, and in vain if anything long stands before; 0 if there is none.
    """
    opening = True
    for i, each in enumerate(found[:6]):
        if each.shape == "sentence":
            if inline_dateline(each.words, 0, len(each.words), opening=opening):
                return i
            if len(each.words) > 160:
                return 0
            opening = False
    return 0


def _comments(found: Sequence[Shaped]) -> int:
    """Return which line opens the readers' comments; the number of lines if none does.

    A button of that name stands above many articles too: what follows must be a small part of the text.
    """
    sizes = [len(each.words) if each.shape in ("sentence", "item", "loose") else 0 for each in found]
    before, whole = 0, sum(sizes)
    for i, (each, size) in enumerate(zip(found, sizes, strict=True)):
        before += size
        if each.shape == "furniture" and opens_comments(each.words) and before >= 0.7 * whole > 0:
            return i
    return len(found)


def _is_closed_headline(words: str, after: Sequence[Shaped]) -> bool:
    """Say whether the first sentence of a text is its headline all the same: a question, or In Such Capitals."""
    if len(words) > 130 or not any(each.shape == "sentence" for each in after[:4]):
        return False
    long_words = [word.strip("“”\"'‘’(),.?!:") for word in words.split()]
    long_words = [word for word in long_words if len(word) > 3]
    raised = sum(word[:1].isupper() or word[:1].isdigit() for word in long_words)
    return (len(long_words) >= 4 and raised >= 0.8 * len(long_words)) or words.endswith("?")


def _beside(found: Sequence[Shaped], i: int, shape: Shape, reach: int = 2) -> bool:
    return any(each.shape == shape for each in found[max(0, i - reach) : i + reach + 1])


def _is_caption(plan: _Plan, i: int) -> bool:
    each = plan.lines[i]
    words = each.words
    if points_at_a_picture(words) and len(words.split()) <= 45 and not is_list_marked(words):
        return True
    if i > 0 and plan.lines[i - 1].shape == "picture" and len(words) <= 300:
        alone = i + 1 == len(plan.lines) or plan.lines[i + 1].line.gap
        return (plan.gaps and alone and not each.line.gap) or is_scene(words)
    return plan.pictures and i > plan.first and is_scene(words)


def _label(plan: _Plan, i: int, before: Zone) -> Zone:
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
    if above.shape == "furniture" and (heads_links(above.words) or (count <= 2 and below.shape == "furniture")):
        return "boilerplate"
    if is_list_marked(each.words) and is_list_marked(plan.lines[i + 1].words):
        return "body"
    # Titles stand alone; three short lines together are a list that lost its marks.
    return "body" if count >= 4 and _in_a_run(plan.lines, i) else "heading"


def _front(plan: _Plan, i: int, count: int) -> Zone:
    """Return the zone of a label before the first sentence that is not the headline."""
    words = plan.lines[i].words
    weather = _beside(plan.lines, i, "weather")
    if i < plan.headline:
        return "heading" if _DOCUMENT.search(words) and not weather else "boilerplate"
    if count == 1 and words.istitle() and not weather and _beside(plan.lines, i, "date", reach=1):
        return "dateline"
    if is_names(words) and not _DOCUMENT.search(words):
        return "byline"
    return "heading" if count > 3 or _DOCUMENT.search(words) else "boilerplate"


def _leads_in(before: Shaped, each: Shaped) -> bool:
    """Say whether a line is an item of a list without marks: in lower case, or below a line that ends in a colon."""
    if each.words[:1].islower():
        return True
    return not each.line.gap and (before.shape == "label" or before.words.endswith(":"))


def _in_a_run(found: Sequence[Shaped], i: int) -> bool:
    """Say whether line `i` is one of three labels or more in a row."""
    near = "".join("l" if each.shape == "label" else "-" for each in found[max(0, i - 2) : i + 3])
    return "lll" in near
