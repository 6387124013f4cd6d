"""The lines of one entry in a YAML file: taken out, or its id written anew, and no other byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.dossier.documents import Document, Value, parse
from generator.dossier.files import Place
from generator.messages.problems import DossierError

# What YAML counts as the end of a line.
_LINE = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\\Z)")


def lines_of(text: str) -> list[str]:
    """Return the lines of a YAML file with their ends, as places in it count them."""
    return [line for line in _LINE.findall(text) if line]


def without_entry(text: str, file: str, id_: str) -> str:
    """Return the text of `file` without the entry `id_`, the comments that go with it, and a blank line beside it.

    Comments go with an entry that stand indented in it, or right above it without a blank line between, except those
    that the file begins with. Raises DossierError where the entry cannot be taken out without touching more.
    """
    document, lines = parse(text, file), lines_of(text)
    starts = sorted(line - 1 for route, (line, _) in document.keys.items() if len(route) == 1)
    first = document.keys[(id_,)][0] - 1
    after = next((line for line in starts if line > first), None)
    begin, end = _begin(lines, first), _end(lines, first, after)
    while end < len(lines) and not lines[end].strip():
        end += 1
    if end == len(lines):
        while begin and not lines[begin - 1].strip():
            begin -= 1
    result = "".join(lines[:begin] + lines[end:])
    left = {key: value for key, value in _as_mapping(document).items() if key != id_}
    if _says(result, file) != left:
        raise document.key(id_).error(
            f"the entry `{id_}` cannot be taken out without touching others",
            "begin each entry with its id on a line of its own",
        )
    return result


def _begin(lines: Sequence[str], first: int) -> int:
    begin = first
    while begin and lines[begin - 1].startswith("#"):
        begin -= 1
    head = next((at for at, line in enumerate(lines) if not line.lstrip("\ufeff").startswith("#")), len(lines))
    return first if begin < head else begin


def _end(lines: Sequence[str], first: int, after: int | None) -> int:
    """Return the line after the last one of the entry: its values, and comments indented below them."""
    end = first + 1
    for at in range(first + 1, len(lines) if after is None else after):
        if lines[at].strip() and lines[at][0] in " \t":
            end = at + 1
    return end


def with_text_at(text: str, file: str, places: Iterable[tuple[int, int]], old: str, new: str) -> str:
    """Return the text of `file` with `new` where `old` is written at `places` (line and column from 1).

    Raises DossierError for each place at which the word stands in another spelling than plain or in quotes.
    """
    lines, problems = lines_of(text), []
    for line, column in sorted(set(places), reverse=True):
        content, start = lines[line - 1], column - 1
        if line == 1 and content.startswith("\ufeff"):
            start += 1
        written = next((form for form in _forms(old) if content.startswith(form, start)), None)
        if written is None:
            what = f"`{old}` is spelled here in a way that only a person can change"
            problems.append(Place(file, line, column).problem(what, f"write `{new}` yourself"))
            continue
        lines[line - 1] = content[:start] + written.replace(old, new) + content[start + len(written) :]
    if problems:
        raise DossierError(problems)
    return "".join(lines)


def _forms(word: str) -> Iterator[str]:
    yield from (f'"{word}"', f"'{word}'", word)


def _as_mapping(document: Document) -> dict[str, Any]:
    value = document.value
    return value if isinstance(value, dict) else {}


def _says(text: str, file: str) -> Value:
    """Return what a file says; {} for one of comments alone, None for one that cannot be read."""
    if all(not line.strip() or line.lstrip("\ufeff").startswith("#") for line in lines_of(text)):
        return {}
    try:
        return parse(text, file).value
    except DossierError:
        return None
