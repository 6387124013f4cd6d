from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.topics.phrases import Index, pieces
from generator.topics.words import words
from tests.conftest import Case
from tests.examples import examples


@pytest.mark.cases("phrases")
def test_a_phrase_finds_its_words(case: Case) -> None:
    phrase, sentence, _ = case.content
    hits = Index([phrase]).hits(words(sentence)).get(phrase, ())
    case.holds([sentence[start:end] for start, end in hits], 2)


@examples(100)
@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@examples(100)
@given(st.text(max_size=40), st.text(max_size=80))
def test_no_phrase_and_no_text_breaks_the_index(phrase: str, text: str) -> None:
    pieces(phrase)
    for spans in Index([phrase]).hits(words(text)).values():
        assert all(0 <= start < end <= len(text) for start, end in spans)
