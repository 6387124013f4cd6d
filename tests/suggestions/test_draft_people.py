from typing import Any

import pytest

from generator.dossier.entities import Entity
from generator.exports.attributions import bare_source
from generator.suggestions.draft_people import entity_drafts
from tests.conftest import Case

PARTIES = (
    Entity("alder", "party", "Alder", demonyms=("Alderian",)),
    Entity("birch", "party", "Birch", demonyms=("Birchian",)),
)


def drafted(text: str, *listed: Entity) -> list[dict[str, Any]]:
    drafts = entity_drafts([bare_source("a", text)], [*PARTIES, *listed], [])
    return [dict(draft.value) for draft in drafts if "speaks" in draft.why]


@pytest.mark.cases("people/speakers.yml")
def test_who_speaks_is_drafted_with_what_the_text_tells(case: Case) -> None:
    found = drafted(case.content["text"])
    case.holds([{name: value for name, value in draft.items() if name != "type"} for draft in found])


def test_who_is_listed_is_not_drafted_again() -> None:
    text = "Foreign Minister Ruth Ames said that it rained. Ames said that it would stop."
    assert drafted(text, Entity("ruth-ames", "person", "R. Ames", ("Ames",), party="alder")) == []
    assert len(drafted(text)) == 1


def test_those_who_speak_most_come_first_and_ids_are_their_own() -> None:
    text = (
        "Minister Ida Sol said that it rained. Minister Bo Lee said it did not. Lee said that it had. Lee added that "
        "it was late."
    )
    drafts = entity_drafts([bare_source("a", text)], [Entity("ida-sol", "place", "Sol Bay")], [])
    assert [(draft.id, draft.why.partition(" in ")[0]) for draft in drafts] == [
        ("bo-lee", "speaks 3 times"),
        ("ida-sol-2", "speaks 1 time"),
    ]


def test_bodies_instruments_and_places_are_drafted_by_how_often_they_are_named() -> None:
    text = (
        "The Alder Fishing Council met by the Grey Strait. Under the Treaty on Fishing in the North the Alder Fishing "
        "Council may object. The Grey Strait is narrow. The Alder Fishing Council left. The Alderian Parliament sat. "
        "The Delta Treaty holds. The Delta Treaty is old. The Alderian Parliament rose."
    )
    drafts = entity_drafts([bare_source("a", text)], PARTIES, [])
    assert [(draft.value["type"], draft.value["pref_label"]) for draft in drafts] == [
        ("body", "Alder Fishing Council"),
        ("instrument", "Delta Treaty"),
        ("place", "Grey Strait"),
    ]


def test_a_party_that_has_no_entry_is_drafted_with_its_adjective() -> None:
    text = (
        "Corvonian ships came. The Corvonian fleet is large. Corvonia has a navy. The West Larchian boats are small. "
        "Two West Larchian sailors came."
    )
    drafts = entity_drafts([bare_source("a", text)], [], ["corvonia", "west-larchia"])
    assert [dict(draft.value) for draft in drafts if draft.value["type"] == "party"] == [
        {"type": "party", "pref_label": "Corvonia", "demonyms": ["Corvonian"]},
        {"type": "party", "pref_label": "West Larchia", "demonyms": ["West Larchian"]},
    ]
