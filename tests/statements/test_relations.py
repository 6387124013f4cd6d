from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.passages import passages
from generator.statements.rules.relations import relations
from tests.conftest import Case
from tests.examples import examples

WORDS = (
    "Moreau said that the port “would stay open,” according to told her it was agreed and urged Larsen to , . : ’s "
    "(the captain) who which believes adding \n\n \" ' — had been called a critic of as"
).split(" ")


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span else None


def _found(text: str) -> list[dict[str, object]]:
    return [
        {
            "source": _words(text, one.source),
            "cue": _words(text, one.cue),
            "content": [_words(text, piece) for piece in one.content],
            "kind": one.kind,
            "how": one.how,
            **({"outer": one.outer} if one.outer is not None else {}),
            **({"carried": [_words(text, piece) for piece in one.carried]} if one.carried else {}),
        }
        for one in relations(text, passages(text))
    ]


@pytest.mark.cases("relations")
def test_relations_are_those_of_the_case(case: Case) -> None:
    case.holds(_found(str(case.content["text"])))


@examples(60)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_spans_lie_in_the_text_and_hold_words(words: list[str]) -> None:
    text = " ".join(words)
    found = relations(text, passages(text))
    for at, one in enumerate(found):
        spans = list(chain(one.content, one.carried, *([span] for span in (one.source, one.cue) if span)))
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)
        assert list(one.content) == sorted(one.content)
        assert set(one.carried) <= set(one.content)
        assert one.outer is None or (one.outer != at and 0 <= one.outer < len(found))


@examples(30)
@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault_and_twice_alike(text: str) -> None:
    assert relations(text, passages(text)) == relations(text, passages(text))
