from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evaluation.pairs import area
from tests.examples import examples

SCORES = st.lists(st.integers(0, 5).map(float), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("same", "others", "found"),
    [([1], [0], 1), ([0], [1], 0), ([1], [1], 0.5), ([2, 0], [1], 0.5), ([3, 1], [2, 0], 0.75), ([], [1], 1)],
)
def test_the_area_is_the_chance_that_the_same_claim_is_more_alike(
    same: list[float], others: list[float], found: float
) -> None:
    assert area(same, others) == found


@examples(50)
@given(SCORES, SCORES)
def test_the_area_turns_round_with_its_sides(same: list[float], others: list[float]) -> None:
    assert area(same, others) == pytest.approx(1 - area(others, same))
