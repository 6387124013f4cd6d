import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.topics.clauses import clause
from tests.conftest import Case
from tests.examples import examples


@pytest.mark.cases("clauses")
def test_a_clause_reads_alone(case: Case) -> None:
    text = case.content["sentence"]
    shown = [(text.index(part), text.index(part) + len(part)) for part in case.content["shown"]]
    start, end = clause(text, (0, len(text)), shown)
    case.holds(text[start:end], "clause")


@examples(200)
@given(st.text(alphabet="ab ,;—()“”\"'.", min_size=1, max_size=120), st.data())
def test_a_clause_stays_in_its_sentence(text: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text) - 1))
    last = data.draw(st.integers(first + 1, len(text)))
    start, end = clause(text, (0, len(text)), [(first, last)])
    assert 0 <= start <= end <= len(text)
