"""Texts held against each other: words of their own, strength of wording, claims, developments."""

import re
from pathlib import Path

import pytest

from generator.build import publication
from generator.comparison.commitment import commitment
from generator.comparison.developments import developments
from generator.comparison.differing import differing
from generator.comparison.hedges import strengths
from generator.comparison.likeness import Cut, Likeness
from generator.comparison.repeats import repeats
from generator.statements.lexicon.strengths import STRENGTHS, each, rank
from tests.conftest import Case
from tests.dossier_of import FILES, dossier_in


@pytest.mark.cases("differing")
def test_words_that_the_nearest_other_source_lacks_are_marked(case: Case) -> None:
    made = {}
    for name, texts in case.content["texts"].items():
        cuts = [Cut(source, text) for source, text in enumerate(texts, start=1)]
        pieces = differing(cuts, Likeness(cuts))
        made[name] = [" ".join(f"[{one.words}]" if one.own else one.words for one in own) for own in pieces]
        assert [re.sub(r"[\[\]]", "", text) for text in made[name]] == texts
    assert made
    case.holds(made)


def test_a_source_is_not_held_against_itself() -> None:
    cuts = [Cut(1, "Alder will join the pact"), Cut(1, "Alder will not join the pact")]
    assert not any(piece.own for pieces in differing(cuts, Likeness(cuts)) for piece in pieces)


@pytest.mark.cases("hedges")
def test_the_word_that_governs_the_topic_says_how_strongly(case: Case) -> None:
    made = {}
    for name, marked in case.content["sentences"].items():
        text = marked.replace("[", "").replace("]", "")
        found = commitment(text, 0, marked.index("["))
        made[name] = f"{text[found.span[0] : found.span[1]]}, {found.strength}" if found else None
    assert made
    case.holds(made)


def test_no_word_stands_for_two_strengths_and_ranks_rise() -> None:
    found: dict[str, int] = {}
    for form, place in each():
        assert found.setdefault(form, place) == place, form
    assert len(found) > 100
    assert set(found.values()) == {rank(strength) for strength in STRENGTHS}


def test_sources_that_differ_in_strength_are_found_and_others_are_not(tmp_path: Path) -> None:
    folder = dossier_in(
        tmp_path,
        harbour_txt="Alder hopes for freedom of passage on the delta for all. Alder supports peaceful settlement.\n",
        river_txt="Alder agreed to freedom of passage on the delta for all. Alder supports peaceful settlement.\n",
        delta_yml=re.sub(r"key_points:[\s\S]*", "", FILES["briefs/delta.yml"]),
    )
    comparison = publication(folder).comparison
    found = strengths(comparison.claims, {item.key for item in comparison.items})
    assert [(row.claim.concepts, row.claim.holders, [h.words for h in row.hedges]) for row in found] == [
        (("delta/passage",), ("alder",), ["hopes", "agreed"])
    ]
    assert strengths(comparison.claims, {(1, 1), (1, 2)}) == ()


def test_a_claim_stands_once_with_every_source_that_carries_it(tmp_path: Path) -> None:
    comparison = publication(dossier_in(tmp_path)).comparison
    made = repeats(comparison.items, comparison.folded)
    assert sorted(item.label for claim in made for item in claim.items) == sorted(i.label for i in comparison.items)
    assert ["harbour-news", "river-post"] in [list(claim.sources) for claim in made]


def test_a_later_passage_is_held_against_the_nearest_earlier_one_of_its_holders(tmp_path: Path) -> None:
    folder = dossier_in(
        tmp_path,
        harbour_txt=FILES["seeds/harbour.txt"]
        + "\nPresident Ivo Brand said Birch sees peaceful settlement, long as most winters, of quarrels over nets.\n",
    )
    comparison = publication(folder).comparison
    early = [item for item in comparison.items if item.event == "talks"]
    late = [item for item in comparison.items if item.event == "return-visit"]
    (one,) = developments(early, late, ["delta/settlement", "delta/passage"], comparison.likeness)
    assert one.earlier is not None
    assert "most winters" in one.earlier.statement.passage.quote
    assert one.earlier.statement.holders == ("birch",)
    others = [item for item in early if item.statement.holders != ("birch",)]
    (far,) = developments(others, late, ["delta/settlement"], comparison.likeness)
    assert far.earlier is not None
    assert far.earlier.statement.holders == ("alder",)
    assert {"all", "under the Delta Treaty."} <= {change.after for change in far.changes if change.kind == "added"}
    (new,) = developments([], late, ["delta/settlement"], comparison.likeness)
    assert (new.earlier, new.changes) == (None, ())
