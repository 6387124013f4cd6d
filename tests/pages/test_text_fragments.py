from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.text_fragments import text_fragment, with_fragment
from tests.conftest import Case
from tests.examples import examples


@pytest.mark.cases("fragments")
def test_a_link_leads_to_the_words_and_to_no_others(case: Case) -> None:
    made = {}
    for name, marked in case.content["texts"].items():
        start, end = marked.index("["), marked.index("]") - 1
        made[name] = text_fragment(marked.replace("[", "").replace("]", ""), start, end)
    assert made
    case.holds(made)


@examples(50)
@given(st.lists(st.text("abc ,-&%#é", min_size=1, max_size=12), min_size=1, max_size=8))
def test_only_marks_of_the_directive_stand_in_it_unencoded(parts: list[str]) -> None:
    text = " ".join(parts)
    made = text_fragment(text, 0, len(text))
    assert made == "" or made.startswith("#:~:text=")
    terms = made.removeprefix("#:~:text=").split(",")
    assert all("-" not in term.strip("-") and "&" not in term for term in terms)
    assert all(" ".join(unquote(term.strip("-")).split()) in " ".join(text.split()) for term in terms)


def test_a_fragment_that_is_there_stays_before_the_directive() -> None:
    assert with_fragment("https://example.org/a#b", "#:~:text=x") == "https://example.org/a#b:~:text=x"
    assert with_fragment("https://example.org/a", "#:~:text=x") == "https://example.org/a#:~:text=x"
    assert with_fragment("https://example.org/a", "") == "https://example.org/a"
