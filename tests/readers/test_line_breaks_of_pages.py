from __future__ import annotations

import pytest

from generator.readers import html

FIRST = (
    "President Ana Moreau said on Thursday that Alder will build a railway and that both sides agreed to pay for it."
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>The port is open.<br>Birch pays for it.</p>", "The port is open.\nBirch pays for it."),
        ("<p>The port is open.<br>&nbsp;<br>Birch pays for it.</p>", "The port is open.\n\nBirch pays for it."),
        ("<p>The port is open.<br> <br/>Birch pays for it.</p>", "The port is open.\n\nBirch pays for it."),
        ("<p>The port is open.<br><br><br>Birch pays.</p>", "The port is open.\n\nBirch pays."),
        (
            "<table><tr><td>Port to reopen<br><br>9.4.2031<br>By Jane Doe</td></tr></table>",
            "Port to reopen\n\n9.4.2031\nBy Jane Doe",
        ),
    ],
)
def test_line_breaks_part_lines_paragraphs_and_words(body: str, text: str) -> None:
    page = (
        f"<html><body><article><p>{FIRST}</p>{body}<p>{FIRST.replace('Thursday', 'Friday')}</p></article></body></html>"
    )
    assert text in html.extract(page).text
