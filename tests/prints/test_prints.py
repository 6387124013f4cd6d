"""The PDFs: what they say, how they are built, and that faults are told and write nothing."""

import os
import re
import shutil
import socket
import threading
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any

import fontpkg_source_sans_3
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from generator.messages.problems import DossierError
from generator.prints import Printed, PrintOptions, print_all
from generator.prints.documents import Paper
from generator.prints.typesetting import fonts, templates
from generator.quotations.pdf import LINE_BREAK, pdf_texts
from tests.conftest import Case


def page_texts(file: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(file).pages]


def structure(file: Path) -> list[str]:
    """The structure tree, one element a line, indented."""
    lines: list[str] = []

    def walk(node: Any, depth: int) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child, depth)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            lines.append("  " * depth + str(node["/S"]).lstrip("/"))
            walk(node.get("/K", []), depth + 1)

    walk(PdfReader(file).trailer["/Root"]["/StructTreeRoot"]["/K"], 0)
    return lines


def golden(file: Path) -> str:
    version = metadata.version("briefing-site")
    texts = [text.replace(LINE_BREAK, " ").replace(version, "VERSION") for text in pdf_texts(PdfReader(file))]
    pages = len(PdfReader(file).pages)
    return "\n".join([f"{pages} pages", "", *texts, "", *structure(file), ""])


@pytest.mark.cases("prints/golden")
def test_text_pages_and_structure_are_as_before(case: Case, printed: dict[str, Printed]) -> None:
    case.holds(golden(printed[case.path.stem].file))


def test_what_is_printed_is_told(printed: dict[str, Printed]) -> None:
    assert list(printed) == ["fisheries", "energy", "dossier"]
    for one in printed.values():
        assert one.size == one.file.stat().st_size
        assert one.pages == len(PdfReader(one.file).pages)


def test_both_standards_are_declared_with_title_language_and_date(printed: dict[str, Printed]) -> None:
    reader = PdfReader(printed["fisheries"].file)
    root: Any = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode("utf-8")
    assert "<pdfuaid:part>1<" in xmp
    assert "<pdfaid:part>2<" in xmp
    assert "<pdfaid:conformance>A<" in xmp
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Fisheries"
    assert reader.metadata.author == "Fisheries desk"
    assert str(reader.metadata.creation_date).startswith("2031-03-14")


def test_the_outline_lists_the_sections(printed: dict[str, Printed]) -> None:
    def titles(entries: Any) -> list[str]:
        return [title for one in entries for title in (titles(one) if isinstance(one, list) else [one.title])]

    assert titles(PdfReader(printed["fisheries"].file).outline)[:3] == [
        "Brief 1 Fisheries",
        "Bottom line",
        "Positions side by side",
    ]


def test_a_second_printing_in_parallel_has_the_same_bytes(printed: dict[str, Printed], alder: Path) -> None:
    for one in print_all(alder, Path(), alder / "out", workers=2):
        assert one.file.read_bytes() == printed[one.id].file.read_bytes()


def test_marking_originator_and_page_numbers_stand_on_every_page(printed: dict[str, Printed]) -> None:
    texts = page_texts(printed["dossier"].file)
    for number, text in enumerate(texts, 1):
        assert text.count("For official use") == 2
        assert f"Page {number} of {len(texts)}" in text
        assert "Fisheries desk · As of 14 March 2031" in text


def test_a_marking_of_the_command_line_takes_the_place_of_the_dossiers(alder: Path) -> None:
    (one,) = print_all(alder, Path(), alder / "out", ["energy"], PrintOptions(marking="#strong[For] $the$ Minister"))
    (text,) = page_texts(one.file)
    assert text.count("#strong[For] $the$ Minister") == 2
    assert "For official use" not in text


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("us-letter", 612)])
def test_paper(paper: Paper, width: int, alder: Path) -> None:
    (one,) = print_all(alder, Path(), alder / "out", ["energy"], PrintOptions(paper=paper))
    assert int(PdfReader(one.file).pages[0].mediabox.width) == width


def test_texts_are_never_markup(printed: dict[str, Printed]) -> None:
    texts = pdf_texts(PdfReader(printed["fisheries"].file))
    hostile = '#read("/etc/passwd"), $x$, @cite, *[x](javascript:alert), <script> and Trường Sa, Владимир.'
    # Without spaces, since a line may end anywhere.
    assert sum("".join(hostile.split()) in "".join(text.replace(LINE_BREAK, "").split()) for text in texts) == 2


def test_only_links_to_the_web_leave_the_file(printed: dict[str, Printed]) -> None:
    addresses = {
        annotation.get_object().get("/A", {}).get("/URI")
        for page in PdfReader(printed["dossier"].file).pages
        for annotation in page.get("/Annots", [])
    }
    assert addresses == {None, "https://example.org/a_b?x=1&y=2", "https://example.org/gazette"}


def test_the_releasable_version_has_no_internal_word_anywhere(alder: Path) -> None:
    for one in print_all(alder, Path(), alder / "out", options=PrintOptions(releasable=True)):
        assert one.file.name.endswith("-releasable.pdf")
        reader = PdfReader(one.file)
        streams = [one.file.read_bytes()]
        for number in range(1, int(reader.trailer["/Size"])):
            found: Any = reader.get_object(number)
            streams.append(found.get_data() if hasattr(found, "get_data") else repr(found).encode())
        everything = b"\n".join(streams) + "\n".join(page_texts(one.file)).encode()
        assert b"Energy" in everything
        for word in (b"PERIWINKLE", b"Thirty boats", b"thirty boats", b"own reading", b"hold back"):
            assert word not in everything


def test_the_desks_version_has_the_internal_words(printed: dict[str, Printed]) -> None:
    assert "PERIWINKLE" in "".join(page_texts(printed["fisheries"].file))


def test_what_is_for_the_screen_is_not_printed(printed: dict[str, Printed]) -> None:
    text = "".join(page_texts(printed["dossier"].file))
    for words in ("Nothing of this section", "Nor this", "Never on paper", "Download"):
        assert words not in text
    # What only a screen cites stands in the annex of the dossier.
    assert "Only on the screen" not in "".join(page_texts(printed["fisheries"].file))
    assert "Only on the screen" in text.partition("Annex A")[2]


def test_a_character_that_no_font_has_is_printed_by_its_number_and_told_with_its_places(alder: Path) -> None:
    page = alder / "briefs" / "fisheries.md"
    page.write_text(page.read_text("utf-8").replace("one point", "one \u6f22 &#x13080; point"), "utf-8")
    for one in print_all(alder, Path(), alder / "out")[::2]:
        assert [note.partition(". Mend")[0] for note in one.notes] == [
            "alder/briefs/fisheries.md:71:7: no font has `\u6f22` (U+6F22)",
            "alder/briefs/fisheries.md:71:9: no font has `\U00013080` (U+13080)",
        ]
        assert "one [U+6F22] [U+13080] point" in " ".join(page_texts(one.file))


def test_a_brief_over_its_budget_is_told_with_its_longest_sections(alder: Path) -> None:
    page = alder / "briefs" / "fisheries.md"
    longer = page.read_text("utf-8").replace("  pages: 4", "  pages: 1")
    longer = longer.replace("## Evidence {#evidence}\n", "## Evidence {#evidence}\n\n" + "So it goes on. " * 180 + "\n")
    page.write_text(longer, "utf-8")
    with pytest.raises(DossierError) as caught:
        print_all(alder, Path(), alder / "out")
    (problem,) = caught.value.problems
    assert re.fullmatch(
        r"alder/briefs/fisheries.md:16:1: the brief takes 2 pages of A4; its budget is 1. "
        r"Mend: shorten its longest sections: [^(]+ \(0.\d pages\), [^(]+ \(0.\d pages\), [^(]+ \(0.\d pages\).",
        str(problem),
    )
    assert "Evidence (0." in str(problem)
    assert "Receipt" not in str(problem)


def test_notes_of_several_briefs_come_from_all_processes(alder: Path) -> None:
    for name in ("fisheries", "energy"):
        page = alder / "briefs" / f"{name}.md"
        page.write_text(page.read_text("utf-8").replace("Patrols can", "Patrols \u6f22 can"), "utf-8")
    told = [
        {note.partition(":")[0] for note in one.notes} for one in print_all(alder, Path(), alder / "out", workers=2)
    ]
    fisheries, energy = {"alder/briefs/fisheries.md"}, {"alder/briefs/energy.md"}
    assert told == [fisheries, energy, fisheries | energy]


FAULTS = {
    "no briefs": (lambda alder: [page.unlink() for page in (alder / "briefs").glob("*.md")], "there is no brief"),
    "a source without a page": (
        lambda alder: (alder / "sources" / "birch-gazette-2031-03-13.md").unlink(),
        "cites the source birch-gazette-2031-03-13, which has no page",
    ),
    "front matter that is not YAML": (
        lambda alder: (alder / "briefs" / "energy.md").write_text("---\na: [\n---\n", "utf-8"),
        "the front matter is not YAML",
    ),
    "front matter without a number": (
        lambda alder: (alder / "briefs" / "energy.md").write_text("---\nbrief: {id: energy}\n---\n", "utf-8"),
        "the front matter lacks brief: number",
    ),
    "an id that leads elsewhere": (
        lambda alder: (alder / "briefs" / "energy.md").write_text("---\nbrief: {id: ../x, number: 2}\n---\n", "utf-8"),
        "`../x` cannot be the name of a file",
    ),
    "a date that is none": (
        lambda alder: (alder / "briefs" / "energy.md").write_text(
            "---\nbrief: {id: energy, number: 2, as_of: 2031-02-31x}\n---\n", "utf-8"
        ),
        "as_of is `2031-02-31x`, which is no date",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_pages_is_told(name: str, alder: Path) -> None:
    spoil, told = FAULTS[name]
    spoil(alder)
    with pytest.raises(DossierError, match=re.escape(told)):
        print_all(alder, Path(), alder / "out")


def test_a_long_table_repeats_its_head_and_no_heading_ends_a_page(alder: Path) -> None:
    rows = "\n".join(f"| Ground {number} | " + "keep it open all year " * 12 + "|" for number in range(40))
    sections = "\n".join(f"### Section {n}\n\n" + "Words of the section. " * (9 + n) + "\n" for n in range(30))
    page = alder / "briefs" / "energy.md"
    text = page.read_text("utf-8").replace(
        "## Bottom line {#bottom-line}", f"## T\n\n| | Says |\n| - | - |\n{rows}\n\n{sections}"
    )
    page.write_text(text, "utf-8")
    (one,) = print_all(alder, Path(), alder / "out", ["energy"])
    texts = page_texts(one.file)
    with_rows = [text for text in texts if re.search(r"^Ground \d", text, re.MULTILINE)]
    assert len(with_rows) > 2
    assert all("Says" in text for text in with_rows)
    body = [re.split(r"\n(?:Fisheries desk ·|Page \d)", text)[0] for text in texts]
    assert not [text for text in body if re.search(r"Section \d+\s*\Z", text)]


def test_a_dossier_may_bring_its_own_templates(alder: Path) -> None:
    own = alder / "templates" / "print"
    shutil.copytree(templates(), own)
    brief = own / "brief.typ"
    brief.write_text(brief.read_text("utf-8") + "\nSet by the desk.\n", "utf-8")
    (one,) = print_all(alder, Path(), alder / "out", ["energy"])
    assert "Set by the desk." in page_texts(one.file)[-1]


def test_a_dossier_may_bring_fonts_for_what_the_shipped_ones_lack(alder: Path) -> None:
    own = alder / "fonts"
    own.mkdir()
    shutil.copy(next((fontpkg_source_sans_3.ROOT / "files").glob("*.ttf")), own / "own.ttf")
    assert str(own / "own.ttf") in [font.path for font in fonts(own).fonts()]


OWN_TEMPLATES = {
    "#let x = ": "templates/print/brief.typ:1:9: this template fails: expected expression",
    "#set text(size: 9pt)\n#nothing": "templates/print/brief.typ:2:2: this template fails: unknown variable: nothing",
    '#read("../../index.md")': "templates/print/brief.typ:1:7: this template fails: path",
    '#read("/etc/hostname")': "templates/print/brief.typ:1:7: this template fails: file not found",
    '#json("/../../../briefs/dossier.yml")': "templates/print/brief.typ:1:7: this template fails: path",
    "": "templates/print/brief.typ:1:1: energy: the typesetter says: PDF/UA-1 error: missing document title",
    '#set text(font: "Nope")\n#set document(title: "x")\nx': (
        "templates/print/brief.typ:1:1: energy: the typesetter warns: unknown font family: nope"
    ),
}


@pytest.mark.parametrize("template", OWN_TEMPLATES)
def test_a_fault_of_an_own_template_is_told_at_its_line(template: str, alder: Path) -> None:
    own = alder / "templates" / "print"
    own.mkdir(parents=True)
    (own / "brief.typ").write_text(template, "utf-8")
    with pytest.raises(DossierError, match=re.escape(OWN_TEMPLATES[template])):
        print_all(alder, Path(), alder / "out", ["energy"])


@pytest.mark.parametrize(
    "template",
    [
        '#import "@preview/cetz:0.3.4"',
        '#import ("@pre" + "view/cetz:0.3.4")',
        '#import "@local/own:0.1.0"',
        '#eval("import \\"@preview/cetz:0.3.4\\"")',
    ],
)
def test_a_template_that_asks_for_a_package_gets_none_and_nobody_is_asked(
    template: str, alder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = alder / "templates" / "print"
    own.mkdir(parents=True)
    (own / "brief.typ").write_text(template, "utf-8")
    asked: list[object] = []

    def answer(proxy: socket.socket) -> None:
        with suppress(OSError):  # closed, at the end
            while True:
                asked.append(proxy.accept()[0].close())

    with socket.create_server(("127.0.0.1", 0)) as proxy:
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        monkeypatch.setenv("HTTPS_PROXY", address)
        threading.Thread(target=answer, args=[proxy], daemon=True).start()
        with pytest.raises(DossierError, match="it asks for a package, and none is fetched") as error:
            print_all(alder, Path(), alder / "out", ["energy"])
    assert asked == []
    assert os.environ["HTTPS_PROXY"] == address
    assert str(error.value).startswith("templates/print/brief.typ:1:")


def test_a_template_cannot_read_through_a_link_what_is_outside(
    alder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "own.txt"
    outside.write_text("not of the dossier", "utf-8")
    own = alder / "templates" / "print"
    own.mkdir(parents=True)
    (own / "brief.typ").write_text('#set document(title: "x")\n#read("own.txt")', "utf-8")
    (own / "own.txt").symlink_to(outside)
    with pytest.raises(DossierError, match=r"templates/print/own.txt:1:1: `own.txt` is a link that leads out"):
        print_all(alder, Path(), alder / "out", ["energy"])
    assert not (alder / "out").exists()


def test_a_failing_assertion_of_the_engine_is_told_and_no_traceback(
    alder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.prints import typesetting

    class PanicException(BaseException):
        pass

    class Compiler:
        def compile_with_warnings(self, **options: object) -> object:
            raise PanicException("out of bounds")

    monkeypatch.setattr(typesetting, "compiler", lambda document: Compiler())
    (one,) = print_all(alder, Path(), alder / "out", ["energy"])
    assert "briefs/energy.md:1:1: the typesetter failed: out of bounds" in str(one.faults[0])
    assert not one.file.exists()


def test_of_very_many_characters_that_no_font_has_the_first_are_named_and_the_others_counted(alder: Path) -> None:
    page = alder / "briefs" / "energy.md"
    signs = "".join(chr(0x4E00 + number) for number in range(30))
    page.write_text(page.read_text("utf-8").replace("[^2.1]: ", f"{signs} 一\n\n[^2.1]: "), "utf-8")
    (one,) = print_all(alder, Path(), alder / "out", ["energy"])
    said = [note.partition(". Mend")[0] for note in one.notes]
    assert len(said) == 21
    assert said[0].endswith("no font has `一` (U+4E00), here and in 1 other place")
    assert said[-1].endswith("`丝` (U+4E1D), here and in 9 other places")


def test_an_address_that_no_link_can_have_is_printed_as_words(alder: Path) -> None:
    address = "https://example.org/" + "ab" * 5000
    page = alder / "briefs" / "energy.md"
    page.write_text(page.read_text("utf-8").replace("[^2.1]: ", f"[here]({address})\n\n[^2.1]: "), "utf-8")
    (one,) = print_all(alder, Path(), alder / "out", ["energy"])
    words = "".join("".join(pdf_texts(PdfReader(one.file))).replace(LINE_BREAK, "").split()).replace("\u200b", "")
    assert f"here({address})" in words


def outside(file: Path) -> list[str]:
    """The text that is set beyond the margins of its page."""
    found: list[str] = []
    for page in PdfReader(file).pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)

        def take(
            text: str, cm: Any, tm: Any, font: Any, size: Any, width: float = width, height: float = height
        ) -> None:
            x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
            # About how far the text reaches, by a narrow letter's width: enough to find what runs away.
            right = x + len(text.strip()) * 0.3 * abs(tm[0] * cm[0]) * float(size or 1)
            if text.strip() and not (x > 40 and right < width - 30 and 20 < y < height - 20):
                found.append(text)

        page.extract_text(visitor_text=take)
    return found


LONG = {
    "a word": "x" * 400,
    "words that no-break spaces tie": "keep\u00a0it\u202fopen " + "ab\u00a0" * 200,
    "a word in raw HTML": f"<p>{'x' * 400}</p>",
    "an address": "https://example.org/" + "a-b/c_d?e=f&" * 30,
    "a cell longer than a page": f"| | Says |\n| - | - |\n| Ground | {'keep it open all year ' * 400}|\n| Next | one |",
    "many columns": "| |"
    + " Gazette of Birch City |" * 24
    + "\n|"
    + " - |" * 25
    + "\n| Ground |"
    + " yes[^2.1] |" * 24,
    "a long word in a narrow column": "| a | b | c | d | e | f |\n|" + "-|" * 6 + "\n|" + f" {'y' * 90} |" * 6,
    "a long point": "1. " + "keep it open all year " * 900,
    "a long quotation": "> " + "keep it open all year " * 900,
    "code": "    " + "z" * 500,
}


@pytest.mark.parametrize("name", LONG)
def test_nothing_runs_off_the_page(name: str, alder: Path) -> None:
    page = alder / "briefs" / "energy.md"
    text = page.read_text("utf-8").replace("[^2.1]: ", f"{LONG[name]}\n\nThe end of it.\n\n[^2.1]: ")
    page.write_text(text, "utf-8")
    (one,) = print_all(alder, Path(), alder / "out", ["energy"])
    assert outside(one.file) == []
    words = "".join("".join(pdf_texts(PdfReader(one.file))).replace(LINE_BREAK, "").split()).replace("\u200b", "")
    assert "Theendofit." in words
    if name == "a word":
        assert "x" * 400 in words


def test_what_runs_off_the_page_would_be_seen(alder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.prints import inline

    monkeypatch.setattr(inline, "_LONG_WORD", re.compile("(?!)"))
    page = alder / "briefs" / "energy.md"
    page.write_text(page.read_text("utf-8").replace("[^2.1]: ", f"{LONG['a word']}\n\n[^2.1]: "), "utf-8")
    (one,) = print_all(alder, Path(), alder / "out", ["energy"])
    assert outside(one.file)


def test_a_table_that_is_too_wide_is_divided_and_repeats_its_first_column(alder: Path) -> None:
    page = alder / "briefs" / "energy.md"
    page.write_text(page.read_text("utf-8").replace("[^2.1]: ", f"{LONG['many columns']}\n\n[^2.1]: "), "utf-8")
    (one,) = print_all(alder, Path(), alder / "out", ["energy"])
    text = "".join(page_texts(one.file))
    assert structure(one.file).count("  Table") == 4
    assert len(re.findall("^Ground", text, re.MULTILINE)) == 4


SIGNS = {
    "a key": ("2\ufe0f\u20e3", "[U+0032 U+FE0F U+20E3]"),
    "a letter in a circle": ("x\u20dd", "[U+0078 U+20DD]"),
    "a size in marks": ("a\u20dd4\u20e0", "[U+0061 U+20DD][U+0034 U+20E0]"),
    "a flag": ("\U0001f1e6\U0001f1fd", "[U+1F1E6 U+1F1FD]"),
    "a letter that the engine would lose without a word": ("\u6f22\u0301", "[U+6F22 U+0301]"),
    "a mark on a space": ("\uff9f", "[U+FF9F]"),
}


@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_of_several_characters_is_replaced_whole_and_only_where_it_stands(name: str, alder: Path) -> None:
    sign, number = SIGNS[name]
    (before,) = print_all(alder, Path(), alder / "out", ["energy"])
    words = "".join(page_texts(before.file)).split()
    page = alder / "briefs" / "energy.md"
    page.write_text(page.read_text("utf-8").replace("[^2.1]: ", f"Mark {sign} here.\n\n[^2.1]: "), "utf-8")
    (one,) = print_all(alder, Path(), alder / "out", ["energy"])
    text = " ".join(page_texts(one.file))
    assert f"Mark {number} here." in " ".join(text.split())
    assert [word for word in words if "[U+" in word or word not in text] == []
    assert PdfReader(one.file).pages[0].mediabox == PdfReader(before.file).pages[0].mediabox
    assert one.notes[0].startswith(f"alder/briefs/energy.md:25:6: no font has `{sign[:2]}")
