"""Word files for offices that edit: pandoc writes them, then they get the marking, the page numbers and our labels.

pandoc is an optional extra. A file `briefs/reference.docx` in the dossier lends its styles; without it plain ones are
set. The same bytes come out each time: no time of day goes in.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt, RGBColor

from generator.messages.problems import BriefingError
from generator.prints.documents import Document
from generator.prints.typesetting import TypesettingError
from generator.prints.word_tree import word_tree

_PAPERS = {"a4": (210, 297), "us-letter": (216, 279)}
_SERIF, _SANS = "Cambria", "Calibri"
# Style, font, size in points, bold.
_STYLES = (
    ("Normal", _SERIF, 11, False),
    ("Body Text", _SERIF, 11, False),
    ("Heading 1", _SANS, 24, True),
    ("Heading 2", _SANS, 14, True),
    ("Heading 3", _SANS, 11.5, True),
    ("Heading 4", _SANS, 11, False),
    ("Brief number", _SANS, 9.5, True),
    ("Question", _SERIF, 12.5, False),
    ("Brief facts", _SANS, 9, False),
    ("Statement", _SANS, 9.5, False),
    ("Flag", _SANS, 10, False),
    ("Footnote Text", _SERIF, 9, False),
)
_THE_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive can say


class PandocMissingError(BriefingError):
    """pandoc, which writes Word files, is not installed."""


def word(document: Document) -> bytes:
    """Return `document` as a Word file. Raises `PandocMissingError`, and `TypesettingError` where pandoc fails."""
    tree, labels = word_tree(document)
    command = [_pandoc(), "--from=json", "--to=docx", "--output=-"]
    if document.options.reference is not None:
        command.append(f"--reference-doc={document.options.reference}")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
    done = subprocess.run(command, input=json.dumps(tree).encode(), capture_output=True, check=False, env=environment)
    if done.returncode:
        raise TypesettingError(f"{document.id}: pandoc says: {done.stderr.decode('utf-8', 'replace').strip()}")
    return _finish(done.stdout, document, labels, document.options.reference is None)


def _pandoc() -> str:
    try:
        import pypandoc  # an extra, which need not be there

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        raise PandocMissingError(
            "Word files need pandoc, which is not installed. Mend: `pip install briefing-site[docx]`."
        ) from None


def _finish(data: bytes, document: Document, labels: list[str], plain: bool) -> bytes:
    opened: Any = docx.Document(io.BytesIO(data))
    if plain:
        _set_styles(opened)
    _set_labels(opened, labels)
    values = document.data
    section = opened.sections[0]
    width, height = _PAPERS[values["paper"]]
    section.page_width, section.page_height = Mm(width), Mm(height)
    _running_lines(section, values)
    day = datetime(*values["date"])
    properties = opened.core_properties
    properties.title, properties.author, properties.language = values["title"], values["originator"], values["language"]
    properties.created = properties.modified = day
    properties.last_modified_by = values["originator"]
    stream = io.BytesIO()
    opened.save(stream)
    return _same_each_time(stream.getvalue())


def _set_styles(opened: Any) -> None:
    names = {style.name: style for style in opened.styles}
    for name, font, size, bold in _STYLES:
        style = names.get(name)
        if style is None:
            continue
        style.font.name, style.font.size, style.font.bold = font, Pt(size), bold
        style.font.color.rgb = RGBColor(0x1C, 0x27, 0x33)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{key}"), font)
    if "Question" in names:
        names["Question"].font.italic = True


def _set_labels(opened: Any, labels: list[str]) -> None:
    """Put our labels (4.9) in the place of Word's own numbers, at the call and at the note."""
    calls = list(opened.element.body.iter(qn("w:footnoteReference")))
    by_id = {call.get(qn("w:id")): label for call, label in zip(calls, labels, strict=True)}
    for call in calls:
        call.set(qn("w:customMarkFollows"), "1")
        call.addnext(_text(by_id[call.get(qn("w:id"))]))
    part = next((rel.target_part for rel in opened.part.rels.values() if rel.reltype.endswith("/footnotes")), None)
    if part is None or not labels:
        return
    root = parse_xml(part.blob)
    for note in root.iter(qn("w:footnote")):
        label = by_id.get(note.get(qn("w:id")))
        for mark in list(note.iter(qn("w:footnoteRef"))) if label else []:
            mark.getparent().replace(mark, _text(label))
    part._blob = serialize_part_xml(root)


def _text(text: str | None) -> Any:
    element = OxmlElement("w:t")
    element.text = text
    return element


def _running_lines(section: Any, values: dict[str, Any]) -> None:
    """Set the marking top and bottom, the originator, the date and the number of the page."""
    for part in (section.header, section.footer):
        part.is_linked_to_previous = False
    if values["marking"]:
        _line(section.header.paragraphs[0], values["marking"], bold=True)
    foot = section.footer.paragraphs[0]
    _line(foot, " · ".join(filter(None, [values["originator"], values["as_of"], "Page "])))
    _field(foot, "PAGE")
    foot.add_run(" of ").font.size = Pt(8.5)
    _field(foot, "NUMPAGES")
    if values["marking"]:
        _line(section.footer.add_paragraph(), values["marking"], bold=True)


def _line(paragraph: Any, text: str, bold: bool = False) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.name = bold, Pt(9 if bold else 8.5), _SANS


def _field(paragraph: Any, code: str) -> None:
    run = paragraph.add_run()
    run.font.size, run.font.name = Pt(8.5), _SANS
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)


def _same_each_time(data: bytes) -> bytes:
    """Return the archive `data` with the names in its own order and no time of day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _THE_FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return stream.getvalue()
