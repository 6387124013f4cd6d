import unicodedata
from pathlib import Path

import pytest

from generator.build import publication
from generator.messages.problems import DossierError
from tests.dossier_of import FILES, dossier_in

DELTA = FILES["briefs/delta.yml"]
QUOTE = "Alder supports the peaceful settlement of disputes on the delta"


def message(folder: Path, quote: str, source: str = "harbour-news") -> str:
    """Return what is said of a key point that rests on `quote`."""
    changed = DELTA.replace(QUOTE, quote).replace("source: harbour-news", f"source: {source}")
    with pytest.raises(DossierError) as error:
        publication(dossier_in(folder, delta_yml=changed))
    return str(error.value)


def test_a_quotation_found_word_for_word_is_carried_with_its_place(tmp_path: Path) -> None:
    found = publication(dossier_in(tmp_path))
    points = dict(found.briefs[0].sections)["key-points"]
    quote = points.lines[0].quotes[0]  # type: ignore[union-attr]
    assert quote.text == QUOTE
    assert quote.shown == f"… {QUOTE}"


@pytest.mark.parametrize(
    "altered",
    [
        "Alder supports a peaceful settlement of disputes on the delta",
        "Alder does not support the peaceful settlement of disputes on the delta",
        "Alder supports … disputes on the delta",
        "alder supports the peaceful settlement of disputes on the delta",
    ],
)
def test_an_altered_quotation_is_refused_with_the_nearest_sentence(tmp_path: Path, altered: str) -> None:
    said = message(tmp_path, altered)
    assert said.startswith("briefs/delta.yml:11:16: the quotation “")
    assert "does not stand in seeds/harbour.txt. Mend: copy the words exactly as they stand" in said
    assert "President Ana Moreau of Alder said Alder supports the peaceful settlement" in said


@pytest.mark.parametrize(
    ("altered", "told"),
    [
        (QUOTE.replace("the peaceful", "a peaceful"), "”; it has `the` where the quotation has `a`."),
        (QUOTE.replace("the peaceful", "peaceful"), "”; it has `the` where the quotation has nothing."),
        (
            QUOTE.replace("Alder supports", "alder support"),
            "Alder said Alder supports` where the quotation has `alder support`.",
        ),
        (QUOTE.replace("the peaceful", "peaceful").replace("of disputes", "for disputes"), "the delta.”."),
    ],
)
def test_where_one_stretch_differs_it_is_named(tmp_path: Path, altered: str, told: str) -> None:
    assert told in message(tmp_path, altered)


def test_the_nearest_sentence_is_found_in_any_letter_case(tmp_path: Path) -> None:
    said = message(tmp_path, "BIRCH WELCOMES FREEDOM OF PASSAGE")
    assert "the nearest sentence reads “President Ivo Brand said Birch welcomes" in said


def test_a_quotation_that_stands_twice_is_refused(tmp_path: Path) -> None:
    assert "stands more than once" in message(tmp_path, "President")


def test_a_quotation_over_a_caption_is_refused(tmp_path: Path) -> None:
    text = (
        "Alder will buy grain.\n\nThe two presidents on the bridge. Photo: Lea Sand / Harbour News\n\nBirch will not.\n"
    )
    quote = '"grain.\\n\\nThe two presidents on the bridge. Photo: Lea Sand / Harbour News"'
    folder = dossier_in(tmp_path, harbour_txt=text, delta_yml=DELTA.replace(QUOTE, quote))
    with pytest.raises(DossierError, match="not part of the report's body"):
        publication(folder)


def test_all_bad_quotations_are_told_together(tmp_path: Path) -> None:
    twice = DELTA + DELTA[DELTA.index("  - text:") :].replace(QUOTE, "not there")
    with pytest.raises(DossierError) as error:
        publication(dossier_in(tmp_path, delta_yml=twice.replace(QUOTE, "nor there")))
    assert len(error.value.problems) == 2


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_matches_however_it_is_written(tmp_path: Path, form: str) -> None:
    name = "Ngọc Hà"
    text = unicodedata.normalize("NFD" if form == "NFC" else "NFC", f"President Ana Moreau met {name} on the delta.\n")
    changed = DELTA.replace(QUOTE, unicodedata.normalize(form, f"Moreau met {name}"))
    found = publication(dossier_in(tmp_path, harbour_txt=text, delta_yml=changed))
    quote = dict(found.briefs[0].sections)["key-points"].lines[0].quotes[0]  # type: ignore[union-attr]
    assert quote.text in text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", " \n  ", "\u2028", "\u00a0", "  "])
def test_a_blank_stands_for_the_end_of_a_line(tmp_path: Path, end: str) -> None:
    text = f"President Ana Moreau said Alder opens{end}a historic{end}phase on the delta, she said.\n"
    found = publication(
        dossier_in(tmp_path, harbour_txt=text, delta_yml=DELTA.replace(QUOTE, "Alder opens a historic phase"))
    )
    quote = dict(found.briefs[0].sections)["key-points"].lines[0].quotes[0]  # type: ignore[union-attr]
    assert quote.text == f"Alder opens{end}a historic{end}phase"


def test_a_blank_does_not_stand_for_the_end_of_a_paragraph(tmp_path: Path) -> None:
    text = FILES["seeds/harbour.txt"].replace(" She stressed", "\n\nShe stressed")
    folder = dossier_in(tmp_path, harbour_txt=text, delta_yml=DELTA.replace(QUOTE, "on the delta. She stressed"))
    with pytest.raises(DossierError, match="does not stand in"):
        publication(folder)


def test_no_blank_is_passed_over_and_none_is_put_in(tmp_path: Path) -> None:
    assert "does not stand in" in message(tmp_path / "one", QUOTE.replace("peaceful settlement", "peacefulsettlement"))
    assert "does not stand in" in message(tmp_path / "two", QUOTE.replace("settlement", "settle ment"))


def test_what_is_wrong_in_one_brief_hides_nothing_of_another(tmp_path: Path) -> None:
    twice = DELTA + DELTA[DELTA.index("  - text:") :].replace(QUOTE, "not there")
    main = FILES["briefs/dossier.yml"].replace("[delta]", "[delta, works, quays]")
    folder = dossier_in(tmp_path, dossier_yml=main, delta_yml=twice.replace(QUOTE, "nor there"))
    (folder / "briefs/works.yml").write_text(DELTA.replace("number: 1", "number: 2").replace("[grain]", "[wheat]"))
    (folder / "briefs/quays.yml").write_text(DELTA.replace("number: 1", "numbr: 3"))
    with pytest.raises(DossierError) as error:
        publication(folder)
    assert [(problem.file, problem.line) for problem in error.value.problems] == [
        ("briefs/delta.yml", 11), ("briefs/delta.yml", 15), ("briefs/quays.yml", 2), ("briefs/works.yml", 6),
    ]  # fmt: skip
