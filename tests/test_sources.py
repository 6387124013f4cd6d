from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.messages.problems import DossierError
from generator.sources import load, load_sources, source_notes

ROOT = Path(__file__).parent.parent
SHA256 = {
    "000_a9435ffdae30a657.txt": "62ae4173ab926a13dc11bb2e35b50135e25422b1e4d6ef34a0dd1169009ae656",
    "001_c79cfec5afc41c64.txt": "ed41338c4e77fec2cc3321849e522fc0081eb4b3fa4cd6c1f20807c645c9dfde",
    "002_b783bc559b77f486.txt": "31b15e4c381def008bdd99d68f9c5fe504426a4ed8414cad949f25fcc22e1d90",
    "003_0aa0120ff01d3381.txt": "195a25f2f95c83b5e69823dafb336da8c2567691e33b59e702484de953f2bca4",
    "004_5d783e43c1c428a3.txt": "1257e2d39978b6aaeca0cd6007709598d975f5c84220018cb75a4afac7dfd807",
}


def test_the_shipped_texts_are_those_that_were_received_byte_for_byte() -> None:
    _, sources = load(ROOT)
    assert {source.file.removeprefix("seeds/"): source.sha256 for source in sources} == SHA256
    assert [source.text.encode() for source in sources] == [(ROOT / source.file).read_bytes() for source in sources]


def test_the_shipped_dossier_is_read_without_a_note() -> None:
    dossier, sources = load(ROOT)
    assert dossier.notes + source_notes(sources) == ()
    assert [brief.number for brief in dossier.briefs] == [1, 2, 3, 4]


def test_every_value_of_the_shipped_metadata_says_how_it_is_known() -> None:
    for source in load(ROOT)[1]:
        present = {
            name for name in ("title", "publisher", "author", "issued", "url", "rests_on") if getattr(source, name)
        }
        assert present <= set(source.known)
        assert all(source.known[name].how != "given" and source.known[name].note for name in present), source.id


def test_a_source_is_called_by_its_publisher_or_else_its_author() -> None:
    names = {source.name for source in load(ROOT)[1]}
    assert len(names) == 5
    assert not any(name.startswith("text-") for name in names)


def test_sources_read_against_a_dossier_without_their_events_are_a_problem_each() -> None:
    dossier, sources = load(ROOT)
    with pytest.raises(DossierError) as caught:
        load_sources(ROOT, replace(dossier, events=()))
    assert len(caught.value.problems) == len(sources)
    assert load_sources(ROOT, None) == sources
