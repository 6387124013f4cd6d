import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from generator.pages.markdown import environment, escape, link, plain
from tests.examples import examples

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %}",
    "[x](javascript:alert(1))",
    "^[note] [^1] [^1]: mine",
    "a | b | c",
    "# not a heading",
    "- not a list",
    "1. not a list",
    "&lt; &amp; &#60; stays",
    "*[UN]: not ours",
    "{ .class #id onclick=x }",
    "![](data:text/html,x)",
    "http://example.org www.example.org a@example.org",
    "!!! note",
    ": definition",
    "=== tab",
    "--8<-- file",
    "$x$ `code` ~~del~~ ==mark== ++ins++",
    "\\* \\\\",
    "<!-- open",
    "[TOC]",
    "    indented",
    '"straight" “curly” ‘single’',
    "Nguyễn Phú Trọng Пу́тин 外交",
]
EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "admonition"]
FRAMES = ["{}", "- {}", "1. {}", "| a | b |\n| --- | --- |\n| {} | x |", "> {}", "**{}**", "x\n\n# {}\n"]
ITEM = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin)


def text_of(rendered: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", rendered)).split())


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_its_characters(text: str, frame: str) -> None:
    source = frame.format(escape(text))
    for rendered in (markdown.markdown(source, extensions=EXTENSIONS), ITEM.render(source)):
        assert " ".join(text.split()) in text_of(rendered).replace("¶", "")
        assert not re.search(r"<(?:script|a |img|sup|code|del|!--)", rendered)


@examples(150)
@given(st.text(min_size=1, max_size=60), st.sampled_from(FRAMES[:6]))
def test_no_text_becomes_markup(text: str, frame: str) -> None:
    source = frame.format(escape(text))
    plain_text = escape_visible(text)
    rendered = ITEM.render(source)
    assert plain_text in text_of(rendered) or not plain_text
    bare = ITEM.render(frame.format("x"))
    assert re.findall(r"<[^>]*>", rendered) == (
        re.findall(r"<[^>]*>", bare) if plain_text else re.findall(r"<[^>]*>", rendered)
    )


def escape_visible(text: str) -> str:
    """What a reader should see of `text`: white space folded, hidden characters by their number."""
    return " ".join(html.unescape(str(escape(text))).split())


def test_characters_that_reorder_or_hide_text_are_shown() -> None:
    assert html.unescape(str(escape("a\u202eb\x00c\x1bd"))) == "a[U+202E]b[U+0000]c[U+001B]d"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:1", "//host/x", "ftp://x/y", "x"]
)
def test_only_web_addresses_are_linked(url: str) -> None:
    assert link(url) == ""


def test_an_address_cannot_leave_its_brackets() -> None:
    assert str(link("https://example.org/a b)(<c>")) == "https://example.org/a%20b%29%28%3Cc%3E"


def test_a_label_with_signs_in_it_is_escaped_like_any_text() -> None:
    assert plain("4.9") == "4.9"
    assert plain("4.9](x)") == escape("4.9](x)")


def test_templates_escape_by_default_and_joining_keeps_it_so() -> None:
    jinja = environment()
    assert jinja.from_string("{{ x }}").render(x="<b>") == "&#60;b&#62;"
    assert jinja.from_string("{{ x|join(', ') }}").render(x=["*a*", "b"]) == "&#42;a&#42;, b"
    assert jinja.from_string("{% macro m(v) %}[{{ v }}](y){% endmacro %}{{ m(x) }}").render(x="[") == "[&#91;](y)"
