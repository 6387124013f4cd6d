from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.passages import Passage, passages
from generator.passages.lines import INVISIBLE
from tests.examples import examples

LINES = st.sampled_from(
    [
        "Alder and Birch sign rail treaty",
        "By Carla Lund",
        "ALDER, May 3 (Continental) – The lock was opened. It leaked.",
        "“We met in spring. We agreed,” he said.",
        "The visit lasted from May 8 to 11, ",
        "President Ana Moreau of Alder signed a treaty with Birch on",
        "the great river on Friday. The treaty, which took nine years",
        "of talks, needs the consent of both houses.",
        "Photo: Carla Lund / Birch Post |",
        "lock 1.jpg",
        "31.7 C",
        "Must read",
        "1. The two sides took note of it.",
        "energy and mining",
        "* * *",
        "",
        " ",
        "\u200b",
    ]
)
WORDS = st.text(alphabet=st.characters(exclude_characters="\n\v\f\r\x85\u2028\u2029"), max_size=25)
TEXTS = st.lists(st.one_of(LINES, LINES, WORDS), max_size=14)


def is_white(char: str) -> bool:
    return char.isspace() or ord(char) in INVISIBLE


def covered(found: tuple[Passage, ...]) -> set[int]:
    return {at for each in found for at in range(each.start, each.end)}


@examples(50)
@given(st.one_of(TEXTS.map("\n".join), st.text(max_size=80)))
def test_passages_are_the_text_in_order_and_leave_out_nothing_but_white_space(text: str) -> None:
    found = passages(text)
    at = 0
    for each in found:
        assert at <= each.start < each.end
        assert text[each.start : each.end] == each.quote
        assert not is_white(each.quote[0])
        assert not is_white(each.quote[-1])
        at = each.end
    inked = {at for at, char in enumerate(text) if not is_white(char)}
    assert inked <= covered(found)


@examples(50)
@given(TEXTS, st.sampled_from(["\r\n", "\r", "\u2028", "\x85"]))
def test_the_kind_of_line_end_changes_nothing_but_offsets(rows: list[str], end: str) -> None:
    plain = passages("\n".join(rows))
    other = passages(end.join(rows))
    assert [(each.quote.replace("\n", end), each.zone, each.paragraph, each.line) for each in plain] == [
        (each.quote, each.zone, each.paragraph, each.line) for each in other
    ]


@examples(30)
@given(TEXTS)
def test_paragraphs_and_lines_are_counted_up(rows: list[str]) -> None:
    found = passages("\n".join(rows))
    assert [each.line for each in found] == sorted(each.line for each in found)
    assert all(1 <= each.line <= len(rows) for each in found)
    body = [each.paragraph for each in found if each.zone == "body"]
    assert sorted(set(body)) == list(range(1, max(body, default=0) + 1))
    assert [each.paragraph for each in found] == sorted(each.paragraph for each in found)


def test_only_the_body_is_cut_into_sentences() -> None:
    text = "Alder opens lock. Birch waits\n\nALDER – The lock was opened. It leaked.\n\nThe lock. Photo: Carla Lund"
    assert [(each.zone, each.quote, each.paragraph, each.line) for each in passages(text)] == [
        ("heading", "Alder opens lock. Birch waits", 0, 1),
        ("dateline", "ALDER –", 0, 3),
        ("body", "The lock was opened.", 1, 3),
        ("body", "It leaked.", 1, 3),
        ("caption", "The lock. Photo: Carla Lund", 1, 5),
    ]


def test_a_byte_order_mark_belongs_to_no_passage_and_moves_offsets() -> None:
    (only,) = passages("\ufeffThe lock was opened.")
    assert (only.start, only.quote) == (1, "The lock was opened.")


def test_an_empty_text_has_no_passages() -> None:
    assert passages("") == passages(" \n\u200b\n\r\n") == ()


def test_patterns_of_the_dossier_reach_the_passages() -> None:
    found = passages("The lock was opened.\nAlder Post wishes a good day.\n", [re.compile("Alder Post .*")])
    assert [each.zone for each in found] == ["body", "boilerplate"]


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        ". ",
        ".”",
        "a.",
        "aa.Aa ",
        ". ““",
        " ",
        "( a. B ",
        "\n",
        "Trade deal\n",
        "A. ",
        "ALDER ",
        "x",
        "•",
        " •",
        "1. ",
        ". (",
        "-",
        "| ",
        "/",
        "Photo by A ",
        "May 3, ",
        "A, ",
        "“a.” A said ",
        "by A ",
        "a\n",
        "(A ",
        "[1]",
        "é\u0301",
        "* * ",
    ],
)
@pytest.mark.parametrize("size", [20_000, pytest.param(200_000, marks=pytest.mark.long)])
def test_one_long_line_of_anything_is_read_in_one_go(unit: str, size: int) -> None:
    text = unit * (size // len(unit))
    assert covered(passages(text)) >= {at for at, char in enumerate(text) if not is_white(char)}


@pytest.mark.parametrize("prefix", ["", "Photo by ", "(Photo: ", "ALDER, ", "By ", "1. ", "# ", "“", "May 3, 2030 "])
@pytest.mark.parametrize(
    "unit", ["A", "A ", "A-", "A.", "A, ", "A/", "of ", "(A) ", "1 ", "\u00a0", "-", " - ", "|A", "“A” ", "é "]
)
def test_no_rule_loses_itself_in_a_line_of_the_length_it_looks_at(prefix: str, unit: str) -> None:
    lines = [prefix + unit * (length // len(unit)) + "!" for length in (30, 78, 118, 138, 198, 298, 590)]
    assert len(passages("\n".join(lines))) >= 1
