"""Quotations are found whatever their marks, and each is in some row of the export of attributions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.exports.attributions import of_text, rows
from generator.passages import passages
from generator.statements.parse.quotations import quotations
from tests.conftest import Case
from tests.examples import examples

PIECES = st.lists(
    st.sampled_from(
        ["“", "”", '"', "‘", "’", "'", "«", "»", "„", "''", " ", "\n\n", ". ", ", ", ": ", " said Moreau", "It is open",
         "Birch’s", "she said", "the ministers’ plan", "(", ")", "—"]
    ),
    max_size=24,
)  # fmt: skip
PAIRS = ["“”", '""', "‘’", "«»", "„“"]


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in quotations(text, passages(text))]


@pytest.mark.cases("statements/quotations.yml")
def test_what_stands_in_marks_is_found(case: Case) -> None:
    case.holds(found(case.content["text"]), "quoted")


@pytest.mark.parametrize("marks", PAIRS)
@given(st.text(st.sampled_from("abcdefg ,"), min_size=1).map(lambda words: f"It {words} is"))
def test_words_in_a_pair_of_marks_are_one_quotation(marks: str, words: str) -> None:
    quoted = f"{marks[0]}{words},{marks[1]}"
    assert found(f"{quoted} said Moreau, who left.") == [quoted]
    assert found(f"Moreau said: {quoted} and left.") == [quoted]


@examples(200)
@given(PIECES.map("".join))
@example("“It is open.\n\nIt is open,” said Moreau")
@example("‘It is open’ It is open, ”")
def test_every_quotation_is_in_some_row_and_none_overlaps_another(text: str) -> None:
    every = quotations(text, passages(text))
    assert all(one.end <= other.start for one, other in pairwise(every))
    assert all("\n" not in text[one.start : one.end] for one in every)
    contents = [span for row in rows("text", of_text("text", text)) for span in _spans(row["content"])]
    for one in every:
        assert any(start <= one.start + 1 and one.end - 1 <= end for start, end in contents), text[one.start : one.end]


def _spans(content: object) -> list[tuple[int, int]]:
    assert isinstance(content, list)
    return [(start, end) for start, end in content]


def test_whose_a_quotation_without_a_source_is_stays_open() -> None:
    (row,) = rows("text", of_text("text", "The “Look East” policy stands."))
    assert (row["kind"], row["source"], row["cue"], row["content"], row["speaker"]) == (
        "direct",
        None,
        None,
        [[4, 15]],
        None,
    )
