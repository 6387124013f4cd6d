"""What is shown without a sign of doubt, on constructions that mislead: what is not sure there is not shown as sure."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from inventions import read

from generator.statements import Statement

CONSTRUCTIONS = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "statements" / "constructions.yml").read_text("utf-8")
)


def _sentences(*kinds: str) -> list[tuple[str, list[str], list[str] | None]]:
    every = [(one, one.get(kind, ())) for one in CONSTRUCTIONS for kind in kinds]
    return [
        (text, told[text] if isinstance(told, dict) else [], one.get("parties")) for one, told in every for text in told
    ]


def _last(text: str, parties: list[str] | None) -> Statement:
    found = read(text, parties)
    return ([one for one in found if one.passage.zone == "body"] or list(found))[-1]


def _sure(said: Statement) -> set[str]:
    """Return the parties that the passage or a clause of it is shown of without a sign of doubt."""
    clauses = {party for one in said.clauses if one.sure == "certain" for party in one.holders}
    return clauses if said.inferred else clauses | set(said.holders)


@pytest.mark.parametrize(("text", "holders", "parties"), _sentences("certain"))
def test_what_is_plainly_said_is_certain(text: str, holders: list[str], parties: list[str] | None) -> None:
    said = _last(text, parties)
    assert (list(said.holders), said.inferred, said.doubt) == (holders, False, "")


@pytest.mark.parametrize(("text", "holders", "parties"), _sentences("right", "apart"))
def test_nobody_else_is_given_it(text: str, holders: list[str], parties: list[str] | None) -> None:
    said = _last(text, parties)
    assert set(said.holders) | _sure(said) <= set(holders)
    if said.holders and not said.inferred:
        assert list(said.holders) == holders


@pytest.mark.parametrize(("text", "holders", "parties"), _sentences("unsure"))
def test_what_is_open_is_not_certain(text: str, holders: list[str], parties: list[str] | None) -> None:
    assert not _sure(_last(text, parties))


@pytest.mark.parametrize(("text", "holders", "parties"), _sentences("nobodys"))
def test_what_nobody_said_is_nobodys(text: str, holders: list[str], parties: list[str] | None) -> None:
    said = _last(text, parties)
    assert not said.holders
    assert not [one.holders for one in said.clauses if one.holders]


@settings(deadline=None)
@given(
    unknown=st.sampled_from("Suryadi Lowell Paulo Ngata Ström Dogwood".split()),
    known=st.permutations(["Moreau", "Field"]),
    place=st.integers(0, 2),
    cue=st.sampled_from(["said that the port would open", "agreed to open the port", "called for a ban"]),
)
def test_a_list_with_an_unknown_member_is_never_certain(unknown: str, known: list[str], place: int, cue: str) -> None:
    names = [*known[:place], unknown, *known[place:]]
    said = _last(f"{names[0]}, {names[1]} and {names[2]} {cue}.", ["alder", "birch"])
    assert not _sure(said)
