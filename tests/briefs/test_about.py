"""What a brief rests on, in words."""

from __future__ import annotations

import pytest

from generator.briefs.sections.sources.section import _count


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (1, "text of a kind not stated", "1 text of a kind not stated"),
        (3, "text of a kind not stated", "3 texts of a kind not stated"),
        (2, "official statement as reported", "2 official statements as reported"),
        (2, "press release", "2 press releases"),
    ],
)
def test_the_plural_goes_to_the_noun_that_is_counted(number: int, kind: str, words: str) -> None:
    assert _count(number, kind) == words
