"""Tables and bottom lines show what is its holders' own; what another tells, or what is carried on, is only cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.briefs.brief import Brief
from generator.build import generate, publication
from tests.briefs.test_sections import section
from tests.dossier_of import FILES, dossier_in

OWN = "President Ana Moreau said Alder supports the peaceful settlement of disputes on the delta."
TOLD = "President Ivo Brand said Alder supports the peaceful settlement of disputes on the delta."
CARRIED = "President Ana Moreau spoke on Monday. “We support the peaceful settlement of disputes on the delta.”"


def folder_with(folder: Path, text: str) -> Path:
    brief = FILES["briefs/delta.yml"].partition("key_points")[0]
    sections = "sections: [key-points, positions, at-a-glance, claims]\n"
    brief = "".join(line for line in brief.splitlines(True) if not line.startswith("sections:")) + sections
    rain = {"river_txt": "It rained in Corvo.\n", "delta_txt": "It rained.\n"}
    return dossier_in(folder, harbour_txt=f"{text}\n", delta_yml=brief, **rain)


def made(folder: Path, text: str) -> Brief:
    return publication(folder_with(folder, text)).briefs[0]


def test_what_a_party_says_itself_is_shown(tmp_path: Path) -> None:
    brief = made(tmp_path, OWN)
    (row,) = section(brief, "positions").rows
    assert row.cells[0].quote.text == "supports the peaceful settlement of disputes on the delta"
    assert [line.claim.who for line in section(brief, "key-points").lines] == ["Alder"]
    assert section(brief, "at-a-glance").rows[0].cells[0].more == 0


@pytest.mark.parametrize("text", [TOLD, CARRIED])
def test_what_another_tells_or_is_carried_on_is_cited_and_no_silence(tmp_path: Path, text: str) -> None:
    brief = made(tmp_path, text)
    (row,) = section(brief, "positions").rows
    assert row.cells[0].quote is None
    assert row.cells[0].others
    assert section(brief, "key-points").lines == ()
    glance = section(brief, "at-a-glance")
    assert [(row.who, row.cells[0].groups, row.cells[0].more) for row in glance.rows] == [("Alder", (), 1)]
    assert "Alder" not in glance.silent


def test_who_tells_it_is_named_among_the_claims_and_in_the_note(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, TOLD)
    generate(folder)
    page = (folder / "docs/briefs/delta.md").read_text(encoding="utf-8")
    assert "- **Alder** *(as Ivo Brand tells it)* “supports the peaceful settlement" in page
    assert "*only inferred, or told by others*" in page
    assert "— **Ivo Brand**, also of Alder, [Harbour News" in page
