"""What a reader of a Word file does not see never comes in, and its amount is told."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.readers import docx as reader

HIDDEN = "Stone is furious about the port."
Builder = Callable[[Any], None]


def style(document: Any, kind: Any, name: str, hidden: bool | None, base: str | None = None) -> None:
    made = document.styles.add_style(name, kind)
    made.font.hidden = hidden
    if base:
        made.base_style = document.styles[base]


def directly(document: Any) -> None:
    document.paragraphs[0].add_run(HIDDEN).font.hidden = True


def in_the_web(document: Any) -> None:
    document.paragraphs[0].add_run(HIDDEN)._r.get_or_add_rPr().append(parse_xml(f"<w:webHidden {nsdecls('w')}/>"))


def by_the_style_of_characters(document: Any) -> None:
    style(document, WD_STYLE_TYPE.CHARACTER, "Secret", True)
    document.paragraphs[0].add_run(HIDDEN, style="Secret")


def by_the_style_of_the_paragraph(document: Any) -> None:
    style(document, WD_STYLE_TYPE.PARAGRAPH, "Secret", True)
    document.add_paragraph(HIDDEN, style="Secret")


def by_the_style_below(document: Any) -> None:
    style(document, WD_STYLE_TYPE.PARAGRAPH, "Secret", True)
    style(document, WD_STYLE_TYPE.PARAGRAPH, "Aside", None, "Secret")
    document.add_paragraph(HIDDEN, style="Aside")


def by_its_row(document: Any) -> None:
    table = document.add_table(1, 1)
    table.cell(0, 0).text = HIDDEN
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))


def in_a_hidden_box(document: Any) -> None:
    box = f"<w:pict><w:txbxContent><w:p><w:r><w:t>{HIDDEN}</w:t></w:r></w:p></w:txbxContent></w:pict>"
    document.paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr>{box}</w:r>"))


def in_a_note(document: Any) -> None:
    document.sections[0].footer.paragraphs[0].add_run(HIDDEN).font.hidden = True


WAYS: tuple[Builder, ...] = (
    directly,
    in_the_web,
    by_the_style_of_characters,
    by_the_style_of_the_paragraph,
    by_the_style_below,
    by_its_row,
    in_a_hidden_box,
    in_a_note,
)


def extract(build: Builder) -> Any:
    document = docx.Document()
    document.add_paragraph("Harun is calm. ")
    build(document)
    file = io.BytesIO()
    document.save(file)
    return reader.extract(file.getvalue())


@pytest.mark.parametrize("build", WAYS, ids=lambda build: build.__name__)
def test_hidden_text_is_left_out_and_counted(build: Builder) -> None:
    found = extract(build)
    assert found.text == "Harun is calm.\n"
    assert found.notes == ("words formatted as hidden are left out: 6",)


def test_what_is_switched_on_again_is_seen() -> None:
    def build(document: Any) -> None:
        style(document, WD_STYLE_TYPE.PARAGRAPH, "Secret", True)
        style(document, WD_STYLE_TYPE.CHARACTER, "Switch", True)
        paragraph = document.add_paragraph(style="Secret")
        paragraph.add_run("Seen by itself, ").font.hidden = False
        paragraph.add_run("and by two styles.", style="Switch")

    assert extract(build).text == "Harun is calm.\n\nSeen by itself, and by two styles.\n"


def test_a_style_that_is_based_on_itself_hides_nothing() -> None:
    def build(document: Any) -> None:
        style(document, WD_STYLE_TYPE.PARAGRAPH, "Loop", None)
        document.styles["Loop"]._element.append(parse_xml(f'<w:basedOn {nsdecls("w")} w:val="Loop"/>'))
        document.add_paragraph("The port is open.", style="Loop")

    assert extract(build).text == "Harun is calm.\n\nThe port is open.\n"


def test_deleted_text_and_comments_are_left_out_and_counted() -> None:
    def build(document: Any) -> None:
        paragraph = document.paragraphs[0]
        change = '<w:del {} w:id="1" w:author="x"><w:r><w:delText>Stone is furious.</w:delText></w:r></w:del>'
        paragraph._p.append(parse_xml(change.format(nsdecls("w"))))
        document.add_comment(paragraph.runs[0], "Stone must not see this.", author="x")

    found = extract(build)
    assert found.text == "Harun is calm.\n"
    assert found.notes == ("words deleted under review are left out: 3", "comments are left out: 1")
