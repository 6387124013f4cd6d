from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.readers.lines import join_pages
from generator.readers.printed import PrintedLine
from generator.readers.reading import paragraphs
from tests.conftest import Case
from tests.examples import examples


@pytest.mark.cases("readers/lines.yml")
def test_printed_lines_become_paragraphs(case: Case) -> None:
    text, heads, _ = join_pages([[PrintedLine(line) for line in page] for page in case.content["pages"]])
    case.holds(text, "text")
    case.holds(list(heads) or None, "heads")


@given(st.lists(st.text(max_size=80), max_size=8))
@examples(50)
def test_paragraphs_hold_no_control_characters_and_stay_as_they_are(parts: list[str]) -> None:
    text = paragraphs(parts)
    assert not [char for char in text if unicodedata.category(char) in ("Cc", "Cs") and char != "\n"]
    assert "\n\n\n" not in text
    assert paragraphs(text.split("\n\n")) == text


@given(st.lists(st.lists(st.text(alphabet="ab -.", max_size=30), max_size=6), max_size=1))
@examples(50)
def test_joining_lines_loses_no_letter(pages: list[list[str]]) -> None:
    before = [char for page in pages for line in page for char in line if char.isalpha()]
    assert [
        char for char in join_pages([[PrintedLine(line) for line in page] for page in pages])[0] if char.isalpha()
    ] == before
