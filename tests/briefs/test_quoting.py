"""What an editor sets between quotation marks stands in a passage that is cited for it, or nothing is published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.briefs.marks import quoted
from generator.briefs.quoting import settled
from generator.build import generate, publication
from generator.checks import check
from generator.cli import briefs
from generator.comparison.items import Item
from generator.dossier.files import Place
from generator.messages.problems import DossierError
from generator.prints import print_all
from tests.conftest import CASES, Case
from tests.dossier_of import FILES, dossier_in
from tests.examples import examples

GIVEN = yaml.safe_load((CASES / "editors" / "lines.yml").read_text(encoding="utf-8"))
MARKS = ("“”", '""', "‘’", "''", "«»", "»«", "„“", "””")
INVENTED = "total war on Birch"
AT = Place("briefs/delta.yml", 3, 9)


@pytest.fixture(scope="module")
def cited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Item, ...]:
    folder = dossier_in(tmp_path_factory.mktemp("gazette"), harbour_txt=GIVEN["source"], delta_yml=plain_brief())
    return publication(folder).comparison.by_source["harbour-news"][:2]


def plain_brief(**changed: Any) -> str:
    brief = yaml.safe_load(FILES["briefs/delta.yml"])
    del brief["key_points"], brief["sections"]
    return json.dumps(brief | changed)


def point(text: str) -> list[dict[str, Any]]:
    quote = "Alder supports the peaceful settlement of disputes on the delta"
    return [{"text": text, "evidence": [{"source": "harbour-news", "quote": quote}]}]


@pytest.mark.cases("editors")
def test_what_no_cited_passage_has_is_told(cited: tuple[Item, ...], case: Case) -> None:
    found = settled(case.content["text"], cited, AT)
    assert all(str(problem).startswith("briefs/delta.yml:3:9: “") for problem in found.problems)
    assert found.text == case.content["text"]
    told = [problem.what.partition("” stands in quotation marks")[0][1:] for problem in found.problems]
    case.holds(told, "absent")


def test_a_stop_of_the_line_is_to_stand_after_the_mark(cited: tuple[Item, ...]) -> None:
    (problem,) = settled("They left the “Grey Strait,” she said.", cited, AT).problems
    assert problem.mend == "put `,` after the closing quotation mark: the cited words go on without it"


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        ("total war on Oak", "cite the sentence that has the words, or take the quotation marks out"),
        (
            "a new and lasting peace",
            "copy the words exactly as they stand; the nearest sentence reads “She called it “a new, lasting peace” for"
            " 'the small ports' and the islands.”; or cite the sentence that has the words, or take the quotation marks"
            " out",
        ),
    ],
)
def test_a_slip_in_copying_is_told_from_an_invention(cited: tuple[Item, ...], words: str, mend: str) -> None:
    (problem,) = settled(f"Elm has “{words}”.", cited, AT).problems
    assert problem.mend == mend


WORDS = st.text("abcdefgh", min_size=1, max_size=8)


@examples(100)
@given(st.data(), st.sampled_from(MARKS), st.lists(WORDS, max_size=3), st.lists(WORDS, max_size=3))
def test_cited_words_pass_in_any_marks_and_others_in_none(
    cited: tuple[Item, ...], data: st.DataObject, marks: str, before: list[str], after: list[str]
) -> None:
    words = "Elm leave the Grey Strait before dawn".split()[1:]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    own = " ".join(words[first:last])
    line = " ".join([*before, f"{marks[0]}{own}{marks[1]}", *after])
    assert settled(line, cited, AT).problems == []
    assert [line[start:end] for start, end in quoted(line)] == [own]
    other = " ".join([*words[first:last], data.draw(WORDS), "xyz"])
    line = " ".join([*before, f"{marks[0]}{other}{marks[1]}", *after])
    assert len(settled(line, cited, AT).problems) == 1


@pytest.mark.parametrize("field", ["key_points", "points_to_make", "if_raised", "internal", "objective", "question"])
@pytest.mark.parametrize("marks", MARKS)
def test_no_text_of_an_editor_is_published_with_words_that_nobody_said(tmp_path: Path, field: str, marks: str) -> None:
    text = f"Alder promises {marks[0]}{INVENTED}{marks[1]}."
    value: Any = {"internal": ["Wait.", text], "objective": text, "question": text}.get(field, point(text))
    folder = dossier_in(tmp_path, delta_yml=plain_brief(**{field: value}))
    with pytest.raises(DossierError, match=f"“{INVENTED}” stands in quotation marks, and no passage cited") as told:
        generate(folder)
    (problem,) = told.value.problems
    column = plain_brief(**{field: value}).index(json.dumps(text)) + 1
    assert (problem.file, problem.line, problem.column) == ("briefs/delta.yml", 1, column)
    assert not (folder / "docs").exists()


@pytest.mark.parametrize("field", ["internal", "objective", "question"])
def test_a_text_without_evidence_may_quote_what_its_brief_cites(tmp_path: Path, field: str) -> None:
    text = "Ask for “the peaceful settlement of disputes”."
    value: Any = [text] if field == "internal" else text
    folder = dossier_in(tmp_path, delta_yml=plain_brief(**{field: value}))
    generate(folder)
    assert check(folder).problems == ()


def test_a_field_that_no_section_shows_is_not_looked_at(tmp_path: Path) -> None:
    brief = plain_brief(internal=[f"“{INVENTED}”"], sections=["key-points", "sources"])
    generate(dossier_in(tmp_path, delta_yml=brief))


def verified(folder: Path, *files: Path) -> str:
    result = CliRunner().invoke(briefs, ["-C", str(folder), "verify", *map(str, files)])
    return result.output + str(result.exception or "")


@pytest.mark.parametrize("marks", [pair for pair in MARKS if pair not in ("»«", "””")])
@pytest.mark.parametrize("where", ["key point", "internal", "question", "home page", "changes"])
def test_what_was_put_into_a_written_page_is_found_without_the_stages(tmp_path: Path, where: str, marks: str) -> None:
    brief = plain_brief(key_points=point("Alder wants calm."), internal=["Keep calm."])
    generate(dossier_in(tmp_path, delta_yml=brief))
    page = {"home page": "index.md", "changes": "changes.md"}.get(where, "briefs/delta.md")
    after = {"internal": "Keep calm.", "question": "say about the delta?"}.get(where, "Alder wants calm.")
    path = tmp_path / "docs" / page
    text = path.read_text(encoding="utf-8")
    if where == "changes":
        text += "\n- **Key point 1**, Alder wants calm. more by the same side on its subject\n"
    head, _, body = text.partition("\n# ")
    changed = f"{after} It promises {marks[0]}{INVENTED}{marks[1]}."
    assert after in body
    path.write_text(f"{head}\n# {body.replace(after, changed, 1)}", encoding="utf-8")
    assert any(f"“{INVENTED}” stands in quotation marks" in str(problem) for problem in check(tmp_path).problems)
    assert f"no source has the words “{INVENTED}”" in verified(tmp_path, path)


NAMES = {
    "topic_map_yml": [("pref_label: Railway", "pref_label: The “four rails” policy, definition: 'Or: the \"rails\".'")],
    "dossier_yml": [("label: Grain", "label: The ‘golden’ grain"), ("title: Alder", "title: “Talks”; Alder")],
    "sources_yml": [("Harbour News", "The “Harbour” — News"), ("River Post", "'River \"Post\"'")],
    "entities_yml": [("pref_label: Delta Treaty", "pref_label: The “Delta” Treaty, alt_labels: [Delta Treaty]")],
}


def test_marks_in_names_and_titles_are_no_quotations(tmp_path: Path) -> None:
    changed = {}
    for name, pairs in NAMES.items():
        stem = name.removesuffix("_yml").replace("_", "-")
        text = next(text for path, text in FILES.items() if path.endswith(f"/{stem}.yml"))
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        changed[name] = text
    sections = yaml.safe_load(FILES["briefs/delta.yml"])["sections"]
    changed["delta_yml"] = plain_brief(title="What the “delta” is", sections=["agreed", *sections])
    folder = dossier_in(tmp_path, **changed)
    generate(folder)
    assert check(folder).problems == ()
    printed = print_all(folder, Path("docs"), Path("out"), workers=1)
    told = verified(folder, folder / "docs", *(one.file for one in printed))
    assert "no source has" not in told
    assert told.count("all found in") == 3


def test_words_of_a_name_alone_are_a_quotation(tmp_path: Path) -> None:
    topics = FILES["briefs/topic-map.yml"].replace("pref_label: Railway", "pref_label: The “four rails” policy")
    brief = plain_brief(key_points=point("Alder holds to its “four rails”."))
    with pytest.raises(DossierError, match="“four rails” stands in quotation marks"):
        generate(dossier_in(tmp_path, topic_map_yml=topics, delta_yml=brief))
