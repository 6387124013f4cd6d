"""The five shipped texts: what each of them teaches about attribution, and that no rule names them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from inventions import CASES

from generator.dossier.load import load_dossier
from generator.passages import passages
from generator.sources import load_sources
from generator.statements import Statement, statements

ROOT = Path(__file__).parents[2]
SHIPPED = yaml.safe_load((CASES / "shipped.yml").read_text(encoding="utf-8"))
EVERY = [
    pytest.param(source, case, id=f"{source}: {case['has']}") for source, cases in SHIPPED.items() for case in cases
]


@lru_cache
def read() -> dict[str, tuple[Statement, ...]]:
    dossier = load_dossier(ROOT)
    every = load_sources(ROOT, dossier)
    return {one.id: statements(one, passages(one.text), dossier) for one in every}


def test_every_source_teaches_something() -> None:
    assert set(SHIPPED) == set(read())
    assert all(SHIPPED.values())


@pytest.mark.parametrize(("source", "expected"), EVERY)
def test_what_a_shipped_text_teaches(source: str, expected: dict[str, Any]) -> None:
    matching = [one for one in read()[source] if expected["has"] in one.passage.quote]
    assert len(matching) == 1, [one.passage.quote for one in matching]
    got = {key: getattr(matching[0], key) for key in expected if key != "has"}
    wanted = {key: tuple(one) if isinstance(one, list) else one for key, one in expected.items() if key != "has"}
    assert got == wanted, matching[0].rule


def test_a_general_secretary_is_another_person_a_year_later() -> None:
    dossier = load_dossier(ROOT)
    source = next(one for one in load_sources(ROOT, dossier) if one.id == "vovworld-2025-05-11")
    text = "The General Secretary said that trade must grow."
    from dataclasses import replace

    later = statements(replace(source, text=text), passages(text), dossier)
    earlier = statements(replace(source, text=text, event="putin-in-hanoi-2024"), passages(text), dossier)
    assert [one.speaker for one in (*earlier, *later)] == ["nguyen-phu-trong", "to-lam"]
