"""How alike two texts are does not depend on what is added later."""

from hypothesis import given
from hypothesis import strategies as st

from generator.comparison.likeness import Cut, Likeness
from generator.comparison.pairs import SMALL, pairs

TEXTS = st.lists(st.sampled_from(["rice", "coffee", "port", "treaty", "river", "grain"]), min_size=1, max_size=6)


@given(st.lists(TEXTS, min_size=2, max_size=6), st.lists(TEXTS, min_size=1, max_size=6))
def test_a_source_that_is_added_changes_nothing_between_those_before_it(
    old: list[list[str]], new: list[list[str]]
) -> None:
    before = [Cut(number, " ".join(text)) for number, text in enumerate(old, start=1)]
    added = [Cut(len(old) + 1, " ".join(text)) for text in new]
    alone, together = Likeness(before), Likeness([*added, *before])
    assert [alone.of(one, two) for one in before for two in before] == [
        together.of(one, two) for one in before for two in before
    ]


def test_a_word_that_many_texts_have_counts_less() -> None:
    many = [Cut(number, "the pact on rice") for number in range(1, 9)]
    weighed = Likeness([*many, Cut(9, "the pact on coffee")])
    assert weighed.of(Cut(9, "pact and coffee"), Cut(9, "pact and grain")) < weighed.of(
        Cut(9, "pact and coffee"), Cut(9, "coffee and grain")
    )


def test_which_texts_are_compared_does_not_depend_on_those_that_come_later() -> None:
    words = "rice coffee port treaty river grain".split()
    texts = [Cut(n, " ".join(words[(n * step) % len(words)] for step in (1, 5, 7))) for n in range(SMALL + 20)]
    likeness = Likeness(texts)
    for count in (SMALL - 1, SMALL, SMALL + 10):
        assert list(pairs(texts[:count], likeness)) == [pair for pair in pairs(texts, likeness) if pair[1] < count]
