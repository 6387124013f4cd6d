"""Provenance: how many sources and origins carry something, counted and worded in one place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import publication
from generator.comparison.provenance import provenance
from generator.exports.attributions import bare_source
from tests.dossier_of import FILES, dossier_in

_REPORTS = [replace(bare_source(name, "x"), kind="news report", publisher=name) for name in "abc"]


@pytest.mark.parametrize(
    ("number", "origins", "rests_on", "words"),
    [
        (1, "x", None, "one source"),
        (3, "xxx", "a press release by the ministry", "three reports of one press release"),
        (3, "xxx", "remarks to reporters", "three reports of one set of remarks"),
        (2, "xx", None, "two reports of one origin"),
        (2, "xy", "a press release", "two reports, two origins"),
        (3, "xyx", None, "three reports, two origins"),
    ],
)
def test_it_says_how_many_of_what(number: int, origins: str, rests_on: str | None, words: str) -> None:
    sources = [replace(source, rests_on=rests_on) for source in _REPORTS[:number]]
    found = provenance(sources, dict(zip("abc", origins, strict=False)))
    assert found.words == words


def test_sources_that_are_no_reports_and_texts_of_one_issuer_are_called_so() -> None:
    sources = [replace(source, kind=None, publisher="Ministry") for source in _REPORTS[:2]]
    assert provenance(sources, {"a": "a", "b": "a"}).words == "two sources of one issuer, Ministry"


def test_remarks_that_several_reporters_heard_are_one_origin_and_their_texts_are_not(tmp_path: Path) -> None:
    said = "President Ana Moreau said Alder supports the peaceful settlement of disputes on the delta.\n"
    seeds = FILES["seeds/sources.yml"].replace("  origin: ministry-release\n", "").replace("return-visit", "talks")
    texts = {"harbour_txt": said, "river_txt": said.replace("disputes", "all disputes"), "delta_txt": "Rain.\n"}
    made = publication(dossier_in(tmp_path, sources_yml=seeds, **texts, delta_yml=_WITHOUT_POINTS)).comparison
    (claim,) = made.claims
    assert (claim.sources, claim.origins) == (("harbour-news", "river-post"), ("harbour-news",))
    assert made.provenance_of(claim.wordings).words == "two reports of one set of remarks"
    agreed = "The two sides agreed to reopen the {} railway to Corvo in autumn.\n"
    texts = {"harbour_txt": agreed.format("old"), "river_txt": agreed.format("old and slow"), "delta_txt": "Rain.\n"}
    made = publication(dossier_in(tmp_path, sources_yml=seeds, **texts, delta_yml=_WITHOUT_POINTS)).comparison
    assert [made.provenance_of(claim.wordings).words for claim in made.claims] == ["two reports, two origins"]


_WITHOUT_POINTS = FILES["briefs/delta.yml"].partition("key_points:")[0]


def test_a_second_text_of_one_publisher_is_told_apart_and_the_first_keeps_its_name(tmp_path: Path) -> None:
    seeds = FILES["seeds/sources.yml"].replace("River Post", "Harbour News").replace("Delta Times", "Harbour News")
    seeds = seeds.replace("issued: 2031-05-03", "title: Talks end\n  issued: 2031-05-03")
    sources = publication(dossier_in(tmp_path, sources_yml=seeds)).sources
    assert [source.name for source in sources] == [
        "Harbour News", "Harbour News (news report)", "Harbour News (2032-01-09)",
    ]  # fmt: skip
    seeds = seeds.replace("file: river.txt", "file: river.txt\n  short: The late edition")
    sources = publication(dossier_in(tmp_path, sources_yml=seeds)).sources
    assert [source.name for source in sources][1:] == ["The late edition", "Harbour News (news report)"]
