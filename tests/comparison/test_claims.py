"""Claims: what is said once, whoever says it; and what a source that is added never changes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import publication
from generator.comparison.claims import Claim, Claims
from generator.comparison.comparison import compare
from generator.comparison.sameness import sameness
from generator.explanations.explanation import explain, text
from generator.messages.problems import DossierError
from generator.readings.reading import Reading
from tests.conftest import Case
from tests.dossier_of import FILES, dossier_in
from tests.examples import examples

_WITHOUT_POINTS = FILES["briefs/delta.yml"].partition("key_points:")[0]


def claims_of(folder: Path, **texts: str) -> Claims:
    return publication(dossier_in(folder, delta_yml=_WITHOUT_POINTS, **texts)).comparison.claims


def shown(claims: Claims) -> list[tuple[tuple[str, ...], list[str]]]:
    return [(claim.holders, sorted(item.label for item in claim.items)) for claim in claims]


@pytest.mark.cases("comparison/claims.yml")
def test_two_sources_make_one_claim_or_two(case: Case, tmp_path: Path) -> None:
    made = claims_of(
        tmp_path,
        harbour_txt=f"{case.content['harbour']}\n",
        river_txt=f"{case.content['river']}\n",
        delta_txt="Rain.\n",
    )
    case.holds([len(claim.sources) for claim in made], "sources")


def test_a_claim_is_named_by_its_first_clause_and_shown_in_its_best_wording(tmp_path: Path) -> None:
    kept = "President Ana Moreau said that Alder supports the peaceful settlement of disputes on the delta."
    text = f"President Ana Moreau of Alder met fishermen. {kept.replace('President Ana Moreau', 'She')}\n"
    (claim,) = (one for one in claims_of(tmp_path, harbour_txt=text, river_txt=f"{kept}\n") if len(one.sources) > 1)
    assert claim.id == f"harbour-news:{text.index('She')}"
    assert claim.best.label == "2.1"
    assert (claim.strength, claim.concepts, claim.event) == ("supports", ("delta/settlement",), "talks")


def test_claims_are_found_by_concept_and_by_item(tmp_path: Path) -> None:
    claims = claims_of(tmp_path)
    assert [claim.holders for claim in claims.on["delta/settlement"]] == [("alder",), ("birch",)]
    assert all(claim in claims.of_item[item.key] for claim in claims for item in claim.items)


def test_what_contradicts_a_claim_is_named_on_both_sides(tmp_path: Path) -> None:
    said = "President Ana Moreau said Alder will buy {} tonnes of grain from the mills of Birch.\n"
    first, second = claims_of(tmp_path, harbour_txt=said.format(300), river_txt=said.format(400), delta_txt="Rain.\n")
    assert (first.contradicts, second.contradicts) == ((second.id,), (first.id,))
    assert (first.figures, second.figures) == (("300",), ("400",))


def test_a_withdrawn_source_makes_no_claim(tmp_path: Path) -> None:
    made = publication(dossier_in(tmp_path))
    gone = [replace(r, source=replace(r.source, withdrawn="in error")) for r in made.comparison.readings]
    assert compare(gone, made.dossier).claims == ()


_SENTENCES = (
    "President Ana Moreau said Alder supports the peaceful settlement of disputes on the delta.",
    "President Ana Moreau said Alder supports peaceful settlement of all disputes over fish on the delta.",
    "President Ana Moreau said peaceful settlement of disputes over fish and nets needs a court.",
    "President Ana Moreau said a court for disputes over nets would be a peaceful settlement.",
    "President Ivo Brand said Birch welcomes freedom of passage on the delta.",
    "President Ivo Brand said freedom of passage on the delta and its canals is welcome to Birch.",
    "President Ivo Brand said freedom of passage on the canals needs pilots.",
    "The two sides agreed to reopen the railway.",
    "The two sides agreed to reopen the old railway and its stations by autumn.",
    "President Ana Moreau said Alder will buy 300 tonnes of grain.",
    "President Ana Moreau said Alder will buy 200 tonnes of grain.",
)
_TEXT = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=5).map(lambda chosen: " ".join(chosen) + "\n")


@lru_cache(maxsize=64)
def _readings(texts: tuple[str, str, str]) -> tuple[Reading, ...]:
    with TemporaryDirectory() as folder:
        names = ("harbour_txt", "river_txt", "delta_txt")
        seeds = FILES["seeds/sources.yml"].replace("return-visit", "talks")
        made = publication(
            dossier_in(
                Path(folder), delta_yml=_WITHOUT_POINTS, sources_yml=seeds, **dict(zip(names, texts, strict=True))
            )
        )
        return made.comparison.readings


def _before(claim: Claim, sources: frozenset[str]) -> frozenset[str]:
    return frozenset(stance.id for stance in claim.wordings if stance.item.source.id in sources)


@examples(20)
@given(st.tuples(_TEXT, _TEXT, _TEXT))
def test_a_source_that_is_added_never_splits_merges_or_renames(texts: tuple[str, str, str]) -> None:
    with TemporaryDirectory() as folder:
        dossier = publication(dossier_in(Path(folder), delta_yml=_WITHOUT_POINTS)).dossier
    readings = _readings(texts)
    for upto in (1, 2):
        old = frozenset(reading.source.id for reading in readings[:upto])
        fewer = {claim.id: _before(claim, old) for claim in compare(readings[:upto], dossier).claims}
        more = {claim.id: _before(claim, old) for claim in compare(readings, dossier).claims}
        assert {id_: own for id_, own in more.items() if own} == fewer


@examples(20)
@given(st.tuples(_TEXT, _TEXT, _TEXT))
def test_every_wording_resembles_the_best(texts: tuple[str, str, str]) -> None:
    with TemporaryDirectory() as folder:
        dossier = publication(dossier_in(Path(folder), delta_yml=_WITHOUT_POINTS)).dossier
    made = compare(_readings(texts), dossier)
    for claim in made.claims:
        assert all(sameness(claim.wording, other, made.likeness) for other in claim.wordings[1:])


_BUYS = "President Ana Moreau said Alder will buy grain from the mills of Corvo.\n"
_GRINDS = "President Ana Moreau said the millers are to expect orders for grain.\n"


def _ruled(folder: Path, river: str, ruling: str) -> Claims:
    dossier = FILES["briefs/dossier.yml"] + f"rulings:\n  - {{source: harbour-news, {ruling}, note: I asked.}}\n"
    return claims_of(folder, harbour_txt=_BUYS, river_txt=river, delta_txt="Rain.\n", dossier_yml=dossier)


@pytest.mark.parametrize(
    ("river", "key", "sources"), [(_GRINDS, "same_as", [2]), (_BUYS, "not_same_as", [1, 1]), (_GRINDS, "", [1, 1])]
)
def test_the_desk_says_what_is_one_claim(tmp_path: Path, river: str, key: str, sources: list[int]) -> None:
    words = f"{key}: {{source: river-post, quote: {river.strip()!r}}}" if key else "concepts: [works/grain]"
    made = _ruled(tmp_path, river, f"quote: {_BUYS.strip()!r}, {words}")
    assert [len(claim.sources) for claim in made] == sources
    assert all(bool(claim.notes) is bool(key) for claim in made)


def test_the_desk_sets_the_strength_and_the_best_wording(tmp_path: Path) -> None:
    (claim,) = _ruled(
        tmp_path, _BUYS.replace("said", "told reporters that"), f"quote: {_BUYS.strip()!r}, strength: agreed"
    )
    assert (claim.strength, claim.wording.strength) == ("agreed", "intends")
    assert claim.notes == ("strength: agreed, decided by a person: I asked.",)
    better = "“Alder will buy grain from the mills of Corvo,” President Ana Moreau said.\n"
    (claim,) = _ruled(tmp_path, better, f"quote: {_BUYS.strip()!r}, strength: agreed")
    assert claim.best.label == "2.1"
    (claim,) = _ruled(tmp_path, better, f"quote: {_BUYS.strip()!r}, best: true")
    assert claim.best.label == "1.1"


def test_a_ruling_on_words_that_stand_nowhere_is_a_problem(tmp_path: Path) -> None:
    words = f"quote: {_BUYS.strip()!r}, same_as: {{source: river-post, quote: nowhere}}"
    with pytest.raises(DossierError, match=r"briefs/dossier.yml:\d+:\d+: the words of this ruling stand 0 times"):
        _ruled(tmp_path, _BUYS, words)


def test_explain_says_that_a_person_decided(tmp_path: Path) -> None:
    _ruled(tmp_path, _BUYS, f"quote: {_BUYS.strip()!r}, strength: agreed")
    made = publication(tmp_path)
    (item,) = (item for item in made.comparison.items if item.label == "1.1")
    assert "strength: agreed, decided by a person: I asked." in " ".join(text(made, [explain(made, item)]).split())
