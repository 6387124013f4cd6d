"""To whom something was said, where the passage tells."""

from __future__ import annotations

from typing import Any

import pytest
from inventions import cases, read

CASES = cases("addressees.yml")


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_passage_tells_to_whom(case: dict[str, Any]) -> None:
    heard = read(case["text"])[0].addressees
    assert (f"{heard.way} {' '.join(heard.entities) or heard.words}" if heard else "") == case["to"]
