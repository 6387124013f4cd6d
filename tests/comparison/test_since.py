"""What became of claims at a later event; two reports' paraphrases, and events that nobody reports, show nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.briefs.sections.since_then.section import SinceThen
from generator.build import publication
from tests.dossier_of import FILES, dossier_in

_WITHOUT_POINTS = FILES["briefs/delta.yml"].partition("key_points:")[0]
_FIRST = "“Alder supports freedom of passage on the delta for every boat,” President Ana Moreau said.\n"


def since(folder: Path, before: str, after: str, **files: str) -> SinceThen:
    texts = {"harbour_txt": before, "river_txt": "Rain.\n", "delta_txt": after}
    made = publication(dossier_in(folder, delta_yml=_WITHOUT_POINTS, **texts, **files))
    section: Any = dict(made.briefs[0].sections)["since-then"]
    return section  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("after", "became", "marked"),
    [
        (_FIRST.replace("every", "any"), "kept", True),
        (_FIRST.replace("supports", "agreed to"), "firmer", True),
        (_FIRST.replace("supports", "hopes for"), "weaker", True),
        ("President Ana Moreau said Alder hopes for freedom of passage on the delta for every boat.\n", "kept", False),
        ("“Alder will buy tractors and grain,” President Ana Moreau said.\n", "new", False),
        (
            "“Birch supports freedom of passage on the delta for every boat,” Ivo Brand said.\n",
            "beside",
            False,
        ),
    ],
)
def test_a_later_claim_is_held_against_the_same_claim_of_the_same_party(
    tmp_path: Path, after: str, became: str, marked: bool
) -> None:
    (event,) = since(tmp_path, _FIRST, after).events
    (row,) = event.rows
    assert (row.became, bool(row.change)) == (became, marked)


def test_a_claim_is_new_only_where_no_earlier_source_has_it_on_any_subject_of_the_brief(tmp_path: Path) -> None:
    before = _FIRST + "\nPresident Ivo Brand said the grain is dear, and that Birch has tractors to sell.\n"
    (event,) = since(tmp_path, before, "“Alder has tractors and grain to sell,” President Ana Moreau said.\n").events
    assert [row.became for row in event.rows] == ["beside"]


def test_one_sentence_says_what_is_kept_and_what_is_gone(tmp_path: Path) -> None:
    before = _FIRST + "\nPresident Ana Moreau said Alder will buy 300 tonnes of grain.\n"
    (event,) = since(tmp_path, before, _FIRST).events
    assert event.summary == "1 claim kept; nothing more of Grain."
    assert (event.sources, [concept.path for concept in event.dropped]) == (1, ["works/grain"])


def test_an_event_that_no_source_reports_is_no_development(tmp_path: Path) -> None:
    seeds = FILES["seeds/sources.yml"].replace("event: return-visit", "event: talks")
    assert since(tmp_path, _FIRST, _FIRST, sources_yml=seeds).events == ()
