from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import briefs
from generator.messages.problems import BriefingError, DossierError
from tests.dossier_of import FILES, dossier_in

STATEMENT = [
    "source", "file", "label", "start", "end", "quote", "zone", "concepts", "speaker", "cue", "holders", "inferred",
    "candidates", "rule", "event", "cited_in", "clauses",
]  # fmt: skip
CLAUSE = ["start", "end", "speaker", "cue", "holders", "sure"]
RELATION = ["file", "kind", "source", "cue", "content", "speaker", "speaker_text"]


def export(folder: Path, *arguments: object) -> Result:
    return CliRunner().invoke(briefs, ["-C", str(folder), "export", *map(str, arguments)])


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exception is None, result.exception
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def in_part(folder: Path, publish: str) -> Path:
    return dossier_in(folder, dossier_yml=FILES["briefs/dossier.yml"] + f"publish: {publish}\n")


def test_statements_have_the_keys_of_the_interface_first_and_in_its_order(tmp_path: Path) -> None:
    found = rows(export(dossier_in(tmp_path), "statements"))
    assert [list(row)[: len(STATEMENT)] for row in found] == [STATEMENT] * len(found)


def test_statements_are_every_passage_with_its_exact_place(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    found = rows(export(folder, "statements"))
    for name in ("harbour", "river", "delta"):
        text = (folder / f"seeds/{name}.txt").read_bytes().decode()
        own = [row for row in found if row["file"] == f"seeds/{name}.txt"]
        assert [text[row["start"] : row["end"]] for row in own] == [row["quote"] for row in own]
        assert "".join("".join(row["quote"].split()) for row in own) == "".join(text.split())


def test_a_statement_says_who_what_and_where_it_is_cited(tmp_path: Path) -> None:
    found = rows(export(dossier_in(tmp_path), "statements"))[0]
    assert found["speaker"] == "ana-moreau"
    assert found["cue"] == "said"
    assert found["holders"] == ["alder"]
    assert found["concepts"] == ["delta/settlement"]
    assert found["event"] == "talks"
    assert found["cited_in"] == ["delta"]


def test_each_clause_is_its_own_partys(tmp_path: Path) -> None:
    text = "While Alder wants the delta kept, President Ivo Brand called the levy a toll, though the port is shut.\n"
    (row,) = [one for one in rows(export(dossier_in(tmp_path, river_txt=text), "statements")) if "toll" in one["quote"]]
    assert row["holders"] == []
    told = {text[one["start"] : one["end"]]: one for one in row["clauses"]}
    assert [list(one) for one in told.values()] == [CLAUSE] * 3
    assert {words: (one["speaker"], one["cue"], one["holders"], one["sure"]) for words, one in told.items()} == {
        "Alder wants the delta kept": (None, "wants", ["alder"], "certain"),
        "President Ivo Brand called the levy a toll": ("ivo-brand", "called", ["birch"], "certain"),
        "the port is shut": (None, None, [], "reported"),
    }


def test_annotations_name_all_whose_clauses_stand_in_a_passage(tmp_path: Path) -> None:
    text = "While Alder wants the delta kept, President Ivo Brand called the levy a toll.\n"
    told = export(dossier_in(tmp_path, river_txt=text), "annotations").stdout
    found = [one for one in json.loads(told)["first"]["items"] if "called the levy" in json.dumps(one)]
    assert [json.dumps(one).count(name) > 0 for one in found for name in ("ivo-brand", "alder", "birch")] == [True] * 3


def test_a_passage_of_one_source_is_one_clause_and_one_of_none_is_reported_where_it_speaks_of_anybody(
    tmp_path: Path,
) -> None:
    text = "Alder wants the delta kept. Birch opened a school. It rained.\n"
    found = [one for one in rows(export(dossier_in(tmp_path, river_txt=text), "statements")) if one["quote"] in text]
    assert [[(c["start"], c["end"], c["holders"], c["sure"]) for c in one["clauses"]] for one in found] == [
        [(0, 27, ["alder"], "certain")], [(28, 50, [], "reported")], [],
    ]  # fmt: skip


@pytest.mark.parametrize("publish", ["excerpts", "metadata"])
def test_words_that_are_not_published_do_not_leave_the_machine(tmp_path: Path, publish: str) -> None:
    brief = FILES["briefs/delta.yml"].replace("concepts: [delta, works]", "concepts: [delta]")
    folder = in_part(tmp_path, publish)
    (folder / "briefs/delta.yml").write_text(brief)
    hidden = [row for row in rows(export(folder, "statements")) if not row["cited_in"]]
    assert hidden
    assert {row["quote"] for row in hidden} == {None}
    for command in (["statements"], ["statements", "--format", "csv"], ["annotations"], ["claims"]):
        assert "railway" not in export(folder, *command).stdout.replace("works/railway", "")


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path, delta_txt='=HYPERLINK("http://evil.example","x") is what he said.\n')
    found = list(csv.DictReader(io.StringIO(export(folder, "statements", "--format", "csv").stdout)))
    assert [row["quote"] for row in found if row["source"] == "delta-times"] == [
        '\'=HYPERLINK("http://evil.example","x") is what he said.'
    ]


def test_attributions_of_a_dossier_name_its_entities(tmp_path: Path) -> None:
    found = rows(export(dossier_in(tmp_path), "attributions"))
    assert [list(row)[: len(RELATION)] for row in found] == [RELATION] * len(found)
    assert found[0]["speaker"] == "ana-moreau"
    assert {row["file"] for row in found} == {"seeds/harbour.txt", "seeds/river.txt", "seeds/delta.txt"}


def test_attributions_of_a_named_text_need_no_dossier(tmp_path: Path) -> None:
    text = "Minister Jo Hale arrived on Monday. “We will build it,” she said.\n"
    (tmp_path / "wire.txt").write_text(text, encoding="utf-8")
    (found,) = rows(export(tmp_path, "attributions", tmp_path / "wire.txt"))
    start, end = found["content"][0]
    assert found["file"] == str(tmp_path / "wire.txt")
    assert found["kind"] == "direct"
    assert text[start:end] == "“We will build it,”"
    assert text[slice(*found["cue"])] == "said"
    assert found["speaker"] is None
    assert "Jo Hale" in found["speaker_text"]


def test_a_pronoun_stands_for_itself_where_nobody_is_named(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("It was quiet. She said the road is open.\n")
    assert [row["speaker_text"] for row in rows(export(tmp_path, "attributions", tmp_path / "wire.txt"))] == ["She"]


def test_an_empty_text_has_no_attributions(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("")
    assert rows(export(tmp_path, "attributions", tmp_path / "wire.txt")) == []


def test_all_texts_that_cannot_be_read_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("He said so.\n")
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")
    names = [tmp_path / name for name in ("good.txt", "bad.txt", "none.txt", ".")]
    result = export(tmp_path, "attributions", *names)
    assert isinstance(result.exception, DossierError)
    assert len(result.exception.problems) == 3
    assert result.stdout == ""


def test_a_dossier_with_problems_exports_nothing(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path, entities_yml="alder: {type: moon}\n")
    for what in ("statements", "attributions", "sources", "annotations", "topics"):
        result = export(folder, what)
        assert isinstance(result.exception, BriefingError)
        assert result.stdout == ""


def test_sources_are_given_in_each_format(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    items = json.loads(export(folder, "sources").stdout)
    assert [item["id"] for item in items] == ["harbour-news", "river-post", "delta-times"]
    assert items[0]["issued"] == {"date-parts": [[2031, 5, 2]]}
    assert "@misc{harbour-news," in export(folder, "sources", "--format", "bibtex").stdout
    assert export(folder, "sources", "--format", "ris").stdout_bytes.count(b"\r\nER  - \r\n") == 3


def test_annotations_point_at_the_words_they_quote(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    collection = json.loads(export(folder, "annotations").stdout)
    items = collection["first"]["items"]
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(items) == 7
    assert len({item["id"] for item in items}) == 7
    for item in items:
        text = (folder / item["target"]["source"]["id"]).read_bytes().decode()
        place, quote = item["target"]["selector"]
        start, end = place["start"], place["end"]
        assert (place["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert quote["prefix"] + quote["exact"] + quote["suffix"] == text[max(0, start - 32) : end + 32]


def test_every_concept_is_in_the_scheme_and_under_its_broader_one(tmp_path: Path) -> None:
    turtle = export(dossier_in(tmp_path), "topics", "--format", "skos").stdout
    assert turtle.count("a skos:Concept ;") == 6
    assert turtle.count("skos:inScheme <urn:briefing:topics>") == 6
    assert turtle.count("skos:hasTopConcept") == 2
    assert turtle.count("skos:broader <urn:briefing:topics/delta>") == 2
    assert turtle.count("skos:narrower <urn:briefing:topics/delta/") == 2
    assert '    skos:prefLabel "Freedom of passage"@en' in turtle


@pytest.mark.parametrize("what", ["statements", "attributions", "sources", "annotations", "topics"])
def test_the_same_dossier_gives_the_same_bytes_wherever_it_lies(tmp_path: Path, what: str) -> None:
    one, other = (export(dossier_in(tmp_path / name), what).stdout_bytes for name in ("a", "b"))
    assert one == other
    assert one


CLAIM = [
    "id", "event", "holders", "concepts", "strength", "source", "start", "end", "quote", "items", "sources", "origins",
    "contradicts",
]  # fmt: skip


def test_claims_have_the_keys_of_the_interface_and_their_words_stand_in_the_source(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    found = rows(export(folder, "claims"))
    assert [list(row) for row in found] == [CLAIM] * len(found) != []
    texts = {row["source"]: (folder / row["file"]).read_bytes().decode() for row in rows(export(folder, "statements"))}
    for row in found:
        for made in (row, *row["items"]):
            assert texts[made["source"]][made["start"] : made["end"]] == made["quote"]
        assert row["items"][0] == {key: row[key] for key in ("source", "start", "end", "quote")}
        assert row["sources"] == len({made["source"] for made in row["items"]})
    assert len({row["id"] for row in found}) == len(found)
