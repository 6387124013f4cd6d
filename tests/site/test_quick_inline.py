"""Markdown converted with patterns tried where they can match is the HTML that the library makes by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from generator.site.quick_inline import QuickInline, QuickMarkdown
from tests.examples import examples

ROOT = Path(__file__).parents[2]
SETS = (
    ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"],
    ["extra", "nl2br", "sane_lists", "smarty", "wikilinks"],
    ["pymdownx.betterem", "pymdownx.caret", "pymdownx.tilde", "pymdownx.magiclink", "pymdownx.keys", "footnotes"],
)
PIECES = (
    "word", " ", "  \n", "\n\n", "\n", "*", "**", "_", "__", "`", "``", "\\", "\\*", "[", "]", "](x.md)", "![", "[^1]",
    "[^1]: note\n", "[ref]", "[ref][]", "[ref]: y.md\n", "<b>", "</b>", "<http://a.example>", "<a@b.example>", "&amp;",
    "&#39;", "&", "<!-- x -->", "{.c}", "|", "- ", "1. ", "> ", "# ", "*[HTML]: x\n", "HTML", "\x02", "klzzwxh:0000",
    "\x02klzzwxh:0000\x03", "~~", "^", "++ctrl++", "[[wiki]]", "...", "--", "'", '"', "    ", "<span markdown='1'>",
)  # fmt: skip


def both(text: str, extensions: list[str]) -> tuple[str, str]:
    return Markdown(extensions=extensions).convert(text), Markdown(extensions=[*extensions, QuickMarkdown()]).convert(
        text
    )


@examples(100)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(SETS))
def test_any_text_is_converted_alike(text: str, extensions: list[str]) -> None:
    expected, found = both(text, extensions)
    assert found == expected


@pytest.mark.parametrize(
    "path", ["docs/briefs/visit-summary.md", "docs/sources/index.md", "docs/method.md", "docs/guide/briefs.md"]
)
def test_the_shipped_pages_are_converted_alike(path: str) -> None:
    expected, found = both((ROOT / path).read_text(encoding="utf-8"), SETS[0])
    assert found == expected
    assert len(found) > 1000


def test_the_library_still_has_the_method_whose_place_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Would it be called otherwise in another release, all would be right, and slow."""
    assert callable(InlineProcessor._InlineProcessor__handleInline)  # type: ignore[attr-defined]
    tried: list[object] = []
    apply = InlineProcessor._InlineProcessor__applyPattern  # type: ignore[attr-defined]

    def spy(self: InlineProcessor, pattern: object, *more: object) -> object:
        tried.append(pattern)
        return apply(self, pattern, *more)

    monkeypatch.setattr(QuickInline, "_InlineProcessor__applyPattern", spy, raising=False)
    assert both("Plain words, and no more.", SETS[0])[1] == "<p>Plain words, and no more.</p>"
    assert tried == []
