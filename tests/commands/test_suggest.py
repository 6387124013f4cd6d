from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import briefs
from tests.dossier_of import FILES, dossier_in

UNMAPPED = (
    "Birch will open a fish market near the old harbour. Alder has a fish market too. "
    "The disputes need a settlement that both sides can support. Ana Moreau walked home.\n"
)


def run(folder: Path, *options: str) -> str:
    result = CliRunner().invoke(briefs, ["-C", str(folder), "suggest", *options])
    assert result.exception is None, result.exception
    return result.stdout


def as_json(folder: Path) -> dict[str, Any]:
    value = json.loads(run(folder, "--json"))
    assert isinstance(value, dict)
    return value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dossier_in(tmp_path, delta_txt=FILES["seeds/delta.txt"] + "\n" + UNMAPPED)


def test_passages_that_no_concept_takes_up_are_listed_with_the_concept_they_are_like(folder: Path) -> None:
    found = {one["label"]: [c["concept"] for c in one["concepts"]] for one in as_json(folder)["not_mapped"]}
    assert list(found) == ["3.2", "3.3", "3.4", "3.5"]
    assert found["3.4"][0] == "delta/settlement"
    assert found["3.5"] == []


def test_a_phrase_that_most_passages_share_comes_first_and_names_are_no_phrases(folder: Path) -> None:
    phrases = as_json(folder)["phrases"]
    assert phrases[0] == {"phrase": "fish market", "concept": phrases[0]["concept"], "passages": ["3.2", "3.3"]}
    assert not [one for one in phrases if "moreau" in one["phrase"]]
    assert all(2 <= len(one["phrase"].split()) <= 4 for one in phrases)


def test_the_phrases_are_yaml_that_takes_the_passages_up(folder: Path) -> None:
    lists = yaml.safe_load(run(folder, "--phrases"))
    topics = yaml.safe_load(FILES["briefs/topic-map.yml"])
    topics["works"]["narrower"]["market"] = {
        "pref_label": "Market",
        "match": {"any": [phrase for phrases in lists.values() for phrase in phrases]},
    }
    (folder / "briefs/topic-map.yml").write_text(yaml.safe_dump(topics))
    left = [one["label"] for one in as_json(folder)["not_mapped"]]
    assert "3.2" not in left
    assert "3.3" not in left


def test_phrases_that_find_nothing_and_thin_topics_are_told_with_their_line(folder: Path) -> None:
    topics = FILES["briefs/topic-map.yml"].replace(
        "railway: {pref_label: Railway}", "railway: {pref_label: Railway, match: {any: [tramway], none: [monorail]}}"
    )
    (folder / "briefs/topic-map.yml").write_text(topics + "space: {pref_label: Space}\n")
    notes = [f"{one['line']} {one['problem']}" for one in as_json(folder)["topic_map"]]
    assert "9 no source says “tramway”, which works/railway looks for" in notes
    assert "11 no source speaks to space" in notes
    assert any("only Harbour News speaks to works/grain, in 1 passage" in note for note in notes)
    assert not any("Space" in note and "no source says" in note for note in notes)


def test_a_guard_that_never_bars_is_told(folder: Path) -> None:
    topics = FILES["briefs/topic-map.yml"].replace(
        "grain: {pref_label: Grain}", "grain: {pref_label: Grain, match: {none: [monorail]}}"
    )
    (folder / "briefs/topic-map.yml").write_text(topics)
    assert "no source says “monorail”, by which works/grain is guarded" in run(folder)


def test_two_concepts_with_the_same_passages_are_told(folder: Path) -> None:
    topics = FILES["briefs/topic-map.yml"] + "accord: {pref_label: Accord, match: {any: [peaceful settlement]}}\n"
    (folder / "briefs/topic-map.yml").write_text(topics)
    assert "accord and delta/settlement take up the same passages" in run(folder)


def test_a_dossier_in_which_nothing_matches_is_served_too(tmp_path: Path) -> None:
    brief = "title: D\nquestion: What?\nconcepts: [none]\n"
    sources = "a:\n  file: harbour.txt\n"
    folder = dossier_in(tmp_path, topic_map_yml="none:\n  pref_label: Space\n", delta_yml=brief, sources_yml=sources)
    (folder / "seeds/river.txt").unlink()
    (folder / "seeds/delta.txt").unlink()
    told = run(folder)
    assert told.startswith("4 of 4 body passages speak to no concept and stand on no page.")
    assert "no source speaks to none" in told
    assert list(yaml.safe_load(run(folder, "--phrases"))) == ["a-new-concept"]


def test_who_speaks_and_is_in_no_list_is_told_those_without_a_party_first(tmp_path: Path) -> None:
    more = (
        "Alderian Energy Minister Ruth Ames said the disputes must end. Transport Minister Paul Rask said a dam would "
        "be built. Rask said that it would be high. Two officials said otherwise. Ana Moreau said it was good.\n"
    )
    folder = dossier_in(tmp_path, delta_txt=FILES["seeds/delta.txt"] + "\n" + more)
    assert as_json(folder)["unlisted"] == [
        {"words": "Transport Minister Paul Rask", "holders": [], "passages": ["3.3", "3.4"]},
        {"words": "Alderian Energy Minister Ruth Ames", "holders": ["alder"], "passages": ["3.2"]},
    ]
    assert "  Transport Minister Paul Rask, counted for no party: 3.3, 3.4\n" in run(folder)
