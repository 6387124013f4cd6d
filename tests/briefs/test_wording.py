"""The words of a line: whole clauses that say something of the party that holds them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.briefs.material import Material
from generator.briefs.wording.choosing import MOST, Chosen, choose, is_courtesy, is_self_contained
from generator.build import publication
from tests.conftest import Case
from tests.dossier_of import dossier_in
from tests.examples import examples


def lines(folder: Path, text: str) -> dict[str, Chosen]:
    """Return the words of the only sentence of a source for each concept that it speaks to."""
    made = publication(dossier_in(folder, river_txt=f"{text}\n"))
    material = Material(made.dossier.briefs[0], made.dossier, made.comparison)
    found = {}
    for item in made.comparison.items:
        for mention in item.mapped.mentions if item.source.id == "river-post" else ():
            called = material.words_for(item.statement.holders_on(mention.spans))
            if chosen := choose(item, mention, called):
                found[mention.concept] = chosen
    return found


@pytest.mark.cases("wording")
def test_a_line_shows_a_whole_clause_of_the_party_that_holds_it(tmp_path: Path, case: Case) -> None:
    found = lines(tmp_path, case.content["text"])
    told = {concept: f"{'» ' if one.follows else ''}{one.shown}" for concept, one in found.items()}
    case.holds(told or None, "says")


PARTS = st.sampled_from(
    ["Alder", "Birch", "agreed to", "hopes that", "if", "which", "freedom of passage", "a peaceful settlement", ",",
     "and", "the railway", "grain", "to clear", "said", "“", "”", "(", ")", ";", "in order to", "as well as", "—"]
)  # fmt: skip


@examples(25)
@given(st.lists(PARTS, min_size=1, max_size=40))
def test_whatever_the_sentence_the_words_stand_in_it_and_are_few(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    text = "Alder " + " ".join(parts) + "."
    for chosen in lines(tmp_path_factory.mktemp("any"), text).values():
        assert len(chosen.quote.text.replace(" … ", " ").split()) <= MOST
        at = 0
        for piece in chosen.quote.text.split(" … "):
            at = chosen.quote.item.source.text.index(piece, at) + len(piece)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I warmly welcome President Moreau to Birch", True),
        ("thanked Birch for its hospitality", True),
        ("welcomed the work on the railway", False),
        ("is ready to honour the treaty", False),
    ],
)
def test_a_courtesy_is_told_from_a_position(text: str, expected: bool) -> None:
    assert is_courtesy(text) is expected


def test_a_pronoun_alone_is_not_understood() -> None:
    assert [is_self_contained(text) for text in ("He arrived", "… They met", "The sides met", "Alder met")] == [
        False,
        False,
        True,
        True,
    ]
