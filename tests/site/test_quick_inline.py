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


# One text for each pattern, with nothing in it that another looks for.
EACH = (
    "a `b` c", "a \\[ b", "a [b](c) d", "a ![b](c) d", "a [b][c] d\n\n[c]: e", "a [b] d\n\n[b]: e",
    "a ![b][c]\n\n[c]: e",
    "a <http://b.example/c> d", "a <b@c.example> d", "a  \nb", "a <b>c</b>", "a &#39; b", "a **b** c", "a _b_ c",
    "a[^1] b\n\n[^1]: c", "a ~~b~~ c", "a http://b.example c", "a ++ctrl++ b", "a [[b]] c", "a... b",
)  # fmt: skip


@pytest.mark.parametrize("extensions", SETS)
@pytest.mark.parametrize("text", EACH)
def test_each_pattern_finds_what_it_looks_for(text: str, extensions: list[str]) -> None:
    expected, found = both(text, extensions)
    assert found == expected


@examples(150)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=30).map("".join), st.sampled_from(SETS))
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
