from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import publication
from generator.comparison.comparison import Comparison, compare
from generator.comparison.repeats import repeats
from generator.comparison.variants import names
from tests.dossier_of import FILES, dossier_in

_WITHOUT_POINTS = FILES["briefs/delta.yml"].partition("key_points:")[0]


@pytest.fixture
def comparison(tmp_path: Path) -> Comparison:
    return publication(dossier_in(tmp_path)).comparison


def test_the_same_claim_in_two_sources_corroborates_and_another_holder_does_not(comparison: Comparison) -> None:
    labels = {item.label: [other.label for other in comparison.also.get(item.key, ())] for item in comparison.items}
    assert labels["1.1"] == ["2.1"]
    assert labels["1.4"] == ["2.2"]
    assert labels["3.1"] == [], "another party and another event"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Then there is the railway.", "The railway, to be called Deltaline, is costly.", False),
        ("The railway runs from Corvo.", "A railway is to end in Corvo.", False),
        ("The railway was closed in the great flood.", "The great flood closed the railway.", False),
        ("Alder closed the railway in the great flood.", "Birch closed the railway in the great flood.", False),
        ("The railway was closed in the great flood.", "Was the railway closed in the great flood?", False),
    ],
)
def test_two_lines_that_are_nobodys_position_make_no_claim(tmp_path: Path, one: str, other: str, same: bool) -> None:
    found = publication(dossier_in(tmp_path, harbour_txt=one + "\n", river_txt=other + "\n", delta_yml=_WITHOUT_POINTS))
    assert bool(found.comparison.also) is same


def test_the_best_wording_of_a_claim_names_its_speaker(tmp_path: Path) -> None:
    inferred = f"President Ana Moreau of Alder met fishermen. {KEPT.replace('Moreau', 'She')}\n"
    found = publication(dossier_in(tmp_path, harbour_txt=inferred)).comparison
    (claim,) = [
        one for one in repeats(found.items, found.also) if len(one.sources) > 1 and "settle" in one.items[0].words.text
    ]
    assert [item.label for item in claim.items] == ["2.1", "1.2"]


def test_sources_of_one_declared_origin_count_once(comparison: Comparison) -> None:
    assert comparison.independent(["harbour-news", "river-post"]) == 1
    assert comparison.independent(["harbour-news", "river-post", "delta-times"]) == 2


def test_sources_that_copy_each_other_have_one_origin_without_being_declared(tmp_path: Path) -> None:
    text = "The ministers met in the old town hall and spoke for two hours about the price of grain and bread.\n"
    found = publication(
        dossier_in(tmp_path, river_txt=text + "More will follow.\n", delta_txt="In Corvo it rained.\n\n" + text)
    )
    readings = [replace(r, source=replace(r.source, origin=None)) for r in found.comparison.readings]
    origins = compare(readings, found.dossier).origins
    assert origins["river-post"] == origins["delta-times"] != origins["harbour-news"]


def test_claims_keep_holders_and_events_apart(comparison: Comparison) -> None:
    made = {(claim.holders, claim.event): len(claim.sources) for claim in comparison.claims.on["delta/settlement"]}
    assert made[("alder",), "talks"] == 2
    assert made[("birch",), "return-visit"] == 1


def test_a_fact_gives_the_words_found_and_where(comparison: Comparison) -> None:
    (grain,) = comparison.facts
    assert [(v.shown, [f.item.label for f in v.found]) for v in grain.values] == [("300 tonnes", ["1.2"])]


def test_names_give_the_longest_label_at_a_place(tmp_path: Path) -> None:
    found = publication(dossier_in(tmp_path))
    moreau = next(entity for entity in found.dossier.entities if entity.id == "ana-moreau")
    assert [value.shown for value in names([moreau], found.comparison.items)[moreau.id].values] == ["Ana Moreau"]


def test_a_withdrawn_source_supports_nothing(tmp_path: Path) -> None:
    found = publication(dossier_in(tmp_path))
    readings = [
        replace(r, source=replace(r.source, withdrawn="in error")) if r.number == 2 else r
        for r in found.comparison.readings
    ]
    assert compare(readings, found.dossier).also == {}


@pytest.mark.parametrize(
    ("harbour", "river", "same"),
    [
        # They share who speaks and what it is about, and nothing of what is said.
        (
            "President Moreau urged Birch to buy its grain from the mills of Corvo and from farmers near the border.",
            "President Moreau has often said that Alder must grow grain.",
            False,
        ),
        (
            "President Moreau urged Birch to buy its grain from the mills of Corvo and from farmers near the border.",
            "President Moreau has often said that Birch must buy its grain from the mills of Corvo.",
            True,
        ),
    ],
)
def test_a_claim_is_more_than_who_and_about_what(tmp_path: Path, harbour: str, river: str, same: bool) -> None:
    folder = dossier_in(tmp_path, harbour_txt=f"{KEPT}\n\n{harbour}\n", river_txt=f"{river}\n")
    found = publication(folder).comparison
    labels = {item.label: [other.label for other in found.also.get(item.key, ())] for item in found.items}
    assert labels["1.2"] == (["2.1"] if same else [])


KEPT = "Moreau said Alder supports the peaceful settlement of disputes on the delta."


def _taken(folder: Path, sentence: str) -> dict[tuple[str, tuple[str, ...]], str]:
    """Return, by concept and holders, the clause with which `sentence` takes a position."""
    found = publication(dossier_in(folder, river_txt=sentence + "\n")).comparison
    item = found.by_source["river-post"][0]
    return {
        (mention.concept, stance.holders): item.source.text[slice(*mention.clause)]
        for stance in (stance for claim in found.claims for stance in claim.wordings if stance.item is item)
        for mention in stance.mentions
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "While Alder supports the peaceful settlement, Birch rejects freedom of passage on the delta.",
        "Alder supports the peaceful settlement and Birch rejects freedom of passage on the delta.",
    ],
)
def test_each_clause_is_the_position_of_the_party_that_takes_it(tmp_path: Path, sentence: str) -> None:
    said = {
        ("alder",): "Alder supports the peaceful settlement",
        ("birch",): "Birch rejects freedom of passage on the delta",
    }
    taken = _taken(tmp_path, sentence)
    assert {holders for _, holders in taken} == set(said)
    assert all(clause == said[holders] for (_, holders), clause in taken.items())


def test_what_both_speak_of_each_for_itself_is_nobodys_position(tmp_path: Path) -> None:
    assert not _taken(tmp_path, "While Alder supports the peaceful settlement, Birch rejects the peaceful settlement.")


def test_the_words_of_a_stranger_are_not_the_partys_in_the_same_sentence(tmp_path: Path) -> None:
    sentence = "Alder supports the peaceful settlement, but fishermen want freedom of passage on the delta."
    assert set(_taken(tmp_path, sentence).values()) == {"Alder supports the peaceful settlement"}


@pytest.mark.parametrize(
    ("bound", "values"),
    [
        ("", ["300 tonnes", "90 tonnes"]),
        ("    concept: works/grain\n", ["300 tonnes"]),
        ("    near: [ferry]\n", ["90 tonnes"]),
        ("    event: return-visit\n", []),
    ],
)
def test_a_fact_is_looked_for_only_where_it_is_meant(tmp_path: Path, bound: str, values: list[str]) -> None:
    dossier = FILES["briefs/dossier.yml"].replace("    label: Grain\n", f"    label: Grain\n{bound}")
    text = FILES["seeds/river.txt"] + "\nThe ferry to Corvo weighs 90 tonnes.\n"
    (grain,) = publication(dossier_in(tmp_path, dossier_yml=dossier, river_txt=text)).comparison.facts
    assert [value.shown for value in grain.values] == values
