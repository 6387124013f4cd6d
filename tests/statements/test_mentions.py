"""Names and mentions: found whatever the case and the accents, with the offsets of the untouched text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from inventions import entities

from generator.dossier.entities import Entity
from generator.statements.mentions.mention import Mention
from generator.statements.mentions.mentions import mentions
from generator.statements.mentions.names import fold, names_on
from tests.examples import examples

NAMES = names_on(entities(), "2031-03-10", "2031-03-10")
WORDS = [
    "Moreau",
    "President",
    "the",
    "Field",
    "Birchian",
    "and",
    "of",
    "Alder",
    "’s",
    "“",
    "said",
    "\u0301",
    "DUPRÉ",
    "İ",
    "WU",
    "\n",
]


def find(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.kind) for one in mentions(text, 0, len(text), NAMES)]


def test_office_and_name_are_one_mention() -> None:
    assert find("State President Ana Moreau spoke.") == [("State President Ana Moreau", "person")]


def test_an_office_of_a_party_and_a_name_are_one_mention() -> None:
    text = "General Secretary of the Workers’ Party of Alder Ivo Stern spoke."
    assert find(text) == [("General Secretary of the Workers’ Party of Alder Ivo Stern", "person")]


def test_accents_and_case_do_not_matter() -> None:
    assert find("DUPRE met Dupré and rené dupré.") == [
        ("DUPRE", "person"),
        ("Dupré", "person"),
        ("rené dupré", "person"),
    ]


def test_combining_marks_keep_the_offsets_of_the_text() -> None:
    text = "Then Dupre\u0301 spoke."
    one = mentions(text, 0, len(text), NAMES)[0]
    assert text[one.start : one.end] in {"Dupre", "Dupre\u0301"}
    assert one.ids == ("rene-dupre",)


def test_an_abbreviation_needs_its_capitals() -> None:
    assert find("The WU spoke.") == [("WU", "party")]
    assert find("A wu spoke.") == []


def test_a_genitive_is_marked() -> None:
    assert [one.possessive for one in mentions("Moreau’s visit", 0, 14, NAMES)] == [True]


def test_a_name_within_a_longer_name_is_a_stranger() -> None:
    assert find("Then Paul Field spoke.") == [("Paul Field", "stranger")]


def test_a_party_within_a_name_does_not_act() -> None:
    assert [kind for _, kind in find("Birch Airlines and the Alder-Birch bridge")] == ["other", "other", "other"]


def test_a_deputy_holds_another_office() -> None:
    assert ("Deputy Prime Minister", "office") not in find("The Deputy Prime Minister spoke.")
    assert all(kind != "office" for _, kind in find("The Deputy Prime Minister spoke."))


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from(["", " "]))
@examples(60)
def test_mentions_are_in_order_and_never_overlap(words: list[str], joint: str) -> None:
    text = joint.join(words)
    found: tuple[Mention, ...] = mentions(text, 0, len(text), NAMES)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=60))
@examples(60)
def test_folding_never_loses_a_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= place <= len(text) for place in folded.origin)


def test_of_names_that_begin_alike_the_longest_counts_and_length_does_no_harm() -> None:
    long = "Commission for " + "the Waters and " * 200 + "Fish"
    bodies = [Entity(str(number), "body", label) for number, label in enumerate(["River", "River Board", long])]
    names = names_on(tuple(bodies), None, None)
    text = f"River, River Board, Rivers, River Boards, {long}."
    assert [text[one.start : one.end] for one in names.find(text, 0, len(text))] == [
        "River",
        "River Board",
        "River",
        long,
    ]
