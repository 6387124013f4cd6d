"""What a person decided: of a clause, of a passage, and to the end of a quotation."""

from __future__ import annotations

from inventions import dossier, source

from generator.dossier.dossier import Ruling
from generator.passages import passages
from generator.statements import Statement, statements

QUOTATION = "“We will pay. We will pay in May. It is fair,” Moreau said. The dam is old."


def _decided(text: str, quote: str, holders: tuple[str, ...]) -> list[Statement]:
    made = dossier(["alder", "birch"], "2031-03-10", (Ruling("text", quote, None, holders, None, None, "why"),))
    return list(statements(source(text), passages(text), made))


def test_a_ruling_on_a_quotation_runs_to_its_closing_mark() -> None:
    found = _decided(QUOTATION, "“We will pay.", ("birch",))
    assert [one.holders for one in found] == [("birch",), ("birch",), ("birch",), ()]
    assert [one.rule == "decided by a person: why" for one in found] == [True, True, True, False]


def test_a_ruling_behind_a_quotation_does_not_reach_back() -> None:
    found = _decided(QUOTATION, "The dam is old.", ("birch",))
    assert [one.holders for one in found] == [("alder",), ("alder",), ("alder",), ("birch",)]


def test_a_ruling_on_words_of_two_sentences_decides_both() -> None:
    found = _decided("Moreau said no. Field said yes. It rained.", "said no. Field said", ())
    assert [one.holders for one in found] == [(), (), ()]


def test_what_a_person_decided_is_no_longer_in_doubt() -> None:
    text = "Birch wants a levy, according to Alder."
    assert _decided(text, "Nothing", ())[0].doubt
    assert not _decided(text, text, ("birch",))[0].doubt
