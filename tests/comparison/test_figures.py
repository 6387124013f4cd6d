"""Figures that tell two claims apart."""

from __future__ import annotations

import pytest

from generator.comparison.figures import contradict
from tests.conftest import Case


@pytest.mark.cases("figures")
def test_other_figures_or_days_tell_two_claims_apart(case: Case) -> None:
    apart = contradict(case.content["one"], case.content["other"])
    assert contradict(case.content["other"], case.content["one"]) is apart
    case.holds(apart, "apart")
