"""What the built page gets beyond its Markdown: each step on what Python-Markdown writes for a small text."""

from __future__ import annotations

import json
from typing import Any

import markdown
import pytest

from generator.site.html import front_matter, mend_theme, search_index, searchable, without_notes
from generator.site.html.citations import add_permalinks, format_notes, show_labels
from generator.site.html.search import fold
from generator.site.html.sheets import slim_css
from generator.site.html.tables import box_tables

STEPS = {
    "citations": lambda html: add_permalinks(format_notes(show_labels(html))),
    "tables": box_tables,
    "sheet": lambda css: slim_css(css, frozenset(("box", "wide", "open"))),
}


@pytest.mark.cases("html")
def test_a_page_is_dressed(case: Any) -> None:
    given = case.content.get("css") or markdown.markdown(
        case.content["markdown"], extensions=["footnotes", "tables", "attr_list"]
    )
    case.holds(STEPS[case.content["step"]](given))


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Nguyễn", "Nguyen"), ("Đà Nẵng", "Da Nang"), ("Łódź", "Lodz"), ("Алтай", "Алтаи"), ("a", "a")],
)
def test_letters_lose_their_marks(written: str, plain: str) -> None:
    assert fold(written) == plain


def test_an_entry_holds_accented_words_a_second_time_and_nothing_else_changes() -> None:
    entry = {"location": "a", "title": "Nguyễn", "text": "<p>Đà Nẵng &amp; Alder</p>", "tags": ["x"]}
    found = json.loads(searchable(entry))
    assert found.pop("folded") == "Nguyen Da Nang"
    assert found == entry
    plain = {"location": "b", "title": "B", "text": "b"}
    assert json.loads(searchable(plain)) == plain


def test_the_index_searches_folded_words_and_weighs_a_tag_as_a_word() -> None:
    fields = {"title": {"boost": 1000.0}, "tags": {"boost": 1e6}}
    index = json.loads(search_index({"lang": ["en"], "fields": fields}, ['{"location":"a"}', '{"location":"b"}']))
    assert index["docs"] == [{"location": "a"}, {"location": "b"}]
    assert index["config"] == {
        "lang": ["en"],
        "fields": {"title": {"boost": 1000.0}, "tags": {"boost": 1.0}, "folded": {"boost": 2.0}},
    }
    assert "folded" not in fields


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        ("<p>a</p>\n", ""),
        ("<p>a</p>\n", '<div class="footnote" data-search-exclude>\n<h2>Citations</h2><ol><li>b</li></ol>\n</div>\n'),
    ],
)
def test_search_is_given_a_page_without_its_notes(content: str, notes: str) -> None:
    assert without_notes(content + notes) == (content, notes)


def test_notes_before_other_text_stay_where_they_are() -> None:
    page = '<p>a</p><div class="footnote" data-search-exclude><ol></ol></div><div>after</div>'
    assert without_notes(page) == (page, "")


def test_briefs_weigh_more_than_sources() -> None:
    weight = {
        path: front_matter(path, alone=False)["search"]["boost"]
        for path in ("briefs/a.md", "topics/a.md", "sources/a.md")
    }
    assert weight["briefs/a.md"] > weight["topics/a.md"] > weight["sources/a.md"]
    assert front_matter("guide/a.md", alone=True)["hide"] == ["navigation"]


def test_the_theme_s_faults_are_mended_and_the_rest_stands() -> None:
    page = (
        '<div class="md-search" data-md-component="search" role="dialog">'
        '<input type="checkbox" id="__search" autocomplete="off"><input type="text" autocomplete="off">'
        '<label for="x" tabindex=""><nav class="md-nav" data-md-level="1" aria-expanded="true">'
    )
    assert mend_theme(page) == (
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">'
        '<input type="checkbox" id="__search"><input type="text" autocomplete="off">'
        '<label for="x"><nav class="md-nav" data-md-level="1">'
    )
