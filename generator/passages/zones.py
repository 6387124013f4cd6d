"""Zones: what each line of a text is. General rules only; what one publisher adds is a dossier's pattern.

Two steps. First each line alone gets a *shape* (the first of `_SHAPES` that fits). Then the shapes around it decide
the zone: a short line without a full stop is a heading between paragraphs, a byline under the headline, a button at
the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.passages.captions import has_credit, is_scene, points_at_a_picture
from generator.passages.datelines import inline_dateline, is_byline, is_date_line, is_names
from generator.passages.furniture import LONGEST, is_furniture, is_picture_name, is_weather, opens_comments
from generator.passages.lines import WHITE, Line, lines
from generator.passages.prose import is_item, is_list_marked, is_loose_sentence, is_sentence, is_title
from generator.passages.wrapping import unwrapped

Zone = Literal["body", "heading", "dateline", "byline", "caption", "boilerplate"]
Shape = Literal[
    "furniture", "weather", "picture", "caption", "date", "byline", "title", "item", "sentence", "loose", "label"
]


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
class _Shaped:
    """A line, its words and its shape."""

    line: Line
    words: str
    shape: Shape


# The first that fits is the shape of a line; what none fits is a label: short, without a full stop.
_SHAPES: tuple[tuple[Shape, Callable[[str], bool]], ...] = (
    ("weather", is_weather),
    ("picture", is_picture_name),
    ("date", is_date_line),
    ("furniture", is_furniture),
    ("caption", has_credit),
    ("byline", is_byline),
    ("title", is_title),
    ("item", is_item),
    ("sentence", is_sentence),
    ("loose", is_loose_sentence),
)

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
    shaped = tuple(_shaped(text, line, patterns) for line in unwrapped(text, tuple(lines(text))))
    zones = _zones(shaped)
    opening = True
    for each, zone in zip(shaped, zones, strict=True):
        line = each.line
        start = line.start
        if zone == "body":
            start = inline_dateline(text, line.start, line.end, opening=opening)
            opening = False
        if start > line.start:
            yield Block(line.start, line.start + len(text[line.start : start].rstrip(WHITE)), "dateline", line.number)
        yield Block(start, line.end, zone, line.number)


def _shaped(text: str, line: Line, boilerplate: tuple[re.Pattern[str], ...]) -> _Shaped:
    length = line.end - line.start
    if length > LONGEST:
        words = text[line.start : line.start + LONGEST]
        return _Shaped(line, words, "caption" if has_credit(text[line.start : line.end][: LONGEST * 2]) else "sentence")
    words = text[line.start : line.end]
    if any(pattern.fullmatch(words) for pattern in boilerplate):
        return _Shaped(line, words, "furniture")
    plain = " ".join(words.split())
    return _Shaped(line, plain, next((shape for shape, fits in _SHAPES if fits(plain)), "label"))


def _zones(shaped: Sequence[_Shaped]) -> list[Zone]:
    """Return the zone of each line."""
    prose = [i for i, each in enumerate(shaped) if each.shape in ("sentence", "item")]
    first, last = (prose[0], prose[-1]) if prose else (len(shaped), len(shaped))
    headline = _headline(shaped, first)
    if headline is not None and headline == first:
        first = next((i for i in prose if i > headline), len(shaped))
    pictures = any(each.shape in ("picture", "caption") for each in shaped)
    begins, comments = _datelined(shaped), _comments(shaped)
    zones: list[Zone] = []
    for i, each in enumerate(shaped):
        if i > comments:
            zones.append("boilerplate")
        elif i == headline or (i < begins and each.shape == "sentence"):
            zones.append("heading")
        elif each.shape in _FIXED:
            zones.append(_FIXED[each.shape])
        elif each.shape == "date":
            zones.append("boilerplate" if _beside(shaped, i, "weather") else "dateline")
        elif _is_caption(shaped, i, pictures=pictures):
            zones.append("caption")
        elif each.shape == "sentence":
            zones.append("body")
        else:
            zones.append(_label(shaped, zones, i, first, last, headline))
    return zones


def _headline(shaped: Sequence[_Shaped], first: int) -> int | None:
    """Return which line is the headline: the first line before the body that could be one."""
    labels = [i for i, each in enumerate(shaped[:first]) if each.shape in ("label", "loose", "title")]
    for i in labels:
        if is_names(shaped[i].words) and _beside(shaped, i, "weather"):
            continue
        if len(shaped[i].words.split()) >= 4 or shaped[i].shape == "title":
            return i
    named = [i for i in labels if _DOCUMENT.search(shaped[i].words) and not _beside(shaped, i, "weather")]
    if named:
        return named[0]
    if first < len(shaped) - 1 and _is_closed_headline(shaped[first].words, shaped[first + 1 :]):
        return first
    free = [i for i in labels if not _beside(shaped, i, "weather")]
    return free[0] if free else None


def _datelined(shaped: Sequence[_Shaped]) -> int:
    """Return which line the report begins on, told by its dateline; short closed lines before are headlines.

    Looked for among the first lines only, and in vain if anything long stands before; 0 if there is none.
    """
    for i, each in enumerate(shaped[:6]):
        if each.shape == "sentence":
            if inline_dateline(each.words, 0, len(each.words), opening=False):
                return i
            if len(each.words) > 160:
                return 0
    return 0


def _comments(shaped: Sequence[_Shaped]) -> int:
    """Return which line opens the readers' comments; the number of lines if none does.

    A button of that name stands above many articles too: what follows must be a small part of the text.
    """
    sizes = [len(each.words) if each.shape in ("sentence", "item", "loose") else 0 for each in shaped]
    before, whole = 0, sum(sizes)
    for i, (each, size) in enumerate(zip(shaped, sizes, strict=True)):
        before += size
        if each.shape == "furniture" and opens_comments(each.words) and before >= 0.7 * whole > 0:
            return i
    return len(shaped)


def _is_closed_headline(words: str, after: Sequence[_Shaped]) -> bool:
    """Say whether the first sentence of a text is its headline all the same: a question, or In Such Capitals."""
    if len(words) > 130 or not any(each.shape == "sentence" for each in after[:4]):
        return False
    long_words = [word.strip("“”\"'‘’(),.?!:") for word in words.split()]
    long_words = [word for word in long_words if len(word) > 3]
    raised = sum(word[:1].isupper() or word[:1].isdigit() for word in long_words)
    return (len(long_words) >= 4 and raised >= 0.8 * len(long_words)) or words.endswith("?")


def _beside(shaped: Sequence[_Shaped], i: int, shape: Shape) -> bool:
    return any(each.shape == shape for each in shaped[max(0, i - 2) : i + 3])


def _is_caption(shaped: Sequence[_Shaped], i: int, *, pictures: bool) -> bool:
    each = shaped[i]
    if points_at_a_picture(each.words) and len(each.words.split()) <= 45 and not is_list_marked(each.words):
        return True
    after_picture = i > 0 and shaped[i - 1].shape == "picture"
    if after_picture and len(each.words) <= 300:
        alone = i + 1 == len(shaped) or shaped[i + 1].line.gap
        return (not each.line.gap and alone and any(one.line.gap for one in shaped)) or is_scene(each.words)
    return pictures and is_scene(each.words) and any(one.shape == "sentence" for one in shaped[:i])


def _label(
    shaped: Sequence[_Shaped], zones: Sequence[Zone], i: int, first: int, last: int, headline: int | None
) -> Zone:
    """Return the zone of a line without a full stop, from where it stands."""
    words = shaped[i].words
    count = len(words.split())
    if shaped[i].shape == "loose" and i > first:
        return "body"
    if i > last:
        return "byline" if is_names(words) else "boilerplate"
    if i < first:
        return _front(shaped, i, headline, count)
    if i and zones[i - 1] == "body" and _leads_in(shaped[i - 1], shaped[i]):
        return "body"
    if shaped[i - 1].shape == "furniture" or (
        count <= 2 and i + 1 < len(shaped) and shaped[i + 1].shape == "furniture"
    ):
        return "boilerplate"
    if count >= 4 and _run(shaped, i) >= 3:
        return "body"
    return "heading"


def _front(shaped: Sequence[_Shaped], i: int, headline: int | None, count: int) -> Zone:
    """Return the zone of a label before the first sentence that is not the headline."""
    words = shaped[i].words
    if headline is None or i < headline:
        return "heading" if _DOCUMENT.search(words) and not _beside(shaped, i, "weather") else "boilerplate"
    if is_names(words) and not _DOCUMENT.search(words):
        return "byline"
    return "heading" if count > 3 or _DOCUMENT.search(words) else "boilerplate"


def _leads_in(before: _Shaped, line: _Shaped) -> bool:
    """Say whether a line is an item of a list without marks, opened by a line that ends in a colon."""
    if before.shape == "label":
        return not line.line.gap
    return before.words.endswith(":") and not line.line.gap


def _run(shaped: Sequence[_Shaped], i: int) -> int:
    """Return how many labels stand together around line `i`."""
    low = high = i
    while low > 0 and shaped[low - 1].shape == "label":
        low -= 1
    while high + 1 < len(shaped) and shaped[high + 1].shape == "label":
        high += 1
    return high - low + 1
