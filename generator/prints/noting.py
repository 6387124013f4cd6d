"""Where the note of each citation stands on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.prints.inline import Run, plain
from generator.prints.markdown import Block
from generator.prints.pages import cited

# The most characters of notes that one block may send to the foot of its pages, somewhat less than a page of them. A
# line goes where its notes find room: of a list with more than a page of notes the engine moves lines to and fro, and
# does not come to rest.
MOST_AT_FOOT = 4_000


def noted(blocks: list[Block], notes: Mapping[str, Sequence[Run]], at_foot: int = MOST_AT_FOOT) -> list[Block]:
    """Return `blocks` with each citation told where its note of `notes` stands, and some the notes that stand below.

    A note stands where its label is cited first (`first`): at the foot of the page, or below (`place`): below a table,
    which may run over pages and whose rows move while notes are placed, and below any other block that has more than
    `at_foot` characters of them.
    """
    sizes = {label: len(plain(runs)) for label, runs in notes.items()}
    places: dict[str, str] = {}
    shown: list[Block] = []
    for block in blocks:
        new = [label for label in cited([block]) if label not in places]
        below = block["k"] == "table" or sum(sizes.get(label, 0) for label in new) > at_foot
        places |= dict.fromkeys(new, "below" if below else "foot")
        kept = {key: value for key, value in block.items() if key != "notes"}
        shown.append({**_placed(kept, places, set(new)), **({"notes": new} if below else {})})
    return shown


def _placed(value: Any, places: Mapping[str, str], new: set[str]) -> Any:
    """Return part of a block with the citations in it placed; the first of each of the `new` labels says so."""
    if isinstance(value, list):
        return [_placed(item, places, new) for item in value]
    if not isinstance(value, dict):
        return value
    if "cite" in value:
        first = value["cite"] in new
        new.discard(value["cite"])
        return {**value, "first": first, "place": places[value["cite"]]}
    return {key: _placed(item, places, new) for key, item in value.items()}
