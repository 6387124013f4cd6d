"""Contradictions: the same thing said with another figure, another day, or with yes and no exchanged."""

from __future__ import annotations

from typing import Any

import yaml

from generator.comparison.likeness import Cut, Likeness, stems
from generator.comparison.sameness import opposes
from tests.conftest import CASES

PAIRS: list[dict[str, Any]] = yaml.safe_load((CASES / "comparison/contradictions.yml").read_text(encoding="utf-8"))
_NAMES = frozenset(stems("Alder Birch Corvania Moreau Skarne Vara Tessel Corvo"))


def _opposes(text: str, other: str, likeness: Likeness) -> bool:
    return opposes(text, other, likeness.overlap(Cut(1, text), Cut(1, other)), _NAMES)


def test_contradictions_are_told_from_what_only_looks_like_one() -> None:
    texts = [pair[side] for pair in PAIRS for side in ("one", "other")]
    likeness = Likeness((Cut(1, text) for text in texts), _NAMES)
    given = {n for n, pair in enumerate(PAIRS) if _opposes(pair["one"], pair["other"], likeness)}
    labelled = {n for n, pair in enumerate(PAIRS) if pair["contrary"]}
    assert len(labelled) >= 20
    assert len(PAIRS) >= 40
    wrong, missed = ([PAIRS[n] for n in sorted(some)] for some in (given - labelled, labelled - given))
    assert len(given & labelled) >= 0.95 * len(given), wrong
    assert len(given & labelled) >= 0.9 * len(labelled), missed


def test_it_does_not_matter_which_stands_first() -> None:
    likeness = Likeness((Cut(1, pair["one"]) for pair in PAIRS), _NAMES)
    for pair in PAIRS:
        turned = _opposes(pair["other"], pair["one"], likeness)
        assert _opposes(pair["one"], pair["other"], likeness) is turned, pair
