"""Holders: rulings of people, the order of the dossier, and positions that nobody is certain of."""

from __future__ import annotations

from inventions import read

from generator.dossier.dossier import Ruling


def test_holders_stand_in_the_order_of_the_dossier() -> None:
    text = "Birch and Alder support early talks."
    assert read(text, ["alder", "birch"])[0].holders == ("alder", "birch")
    assert read(text, ["birch", "alder"])[0].holders == ("birch", "alder")


def test_a_ruling_decides_over_the_rules() -> None:
    ruling = Ruling("text", "trade must grow", "ana-moreau", ("alder",), None, "later", "she chaired the session")
    said = read("It was said that trade must grow.", rulings=(ruling,))[0]
    assert (said.speaker, said.holders, said.event) == ("ana-moreau", ("alder",), "later")
    assert said.rule == "decided by a person: she chaired the session"


def test_a_ruling_leaves_to_the_rules_what_it_does_not_say() -> None:
    ruling = Ruling("text", "trade must grow", None, (), None, None, "")
    said = read("Field said trade must grow.", rulings=(ruling,))[0]
    assert (said.speaker, said.holders) == ("tom-field", ())


def test_a_ruling_on_another_source_changes_nothing() -> None:
    ruling = Ruling("other", "trade must grow", None, (), None, None, "")
    assert read("Field said trade must grow.", rulings=(ruling,))[0].holders == ("birch",)


def test_the_event_is_the_sources() -> None:
    assert read("Field said trade must grow.")[0].event == "summit"


def _clauses(quote: str) -> dict[str, tuple[str, ...]]:
    ruling = Ruling("text", quote, None, ("alder",), None, None, "")
    said = read("While Alder wants the levy to end, Birch rejects the proposal.", rulings=(ruling,))[0]
    return {said.passage.quote[one.start : one.end]: one.holders for one in said.clauses} | {"": said.holders}


def test_a_ruling_is_on_the_clauses_that_its_words_touch() -> None:
    assert _clauses("the levy") == {
        "Alder wants the levy to end": ("alder",), "Birch rejects the proposal": ("birch",), "": (),
    }  # fmt: skip
    assert _clauses("Birch rejects")["Birch rejects the proposal"] == ("alder",)
    assert _clauses("Birch rejects")[""] == ("alder",)


def test_a_ruling_on_the_whole_passage_is_on_every_clause() -> None:
    assert set(_clauses("While Alder wants the levy to end, Birch rejects the proposal.").values()) == {("alder",)}
