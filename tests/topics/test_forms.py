import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.statements.lexicon.inflection import VERB_FORMS
from generator.topics.forms import APART, word_forms
from generator.topics.words import singular
from tests.examples import examples


@pytest.mark.parametrize("form", sorted(form for form in VERB_FORMS if singular(form) in APART or form in APART)[:40])
def test_a_form_with_a_meaning_of_its_own_is_found_only_as_itself(form: str) -> None:
    verb, _ = VERB_FORMS[form]
    assert word_forms(form) == {singular(form)}
    assert verb == singular(form) or singular(form) not in word_forms(verb)


@examples(100)
@given(st.sampled_from(sorted(VERB_FORMS)))
def test_each_form_of_a_verb_stands_for_the_same_words(form: str) -> None:
    verb, _ = VERB_FORMS[form]
    if singular(form) not in APART and form not in APART and VERB_FORMS.get(singular(form), (verb,))[0] == verb:
        assert word_forms(form) == word_forms(verb) or verb in APART


@examples(100)
@given(st.text(max_size=20))
def test_a_word_always_stands_for_itself(word: str) -> None:
    assert singular(word) in word_forms(word)
