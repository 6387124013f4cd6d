"""A text as it would be taken in, for a person to look at: each stretch with its zone, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.passages.zones import blocks
from generator.readers.intake import Arrival

WIDTH = 12


def display(arrival: Arrival) -> str:
    """Return the text of `arrival`, a block a line after its zone, then the lines of its original that it lacks."""
    return "\n".join(_lines(arrival))


def _lines(arrival: Arrival) -> Iterator[str]:
    text, left_out = arrival.reading.text, arrival.reading.left_out
    title = arrival.values.get("title", arrival.unsure.get("title", ("", None)))[0]
    found = [(block.zone, " ".join(text[block.start : block.end].split())) for block in blocks(text, (), title)]
    yield f"{arrival.reading.name}: {_count_of([words for _, words in found])}; left out: {_count_of(left_out)}"
    yield from (f"{zone:<{WIDTH}}{words}" for zone, words in found)
    yield from (f"{'left out':<{WIDTH}}{line}" for line in left_out)


def _count_of(found: list[str] | tuple[str, ...]) -> str:
    words = sum(len(line.split()) for line in found)
    return f"{len(found):,} {'line' if len(found) == 1 else 'lines'} of {words:,} {'word' if words == 1 else 'words'}"
