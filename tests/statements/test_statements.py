"""Who uttered a passage and whose position it states, on invented cases."""

from __future__ import annotations

from typing import Any

import pytest
from inventions import read

from generator.statements import Statement
from tests.conftest import Case


def _shown(statement: Statement, key: str) -> Any:
    if key not in ("clauses", "sure"):
        value = getattr(statement, key)
        return list(value) if isinstance(value, tuple) else value
    quote, start = statement.passage.quote, statement.passage.start
    return {
        quote[one.start - start : one.end - start]: list(one.holders) if key == "clauses" else one.sure
        for one in statement.clauses
    }


@pytest.mark.cases(
    "statements/who-speaks.yml",
    "statements/pronouns.yml",
    "statements/whose-position.yml",
    "statements/clauses.yml",
    "statements/carried.yml",
    "statements/turns.yml",
    "statements/issued.yml",
    "statements/labels-of-turns.yml",
    "statements/who-is-meant.yml",
    "statements/first-mentions.yml",
    "statements/whose-quotation.yml",
)
def test_each_passage_is_attributed_as_an_analyst_would(case: Case) -> None:
    one = case.content
    given = {key: one.get(key) for key in ("publisher", "title", "kind", "author", "speakers")}
    found = read(one["text"], one.get("parties"), one.get("day", "2031-03-10"), **given)
    got = []
    for expected in one["expect"]:
        matching = [said for said in found if expected["has"] in said.passage.quote]
        assert len(matching) == 1, [said.passage.quote for said in found]
        got.append({key: expected[key] if key == "has" else _shown(matching[0], key) for key in expected})
    assert got
    case.holds(got)
