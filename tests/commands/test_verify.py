"""`briefs verify`."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from generator.cli import briefs
from generator.prints import print_all

ALDER = Path(__file__).parent.parent / "cases" / "prints" / "alder"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    shutil.copytree(ALDER, tmp_path / "docs")
    shutil.move(tmp_path / "docs" / "seeds", tmp_path / "seeds")
    return tmp_path


def run(dossier: Path, *words: str) -> tuple[int, list[str]]:
    result = CliRunner().invoke(briefs, ["-C", str(dossier), "verify", *words])
    if result.exception and not isinstance(result.exception, SystemExit):
        return 1, [*result.output.splitlines(), *str(result.exception).splitlines()]
    return result.exit_code, result.output.splitlines()


def test_every_quotation_of_a_pdf_and_of_its_page_is_found(dossier: Path) -> None:
    print_all(dossier, Path("docs"), Path("out"), workers=1)
    pdf, page = f"{dossier}/out/fisheries.pdf", f"{dossier}/docs/briefs/fisheries.md"
    assert run(dossier, pdf, page) == (
        0,
        [f"{pdf}: 8 quotations, all found in 2 sources", f"{page}: 9 quotations, all found in 2 sources"],
    )


@pytest.mark.parametrize(
    ("written", "altered"),
    [
        ("keep the grounds open all year”", "keep the grounds open all day”"),
        ("For our part, we keep the Treaty", "For our part, we keep a Treaty"),
        ("Such quarrels belong", "Such quarrels do not belong"),
        ("Patrols can be shared.”", "patrols can be shared.”"),
        ("Trường Sa, Владимир.” [^1.2]", "Trường Sa, Владимиp.” [^1.2]"),
    ],
)
def test_words_altered_in_a_pdf_are_found_out(written: str, altered: str, dossier: Path) -> None:
    page = dossier / "docs" / "briefs" / "fisheries.md"
    text = page.read_text("utf-8")
    assert written in text
    page.write_text(text.replace(written, altered), "utf-8")
    (one,) = print_all(dossier, Path("docs"), Path("out"), ["fisheries"])
    code, lines = run(dossier, str(one.file))
    assert code == 1
    assert ", 1 not found, the others in 2 sources" in lines[0]
    assert len(lines) == 2
    assert lines[1].startswith(f"{one.file}:1:1: no source has the words “")


def test_a_source_that_changed_is_found_out(dossier: Path) -> None:
    (one,) = print_all(dossier, Path("docs"), Path("out"), ["energy"])
    assert run(dossier, str(one.file))[0] == 0
    seed = dossier / "seeds" / "chancery.txt"
    seed.write_text(seed.read_text("utf-8").replace("shared", "split"), "utf-8")
    assert run(dossier, str(one.file))[0] == 1


def test_quotations_that_run_over_pages_and_columns_are_found(dossier: Path) -> None:
    long = " ".join(f"word{number} state-level oil/gas" for number in range(400))
    (dossier / "seeds" / "long.txt").write_text(long, "utf-8")
    page = dossier / "docs" / "briefs" / "energy.md"
    cell = long[: long.index("word60 ")].strip()
    body = f"## Long\n\n> “{long}”[^2.1]\n\n| a | b | c | d |\n| - | - | - | - |\n| x | “{cell}” | y | “{cell}” |\n\n"
    page.write_text(page.read_text("utf-8").replace("[^2.1]: ", f"{body}[^2.1]: "), "utf-8")
    (one,) = print_all(dossier, Path("docs"), Path("out"), ["energy"])
    assert one.pages > 1
    assert run(dossier, str(one.file)) == (0, [f"{one.file}: 3 quotations, all found in 2 sources"])


def test_a_site_is_told_on_one_line_and_its_guide_is_not_read(dossier: Path) -> None:
    site = dossier / "site"
    for name, text in {
        "index.html": "<p>“Patrols can be shared.”",
        "briefs/fisheries.html": "<blockquote><p>“Patrols can <em>be</em> shared.”</p></blockquote><p>“court of Elm”",
        "guide/index.html": "<p>“nobody said this”",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    assert run(dossier, str(site)) == (0, [f"{site}: 2 quotations in 2 files, all found in 2 sources"])
    (site / "index.html").write_text("<p>“Patrols can not be shared.”", "utf-8")
    code, lines = run(dossier, str(site))
    assert code == 1
    assert lines[0] == f"{site}: 3 quotations in 2 files, 1 not found, the others in 2 sources"
    assert lines[1].startswith(f"{site}/index.html:1:1: no source has the words “Patrols can not be shared.”")


def test_quotations_whose_words_are_broken_in_narrow_columns_are_found(dossier: Path) -> None:
    words = "telecommunications state-level intergovernmental responsibilities internationalization"
    (dossier / "seeds" / "long.txt").write_text(words, "utf-8")
    page = dossier / "docs" / "briefs" / "energy.md"
    table = "| a | b | c | d | e | f | g |\n|" + "-|" * 7 + "\n|" + f" “{words}” |" * 7
    page.write_text(page.read_text("utf-8").replace("[^2.1]: ", f"{table}\n\n[^2.1]: "), "utf-8")
    (one,) = print_all(dossier, Path("docs"), Path("out"), ["energy"])
    assert "telecommunications" not in "".join(page.extract_text() for page in PdfReader(one.file).pages)
    assert run(dossier, str(one.file)) == (0, [f"{one.file}: 2 quotations, all found in 2 sources"])


def test_a_file_without_quotations(dossier: Path) -> None:
    page = dossier / "plain.md"
    page.write_text("No words.\n", "utf-8")
    assert run(dossier, str(page)) == (0, [f"{page}: no quotations"])


def test_no_file_is_wrong_usage(dossier: Path) -> None:
    assert run(dossier)[0] == 2


@pytest.mark.parametrize("listed", [True, False])
def test_a_text_in_markdown_is_a_source_as_well(dossier: Path, listed: bool) -> None:
    for seed in list((dossier / "seeds").iterdir()):
        seed.rename(seed.with_suffix(".md"))
    if listed:
        (dossier / "seeds/sources.yml").write_text("a: {file: chancery.md}\nb: {file: gazette.md}\n", "utf-8")
    print_all(dossier, Path("docs"), Path("out"), ["fisheries"], workers=1)
    pdf = f"{dossier}/out/fisheries.pdf"
    assert run(dossier, pdf) == (0, [f"{pdf}: 8 quotations, all found in 2 sources"])


def test_a_file_that_the_list_does_not_name_is_no_source(dossier: Path) -> None:
    (dossier / "seeds/sources.yml").write_text("a: {file: chancery.txt}\n", "utf-8")
    page = dossier / "page.md"
    page.write_text("“this is nobody's text”\n", "utf-8")
    (dossier / "seeds/notes.md").write_text("this is nobody's text\n", "utf-8")
    assert run(dossier, str(page))[0] == 1


def test_a_source_that_is_listed_and_gone_is_told(dossier: Path) -> None:
    (dossier / "seeds/sources.yml").write_text("a: {file: harbour.md}\n", "utf-8")
    code, lines = run(dossier, f"{dossier}/docs/briefs/energy.md")
    assert code == 1
    assert lines[0].startswith("seeds/sources.yml:1:1: ")
