"""The five shipped texts: what each of them teaches about attribution, and that no rule names them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from generator.dossier.load import load_dossier
from generator.passages import passages
from generator.sources import load_sources
from generator.statements import Statement, statements
from tests.conftest import CASES, Case, cases_in

ROOT = Path(__file__).parents[2]


@lru_cache
def read() -> dict[str, tuple[Statement, ...]]:
    dossier = load_dossier(ROOT)
    every = load_sources(ROOT, dossier)
    return {one.id: statements(one, passages(one.text), dossier) for one in every}


def test_every_source_teaches_something() -> None:
    assert {case.at[0] for case in cases_in(CASES / "statements/shipped.yml")} == set(read())


@pytest.mark.cases("statements/shipped.yml")
def test_what_a_shipped_text_teaches(case: Case) -> None:
    matching = [one for one in read()[str(case.at[0])] if case.content["has"] in one.passage.quote]
    assert len(matching) == 1, [one.passage.quote for one in matching]
    for key in [key for key in case.content if key != "has"]:
        value = getattr(matching[0], key)
        case.holds(list(value) if isinstance(value, tuple) else value, key)


def test_a_general_secretary_is_another_person_a_year_later() -> None:
    dossier = load_dossier(ROOT)
    source = next(one for one in load_sources(ROOT, dossier) if one.id == "vovworld-2025-05-11")
    text = "The General Secretary said that trade must grow."
    from dataclasses import replace

    later = statements(replace(source, text=text), passages(text), dossier)
    earlier = statements(replace(source, text=text, event="putin-in-hanoi-2024"), passages(text), dossier)
    assert [one.speaker for one in (*earlier, *later)] == ["nguyen-phu-trong", "to-lam"]
