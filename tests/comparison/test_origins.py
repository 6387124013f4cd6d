"""Which texts rest on one text, as their wording shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.comparison.origins import origins
from generator.exports.attributions import bare_dossier, bare_source
from generator.readings.analysis import map_concepts, read_statements
from generator.readings.reading import Reading
from generator.topics.topics import TopicMap
from tests.conftest import Case


def together(texts: Mapping[str, str]) -> list[list[str]]:
    """Return the names of those of `texts` that have an origin in common, in their order."""
    dossier = bare_dossier()
    sources = [bare_source(name, text) for name, text in texts.items()]
    read = [map_concepts(one, read_statements(one, dossier), dossier, TopicMap(())) for one in sources]
    readings = [Reading(one, number, own) for number, (one, own) in enumerate(zip(sources, read, strict=True), 1)]
    groups = defaultdict(list)
    for name, origin in origins(readings).items():
        groups[origin].append(name)
    return [names for names in groups.values() if len(names) > 1]


@pytest.mark.cases("origins")
def test_texts_that_share_much_of_their_wording_count_once(case: Case) -> None:
    case.holds({name: together(texts) for name, texts in case.content["texts"].items()})


def test_a_formula_that_very_many_texts_have_shows_no_copying() -> None:
    formula = "In line with the Treaty on the Great River and its Delta of 2020, the parties met again"
    assert together({f"paper {number}": f"{formula}." for number in range(60)}) == []


def _origins_of(*entries: tuple[str, str | None, str | None]) -> list[str]:
    """Return the origin of each of sources given by id, publisher and declared origin, all of quite other words."""
    words = "anvil bread copper dune ember fjord glacier harness ivory jasmine kiln lagoon".split()
    sources = [
        replace(bare_source(name, f"{' '.join(words[n:] + words[:n])}.\n"), publisher=publisher, origin=origin)
        for n, (name, publisher, origin) in enumerate(entries)
    ]
    readings = [Reading(source, number, ()) for number, source in enumerate(sources, 1)]
    return list(origins(readings).values())


def test_texts_of_one_issuer_are_one_voice_unless_the_desk_says_otherwise() -> None:
    assert _origins_of(("a", "Ministry", None), ("b", "Post", None), ("c", "Ministry", None)) == ["a", "b", "a"]
    assert _origins_of(("a", "Ministry", "talks"), ("b", "Ministry", "visit")) == ["talks", "visit"]
    assert _origins_of(("a", None, None), ("b", None, None)) == ["a", "b"]


def test_what_the_desk_declares_goes_before_the_publisher() -> None:
    found = _origins_of(("a", "Ministry", None), ("b", "Ministry", "release"), ("c", "Post", "release"))
    assert found == ["a", "release", "release"]


def test_copies_are_told_pair_by_pair_and_not_in_a_chain() -> None:
    first = "The ministers met in the old town hall and spoke for two hours about the price of grain and bread."
    second = "Outside, a band of nine played marches until the rain drove every one of them into the arcade by noon."
    third = "The lock keeper, who is eighty and has a dog, said he had never seen so many umbrellas in one street."
    assert together({"post": first, "wire": f"{first} {second}", "mail": f"{second} {third}"}) == [["post", "wire"]]
