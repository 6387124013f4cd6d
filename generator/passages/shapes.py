"""Shapes: what a line looks like by its own words, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.passages.boilerplate import LONGEST, is_boilerplate, is_picture_name, is_weather
from generator.passages.captions import has_credit
from generator.passages.datelines import is_byline, is_date_line
from generator.passages.lines import Line
from generator.passages.prose import is_item, is_loose_sentence, is_sentence, is_title

Shape = Literal[
    "boilerplate", "weather", "picture", "caption", "date", "byline", "title", "item", "sentence", "loose", "label"
]

# The first that fits is the shape of a line; what none fits is a label: short, without a full stop.
_SHAPES: tuple[tuple[Shape, Callable[[str], bool]], ...] = (
    ("weather", is_weather),
    ("picture", is_picture_name),
    ("date", is_date_line),
    ("boilerplate", is_boilerplate),
    ("caption", has_credit),
    ("byline", is_byline),
    ("title", is_title),
    ("item", is_item),
    ("sentence", is_sentence),
    ("loose", is_loose_sentence),
)


@dataclass(frozen=True)
class Shaped:
    """A line, its words in one row (at most `LONGEST` code points of them, for the rules to look at) and its shape."""

    line: Line
    words: str
    shape: Shape


def shape_lines(text: str, lines: Iterable[Line], boilerplate: tuple[re.Pattern[str], ...]) -> Iterator[Shaped]:
    """Yield each line of `lines` with its shape; one that a pattern of `boilerplate` matches whole is boilerplate."""
    for line in lines:
        words = text[line.start : min(line.end, line.start + LONGEST)]
        if line.end - line.start > LONGEST:
            long_caption = line.end - line.start <= 2 * LONGEST and has_credit(text[line.start : line.end])
            yield Shaped(line, words, "caption" if long_caption else "sentence")
        elif any(pattern.fullmatch(words) for pattern in boilerplate):
            yield Shaped(line, words, "boilerplate")
        else:
            row = " ".join(words.split())
            yield Shaped(line, row, next((shape for shape, fits in _SHAPES if fits(row)), "label"))
