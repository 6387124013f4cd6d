from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.passages import sentences

CASES = Path(__file__).parent.parent / "cases" / "sentences"


def entries(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    assert found
    return found


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def is_white(char: str) -> bool:
    return char.isspace() or char in "\u200b\ufeff"


GOLDEN = entries("golden-rules.yml")
NEWS = [entry for path in sorted(CASES.glob("*.yml")) if path.stem != "golden-rules" for entry in entries(path.name)]


@pytest.mark.parametrize("entry", GOLDEN, ids=[entry["rule"] for entry in GOLDEN])
def test_each_golden_rule_holds_or_is_a_known_miss(entry: dict[str, Any]) -> None:
    found = split(" ".join(entry["sentences"]))
    assert found == entry.get("found", entry["sentences"])
    assert entry.get("found") != entry["sentences"], "no miss any more: take `found` away"


def test_the_list_has_all_48_golden_rules_and_4_known_misses() -> None:
    assert len({entry["rule"] for entry in GOLDEN}) == 48
    assert sum("found" in entry for entry in GOLDEN) == 4


@pytest.mark.parametrize("entry", NEWS, ids=[entry["name"] for entry in NEWS])
def test_news_sentences_end_where_a_reader_ends_them(entry: dict[str, Any]) -> None:
    assert split(entry.get("by", " ").join(entry["sentences"])) == entry["sentences"]


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


@settings(max_examples=60, deadline=None)
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


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_stretch_is_cut_the_same_wherever_it_stands(text: str) -> None:
    alone = list(sentences(text, 0, len(text)))
    moved = list(sentences("Xy. " + text + " Zz", 4, 4 + len(text)))
    assert moved == [(start + 4, end + 4) for start, end in alone]
