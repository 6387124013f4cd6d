from __future__ import annotations

import re

import pytest
import typst

from generator.readers import pdf
from tests.conftest import Case
from tests.readers.test_read import pdf as document


@pytest.mark.cases("readers/pdf.yml")
def test_a_printed_document_is_read_in_paragraphs(case: Case) -> None:
    case.holds(pdf.extract(typst.compile(case.content["sheet"].encode())).text, "text")


def test_words_that_are_placed_one_by_one_are_a_line() -> None:
    lines = ["The port of Veland is open to", "grain ships again, said Harun", "Stone, who had come by train."]
    content = b"".join(
        b"BT /F1 12 Tf 1 0 0 1 %d %d Tm (%s) Tj ET " % (50 + 7 * match.start(), 700 - 14 * number, match[0].encode())
        for number, line in enumerate(lines)
        for match in re.finditer(r"\S+", line)
    )
    assert pdf.extract(document(content)).text == f"{' '.join(lines)}\n"
