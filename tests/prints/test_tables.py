"""How tables fit on paper."""

from __future__ import annotations

import pytest

from generator.prints.tables import laid_out


@pytest.mark.parametrize(("letters", "breaks"), [(500, False), (501, True)])
def test_only_a_row_that_could_be_longer_than_a_page_may_break_over_pages(letters: int, breaks: bool) -> None:
    short, long = [{"t": "short"}], [{"t": "ab " * (letters // 3) + "c" * (letters % 3)}]
    assert laid_out([short, short], [[short, long], [short, short]])["long"] == [breaks, False]
