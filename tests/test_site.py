import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.messages.problems import DossierError
from generator.site.building import build_site
from generator.site.kept import FILE
from generator.site.live import LiveSite
from generator.site.serving import Live
from tests.dossier_of import FILES, dossier_in

SKELETON = Path(__file__).parents[1] / "generator/skeleton"

ROOT = Path(__file__).parent.parent


def bytes_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_in_two_places_are_byte_identical(tmp_path: Path) -> None:
    one = bytes_of(build_site(dossier_in(tmp_path / "one")))
    other = bytes_of(build_site(dossier_in(tmp_path / "quite another place")))
    assert one == other
    assert {"index.html", "briefs/delta.html", "sources/harbour-news.html", "print/delta.pdf"} <= one.keys()


def test_a_bad_quotation_leaves_the_old_site(tmp_path: Path) -> None:
    site = build_site(dossier_in(tmp_path))
    before = bytes_of(site)
    bad = FILES["briefs/delta.yml"].replace("quote: Alder supports", "quote: Alder never supports")
    (tmp_path / "briefs/delta.yml").write_text(bad)
    with pytest.raises(DossierError, match="does not stand in"):
        build_site(tmp_path)
    assert bytes_of(site) == before


def test_a_citation_shows_its_label_and_leads_to_its_passage(tmp_path: Path) -> None:
    page = (build_site(dossier_in(tmp_path)) / "briefs/delta.html").read_text()
    assert re.search(r'<a class="footnote-ref"[^>]*href="#fn:1\.1"[^>]*>1\.1</a>', page)
    assert 'href="../sources/harbour-news.html#s1"' in page


def test_a_link_to_a_pdf_says_how_long_and_large_it_is(tmp_path: Path) -> None:
    page = (build_site(dossier_in(tmp_path)) / "briefs/delta.html").read_text()
    assert re.search(r'print/delta\.pdf"[^>]*>[^<]*\(\d+ pages?, \d+ kB\)', page)


def test_a_source_leads_to_those_before_and_after_it_and_has_its_subjects_as_tags(tmp_path: Path) -> None:
    site = build_site(dossier_in(tmp_path))
    pages = [(site / f"sources/{name}.html").read_text() for name in ("harbour-news", "river-post")]
    assert '<link rel="prev" href="index.html">' in pages[0]
    assert '<link rel="next" href="river-post.html">' in pages[0]
    assert '<link rel="prev" href="harbour-news.html">' in pages[1]
    found = json.loads((site / "search/search_index.json").read_text())
    assert {entry["location"]: entry.get("tags") for entry in found["docs"]}["sources/river-post.html"] == [
        "The delta",
        "Works and trade",
    ]


def test_pages_that_people_write_stand_in_the_navigation(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    (folder / "docs").mkdir()
    (folder / "docs/house-rules.md").write_text("# House rules\n\nBe brief.\n")
    assert 'href="house-rules.html"' in (build_site(folder) / "index.html").read_text()


def test_pages_that_we_made_need_no_leave_to_stand_outside_the_navigation(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    settings = (SKELETON / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(re.sub(r"not_in_nav: \|\n(?:  .*\n)+", "", settings), encoding="utf-8")
    assert (build_site(folder) / "sources/harbour-news.html").is_file()
    (folder / "docs/own.md").write_text("# Own\n", encoding="utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav: [index.md]\n")
    with pytest.raises(DossierError, match=r"^docs/own\.md.*no entry of `nav`"):
        build_site(folder)


def test_a_broken_link_in_a_persons_page_stops_the_build(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    (folder / "docs").mkdir()
    (folder / "docs/house-rules.md").write_text("# House rules\n\n[x](nowhere.md)\n")
    with pytest.raises(DossierError, match=r"house-rules\.md"):
        build_site(folder)
    assert not (folder / "site").exists()


def test_names_with_signs_are_inert_in_head_and_navigation(tmp_path: Path) -> None:
    signs = "<script>alert(1)</script>"
    title = FILES["briefs/delta.yml"].replace("title: The delta", f"title: '{signs}'")
    dossier = FILES["briefs/dossier.yml"].replace("title: Alder and Birch", f"title: '{signs}'")
    site = build_site(dossier_in(tmp_path, delta_yml=title, dossier_yml=dossier))
    for path in site.rglob("*.html"):
        assert "<script>alert" not in path.read_text(), path


@pytest.mark.parametrize("name", ["README.md", "mkdocs.yml", "Makefile", "CHANGELOG.md"])
def test_no_path_of_a_machine_stands_in_the_repository(name: str) -> None:
    assert not re.search(r"/(?:home|root|work|Users)/", (ROOT / name).read_text(encoding="utf-8"))


def test_the_site_bears_the_title_of_the_dossier_whatever_mkdocs_yml_says(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    written = (SKELETON / "mkdocs.yml").read_text(encoding="utf-8")
    assert "President Moreau in Birch" in written
    (folder / "mkdocs.yml").write_text(written, encoding="utf-8")
    page = (build_site(folder) / "index.html").read_text(encoding="utf-8")
    assert "President Moreau in Birch" not in page


def test_a_live_site_made_in_part_is_the_same_as_one_made_anew(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path / "dossier")
    there, anew = (made_live(folder, tmp_path / name) for name in ("there", "anew"))
    there()
    text = FILES["seeds/delta.txt"].replace("supports", "welcomes")
    (folder / "seeds/delta.txt").write_text(text, encoding="utf-8")
    there()
    (folder / FILE).unlink()
    anew()
    site, other = shown(tmp_path / "there"), shown(tmp_path / "anew")
    assert "welcomes" in site["sources/delta-times.html"]
    assert "welcomes" in site["search/search_index.json"]
    assert len(site) > 20
    assert site == other


def test_a_live_site_loses_the_page_of_a_source_that_was_taken_out(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path / "dossier")
    (folder / "docs").mkdir()
    (folder / "docs/own.md").write_text("# Own\n", encoding="utf-8")
    update = made_live(folder, tmp_path / "there")
    update()
    assert (tmp_path / "there/own.html").is_file()
    (folder / "docs/own.md").unlink()
    update()
    assert not (tmp_path / "there/own.html").exists()


def shown(site: Path) -> dict[str, str]:
    """Return pages and index, but for the sizes of PDFs: while serving, these are made once."""
    files = [*site.rglob("*.html"), *site.rglob("search_index.*")]
    return {
        path.relative_to(site).as_posix(): re.sub(r"\d+ kB", "", path.read_text(encoding="utf-8")) for path in files
    }


def made_live(folder: Path, place: Path) -> Callable[[], None]:
    site = LiveSite(folder, place)

    def update() -> None:
        live = Live(folder, site.make, lambda line: None)
        live.update()
        assert live.problems == ()

    return update
