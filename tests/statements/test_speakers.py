"""Speakers: what holds for every text, and what people are told about how one was found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from inventions import entities, read

from tests.examples import examples

PIECES = [
    "Moreau said", "Field", "He added that", "the two sides", "agreed to", "“We agree,”", "she said", "trade must grow",
    "Birch", "supports", "They", "The President", "“", "”", ".", ".", "\n\n", "According to", ",", "the latter",
    "It was agreed that",
    "Professor Hugo Lamm told", "’s", "(", "Joint Statement",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25))
@examples(60)
def test_every_passage_has_one_statement_and_nothing_is_invented(pieces: list[str]) -> None:
    known = {one.id for one in entities()}
    parties = {one.id for one in entities() if one.type == "party"}
    text = " ".join(pieces)
    found = read(text)
    assert [one.passage.start for one in found] == sorted(one.passage.start for one in found)
    for one in found:
        assert one.speaker is None or one.speaker in known - parties
        assert set(one.holders) <= parties
        assert not (one.candidates and one.speaker)
        assert text[one.passage.start : one.passage.end] == one.passage.quote
        assert one.cue is None or one.cue in one.passage.quote
        assert one.rule
        if one.how == "none":
            assert not one.speaker
            assert not one.holders
            assert not one.inferred


@given(st.text(max_size=200))
@examples(50)
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(set(one.holders) <= {"alder", "birch", "cedar", "west-union"} for one in read(text))


def test_the_rule_says_whom_a_pronoun_takes_up() -> None:
    said = read("Field said the road would open. He added that it was late.")[1]
    assert said.rule == "“he” refers to Tom Field, named in the sentence before"


def test_the_rule_names_both_whom_a_pronoun_could_mean() -> None:
    said = read("Field and Brandt met in the hall. He said the road would open.")[1]
    assert said.rule == "“he” could be Tom Field or Karl Brandt, both named in the sentence before"
    assert said.speaker is None


def test_a_named_source_is_not_inferred() -> None:
    assert not read("Field said the road would open.")[0].inferred
    assert not read("The two sides agreed to open the road.")[0].inferred


def test_a_text_without_passages_has_no_statements() -> None:
    assert read("") == ()
