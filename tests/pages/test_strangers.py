"""Whom the dossier does not know is called as the text does, and never taken for the reporter."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import publication
from generator.publication.wording import Wording, short_name
from tests.dossier_of import dossier_in


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Trade Commissioner Rita Vance, who joined the talks", "Trade Commissioner Rita Vance"),
        ("people close\n to the project", "People close to the project"),
        ("a " + "very " * 20 + "senior diplomat", "A" + " very" * 13 + " …"),
        (
            "Trade, Energy and Fisheries Minister Paul Rask, in Port Birch",
            "Trade, Energy and Fisheries Minister Paul Rask",
        ),
        ("Ruth Ames, Trade and Energy Minister", "Ruth Ames"),
    ],
)
def test_a_stranger_is_called_as_the_text_does(words: str, shown: str) -> None:
    assert short_name(words) == shown


def test_a_quotation_of_nobody_known_is_not_the_reports_own_line(tmp_path: Path) -> None:
    text = "On Monday rain fell on the delta.\n\n“The delta needs freedom of passage,” it said in a letter.\n"
    found = publication(dossier_in(tmp_path, river_txt=text))
    wording = Wording(found.dossier)
    rain, letter = (item for item in found.comparison.items if item.source.id == "river-post")
    assert (wording.who(rain), wording.how(rain)) == ("The report", "own line")
    assert (wording.who(letter), wording.how(letter)) == (
        "Not attributed",
        "direct quotation, speaker named by a pronoun",
    )
