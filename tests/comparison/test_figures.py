"""Figures that tell two claims apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.comparison.figures import contradict

PAIRS = yaml.safe_load((Path(__file__).parents[1] / "cases/figures/pairs.yml").read_text("utf-8"))


def test_there_are_pairs() -> None:
    assert len(PAIRS) >= 8


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['one']} {pair['other']}")
def test_other_figures_or_days_tell_two_claims_apart(pair: dict[str, Any]) -> None:
    assert contradict(pair["one"], pair["other"]) is pair["apart"]
    assert contradict(pair["other"], pair["one"]) is pair["apart"]
