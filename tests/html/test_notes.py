"""The parts of a note, from its template to the built page, whatever order a template has them in."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import Brought, update_docs
from generator.checks import check
from generator.messages.problems import DossierError
from generator.pages.noting import _CLOSE, _OPEN, PARTS, Part, parted
from generator.site.html import finish_content, with_parts
from tests.dossier_of import FILES, dossier_in
from tests.examples import examples

PAGE = "briefs/delta.md"
SHIPPED = Path(__file__).parents[2] / "templates" / "note.md"
# Where first, then who, and the words last, without what else makes the claim.
TURNED = """\
[^{{ item.label|plain }}]: {% block at %}[{{ item.source.name }}]({{ up }}sources/{{ item.source.id }}.md\
{{ anchor(item) }}){% endblock %} ({% block by %}**{{ wording.who(item) }}**{% endblock %}): \
{% block words %}“{{ item.statement.passage.quote }}”{% endblock %}
"""
PLAIN = re.sub(r"{% (?:block \w+|endblock) %}", "", TURNED)


def brought(folder: Path, template: str | None = None) -> Brought:
    # A name that holds quotation marks is no quotation.
    dossier_in(folder, sources_yml=FILES["seeds/sources.yml"].replace("Harbour News", "The “Harbour” News"))
    if template:
        (folder / "templates").mkdir()
        (folder / "templates/note.md").write_text(template, encoding="utf-8")
    return update_docs(folder)


def shown(folder: Path, made: Brought) -> dict[str, list[str]]:
    """Return the parts of the first note of the built page by their names, as plain text."""
    page = (folder / "docs" / PAGE).read_text(encoding="utf-8")
    body = page.split("---\n", 2)[2].lstrip("\n")
    named = with_parts(body, page, made.parts.get(PAGE, ()))
    html = finish_content(markdown.markdown(named, extensions=["footnotes", "tables", "attr_list", "abbr"]), ())
    (note,) = re.findall(r'<li id="fn:1\.1">(.*?)</li>', html, re.DOTALL)
    found = re.findall(r'<span class="note-(\w+)">(.*?)</span>(?= |:|\)|$|<)', note, re.DOTALL)
    return {name: re.sub(r"<[^>]+>", "", text) for name, text in found if name in PARTS} | {"all": note}


WORDS = "“President Ana Moreau of Alder said Alder supports the peaceful settlement of disputes on the delta.”"


def test_the_shipped_note_has_its_parts_named_and_what_stands_between_them_is_the_style_sheets(tmp_path: Path) -> None:
    note = shown(tmp_path, brought(tmp_path))
    assert note["words"] == WORDS
    assert note["by"] == "Ana Moreau"
    assert note["at"] == "The “Harbour” News, ¶ 1"
    assert note["also"] == "also 2.1"
    assert "—" not in note["all"]
    assert " · " not in note["all"]


def test_a_note_in_another_order_has_its_parts_named_and_loses_nothing(tmp_path: Path) -> None:
    note = shown(tmp_path, brought(tmp_path, TURNED))
    assert (note["words"], note["by"], note["at"]) == (WORDS, "Ana Moreau", "The “Harbour” News")
    plain = re.sub(r"<[^>]+>", "", note["all"])
    assert f"The “Harbour” News (Ana Moreau): {WORDS}" in plain
    assert check(tmp_path).problems == ()


def test_a_note_whose_template_names_no_part_is_shown_whole(tmp_path: Path) -> None:
    made = brought(tmp_path, PLAIN)
    assert made.parts == {}
    assert shown(tmp_path, made)["words"] == f"The “Harbour” News (Ana Moreau): {WORDS}"
    assert check(tmp_path).problems == ()


def test_naming_the_parts_changes_no_page(tmp_path: Path) -> None:
    without = re.sub(r"{% (?:block \w+|endblock) %}", "", SHIPPED.read_text(encoding="utf-8"))
    brought(tmp_path / "one")
    brought(tmp_path / "two", without)
    one, two = ((tmp_path / name / "docs" / PAGE).read_bytes() for name in ("one", "two"))
    assert one == two


def test_parts_stand_where_they_say(tmp_path: Path) -> None:
    made = brought(tmp_path)
    assert {"briefs/delta.md", "topics/delta/settlement.md", "entities/ana-moreau.md"} <= set(made.parts)
    for path, parts in made.parts.items():
        text = (tmp_path / "docs" / path).read_text(encoding="utf-8")
        begins = {"words": "“", "by": "**", "at": "[", "also": "also "}
        assert [one for one in parts if not text.startswith(begins[one.name], one.start, one.end)] == []


def test_markdown_that_another_plugin_changed_is_left_as_it_is() -> None:
    assert with_parts("b“c”", "a\nb“c”", [Part("words", 3, 6)]) == 'b<span class="note-words">“c”</span>'
    assert with_parts("B“c”", "a\nb“c”", [Part("words", 3, 6)]) == "B“c”"


@pytest.mark.parametrize("fault", ["{{ nothing.there }}", "{% block words %}{{ nothing.there }}{% endblock %}"])
def test_a_fault_of_a_note_is_told_at_its_line(tmp_path: Path, fault: str) -> None:
    with pytest.raises(DossierError, match=r"templates/note\.md:2:1: this template fails: 'nothing' is undefined"):
        brought(tmp_path, f"[^{{{{ item.label|plain }}}}]:\n{fault}\n")


@examples(50)
@given(st.lists(st.tuples(st.sampled_from(["", *PARTS]), st.text("ab\n“”—", max_size=6)), max_size=8))
def test_taking_the_signs_out_leaves_the_text(pieces: list[tuple[str, str]]) -> None:
    text, parts = parted("".join(f"{_OPEN[name]}{words}{_CLOSE}" if name else words for name, words in pieces))
    assert text == "".join(words for _, words in pieces)
    assert sorted(text[part.start : part.end] for part in parts) == sorted(words for name, words in pieces if name)
