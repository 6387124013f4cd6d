"""What shows nothing changes nothing: neither who speaks nor which words are whose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from inventions import read

from generator.statements import Statement
from tests.examples import examples

HIDDEN = "\u00ad\u200b\u2060\ufeff"
TEXT = """\
President Ana Moreau said on Thursday that “Alder will build the railway. It will be ready in spring.” She added that
Birch supports the plan, but President Ivo Brand said nobody had asked him.

The two sides agreed to meet again.
"""


def shown(statement: Statement, text: str) -> object:
    spans = [(relation.source, relation.cue, *relation.content) for relation in statement.relations]
    return (
        bare(text[statement.passage.start : statement.passage.end]),
        statement.speaker,
        statement.holders,
        statement.how,
        [(bare(text[one.start : one.end]), one.holders, one.sure) for one in statement.clauses],
        [[bare(text[span[0] : span[1]]) if span else None for span in those] for those in spans],
    )


def bare(words: str) -> str:
    return words.translate(dict.fromkeys(map(ord, HIDDEN)))


@given(st.lists(st.tuples(st.integers(1, len(TEXT) - 2), st.sampled_from(HIDDEN)), max_size=12))
@examples(40)
def test_what_shows_nothing_changes_nothing(put: list[tuple[int, str]]) -> None:
    text = TEXT
    for at, char in sorted(put, reverse=True):
        if text[at - 1].isalnum() and text[at].isalnum():
            text = text[:at] + char + text[at:]
    assert [shown(one, text) for one in read(text)] == [shown(one, TEXT) for one in read(TEXT)]
    assert all(text[one.passage.start : one.passage.end] == one.passage.quote for one in read(text))


def test_a_line_of_nothing_visible_is_no_passage() -> None:
    (only,) = read("President Ana Moreau said the port is open.\n\n\u00ad\u00ad\n")
    assert only.holders
