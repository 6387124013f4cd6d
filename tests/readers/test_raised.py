from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
import typst
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from generator.readers import docx as word
from generator.readers import html, pdf
from generator.readers.raised import Run, settled
from tests.conftest import Case

PART = re.compile(r"([\^_]?)\{([^}]*)\}|([^{^_]+)")
LEVELS = {"^": 1, "_": -1}
FIRST = "President Ana Moreau said on Thursday that Alder will build a railway and that both sides pay for it."


def runs(marked: str) -> list[Run]:
    return [Run(raised or plain, LEVELS.get(sign, 0)) for sign, raised, plain in PART.findall(marked)]


def page(body: str) -> html.Extract:
    return html.extract(f"<html><body><article><p>{FIRST}</p><p>{body}</p></article></body></html>")


def last(text: str) -> str:
    return text.rstrip("\n").split("\n\n")[-1]


@pytest.mark.cases("readers/raised.yml")
def test_raised_characters_make_no_figure(case: Case) -> None:
    case.holds(settled(runs(case.content["marked"]))[0], "text")


@pytest.mark.cases("readers/raised.yml")
def test_a_page_with_raised_characters(case: Case) -> None:
    tags = {1: "<sup>{}</sup>", -1: "<sub>{}</sub>", 0: "{}"}
    body = "".join(tags[run.level].format(run.text) for run in runs(case.content["marked"]))
    case.holds(last(page(body).text), "text")


@pytest.mark.cases("readers/raised.yml")
def test_a_word_file_with_raised_characters(case: Case) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for run in runs(case.content["marked"]):
        font = paragraph.add_run(run.text).font
        if run.level:
            setattr(font, "superscript" if run.level > 0 else "subscript", True)
    case.holds(last(extract(document).text), "text")


@pytest.mark.cases("readers/raised.yml")
def test_a_pdf_with_small_raised_characters(case: Case) -> None:
    marks = {1: "#super[#{}]", -1: "#sub[#{}]", 0: "#{}"}
    body = "".join(
        marks[run.level].format(yaml.dump(run.text, default_style='"', allow_unicode=True, width=999).strip())
        for run in runs(case.content["marked"])
    )
    sheet = f"#set page(width: 20cm)\n#set super(typographic: false)\n#set sub(typographic: false)\n{FIRST}\n\n{body}\n"
    text = pdf.extract(typst.compile(sheet.encode())).text
    case.holds(last(text), "text")


def extract(document: Any) -> word.Extract:
    file = io.BytesIO()
    document.save(file)
    return word.extract(file.getvalue())


STREAMS = {
    "moved and smaller": b"(The navy sent 32) Tj /F1 7 Tf 91 4.5 Td (1) Tj /F1 12 Tf 4 -4.5 Td ( ships then.) Tj",
    "by its rise": b"(The navy sent 32) Tj 5 Ts (1) Tj 0 Ts ( ships then.) Tj",
    "by its matrix": b"(The navy sent 32) Tj .6 0 0 .6 141 704.5 Tm (1) Tj 1 0 0 1 145 700 Tm ( ships then.) Tj",
    "so high that it seems a line": b"(The navy sent 32) Tj /F1 6 Tf 91 7 Td (1) Tj /F1 12 Tf 4 -7 Td (ships then.) Tj",
}


@pytest.mark.parametrize("stream", STREAMS)
def test_the_ways_in_which_a_pdf_raises_a_mark(stream: str) -> None:
    found = pdf.extract(one_page(b"BT /F1 12 Tf 50 700 Td " + STREAMS[stream] + b" ET"))
    assert found.text == "The navy sent 32 ships then.\n"
    assert found.notes == ("raised marks that refer to notes are left out (1): 32[1]",)


def test_small_letters_on_the_line_and_figures_beside_it_are_kept() -> None:
    stream = (
        b"BT /F1 12 Tf 50 700 Td (U) Tj /F1 9 Tf (NITED ) Tj /F1 12 Tf (NAVAL PORTS ) Tj /F1 9 Tf 190 4 Td (2031) Tj ET"
    )
    assert pdf.extract(one_page(stream)).text == "UNITED NAVAL PORTS 2031\n"


@pytest.mark.parametrize(
    "mark",
    [
        '<a class="footnote-ref" href="#a">1</a>',
        '<sup><a href="#_ftn1">[1]</a></sup>',
        '<a href="#_edn1">[1]</a>',
        '<a href="https://alder.example/treaty#cite_note-7"><sup>1</sup></a>',
        '<a role="doc-noteref" href="#n"><sup>1</sup></a>',
        '<span style="font-size: 8pt; vertical-align: super">1</span>',
        '<font size="1"><sup>1</sup></font>',
    ],
)
def test_the_ways_in_which_a_page_refers_to_a_note(mark: str) -> None:
    found = page(f"The navy of Alder sent 32{mark} ships to the port.")
    assert last(found.text) == "The navy of Alder sent 32 ships to the port."
    assert "raised marks that refer to notes are left out (1): 32[1]" in found.notes


def test_what_the_page_calls_a_reference_is_no_exponent() -> None:
    assert last(page('They sent 10<sup><a href="#_ftn1">1</a></sup> ships.').text) == "They sent 10 ships."


def test_a_link_whose_words_are_a_figure_is_kept() -> None:
    body = 'The navy sent <a href="#note-30">30</a> ships, see <a href="#notes">the notes</a>.'
    assert "The navy sent 30 ships, see the notes." in page(body).text


def test_a_custom_mark_of_a_note_in_a_word_file_is_left_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The navy sent 32")
    mark = f'<w:r {nsdecls("w")}><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>'
    paragraph._p.append(parse_xml(mark))
    paragraph.add_run(" ships.")
    assert extract(document).text == "The navy sent 32 ships.\n"


@given(st.integers(11, 9999), st.integers(1, 99))
def test_a_figure_stays_what_it_was_before_its_mark(figure: int, mark: int) -> None:
    text, out = settled([Run("There were "), Run(str(figure)), Run(str(mark), 1), Run(" ships.")])
    assert text == f"There were {figure} ships."
    assert out == (f"{figure}[{mark}]",)


def one_page(stream: bytes) -> bytes:
    from test_read import pdf as made

    return made(stream)
