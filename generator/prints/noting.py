"""Where the note of each citation stands on paper."""

from __future__ import annotations

from typing import Any

from generator.prints.markdown import Block
from generator.prints.pages import cited


def noted(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with each citation told where its note stands, and each table the notes that stand below it.

    A note stands where its label is cited first (`first`): at the foot of the page, or, for a table, below the table
    (`place`), since a table may run over pages and its rows move while notes are placed.
    """
    places: dict[str, str] = {}
    return [_noted_block(block, places) for block in blocks]


def _noted_block(value: Any, places: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_noted_block(item, places) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("k") == "table":
        new = [label for label in cited([value]) if label not in places]
        places |= dict.fromkeys(new, "table")
        return {**value, **{key: _placed(value[key], places, set(new)) for key in ("head", "rows")}, "notes": new}
    if "cite" in value:
        first = value["cite"] not in places
        return {**value, "first": first, "place": places.setdefault(value["cite"], "foot")}
    return {key: _noted_block(item, places) for key, item in value.items()}


def _placed(value: Any, places: dict[str, str], new: set[str]) -> Any:
    """Return part of a table with the citations in it placed; the first of each of the `new` labels says so."""
    if isinstance(value, list):
        return [_placed(item, places, new) for item in value]
    if not isinstance(value, dict):
        return value
    if "cite" in value:
        first = value["cite"] in new
        new.discard(value["cite"])
        return {**value, "first": first, "place": places[value["cite"]]}
    return {key: _placed(item, places, new) for key, item in value.items()}
