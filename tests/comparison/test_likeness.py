"""How alike two texts are does not depend on what is added later."""

from hypothesis import given
from hypothesis import strategies as st

from generator.comparison.likeness import Cut, Likeness

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
