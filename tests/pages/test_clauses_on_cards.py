"""Cards of sentences with several sources: who speaks, each for itself, and how sure that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import publication
from generator.publication.wording import Wording
from tests.dossier_of import dossier_in


@pytest.mark.parametrize(
    ("text", "who", "how"),
    [
        (
            "Ana Moreau left. She wants the delta kept, and Birch calls it a toll.",
            "Ana Moreau and Birch",
            "reported speech, each for itself, Ana Moreau inferred from the context",
        ),
        (
            "It rained. Ana Moreau said the delta is safe, although the port does not open until June.",
            "Ana Moreau",
            "reported speech, in part the report's own line",
        ),
        ("It rained. Ana Moreau said the delta is safe.", "Ana Moreau", "reported speech"),
    ],
)
def test_a_card_says_who_speaks_and_how_sure_that_is(tmp_path: Path, text: str, who: str, how: str) -> None:
    found = publication(dossier_in(tmp_path, river_txt=f"{text}\n"))
    wording = Wording(found.dossier)
    item = next(item for item in reversed(found.comparison.items) if item.source.id == "river-post")
    assert (wording.who(item), wording.how(item)) == (who, how)
