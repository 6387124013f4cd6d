"""Clauses of any passage follow the text, never overlap, and carry the positions of the passage."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from inventions import read

from generator.statements.clause import Clause, clause_of, common, is_apart
from tests.examples import examples

PIECES = st.lists(
    st.sampled_from(
        ["Moreau", "Field", "Alder", "Birch", "both sides", "fishermen", "he", "said", "wants", "called it", "rejected",
         "that", "which", "a view that", "according to", "“", "”", "(", ")", ",", ";", "and", "but", "while", "the dam",
         "a theft", "is safe", "must go", "’s claim", ".", "\n\n", "—", ":"]
    ),
    max_size=30,
)  # fmt: skip


@examples(200)
@given(PIECES.map(" ".join))
@example("While Alder wants the levy to end, Birch rejects the proposal.")
@example("Moreau rejected Field ’s claim that the dam is safe, and Birch called it a theft.")
def test_clauses_follow_the_text_and_never_overlap(text: str) -> None:
    for one in read(text):
        passage, clauses = one.passage, one.clauses
        assert all(passage.start <= clause.start < clause.end <= passage.end for clause in clauses)
        assert all(first.end <= second.start for first, second in pairwise(clauses))
        assert all(not clause.holders for clause in clauses if clause.sure == "reported")
        assert all(set(clause.holders) <= {"alder", "birch"} for clause in clauses)
        assert not (one.apart and one.holders)
        if len(clauses) == 1:
            assert clauses[0].holders == one.holders


def clause(start: int, end: int, *holders: str) -> Clause:
    return Clause(start, end, None, None, holders, "certain")


def test_words_are_looked_up_in_the_one_clause_that_they_stand_in() -> None:
    clauses = (clause(0, 10, "alder"), clause(12, 20, "birch"), clause(22, 30))
    assert clause_of(clauses, [(2, 4), (6, 10)]) is clauses[0]
    assert clause_of(clauses, [(2, 4), (13, 15)]) is None
    assert clause_of(clauses, [(9, 13)]) is None
    assert clause_of(clauses, []) is None


def test_what_clauses_have_in_common_is_the_position_of_all() -> None:
    assert common((clause(0, 4, "alder"), clause(5, 9))) == ("alder",)
    assert common((clause(0, 4, "alder"), clause(5, 9, "birch"))) == ()
    assert is_apart((clause(0, 4, "alder"), clause(5, 9, "alder", "birch")))
    assert not is_apart((clause(0, 4, "alder"), clause(5, 9)))
