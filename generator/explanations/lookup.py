"""Looking up: which passages a person means by a label, a line of a file, or a quotation."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from generator.comparison.items import Item
from generator.comparison.likeness import Cut
from generator.dossier.names import suggestion
from generator.exports.named import text as text_of
from generator.messages.phrasing import one_line
from generator.messages.problems import BriefingError, place
from generator.publication.publication import Publication
from generator.readings.reading import Reading

_LABEL = re.compile(r"\[?\^?(\d+\.\d+)\]?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::\d+)?")
# What leads from a generated page back to passages: a citation, its note, or the anchor of a passage on a source page.
_CITED = re.compile(r"\[\^(\d+\.\d+)\]")
_ANCHOR = re.compile(r'id="s(\d+)"')
_LIKE = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-"}
)
# Parts of a quotation that were left out may hide this many code points of the text.
_LEFT_OUT = 2_000


class NotFound(BriefingError):  # noqa: N818 - what it says, not what it is
    """Nothing is meant by what a person wrote; the message says what comes nearest."""


@dataclass(frozen=True)
class _Folded:
    """A text with case, white space, and kinds of marks levelled; `origin` gives each character's place in the text."""

    text: str
    origin: tuple[int, ...]


def look_up(publication: Publication, folder: Path, query: str) -> tuple[Item, ...]:
    """Return the passages that `query` means, in order: a label, ``FILE:LINE``, or words of a text.

    FILE is a source, or a page of docs/ that leads to its sources. A quotation that stands in several places means all
    of them. Raises NotFound, with the nearest sentence where there is one.
    """
    label = _LABEL.fullmatch(query.strip())
    if label:
        return _by_label(publication, label[1])
    line = _LINE.fullmatch(query.strip())
    if line:
        items = _on_line(publication, folder, line["file"], int(line["line"]))
        if items is not None:
            return items
    return _by_words(publication, query)


def _by_label(publication: Publication, label: str) -> tuple[Item, ...]:
    found = tuple(item for item in publication.comparison.items if item.label == label)
    if not found:
        raise NotFound(f"No passage has the label {label}. The labels of a source stand on its page in docs/sources/.")
    return found


def _on_line(publication: Publication, folder: Path, file: str, line: int) -> tuple[Item, ...] | None:
    """Return the passages that a line of a file means; None where `file` does not look like a file at all."""
    for reading in publication.comparison.readings:
        if _is_file(file, reading.source.file, folder):
            return _line_of_source(publication, reading, line)
    path = next((path for path in (Path(file), folder / file) if path.is_file()), None)
    if path is not None and path.suffix == ".md":
        return _line_of_page(publication, path, file, line)
    if path is None and not re.search(r"[/\\]|\.\w{1,5}$", file):
        return None
    files = [PurePath(reading.source.file).name for reading in publication.comparison.readings]
    if path is not None:
        raise NotFound(f"{file} is neither a source of the dossier nor one of its pages.")
    raise NotFound(f"There is no source or page {file}; {suggestion(PurePath(file).name, files)}.")


def _is_file(given: str, source: str, folder: Path) -> bool:
    if given in (source, PurePath(source).name):
        return True
    return Path(given).resolve() == (folder / source).resolve()


def _line_of_source(publication: Publication, reading: Reading, line: int) -> tuple[Item, ...]:
    source = reading.source
    items = publication.comparison.by_source[source.id]
    bounds = [0, *(match.end() for match in _LINE_END.finditer(source.text))]
    if not 1 <= line <= len(bounds):
        raise NotFound(f"{source.file} has {len(bounds)} lines; there is no line {line}.")
    start = bounds[line - 1]
    end = bounds[line] if line < len(bounds) else len(source.text)
    found = tuple(_overlapping(items, [(start, end)]))
    if found:
        return found
    near = min(items, key=lambda item: abs(item.statement.passage.start - start), default=None)
    where = place(source.text, near.statement.passage.start)[0] if near else 0
    hint = f" The nearest sentence stands on line {where}: “{short(near)}”" if near else ""
    raise NotFound(f"Line {line} of {source.file} is empty.{hint}")


def _line_of_page(publication: Publication, path: Path, file: str, line: int) -> tuple[Item, ...]:
    lines = text_of(str(path)).split("\n")
    if not 1 <= line <= len(lines):
        raise NotFound(f"{file} has {len(lines)} lines; there is no line {line}.")
    labels = list(dict.fromkeys(_CITED.findall(lines[line - 1])))
    found = [item for label in labels for item in publication.comparison.items if item.label == label]
    for reading in publication.comparison.readings:
        if path.stem == reading.source.id:
            anchors = {int(number) for number in _ANCHOR.findall(lines[line - 1])}
            found += [item for item in publication.comparison.by_source[path.stem] if item.index in anchors]
    if not found:
        cited = [number for number, text in enumerate(lines, start=1) if _CITED.search(text) or _ANCHOR.search(text)]
        near = min(cited, key=lambda number: abs(number - line), default=None)
        hint = f" The nearest line that does is {near}." if near else ""
        raise NotFound(f"Line {line} of {file} leads to no passage.{hint}")
    return tuple({item.key: item for item in found}.values())


def _by_words(publication: Publication, query: str) -> tuple[Item, ...]:
    parts = [folded for part in re.split(r"…|\.\.\.", query) if (folded := _fold(part).text.strip(' "'))]
    if not any(char.isalnum() for part in parts for char in part):
        raise NotFound("Write a label (4.9), FILE:LINE, or some words of a sentence in quotation marks.")
    found: list[Item] = []
    for reading in publication.comparison.readings:
        spans = _places(_fold(reading.source.text), parts)
        found += _overlapping(publication.comparison.by_source[reading.source.id], spans)
    if not found:
        raise NotFound(_nearest(publication, query))
    return tuple(found)


def _overlapping(items: Sequence[Item], spans: Iterable[tuple[int, int]]) -> list[Item]:
    """Return the items of one source, in their order, that one of `spans` overlaps."""
    starts = [item.statement.passage.start for item in items]
    ends = [item.statement.passage.end for item in items]
    touched = {at for low, high in spans for at in range(bisect_right(ends, low), bisect_left(starts, high))}
    return [items[at] for at in sorted(touched)]


def _places(folded: _Folded, parts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of every part wherever all of them stand in order, each soon after the one before."""
    start = folded.text.find(parts[0])
    while start >= 0:
        spans = [(start, start + len(parts[0]))]
        for part in parts[1:]:
            end = spans[-1][1]
            at = folded.text.find(part, end, end + _LEFT_OUT)
            if at < 0:
                break
            spans.append((at, at + len(part)))
        if len(spans) == len(parts):
            yield from ((folded.origin[low], folded.origin[high - 1] + 1) for low, high in spans)
        start = folded.text.find(parts[0], start + 1)


def _fold(text: str) -> _Folded:
    chars: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        if unicodedata.category(char) == "Cf":
            continue
        char = " " if char.isspace() else char.translate(_LIKE).lower()
        if char == " " and chars and chars[-1] == " ":
            continue
        chars.extend(char)
        origin.extend([at] * len(char))
    return _Folded("".join(chars), tuple(origin))


def _nearest(publication: Publication, query: str) -> str:
    comparison = publication.comparison
    asked = Cut(len(comparison.readings), query)
    scored = [(comparison.likeness.of(asked, item.words), item) for item in comparison.items]
    score, item = max(scored, key=lambda pair: (pair[0], (-pair[1].number, -pair[1].index)), default=(0.0, None))
    if item is None or score <= 0:
        return f"No source has the words “{query}”, and no sentence is like them."
    line = place(item.source.text, item.statement.passage.start)[0]
    where = f"{item.label}, {item.source.file}:{line}"
    return f"No source has the words “{query}”. The nearest sentence is {where}: “{item.statement.passage.quote}”"


def short(item: Item) -> str:
    """Return the words of a passage on one line, shortened at their end."""
    return one_line(item.statement.passage.quote, 120)
