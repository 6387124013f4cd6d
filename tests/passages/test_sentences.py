from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.passages import sentences
from tests.conftest import CASES, Case, cases_in
from tests.examples import examples


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def is_white(char: str) -> bool:
    return char.isspace() or char in "\u200b\ufeff"


@pytest.mark.cases("sentences/golden-rules.yml")
def test_each_golden_rule_holds_or_is_a_known_miss(case: Case) -> None:
    sentences = case.content["sentences"]
    found = split(" ".join(sentences))
    case.holds(None if found == sentences else found, "found")  # the sentences are the rule's, whatever is found


def test_the_list_has_all_48_golden_rules_and_4_known_misses() -> None:
    rules = [case.content for case in cases_in(CASES / "sentences/golden-rules.yml")]
    assert len({one["rule"] for one in rules}) == 48
    assert sum(one.get("found") is not None for one in rules) == 4


@pytest.mark.cases("sentences/news.yml", "sentences/abbreviations.yml")
def test_news_sentences_end_where_a_reader_ends_them(case: Case) -> None:
    case.holds(split(case.content.get("by", " ").join(case.content["sentences"])), "sentences")


PIECES = st.sampled_from(
    [
        "The two sides agreed",
        "Mr",
        "U.N",
        "a.m",
        "No",
        "5",
        "he said",
        "Moreau",
        "J",
        "(",
        ")",
        "“",
        "”",
        '"',
        "'",
        ".",
        "...",
        "…",
        "?",
        "!",
        ",",
        ":",
        " ",
        "\n",
        "\u00a0",
        "\u200b",
        "\u00ad",
        "•",
        "。",
        "1.",
        "[1]",
        "é",
        "A",
        "b",
    ]
)


@examples(60)
@given(
    st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60)), st.integers(0, 5), st.integers(0, 5)
)
def test_sentences_cover_all_ink_of_a_stretch_in_order_and_nothing_outside_it(
    text: str, before: int, after: int
) -> None:
    start, end = min(before, len(text)), max(min(before, len(text)), len(text) - after)
    at = start
    for low, high in sentences(text, start, end):
        assert at <= low < high <= end
        assert all(map(is_white, text[at:low]))
        assert not is_white(text[low])
        assert not is_white(text[high - 1])
        at = high
    assert all(map(is_white, text[at:end]))


@examples(60)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_stretch_is_cut_the_same_wherever_it_stands(text: str) -> None:
    alone = list(sentences(text, 0, len(text)))
    moved = list(sentences("Xy. " + text + " Zz", 4, 4 + len(text)))
    assert moved == [(start + 4, end + 4) for start, end in alone]
