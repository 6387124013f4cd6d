"""Names and titles of the desk's own that have quotation marks in them: a concept *The “four nos” policy*.

What a person calls a brief, a concept, an event or a source is nobody's words. Such a name, whole, is no quotation
wherever it stands; its words in marks without the rest of it are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.dossier.documents import read_document
from generator.messages.problems import DossierError
from generator.quotations.finding import fold

# Of a file of briefs/ that is a brief, only these are names; the rest are lines, which must be carried.
_NAMES_OF_A_BRIEF = ("title",)
_WHOLE_FILES = ("agenda", "dossier", "entities", "topic-map")
_MARKS = re.compile("[“”„«»\"‘’']")
# What print and pages may put between two letters: the end of a line, with a hyphen or without, and what is not seen.
_BETWEEN = "(?:[-\u2010]?\x1f ?|[\u00ad\u200b\u200c\u200d\u2060\ufeff])*"
_BLANK = r"[\s\x1f]+"


def own_names(folder: Path) -> tuple[str, ...]:
    """Return the names and titles with marks in the dossier in `folder`; none of a file that cannot be read."""
    files = [*sorted((folder / "briefs").glob("*.yml")), folder / "seeds" / "sources.yml"]
    names = {fold(text) for file in files for text in _texts(_names_in(file))}
    return tuple(sorted(name for name in names if _MARKS.search(name)))


def places(names: Sequence[str], paragraph: str) -> list[tuple[int, int]]:
    """Return where any of `names` stand in `paragraph`, in code points, end exclusive."""
    if not names or not _MARKS.search(paragraph):
        return []
    return [match.span() for name in names for match in _pattern(name).finditer(paragraph)]


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    words = (_BETWEEN.join(re.escape(char) for char in word) for word in name.split())
    return re.compile(rf"(?<!\w){_BLANK.join(words)}(?!\w)")


def _names_in(file: Path) -> Any:
    try:
        value = read_document(file.parent, file.name, file.name).value
    except DossierError:
        return None
    if file.parent.name == "briefs" and file.stem not in _WHOLE_FILES:
        return [value.get(key) for key in _NAMES_OF_A_BRIEF] if isinstance(value, dict) else None
    return value


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts in `value`, keys among them: an alias may be the name of what it stands for."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in _texts(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in _texts(one))
