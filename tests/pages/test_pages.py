import re
from pathlib import Path

import pytest

from generator.build import generate, publication, templates
from generator.pages.page import Page
from generator.pages.pages import pages
from tests.dossier_of import FILES, dossier_in

SIGNS = "<script>alert(1)</script> {{ 7*7 }} [x](javascript:1) ^[n] | # &lt; `c`"


def made(folder: Path) -> dict[str, str]:
    return {page.path: page.data.decode() for page in pages(publication(folder), templates(folder))}


def test_the_same_inputs_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    assert made(dossier_in(tmp_path / "one")) == made(dossier_in(tmp_path / "another place"))


def test_every_page_of_the_interface_is_made(tmp_path: Path) -> None:
    paths = set(made(dossier_in(tmp_path)))
    assert {
        "index.md",
        "briefs/delta.md",
        "sources/harbour-news.md",
        "topics/delta/passage.md",
        "changes.md",
    } - paths <= {"changes.md"}
    assert "entities/delta-treaty.md" in paths


def test_every_passage_has_an_anchor_and_cited_ones_say_where(tmp_path: Path) -> None:
    page = made(dossier_in(tmp_path))["sources/harbour-news.md"]
    assert re.findall(r'<span id="(s\d+)"', page) == ["s1", "s2", "s3", "s4"]
    assert "[1.1](#s1) **The delta**: [bottom line 1](../briefs/delta.md#key-points), [positions: Peaceful" in page


def test_text_full_of_signs_stays_text_everywhere(tmp_path: Path) -> None:
    folder = dossier_in(
        tmp_path,
        river_txt=f"President Ana Moreau said {SIGNS} on the delta.\n",
        sources_yml=FILES["seeds/sources.yml"].replace("River Post", f"'{SIGNS}'"),
        entities_yml=FILES["briefs/entities.yml"].replace("pref_label: Birch,", f"pref_label: '{SIGNS}',"),
    )
    for path, text in made(folder).items():
        if not path.endswith(".md"):
            continue
        body = text.split("---\n", 2)[2]
        assert "<script" not in text.replace("&lt;script", ""), path
        assert "](javascript" not in body, path
        assert "{{" not in body, path


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    first, second = generate(folder), generate(folder)
    assert first.added
    assert (second.added, second.changed, second.removed) == ((), (), ())


def test_a_page_that_is_no_longer_made_goes_and_a_persons_file_stays(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    generate(folder)
    (folder / "docs/mine.md").write_text("# Mine\n")
    without = FILES["briefs/entities.yml"].replace("delta-treaty:", "old-treaty:")
    (folder / "briefs/entities.yml").write_text(without)
    assert generate(folder).removed == ("entities/delta-treaty.md",)
    assert (folder / "docs/mine.md").exists()


def test_a_page_is_its_path_and_its_text() -> None:
    assert Page("a.md", "b") == Page("a.md", "b")


def test_the_phrases_of_the_desk_are_not_set_as_quotations(tmp_path: Path) -> None:
    # `briefs verify site/` looks for whatever stands between quotation marks in the sources.
    listed = [text.partition("{ #phrases .screen }")[2] for text in made(dossier_in(tmp_path)).values()]
    assert any(listed)
    assert not [text for text in listed if "“" in text.partition("\n[^")[0]]


@pytest.mark.parametrize("papers", [8, 9])
def test_a_note_names_eight_others_that_make_the_claim(tmp_path: Path, papers: int) -> None:
    folder = dossier_in(tmp_path)
    listing = folder / "seeds/sources.yml"
    for number in range(1, papers):  # with the River Post
        (folder / f"seeds/x{number}.txt").write_text(FILES["seeds/river.txt"].partition("\n")[0])
        about = f"file: x{number}.txt, publisher: Paper {number}, issued: 2031-05-04, event: talks"
        listing.write_text(listing.read_text() + f"paper-{number}: {{{about}}}\n")
    (note,) = re.findall(r"^\[\^1\.1\]: .*", made(folder)["briefs/delta.md"], re.MULTILINE)
    also = note.partition(" · also ")[2]
    assert len(re.findall(r"\]\(", also)) == 8
    assert (" and elsewhere" in also) is (papers > 8)


def test_an_origin_of_several_sources_has_one_page_that_lists_them(tmp_path: Path) -> None:
    pages_ = made(dossier_in(tmp_path))
    page = pages_["sources/origins/harbour-news.md"]
    assert "# Two reports of one press release" in page
    assert re.findall(r"^- \[(.*?)\]", page, re.MULTILINE) == ["Harbour News", "River Post"]
    assert "[with others of its origin](../sources/origins/harbour-news.md)" in pages_["sources/river-post.md"]
    assert "River Post" not in pages_["sources/harbour-news.md"].split("## ")[0]
    assert "Counted as one" not in pages_["sources/delta-times.md"]
