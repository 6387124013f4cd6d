from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build import generate
from generator.cli import briefs
from generator.explanations.lookup import NotFound
from tests.dossier_of import FILES, dossier_in


def explain(folder: Path, *query: str) -> Result:
    return CliRunner().invoke(briefs, ["-C", str(folder), "explain", *query])


def told(folder: Path, *query: str) -> str:
    result = explain(folder, *query)
    assert result.exception is None, result.exception
    return " ".join(result.stdout.split())


def refused(folder: Path, *query: str) -> str:
    result = explain(folder, *query)
    assert isinstance(result.exception, NotFound), result.output
    assert result.stdout == ""
    return str(result.exception)


def labels(folder: Path, query: str) -> list[str]:
    result = explain(folder, "--json", query)
    assert result.exception is None, result.exception
    return [one["label"] for one in json.loads(result.stdout)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dossier_in(tmp_path)


def test_a_sentence_is_explained_from_its_place_to_its_pages(folder: Path) -> None:
    words = told(folder, "1.2")
    assert "1.2 Harbour News, 2 May 2031 (seeds/harbour.txt:1)" in words
    assert "body: a sentence of the report itself, in paragraph 1" in words
    assert "Ana Moreau, with “stressed” (reported speech)" in words
    assert "by a pronoun, so the speaker is inferred" in words
    assert "Whose position Alder" in words
    assert "Grain (works/grain): the sentence itself says so, by “grain”" in words
    assert "The delta, in their words" in words


def test_other_sources_that_say_the_same_are_named(folder: Path) -> None:
    assert "Same claim 2.1 River Post" in told(folder, "1.1")


def test_who_could_be_meant_is_said_where_nothing_decides(tmp_path: Path) -> None:
    text = "President Ana Moreau and President Mara Brand met. She said the delta is safe.\n"
    people = FILES["briefs/entities.yml"].replace("Ivo", "Mara").replace("pronoun: he", "pronoun: she")
    words = told(dossier_in(tmp_path, river_txt=text, entities_yml=people), "She said the delta is safe")
    assert "Not attributed: it could be" in words
    assert "Ana Moreau" in words
    assert "Mara Brand" in words


def test_each_clause_is_told_with_whose_it_is_and_how_sure_that_is(tmp_path: Path) -> None:
    text = "President Ana Moreau left. She wants the delta kept, and Birch calls it a toll, though the port is shut.\n"
    words = told(dossier_in(tmp_path, river_txt=text), "She wants the delta kept")
    assert "Ana Moreau and Birch, each for itself" in words
    assert (
        "“She wants the delta kept”: position of Alder (inferred, the sentence alone does not settle who is meant)."
        in words
    )
    assert "“Birch calls it a toll”: position of Birch (certain, the sentence itself names the source)." in words
    assert "“the port is shut”: nobody's position (the report's own line" in words
    assert "Whose position Ana Moreau and Birch, each for its own clause" in words


def test_a_guard_that_kept_a_topic_out_is_named(tmp_path: Path) -> None:
    topics = FILES["briefs/topic-map.yml"].replace(
        "railway: {pref_label: Railway}", "railway: {pref_label: Railway, match: {none: [old railway]}}"
    )
    words = told(dossier_in(tmp_path, topic_map_yml=topics), "2.2")
    assert "Kept out of Railway (works/railway) in spite of “Railway”" in words
    assert "old railway" in words
    assert "Not published a guard of the topic map kept it out" in words


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("Birch said nothing at all.\n\nPhoto by Delta Times/A. Finn\n", "a caption or a picture credit"),
        ("Birch said that the summer was warm.\n", "no phrase of the topic map stands in it"),
    ],
)
def test_a_sentence_that_is_on_no_page_says_why(tmp_path: Path, text: str, because: str) -> None:
    assert because in told(dossier_in(tmp_path, delta_txt=text), text.split("\n")[-2])


def test_a_topic_that_no_brief_asks_for_is_said(tmp_path: Path) -> None:
    brief = FILES["briefs/delta.yml"].replace("concepts: [delta, works]", "concepts: [delta]")
    assert "no brief asks for works/railway" in told(dossier_in(tmp_path, delta_yml=brief), "2.2")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("2.1", ["2.1"]),
        ("[^2.1]", ["2.1"]),
        ("seeds/harbour.txt:1", ["1.1", "1.2"]),
        ("harbour.txt:3:7", ["1.3"]),
        ("Alder supports a peaceful settlement", ["2.1"]),
        ("ALDER supports   a peaceful\nsettlement", ["2.1"]),
        ("“… told reporters … disputes on the delta.”", ["2.1"]),
        ("the two sides agreed", ["1.4", "2.2"]),
        ("on the delta. She stressed", ["1.1", "1.2"]),
    ],
)
def test_a_passage_is_found_by(folder: Path, query: str, found: list[str]) -> None:
    assert labels(folder, query) == found


def test_a_line_of_a_page_leads_back_to_its_sentences(folder: Path) -> None:
    generate(folder)
    page = (folder / "docs/briefs/delta.md").read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(page, start=1) if text.startswith("1. Alder supports"))
    assert labels(folder, f"docs/briefs/delta.md:{line}") == ["1.1"]
    page = (folder / "docs/sources/river-post.md").read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(page, start=1) if 'id="s2"' in text)
    assert labels(folder, f"{folder}/docs/sources/river-post.md:{line}") == ["2.2"]


def test_a_quotation_that_is_nowhere_names_the_nearest_sentence(folder: Path) -> None:
    said = refused(folder, "Alder rejects the settlement of disputes")
    assert "seeds/delta.txt:1" in said or "seeds/harbour.txt:1" in said or "seeds/river.txt:1" in said
    assert "settlement of " in said


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("9.9", "No passage has the label 9.9"),
        ("harbour.txt:2", "Line 2 of seeds/harbour.txt is empty. The nearest sentence stands on line 3"),
        ("harbour.txt:99", "has 6 lines; there is no line 99"),
        ("harbour.txt:0", "there is no line 0"),
        ("seeds/harbor.txt:1", "`harbour.txt`"),
        ("briefs/delta.yml:1", "neither a source of the dossier nor one of its pages"),
        ("zebra", "no sentence is like them"),
        ("…", "Write a label"),
    ],
)
def test_what_means_nothing_is_refused_with_a_way_on(folder: Path, query: str, said: str) -> None:
    assert said in refused(folder, query)


def test_a_page_line_without_a_citation_names_the_nearest_that_has_one(folder: Path) -> None:
    generate(folder)
    said = refused(folder, "docs/briefs/delta.md:1")
    assert "leads to no passage. The nearest line that does is" in said


def test_a_word_that_stands_everywhere_is_not_listed_to_the_end(tmp_path: Path) -> None:
    text = "".join(f"Minister number {number} spoke of the delta. " for number in range(40))
    words = told(dossier_in(tmp_path, delta_txt=text + "\n"), "spoke of the delta")
    assert words.endswith("… and 15 more passages. Quote more words to see fewer.")


def test_a_dossier_without_briefs_is_explained_too(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path, dossier_yml=FILES["briefs/dossier.yml"].replace("briefs: [delta]\n", ""))
    (folder / "briefs/delta.yml").unlink()
    assert "the dossier has no briefs yet" in told(folder, "1.1")
