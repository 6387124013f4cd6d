"""Whom the dossier does not know is called as the text does, and never taken for the reporter."""

from __future__ import annotations

import pytest

from generator.pages.wording import called


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Trade Commissioner Rita Vance, who joined the talks", "Trade Commissioner Rita Vance"),
        ("people close\n to the project", "People close to the project"),
        ("a " + "very " * 20 + "senior diplomat", "A" + " very" * 13 + " …"),
    ],
)
def test_a_stranger_is_called_as_the_text_does(words: str, shown: str) -> None:
    assert called(words) == shown
