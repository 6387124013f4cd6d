"""The pages that read the sources across hold for any dossier, and say who is silent."""

import html
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.build import generate
from generator.checks import check
from generator.site.building import build_site
from tests.dossier_of import FILES, dossier_in

RIVER = Path(__file__).parent.parent / "dossiers" / "river-summit"
SIGNS = "<script>alert(1)</script> {{ 7*7 }} [x](javascript:1) ^[n] | # &lt; `c` *b*"
SOURCES, DOSSIER, ENTITIES = FILES["seeds/sources.yml"], FILES["briefs/dossier.yml"], FILES["briefs/entities.yml"]
ONE_SOURCE = SOURCES.split("river-post:")[0]
NO_LATER = re.sub(r"  return-visit:.*\n", "", DOSSIER)
HOSTILE = {
    "sources_yml": SOURCES.replace("River Post", f"'{SIGNS}'").replace("kind: news report", f"kind: '{SIGNS}'"),
    "entities_yml": re.sub(r"pref_label: (Alder|Ana Moreau|Delta Treaty)\b", f"pref_label: '{SIGNS} \\1'", ENTITIES)
    .replace("alt_labels: [Moreau]", "alt_labels: [Ana Moreau, Moreau]")
    .replace("demonyms: [Alderian]", "demonyms: [Alderian], alt_labels: [Alder]"),
    "topic_map_yml": FILES["briefs/topic-map.yml"].replace("The delta", f"'{SIGNS}'").replace(
        "{pref_label: Railway}", f"{{pref_label: '{SIGNS}', alt_labels: [railway], definition: '{SIGNS}'}}"
    ),
    "dossier_yml": DOSSIER.replace("label: Talks in Corvo", f"label: '{SIGNS}'").replace(
        "short: January 2032", f"short: '{SIGNS}'"
    ),
    "river_txt": f"In Corvo, President Ana Moreau said {SIGNS} of the railway and disputes on the delta.\n",
}  # fmt: skip
DOSSIERS: Mapping[str, Mapping[str, str]] = {
    "two parties and two events": {},
    "no later event": {
        "dossier_yml": NO_LATER,
        "sources_yml": SOURCES.split("delta-times:")[0],
        "delta_txt": "",
    },
    "one source": {"sources_yml": ONE_SOURCE, "dossier_yml": NO_LATER, "river_txt": "", "delta_txt": ""},
    "a topic in no brief": {
        "topic_map_yml": FILES["briefs/topic-map.yml"] + "fish: {pref_label: Fish}\n",
    },
    "nobody to quote and nothing to invoke": {
        "entities_yml": "".join(ENTITIES.splitlines(keepends=True)[:2]),
        "dossier_yml": DOSSIER,
    },
    "a withdrawn source": {"sources_yml": SOURCES.replace("river-post:\n", "river-post:\n  withdrawn: an error\n")},
    "a source without its text": {
        "sources_yml": SOURCES.replace("river-post:\n", "river-post:\n  publish: metadata\n")
    },
    "names full of signs": HOSTILE,
}


def folder_of(tmp_path: Path, name: str) -> Path:
    folder = dossier_in(tmp_path, **DOSSIERS[name])
    for text in (folder / "seeds").glob("*.txt"):
        if not text.read_bytes():
            text.unlink()
    return folder


def pages(folder: Path) -> dict[str, str]:
    generate(folder)
    docs = folder / "docs"
    return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in sorted(docs.rglob("*.md"))}


def river(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RIVER, tmp_path / "river", ignore=shutil.ignore_patterns("docs", "site", ".cache")))


@pytest.mark.parametrize("name", DOSSIERS)
def test_any_dossier_has_pages_that_hold(tmp_path: Path, name: str) -> None:
    folder = folder_of(tmp_path, name)
    made = pages(folder)
    assert {"compare/index.md", "compare/people.md", "compare/instruments.md", "compare/wording.md"} <= made.keys()
    assert check(folder).problems == ()
    for path, text in made.items():
        body = text.split("---\n", 2)[2]
        assert "<script" not in body, path
        assert "](javascript" not in body, path
        assert "{{" not in body, path
        assert not re.search(r"^\{ [.#]", re.sub(r"[^\n]\n\{ [.#][^\n]*", "", body), re.MULTILINE), path


@pytest.mark.long
def test_three_parties_are_held_and_built_strictly(tmp_path: Path) -> None:
    folder = river(tmp_path)
    site = build_site(folder)
    assert check(folder).problems == ()
    for path in ("parties/alder", "parties/birch", "parties/corvania", "together", "events/kossuth-in-fenwick-2031"):
        assert (site / f"compare/{path}.html").is_file()
    shown = [page for page in sorted((site / "compare").rglob("*.html")) if re.search(r"<p>\{ ?[.#]", page.read_text())]
    assert shown == []


def test_names_full_of_signs_are_built_strictly_and_stay_text(tmp_path: Path) -> None:
    site = build_site(folder_of(tmp_path, "names full of signs"))
    for page in sorted((site / "compare").rglob("*.html")):
        assert "<script>alert" not in page.read_text(encoding="utf-8"), page
    shown = html.unescape(re.sub(r"<[^>]*>", "", (site / "compare/people.html").read_text(encoding="utf-8")))
    assert SIGNS in shown


def test_sources_stand_side_by_side_with_their_own_words_marked(tmp_path: Path) -> None:
    page = pages(dossier_in(tmp_path))["compare/topics/works.md"]
    railway = page.split("## Railway")[1].split("\n## ")[0]
    assert railway.index("Harbour News") < railway.index("River Post")
    assert "to reopen the <mark>old</mark> railway by <mark>autumn.</mark>”[^2.2]" in html.unescape(railway)
    assert "Not in [River Post](../../sources/river-post.md)." in page.split("## Grain")[1]


def test_who_says_nothing_on_a_whole_subject_is_told_on_the_page_on_coverage_alone(tmp_path: Path) -> None:
    made = pages(dossier_in(tmp_path))
    assert "Delta Times" not in made["compare/topics/works.md"]
    for path in ("compare/topics/works.md", "topics/works/railway.md"):
        assert "compare/coverage.md#works" in made[path] or "../coverage.md#works" in made[path]
    works = made["compare/coverage.md"].split("## Works and trade { #works }")[1].split("\n## ")[0]
    (row,) = [line for line in works.splitlines() if "Delta Times (January 2032)" in line]
    assert re.findall(r'"heat-(\d)">(\d+)<', row) == [("0", "0")] * 3
    treaty = made["compare/coverage.md"].split("{ #names-instrument }")[1].split("\n## ")[0]
    assert [n for line in treaty.splitlines() for n in re.findall(r">(\d+)<", line)] == ["0", "0", "1"]


def test_silence_is_shown(tmp_path: Path) -> None:
    made = pages(folder_of(tmp_path, "a topic in no brief"))
    assert "No source speaks to [Fish](../../topics/fish.md)." in made["compare/topics/fish.md"]
    assert "No source of this dossier speaks to it." in made["topics/fish.md"]
    assert "In these sources it is never invoked by [Alder]" in made["compare/instruments.md"]
    assert (
        "Others speak to it, Birch not: [Railway](../../topics/works/railway.md); [Grain]"
        in made["compare/parties/birch.md"]
    )
    assert "In the sources on May 2031 and not in those on January 2032" in made["compare/events/return-visit.md"]


def test_words_that_may_not_be_quoted_are_not_called_silence(tmp_path: Path) -> None:
    folder = dossier_in(
        tmp_path,
        topic_map_yml=FILES["briefs/topic-map.yml"] + "weather: {pref_label: Rain}\n",
        river_txt=FILES["seeds/river.txt"]
        + "\nPresident Ana Moreau said the rain stopped at noon.\n\nPresident Ana Moreau said supper was late.\n",
        sources_yml=SOURCES.replace("river-post:\n", "river-post:\n  publish: metadata\n"),
    )
    page = pages(folder)["compare/topics/weather.md"]
    assert "speaks to it in words that are not published here" in page
    everything = "".join(pages(folder).values())
    assert "stopped at noon" not in everything
    assert "supper was late" not in everything
    assert "Not in" not in page


def test_a_later_event_is_a_redline_against_the_main_one(tmp_path: Path) -> None:
    page = html.unescape(pages(dossier_in(tmp_path))["compare/events/return-visit.md"])
    assert "One source alone reports on January 2032" in page
    assert re.search(r"<del>[^<]+</del>", page)
    assert "<ins>" in page


def test_a_person_is_shown_by_who_reports_it_and_in_which_form(tmp_path: Path) -> None:
    made = pages(dossier_in(tmp_path))
    assert "| [Harbour News](../sources/harbour-news.md) | reported speech 2 |" in made["compare/people.md"]
    assert "### The same, in more than one report" in made["compare/people.md"]
    assert "## What Ana Moreau says { #said }" in made["entities/ana-moreau.md"]
    assert "also in River Post[^2.1]" in made["entities/ana-moreau.md"]


def test_facts_and_names_that_differ_stand_by_source(tmp_path: Path) -> None:
    page = html.unescape(pages(river(tmp_path))["compare/wording.md"])
    assert re.search(r"Cost of the line\*\* \*\(differs\)\*.*2\.1 billion crowns.*2\.4 billion crowns", page)
    figures = page.split("## Where they contradict each other")[1].split("\n## ")[0]
    cited = re.findall(r"”\[\^([\d.]+)\]", figures)
    assert len(cited) == len(set(cited)) == 4
    assert re.search(r"\*Tessel\*: .*\*Vara\*: ", page)


def test_briefs_topics_and_names_lead_to_the_comparisons(tmp_path: Path) -> None:
    made = pages(dossier_in(tmp_path))
    assert "](../compare/topics/delta.md)" in made["briefs/delta.md"]
    assert "](../../compare/topics/delta.md#delta-passage)" in made["topics/delta/passage.md"]
    assert "](../compare/instruments.md#delta-treaty)" in made["entities/delta-treaty.md"]
    assert "](compare/index.md)" in made["index.md"]


def test_a_topic_page_says_how_its_passages_are_found_and_which_briefs_use_it(tmp_path: Path) -> None:
    page = pages(dossier_in(tmp_path))["topics/delta/passage.md"]
    assert "- One of: *Freedom of passage*" in page
    assert "[Brief: The delta](../../briefs/delta.md)" in page
    assert "## Birch says { #by-birch }" in page


@pytest.mark.parametrize("name", ["two parties and two events", "names full of signs"])
def test_the_line_of_time_is_a_picture_that_can_be_read_aloud(tmp_path: Path, name: str) -> None:
    page = pages(folder_of(tmp_path, name))["index.md"]
    (drawn,) = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert "\n\n" not in drawn
    svg = ET.fromstring(drawn)
    namespace = "{http://www.w3.org/2000/svg}"
    told = svg.find(f"{namespace}desc")
    assert svg.get("role") == "img"
    assert told is not None
    assert told.text is not None
    assert set((svg.get("aria-labelledby") or "").split()) == {one.get("id") for one in svg if one.get("id")}
    assert len(svg.findall(f"{namespace}rect")) == 2
    assert len(svg.findall(f"{namespace}circle")) == 3
    assert "Harbour News, 2 May 2031" in told.text


def test_there_is_no_line_of_time_for_one_moment(tmp_path: Path) -> None:
    undated = re.sub(r"  issued: .*\n", "", SOURCES).split("delta-times:")[0]
    folder = dossier_in(tmp_path, sources_yml=undated, dossier_yml=NO_LATER)
    (folder / "seeds/delta.txt").unlink()
    assert "<svg" not in pages(folder)["index.md"]


def test_numbers_of_a_picture_are_those_of_the_passages(tmp_path: Path) -> None:
    page = pages(dossier_in(tmp_path))["compare/index.md"]
    row = next(line for line in page.splitlines() if "[Works and trade](" in line)
    assert re.findall(r'class="heat-(\d)">(\d+)<', row) == [("5", "2"), ("3", "1"), ("0", "0")]
