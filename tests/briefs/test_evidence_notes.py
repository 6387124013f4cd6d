"""What an editor's line says beyond its quotations is told with its place; what it says in fewer words is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import publication
from generator.suggestions.evidence_notes import evidence_notes
from tests.dossier_of import FILES, dossier_in

_SAID = "President Ana Moreau said Alder hopes to buy 40 tonnes of grain in March."
_DENIED = "President Ana Moreau said Alder will not buy grain."


@pytest.mark.parametrize(
    ("line", "quote", "told"),
    [
        ("Alder hopes to buy 40 tonnes of grain.", _SAID, ""),
        ("Alder hopes to buy grain, Moreau said.", _SAID, ""),
        ("Alder hopes to buy 400 tonnes of grain.", _SAID, "this line says 400, which none of its quotations has"),
        ("Alder hopes to buy grain in June.", _SAID, "this line says June, which none of its quotations has"),
        ("Brand said Alder hopes to buy grain.", _SAID, "this line names Ivo Brand, whom none of its quotations names"),
        ("Alder agreed to buy grain.", _SAID, "this line puts it as “agreed”, firmer than its quotations"),
        ("Alder does not hope to buy grain.", _SAID, "this line denies something, and none of its quotations does"),
        ("Alder will buy grain.", _DENIED, "this line denies nothing, and all of its quotations do"),
        ("Alder will not buy grain.", _DENIED, ""),
    ],
)
def test_a_line_is_held_against_its_quotations(tmp_path: Path, line: str, quote: str, told: str) -> None:
    brief = FILES["briefs/delta.yml"].partition("key_points:")[0]
    points = f"key_points:\n  - text: {line}\n    evidence: [{{source: harbour-news, quote: {quote!r}}}]\n"
    made = publication(dossier_in(tmp_path, harbour_txt=f"{quote}\n", delta_yml=brief + points))
    notes = [str(note) for note in evidence_notes(made)]
    assert len(notes) == bool(told)
    assert all(note.startswith(f"briefs/delta.yml:8:11: {told}") for note in notes)
