"""Where the note of each citation stands on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.prints.inline import Run, plain
from generator.prints.markdown import Block

# The most characters of notes that one block may send to the foot of its pages, somewhat less than a page of them. A
# line goes where its notes find room: of a list with more than a page of notes the engine moves lines to and fro, and
# does not come to rest.
MOST_AT_FOOT = 4_000


# On paper a brief has so many notes; every line keeps its first citation before any has a second.
MOST_NOTES = 18
_MARKS = '“”"„«»'
_OUTER = re.compile(rf"“(?=[{_MARKS}])(.*)”(?=\s?—)|“(.*(?<=[{_MARKS}]))”(?=\s?—)", re.DOTALL)


def without_outer_marks(runs: list[Run]) -> list[Run]:
    """Return a note without the marks around its passage, where this begins or ends with marks of its own."""
    if not runs or "t" not in runs[0]:
        return runs
    first = _OUTER.sub(lambda found: found[1] or found[2] or "", runs[0]["t"], count=1)
    return [{**runs[0], "t": first}, *runs[1:]]


def with_few_notes(blocks: list[Block], most: int = MOST_NOTES) -> list[Block]:
    """Return `blocks` with citations of `most` labels: the first of each line before the second of any."""
    blocks = [block if block.get("ordered") else _first_cited(block) for block in blocks]
    units = [list(dict.fromkeys(cited([{"runs": unit}]))) for unit in _units(blocks)]
    ranked = [label for place in range(max(map(len, units), default=0)) for unit in units for label in unit[place:][:1]]
    kept = set(list(dict.fromkeys(ranked))[:most])
    return [_with_cites(block, kept) for block in blocks]


def _first_cited(value: Any) -> Any:
    """Return part of a block with the first citation of several that follow each other; lines of an editor keep all."""
    if isinstance(value, list):
        return [_first_cited(part) for part in value if not (isinstance(part, dict) and part.get("sep"))]
    return {key: _first_cited(part) for key, part in value.items()} if isinstance(value, dict) else value


def _units(value: Any) -> Iterator[list[Run]]:
    """Yield the runs of each line: a paragraph, an item of a list, a cell of a table."""
    if isinstance(value, dict):
        if value.get("k") == "table":
            yield from (cell for row in value["rows"] for cell in row)
        elif "runs" in value:
            yield value["runs"]
        else:
            for part in value.values():
                yield from _units(part)
    elif isinstance(value, list):
        for part in value:
            yield from _units(part)


def _with_cites(value: Any, kept: set[str]) -> Any:
    if isinstance(value, list):
        return [
            _with_cites(part, kept)
            for part in value
            if not (isinstance(part, dict) and part.get("cite", "") not in ("", *kept))
        ]
    return {key: _with_cites(part, kept) for key, part in value.items()} if isinstance(value, dict) else value


def cited(blocks: Sequence[Block]) -> list[str]:
    """Return the labels that `blocks` cite, in the order in which a reader meets them first."""
    labels: dict[str, None] = {}
    _walk(list(blocks), labels)
    return list(labels)


def _walk(value: Any, labels: dict[str, None]) -> None:
    if isinstance(value, dict):
        if "cite" in value:
            labels.setdefault(value["cite"])
        _walk(list(value.values()), labels)
    elif isinstance(value, list):
        for item in value:
            _walk(item, labels)


def place_notes(blocks: list[Block], notes: Mapping[str, Sequence[Run]], at_foot: int = MOST_AT_FOOT) -> list[Block]:
    """Return `blocks` with each citation told where its note of `notes` stands, and some the notes that stand below.

    A note stands where its label is cited first (`first`): at the foot of the page, or below (`place`) a block that has
    more than `at_foot` characters of them.
    """
    sizes = {label: len(plain(runs)) for label, runs in notes.items()}
    places: dict[str, str] = {}
    shown: list[Block] = []
    for block in blocks:
        new = [label for label in cited([block]) if label not in places]
        below = sum(sizes.get(label, 0) for label in new) > at_foot
        places |= dict.fromkeys(new, "below" if below else "foot")
        kept = {key: value for key, value in block.items() if key != "notes"}
        shown.append({**_place(kept, places, set(new)), **({"notes": new} if below else {})})
    return shown


def _place(value: Any, places: Mapping[str, str], new: set[str]) -> Any:
    """Return part of a block with the citations in it placed; the first of each of the `new` labels says so."""
    if isinstance(value, list):
        return [_place(item, places, new) for item in value]
    if not isinstance(value, dict):
        return value
    if "cite" in value:
        first = value["cite"] in new
        new.discard(value["cite"])
        return {**value, "first": first, "place": places[value["cite"]]}
    return {key: _place(item, places, new) for key, item in value.items()}
