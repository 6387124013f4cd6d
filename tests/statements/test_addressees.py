"""To whom something was said, where the passage tells."""

from __future__ import annotations

import pytest
from inventions import read

from tests.conftest import Case


@pytest.mark.cases("statements/addressees.yml")
def test_a_passage_tells_to_whom(case: Case) -> None:
    heard = read(case.content["text"])[0].addressees
    case.holds(f"{heard.way} {' '.join(heard.entities) or heard.words}" if heard else "", "to")
