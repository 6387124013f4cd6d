from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.readers.encoding import decode
from generator.readers.reading import Refusal
from tests.conftest import Case
from tests.examples import examples


@pytest.mark.cases("readers/encoding.yml")
def test_bytes_become_text_by_the_surest_way(case: Case) -> None:
    arguments = (bytes.fromhex(str(case.content["bytes"])), case.content.get("declared"), case.content.get("given"))
    try:
        text, known = decode(*arguments)
    except Refusal as refusal:
        told = case.content.get("refused", "").split("|")
        case.holds(
            case.content["refused"] if any(part and part in refusal.what for part in told) else refusal.what, "refused"
        )
        return
    case.holds(None, "refused")
    case.holds(text, "text")
    case.holds((known and f"{known.how}: {known.note}") or None, "known")


@given(st.text().filter(lambda text: "\0" not in text))
@examples(50)
def test_utf_8_is_read_as_it_stands(text: str) -> None:
    assert decode(text.encode()) == (text, None)
