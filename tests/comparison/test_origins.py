"""Which texts rest on one text, as their wording shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

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
