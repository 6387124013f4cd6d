"""What changed in the briefs since an earlier state of them: numbered, point by point, and how much of each brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.dossier.dates import day
from generator.prints.inline import Run, space_citations
from generator.prints.markdown import Block
from generator.prints.noting import cited
from generator.prints.pages import PrintPage
from generator.prints.points import Point, Word, points
from generator.prints.tables import laid_out

# What it is called: no brief can have this name, since the id of a brief has no underscore.
NAME = "addendum_pack"


@dataclass(frozen=True)
class Change:
    """One point that is new, changed or gone; `runs` shows it, with words put in (`ins`) and taken out (`del`)."""

    kind: Literal["new", "changed", "gone"]
    point: Point
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Revision:
    """What changed in one brief: of `total` points, counted in the new state, and those that are gone."""

    page: PrintPage
    total: int
    changes: tuple[Change, ...]

    @property
    def share(self) -> int:
        """How much of the brief changed, in whole per cent of its points, old and new; never 0 if anything did."""
        gone = sum(change.kind == "gone" for change in self.changes)
        every = self.total + gone
        return max(1, round(100 * len(self.changes) / every)) if self.changes else 0


def revisions(pages: Sequence[PrintPage], earlier: Mapping[str, PrintPage]) -> tuple[Revision, ...]:
    """Return what changed in each of `pages` against the page of the same id in `earlier`; a new brief is all new."""
    found = []
    for page in pages:
        old = points(earlier[page.id].blocks) if page.id in earlier else ()
        new = points(page.blocks)
        found.append(Revision(page, len(new), tuple(_changes(old, new))))
    return tuple(found)


def _changes(old: Sequence[Point], new: Sequence[Point]) -> Iterator[Change]:
    """Yield the changes in the order of the new state, what is gone from a section after what is in it."""
    pairs = _pairs(old, new)
    used = set(pairs.values())
    gone = defaultdict(list)
    for index, point in enumerate(old):
        if index not in used:
            gone[point.section].append(Change("gone", point, tuple(_runs(point.words, "del"))))
    sections = list(dict.fromkeys([point.section for point in (*new, *old)]))
    for section in sections:
        for index, point in enumerate(new):
            if point.section != section:
                continue
            if index not in pairs:
                yield Change("new", point, tuple(space_citations(_runs(point.words))))
            elif old[pairs[index]].words != point.words:
                yield Change("changed", point, tuple(space_citations(redline(old[pairs[index]].words, point.words))))
        yield from gone[section]


def _pairs(old: Sequence[Point], new: Sequence[Point]) -> dict[int, int]:
    """Return for each point of `new`, by its number in order, the one of `old` that it continues.

    First those whose place and words are the same, then those whose place is, then those of a section that share most
    of their words.
    """
    pairs: dict[int, int] = {}
    free = list(range(len(old)))
    for same in (_same_words, _same_name, _alike):
        for index, point in enumerate(new):
            if index in pairs:
                continue
            match = next((one for one in free if same(old[one], point)), None)
            if match is not None:
                pairs[index] = match
                free.remove(match)
    return pairs


def _same_words(old: Point, new: Point) -> bool:
    return old == new


def _same_name(old: Point, new: Point) -> bool:
    return bool(new.name) and (old.section, old.name) == (new.section, new.name)


def _alike(old: Point, new: Point) -> bool:
    if old.section != new.section or bool(old.name) != bool(new.name):
        return False
    matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
    return matcher.quick_ratio() > 0.6 and matcher.ratio() > 0.6


def redline(old: Sequence[Word], new: Sequence[Word]) -> list[Run]:
    """Return the words of `new`, with those that are not in `old` put in and those of `old` alone struck out."""
    runs: list[Run] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs += _runs(new[new_start:new_end])
        if kind in ("delete", "replace"):
            runs += _runs([word for word in old[start:end] if word[0] == "word"], "del")
        if kind in ("insert", "replace"):
            runs += _runs(new[new_start:new_end], "ins")
    return runs


def _runs(words: Sequence[Word], kind: Literal["ins", "del"] | None = None) -> list[Run]:
    """Return `words` as runs; with a `kind` the words are marked so, while citations and line ends stay as they are."""
    runs: list[Run] = []
    stretch: list[str] = []

    def flush() -> None:
        if stretch:
            text = [{"t": " ".join(stretch)}]
            runs.extend([{"k": kind, "runs": text} if kind else text[0], {"t": " "}])
            stretch.clear()

    for what, text in words:
        if what == "word":
            stretch.append(text)
        else:
            flush()
            # A note of what is gone is not printed: its number alone would lead nowhere.
            if what == "cite" and kind != "del":
                runs += [{"cite": text, "sep": False}, {"t": " "}]
            elif what == "break":
                runs.append({"br": True})
    flush()
    return runs


def addendum_page(found: Sequence[Revision], earlier: Mapping[str, PrintPage], since: str) -> PrintPage:
    """Return the addendum as a page like any other: how much of each brief changed, then the changed points."""
    blocks = [_summary(found)]
    number = 1
    for revision in found:
        if revision.changes:
            blocks += [_heading(revision), _change_list(revision.changes, number)]
            number += len(revision.changes)
    notes = {label: runs for revision in found for label, runs in revision.page.notes.items()}
    dates = sorted(str(page.brief.get("as_of") or "") for page in earlier.values())
    before = f", when the briefs were as of {day(dates[-1])}" if dates and dates[-1] else ""
    first = found[0].page.brief
    brief = {
        **{key: first.get(key) for key in ("event", "originator", "marking", "language")},
        "id": NAME,
        "number": None,
        "question": f"What changed in these briefs since {since}{before}",
        "as_of": max((str(revision.page.brief.get("as_of") or "") for revision in found), default=""),
    }
    kept = {label: notes[label] for label in cited(blocks) if label in notes}
    return PrintPage(NAME, "", "Addendum", brief, blocks, kept)


def _text(text: object) -> list[Run]:
    return [{"t": str(text)}]


def _summary(found: Sequence[Revision]) -> Block:
    rows: list[list[object]] = [["", "Points", "New", "Changed", "Gone", "Share of the brief"]]
    for revision in found:
        kinds = [change.kind for change in revision.changes]
        counts = [kinds.count(kind) for kind in ("new", "changed", "gone")]
        rows.append([revision.page.title, revision.total, *counts, f"{revision.share} %"])
    cells = [[_text(cell) for cell in row] for row in rows]
    return {**laid_out(cells[0], cells[1:]), "classes": [], "line": 1}


def _heading(revision: Revision) -> Block:
    title = f"Brief {revision.page.brief['number']}: {revision.page.title}"
    return {"k": "heading", "level": 2, "id": None, "runs": _text(title), "classes": [], "line": 1}


def _change_list(changes: Sequence[Change], number: int) -> Block:
    items = []
    for change in changes:
        place = " · ".join(filter(None, [change.point.section, change.point.name]))
        runs: list[Run] = [{"k": "strong", "runs": _text(f"{change.kind.capitalize()}: {place}")}, {"br": True}]
        items.append([{"k": "para", "runs": [*runs, *change.runs], "classes": [], "line": 1}])
    numbers = list(range(number, number + len(items)))
    return {"k": "list", "ordered": True, "numbers": numbers, "items": items, "classes": [], "line": 1}
