"""Who uttered a passage and whose position it states, on invented cases."""

from __future__ import annotations

from typing import Any

import pytest
from inventions import cases, read

from generator.statements import Statement

FILES = [
    "who-speaks.yml",
    "pronouns.yml",
    "whose-position.yml",
    "carried.yml",
    "turns.yml",
    "issued.yml",
    "labels-of-turns.yml",
]
EVERY = [pytest.param(case, id=f"{name}: {case['name']}") for name in FILES for case in cases(name)]


def _shown(statement: Statement, key: str) -> object:
    if key not in ("clauses", "sure"):
        return getattr(statement, key)
    quote, start = statement.passage.quote, statement.passage.start
    return {
        quote[one.start - start : one.end - start]: list(one.holders) if key == "clauses" else one.sure
        for one in statement.clauses
    }


def test_there_are_cases() -> None:
    assert len(EVERY) >= 60
    assert all(case.values[0]["expect"] for case in EVERY)


@pytest.mark.parametrize("case", EVERY)
def test_each_passage_is_attributed_as_an_analyst_would(case: dict[str, Any]) -> None:
    given = {key: case.get(key) for key in ("publisher", "title", "kind", "author")}
    found = read(case["text"], case.get("parties"), case.get("day", "2031-03-10"), **given)
    for expected in case["expect"]:
        matching = [one for one in found if expected["has"] in one.passage.quote]
        assert len(matching) == 1, [one.passage.quote for one in found]
        statement = matching[0]
        got = {key: _shown(statement, key) for key in expected if key != "has"}
        wanted = {
            key: tuple(value) if isinstance(value, list) else value for key, value in expected.items() if key != "has"
        }
        assert got == wanted, statement.rule
