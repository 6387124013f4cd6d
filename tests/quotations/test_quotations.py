"""Quotations read back: which words are quoted, and whether a text has them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.quotations import LINE_BREAK, Seed, find, fold, places, quotations_in

CASES = Path(__file__).parent.parent / "cases" / "quotations"
COLLECTING = yaml.safe_load((CASES / "collecting.yml").read_text("utf-8"))
FINDING = yaml.safe_load((CASES / "finding.yml").read_text("utf-8"))


def test_there_are_cases() -> None:
    assert COLLECTING
    assert FINDING


@pytest.mark.parametrize("case", COLLECTING, ids=lambda case: case["name"])
def test_what_is_quoted(case: dict[str, Any]) -> None:
    seed = Seed("a.txt", fold(case.get("sources", "")))
    paragraph = case["paragraph"].replace("␤", LINE_BREAK)
    named = places(case.get("names", []), paragraph)
    quoted = quotations_in(paragraph, lambda text: find(text, [seed]).seed is not None, named)
    assert [one.text for one in quoted] == case["quoted"]
    assert all(paragraph[one.start : one.end] == one.text for one in quoted)


@pytest.mark.parametrize("case", FINDING, ids=lambda case: case["name"])
def test_what_is_found(case: dict[str, Any]) -> None:
    seeds = [Seed("a.txt", fold(case["text"])), Seed("b.txt", fold(case.get("other", "")))]
    found = find(case["quotation"].replace("␤", LINE_BREAK), seeds)
    assert found.seed == ("a.txt" if case["found"] else None)


LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Z"), exclude_characters="…"), min_size=1
)


@settings(max_examples=50, deadline=None)
@given(st.lists(LETTERS, min_size=2, max_size=6), st.data())
def test_words_that_stand_in_a_text_are_found_however_lines_end(words: list[str], data: st.DataObject) -> None:
    seed = Seed("a.txt", fold(" ".join(words)))
    breaks = data.draw(st.lists(st.sampled_from([" ", LINE_BREAK, f" {LINE_BREAK}"]), min_size=len(words)))
    quotation = "".join(word + end for word, end in zip(words, breaks, strict=False))
    assert find(quotation, [seed]).seed == "a.txt"


@settings(max_examples=50, deadline=None)
@given(st.lists(LETTERS, min_size=2, max_size=6), LETTERS)
def test_a_word_put_in_is_never_found(words: list[str], word: str) -> None:
    seed = Seed("a.txt", fold(" ".join(words)))
    # U+F8FF is in nobody's text.
    assert find(f"{words[0]} \uf8ff{word} {words[1]}", [seed]).seed is None
