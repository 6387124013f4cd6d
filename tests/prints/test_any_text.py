"""Whatever a source wrote comes out of the PDF as it went in, wherever on a page it stands."""

import html
import io
import tempfile
from pathlib import Path

import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.prints import PrintOptions
from generator.prints.prints import documents_of
from generator.prints.typesetting import typeset
from generator.quotations.pdf import LINE_BREAK, pdf_texts
from tests.examples import examples

LETTERS = "".join(map(chr, range(0x21, 0x7F))) + "’“”–—…€ăâđêôơưĂẢẤạặốộỷỹЖщяіїґéñçßøłœ"


def written(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def bare(text: str) -> str:
    return "".join(text.replace(LINE_BREAK, "").replace("\u200b", "").split())


@examples(12)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=24), min_size=1, max_size=5).map(" ".join))
@example('#read("/etc/passwd") #eval("1") $x^2$ @cite <label> // no /* no */ \\ _a_ *b* `c` ~ [x](javascript:y)')
@example("â")  # one letter with a mark, in lines one after the other
@example("= heading - list + enum / term: x https://example.org #let x = 1; #{ } #[ ] \\u{41} &lt; {{ x }} {% y %}")
def test_text_comes_out_as_it_went_in(text: str) -> None:
    given = written(text)
    inert = html.escape(text, quote=False)  # as pages write front matter, for the site's sake
    named = {"question": inert, "originator": inert, "marking": inert}
    front = yaml.safe_dump({"title": inert, "brief": {"id": "a", "number": 1, **named}}, allow_unicode=True)
    page = (
        f"---\n{front}---\n\n## {given}\n\nx{given}[^1.1]\n\n1. {given}\n\n> {given}\n\n"
        f"| a | b |\n| - | - |\n| x{given} | **{given}** |\n\nx{given}\n{{ .flag }}\n\nx{given}\n:   {given}\n\n"
        f"[^1.1]: {given} · [{given}](../sources/s.md#s1)\n"
    )
    source = {"source": {"id": "s", "number": 1, "name": inert, "sha256": "0" * 64}}
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder)
        for name, content in {"briefs/a.md": page, "sources/s.md": f"---\n{yaml.safe_dump(source)}---\n"}.items():
            (docs / name).parent.mkdir(exist_ok=True)
            (docs / name).write_text(content, "utf-8")
        (document,) = documents_of(docs, ["a"], PrintOptions())
    reader = PdfReader(io.BytesIO(typeset(document).pdf))
    printed = bare("".join(pdf_texts(reader)))
    # Title, question, heading, paragraph, point, quotation, two cells, flag, term and its meaning, note and its link,
    # originator and the source in the receipt. Marking and foot are no part of the text.
    assert printed.count(bare(text)) >= 15
    assert reader.metadata is not None
    assert reader.metadata.title == text
