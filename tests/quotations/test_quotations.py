"""Quotations read back: which words are quoted, and whether a text has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quotations import LINE_BREAK, Seed, find, fold, places, quotations_in
from tests.conftest import Case
from tests.examples import examples


@pytest.mark.cases("quotations/collecting.yml")
def test_what_is_quoted(case: Case) -> None:
    paragraph = case.content["paragraph"].replace("␤", LINE_BREAK)
    named = places(case.content.get("names", []), paragraph)
    seed = Seed("a.txt", fold(case.content.get("sources", "")))
    quoted = quotations_in(paragraph, lambda text: find(text, [seed]).seed is not None, named)
    assert all(paragraph[one.start : one.end] == one.text for one in quoted)
    case.holds([one.text for one in quoted], "quoted")


@pytest.mark.cases("quotations/finding.yml")
def test_what_is_found(case: Case) -> None:
    seeds = [Seed("a.txt", fold(case.content["text"])), Seed("b.txt", fold(case.content.get("other", "")))]
    found = find(case.content["quotation"].replace("␤", LINE_BREAK), seeds).seed
    assert found in ("a.txt", None)
    case.holds(found is not None, "found")


LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Z"), exclude_characters="…"), min_size=1
)


@examples(50)
@given(st.lists(LETTERS, min_size=2, max_size=6), st.data())
def test_words_that_stand_in_a_text_are_found_however_lines_end(words: list[str], data: st.DataObject) -> None:
    seed = Seed("a.txt", fold(" ".join(words)))
    breaks = data.draw(st.lists(st.sampled_from([" ", LINE_BREAK, f" {LINE_BREAK}"]), min_size=len(words)))
    quotation = "".join(word + end for word, end in zip(words, breaks, strict=False))
    assert find(quotation, [seed]).seed == "a.txt"


@examples(50)
@given(st.lists(LETTERS, min_size=2, max_size=6), LETTERS)
def test_a_word_put_in_is_never_found(words: list[str], word: str) -> None:
    seed = Seed("a.txt", fold(" ".join(words)))
    # U+F8FF is in nobody's text.
    assert find(f"{words[0]} \uf8ff{word} {words[1]}", [seed]).seed is None
