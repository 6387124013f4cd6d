"""Corroboration: pairs of passages that people judged to make the same claim or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.comparison.figures import differ
from generator.comparison.items import Item
from generator.comparison.likeness import Cut, Likeness
from generator.dossier.documents import Document
from generator.evaluation.attribution import Score
from generator.evaluation.faults import Fault, Measured, show
from generator.evaluation.labels import is_labels, read_labels, read_yaml
from generator.evaluation.predictions import own_statements, publication_with
from generator.exports.named import text as text_of
from generator.messages.problems import DossierError, Problem, place
from generator.passages import passages
from generator.publication.publication import Publication


@dataclass(frozen=True)
class Side:
    """One passage of a pair: its file, words and line, the parties whose position it states, and its item."""

    file: str
    quote: str
    line: int
    holders: tuple[str, ...]
    item: Item | None
    home: Publication | None


@dataclass(frozen=True)
class Pair:
    """Two passages, whether they make the same claim, and how alike the program takes them to be (0 to 1)."""

    one: Side
    other: Side
    same: bool
    likeness: float


def is_pairs(document: Document) -> bool:
    """Tell whether a YAML file holds pairs of passages."""
    return isinstance(document.value, dict) and isinstance(document.value.get("pairs"), list)


def pairs(document: Document, path: Path, folder: Path) -> tuple[Pair, ...]:
    """Return the pairs of a file with their likeness, weighed by the body passages of the dossier they come from.

    Raises DossierError where a passage does not stand in its text.
    """
    value: Any = document.value
    problems: list[Problem] = []
    sides: list[tuple[Side, Side, bool]] = []
    for index, raw in enumerate(value["pairs"]):
        try:
            one, other = (_side(raw[name], path, folder) for name in ("a", "b"))
        except (LookupError, TypeError, AttributeError):
            mend = "copy the words from the text, and write `a:` and `b:`, each with `file:` and `quote:`"
            problems.append(document.at("pairs", index).problem("a passage of this pair is not in its text", mend))
            continue
        sides.append((one, other, bool(raw.get("same"))))
    if problems:
        raise DossierError(problems)
    return tuple(_weigh(sides))


def score_pairs(judged: Sequence[Pair]) -> tuple[float, Measured]:
    """Return the area under the ROC curve of the likenesses, and how well the published corroborations do.

    The area is the chance that of a pair of the same claim and another pair, drawn at random, the first is more alike;
    a tie counts half. Published are pairs of sources of one dossier that its pages show as making the same claim.
    """
    known = [pair for pair in judged if pair.one.home is not None and pair.one.home is pair.other.home]
    given = [pair for pair in known if _is_published(pair)]
    same = [pair for pair in known if pair.same]
    right = sum(pair.same for pair in given)
    faults = [_fault(pair, _is_published(pair)) for pair in known if pair.same != _is_published(pair)]
    score = Score(right, len(given), right, len(same))
    return area([p.likeness for p in judged if p.same], [p.likeness for p in judged if not p.same]), Measured(
        {"same claim, as published": score}, tuple(faults)
    )


def area(same: Sequence[float], others: Sequence[float]) -> float:
    """Return the area under the ROC curve; 1 where there is nothing to tell apart."""
    if not same or not others:
        return 1.0
    won = sum((a > b) + (a == b) / 2 for a in same for b in others)
    return won / (len(same) * len(others))


def _side(raw: Mapping[str, str], path: Path, folder: Path) -> Side:
    place_of = path.parent / raw["file"]
    text, quote = text_of(str(place_of)), raw["quote"]
    start = text.index(quote) if quote in text else -1
    if start < 0:
        raise LookupError(quote)
    line = place(text, start)[0]
    at_home = publication_with(text, place_of, folder)
    if at_home is not None:
        home, reading = at_home
        items = [item for item in home.comparison.items if item.mapped in reading.mapped and item.source.text == text]
        item = next((i for i in items if i.statement.passage.start <= start < i.statement.passage.end), None)
        return Side(raw["file"], quote, line, item.statement.holders if item else (), item, home)
    return Side(raw["file"], quote, line, _holders(place_of, start), None, None)


def _holders(text_path: Path, start: int) -> tuple[str, ...]:
    """Return the holders of the passage at `start` of a text whose own labels beside it name its entities."""
    path = text_path.with_suffix(".yml")
    if not path.is_file():
        return ()
    document = read_yaml(path, path.name)
    if not is_labels(document):
        return ()
    labels = read_labels(document, path)
    said = own_statements(labels, passages(labels.text))
    return next((one.holders for one in said if one.passage.start <= start < one.passage.end), ())


def _weigh(sides: Sequence[tuple[Side, Side, bool]]) -> Sequence[Pair]:
    quotes = [Cut(1, side.quote) for one, other, _ in sides for side in (one, other)]
    alone = Likeness(quotes)
    return [Pair(one, other, same, _likeness(one, other, alone)) for one, other, same in sides]


def _likeness(one: Side, other: Side, alone: Likeness) -> float:
    if one.item is not None and other.item is not None and one.home is not None:
        score = one.home.comparison.likeness.overlap(one.item.words, other.item.words)
    else:
        score = alone.overlap(Cut(1, one.quote), Cut(1, other.quote))
    known = [set(side.holders) for side in (one, other) if side.holders]
    differs = len(known) > 1 and known[0] != known[1]
    return score / 2 if differs or differ(one.quote, other.quote) else score


def _is_published(pair: Pair) -> bool:
    one, other = pair.one, pair.other
    if one.item is None or other.item is None or one.home is None:
        return False
    return any(also.key == other.item.key for also in one.home.comparison.also.get(one.item.key, ()))


def _fault(pair: Pair, published: bool) -> Fault:
    labelled = "the same claim" if pair.same else "two claims"
    found = f"{'the same claim' if published else 'two claims'} (likeness {pair.likeness:.2f})"
    quote = f"{show(pair.one.quote)}” — “{show(pair.other.quote)}"
    return Fault("same claim", "wrong" if published else "missed", pair.one.file, pair.one.line, quote, labelled, found)
