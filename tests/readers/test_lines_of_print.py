from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.readers.lines import joined
from generator.readers.reading import paragraphs

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/readers/lines.yml").read_text(encoding="utf-8"))


def test_there_are_cases() -> None:
    assert len(CASES) > 7


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_printed_lines_become_paragraphs(case: dict[str, Any]) -> None:
    text, heads = joined(case["pages"])
    assert text == case["text"]
    assert list(heads) == case.get("heads", [])


@given(st.lists(st.text(max_size=80), max_size=8))
@settings(max_examples=50, deadline=None)
def test_paragraphs_hold_no_control_characters_and_stay_as_they_are(parts: list[str]) -> None:
    text = paragraphs(parts)
    assert not [char for char in text if unicodedata.category(char) in ("Cc", "Cs") and char != "\n"]
    assert "\n\n\n" not in text
    assert paragraphs(text.split("\n\n")) == text


@given(st.lists(st.lists(st.text(alphabet="ab -.", max_size=30), max_size=6), max_size=1))
@settings(max_examples=50, deadline=None)
def test_joining_lines_loses_no_letter(pages: list[list[str]]) -> None:
    before = [char for page in pages for line in page for char in line if char.isalpha()]
    assert [char for char in joined(pages)[0] if char.isalpha()] == before
