"""A known name is who is meant, whatever its order, the title before it and the sentence around it."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import pytest
from inventions import dossier, entity, read, source

from generator.dossier.dossier import Dossier
from generator.dossier.entities import Entity
from generator.passages import passages
from generator.statements import Statement, statements

# Each with what he or she is called later, and with a party of its own.
PERSONS = {
    "To Minh": "Minh", "He Guanlin": "He Guanlin", "Dao Van An": "An", "Wei Jianhua": "Wei", "Clara May": "May",
    "Per Lund": "Lund", "Long Haitao": "Long", "Do Thi Ngan": "Ngan", "Ana Moreau": "Moreau", "Will Grant": "Grant",
    "So Jin-ho": "So Jin-ho", "Tomas Oak": "Oak", "Fumio Kitade": "Kitade", "Ida Roth": "Roth",
}  # fmt: skip
TITLES = (
    "", "Senator ", "former Gov. ", "Lt. Gen. ", "Commentator ", "Mr. ", "Dr ", "Sir ", "Ambassador ",
    "Trade Minister ", "the trade minister, ", "the late Judge ", "economist ", "His Excellency ",
    "the acclaimed novelist ",
)  # fmt: skip
FRAMES = (
    "{} said the lock would open.",
    "“The lock will open,” {} said.",
    "“The lock will open,” said {}.",
    "“Will the lock open?” {} asked.",
    "On Monday {} told reporters that the lock would open.",
    "According to {}, the lock would open.",
    "The lock would open, {} said on Friday.",
    "The lock, {} has insisted, will open.",
    "{}, who came late, said the lock would open.",
    "“The lock will open,” {}, who came late, told reporters.",
    "{} wrote: “The lock will open. It will stay so.”",
)
# What speaks for Alder, in whatever order its words stand.
SPEAKERS = (
    "the Ministry of Trade of Alder", "Alder’s foreign ministry", "the Alderian foreign ministry",
    "Alderian officials", "officials from Alder", "the Alderians", "a senior Alderian official",
    "Alder’s Ministry of Trade", "Alder’s government", "the Alderian Ministry of Trade and Industry",
    "the government of Alder", "the Alderian side", "the Alderian delegation",
    "a spokesman for the Alderian government", "Alder’s ambassador to Birch", "the Alderian ambassador to Birch",
    "the Alderian trade minister, Ruth Ames", "Alderian Trade Minister Ruth Ames",
    "Ruth Ames, the Alderian trade minister", "Ruth Ames, trade minister of Alder",
    "Alder’s trade minister, Ruth Ames", "the trade minister of Alder", "President Moreau’s office",
    "Alder’s embassy in Port Birch", "a spokeswoman for President Moreau",
    "Ruth Ames, a spokeswoman for the Alderian trade ministry", "Alderian Trade Ministry spokesman Paul Rask",
    "the Alderian trade ministry’s spokesman", "an Alderian government spokesman", "Alderian diplomats", "Alderton",
    "the Alderian president", "the president of Alder", "Alder’s president, Ana Moreau",
    "the foreign ministry in Alderton",
)  # fmt: skip
PARTIES = [f"party{at}" for at in range(len(PERSONS))]


@lru_cache
def _dossier() -> Dossier:
    found: list[Entity] = []
    for at, name in enumerate(PERSONS):
        found.append(entity(f"party{at}", {"type": "party", "pref_label": f"Landof{'abcdefghijklmnop'[at] * 3}"}))
        found.append(entity(name, {"type": "person", "pref_label": name, "party": f"party{at}"}))
    made = dossier(PARTIES, "2031-03-10")
    return made.__class__(**{**made.__dict__, "entities": tuple(found)})


def _read(text: str) -> tuple[Statement, ...]:
    return statements(source(text), passages(text), _dossier())


@pytest.mark.parametrize("name", PERSONS)
def test_a_title_before_a_known_name_never_makes_a_stranger(name: str) -> None:
    wrong = []
    for title, frame in product(TITLES, FRAMES):
        text = frame.format(title + name)
        text = text[0].upper() + text[1:]
        for one in _read(text):
            if (one.speaker, one.holders) != (name, (PARTIES[list(PERSONS).index(name)],)):
                wrong.append((text, one.passage.quote, one.speaker, one.holders, one.rule))
    assert wrong == []


@pytest.mark.parametrize("name", PERSONS)
def test_a_surname_after_the_full_name_is_the_same_person(name: str) -> None:
    wrong = []
    for frame, first in product(FRAMES, ("{} came to the lock on Tuesday. ", "The hosts met {} at the lock. ")):
        text = first.format(name) + frame.format(PERSONS[name])
        for one in _read(text)[1:]:
            if (one.speaker, one.holders) != (name, (PARTIES[list(PERSONS).index(name)],)):
                wrong.append((text, one.passage.quote, one.speaker, one.holders, one.rule))
    assert wrong == []


def _closed(frame: str, words: str) -> str:
    """Return the frame with `words`, whose apposition a comma closes."""
    text = frame.format(f"{words}," if ", " in words else words)
    return text.replace(",,", ",").replace(",.", ".")


@pytest.mark.parametrize("words", SPEAKERS)
def test_what_speaks_for_a_party_is_read_in_every_order(words: str) -> None:
    wrong = []
    for frame in FRAMES:
        text = _closed(frame, words)
        for one in read("Birch keeps a lock. " + text[0].upper() + text[1:])[1:]:
            if one.holders != ("alder",):
                wrong.append((text, one.passage.quote, one.speaker, one.holders, one.rule))
    assert wrong == []


@pytest.mark.parametrize(
    "words",
    [
        "former Alderian officials", "the Alderian opposition", "an envoy to Alder", "people close to Alder",
        "fishermen of Alder", "Alder’s former trade minister, Ruth Ames", "analysts in Alder",
        "the Alderian football club",
    ],
)  # fmt: skip
def test_what_does_not_speak_for_a_party_gives_none(words: str) -> None:
    for frame in FRAMES:
        text = frame.format(words)
        assert [
            one.holders for one in read("Birch keeps a lock. " + text[0].upper() + text[1:])[1:] if one.holders
        ] == [], text
