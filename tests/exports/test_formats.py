from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier.topic_map import Concept, Match
from generator.exports import bibtex, csl, ris, skos, table
from generator.exports.attributions import bare_dossier, bare_source
from generator.exports.json_lines import lines
from tests.examples import examples

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
SOURCE = replace(bare_source("wire-1", ""), title="A title", publisher="The Gazette", issued="2031-05", type="webpage")


@examples(60)
@given(ANY, ANY)
def test_braces_of_bibtex_balance_whatever_the_title_says(title: str, author: str) -> None:
    entry = bibtex.entries([replace(SOURCE, title=title, author=author)])
    depth = 0
    for char in entry:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0
    assert entry.count("@misc{wire-1,") == 1


def test_bibtex_escapes_what_tex_would_run() -> None:
    entry = bibtex.entries([replace(SOURCE, title=r"50% of \input{x} & #1_2")])
    assert r"50\% of \textbackslash{}input\textbraceleft{}x\textbraceright{} \& \#1\_2" in entry
    assert "month = may" in entry


@examples(60)
@given(ANY)
def test_a_value_of_ris_stays_on_its_line(title: str) -> None:
    record = ris.records([replace(SOURCE, title=f"x{title}")])
    lines = record.split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    assert not re.search(r"[\n\r]", record.replace("\r\n", ""))


@examples(60)
@given(st.lists(ANY | st.sampled_from(["a\u2028b", "a\u2029b", "a\x85b"]), max_size=4))
def test_a_record_of_json_lines_is_one_line_to_every_reader(texts: list[str]) -> None:
    written = lines({"text": text} for text in texts)
    assert len(written.split("\n")) == len(texts) + 1
    assert [json.loads(line)["text"] for line in written.splitlines()] == texts


@pytest.mark.parametrize(
    ("issued", "written"), [("2031-05-02", "2031/05/02/"), ("2031-05", "2031/05//"), ("2031", "2031///")]
)
def test_a_day_of_ris_is_year_month_day(issued: str, written: str) -> None:
    record = ris.records([replace(SOURCE, issued=issued)])
    assert "PY  - 2031\r\n" in record
    assert f"DA  - {written}\r\n" in record


def test_what_is_not_known_of_a_source_is_left_out() -> None:
    (item,) = csl.items([replace(SOURCE, title=None, publisher=None, issued=None)])
    assert set(item) == {"id", "type", "custom"}


@examples(80)
@given(ANY)
def test_no_cell_begins_a_formula_and_the_words_stay(quote: str) -> None:
    row = dict.fromkeys(table.COLUMNS, "") | {"quote": quote, "start": -1, "concepts": ["=1", "b"]}
    (found,) = csv.DictReader(io.StringIO(table.csv_text([row]), newline=""))
    assert found["quote"] in (quote, f"'{quote}")
    assert not found["quote"].lstrip().startswith(("=", "+", "-", "@", "＝"))
    assert found["concepts"] == "'=1; b"
    assert found["start"] == "-1"


def concept(path: str, **fields: object) -> Concept:
    values: dict[str, object] = {
        "path": path, "pref_label": path, "alt_labels": (), "definition": None, "scope_note": None, "related": (),
        "match": Match(), "line": 1,
    }  # fmt: skip
    return Concept(**(values | fields))  # type: ignore[arg-type]


@examples(60)
@given(ANY)
def test_a_turtle_literal_stays_in_its_quotes(label: str) -> None:
    turtle = skos.turtle(replace(bare_dossier(), title="T", concepts=(concept("a", pref_label=label),)))
    (line,) = [line for line in turtle.split("\n") if "skos:prefLabel" in line]
    assert re.fullmatch(r'    skos:prefLabel "(?:[^"\\\n\r]|\\[\\"nrt]|\\u[0-9A-F]{4})*"@en ;', line)


def test_related_is_said_from_both_ends_and_never_of_what_is_above() -> None:
    concepts = (concept("a", related=("b",)), concept("a/x", related=("a",)), concept("b"))
    turtle = skos.turtle(replace(bare_dossier(), title="T", concepts=concepts))
    assert turtle.count("skos:related") == 2


def test_the_three_kinds_of_labels_do_not_overlap() -> None:
    one = concept(
        "a", pref_label="Rail", alt_labels=("railway",), match=Match(any=("Rail", "railway", "train", "rail*"))
    )
    turtle = skos.turtle(replace(bare_dossier(), title="T", concepts=(one,)))
    assert re.findall(r'skos:(\w+Label) "([^"]+)"', turtle) == [
        ("prefLabel", "Rail"), ("altLabel", "railway"), ("hiddenLabel", "train"),
    ]  # fmt: skip
