from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.readers.encoding import decode
from generator.readers.reading import Refusal

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/readers/encoding.yml").read_text(encoding="utf-8"))


def test_there_are_cases() -> None:
    assert len(CASES) > 15


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_bytes_become_text_by_the_surest_way(case: dict[str, Any]) -> None:
    arguments = (bytes.fromhex(str(case["bytes"])), case.get("declared"), case.get("given"))
    if "refused" in case:
        with pytest.raises(Refusal) as refusal:
            decode(*arguments)
        assert any(part in refusal.value.what for part in case["refused"].split("|")), refusal.value.what
        return
    text, known = decode(*arguments)
    assert text == case["text"]
    assert (known and f"{known.how}: {known.note}") == case.get("known")


@given(st.text().filter(lambda text: "\0" not in text))
@settings(max_examples=50, deadline=None)
def test_utf_8_is_read_as_it_stands(text: str) -> None:
    assert decode(text.encode()) == (text, None)
