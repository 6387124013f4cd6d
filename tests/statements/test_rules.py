"""The tables of rules: each rule has its name alone, is asked, and is needed by a case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

import pytest
import yaml
from inventions import read

from generator.passages import passages
from generator.statements import RULES
from generator.statements.discourse.table import RULES as READINGS
from generator.statements.rules.relations import relations
from generator.statements.rules.table import RULES as RELATIONS
from tests.conftest import CASES, cases_in

FILES = (
    "who-speaks.yml", "whose-position.yml", "pronouns.yml", "carried.yml", "turns.yml", "issued.yml",
    "labels-of-turns.yml", "who-is-meant.yml", "whose-quotation.yml", "first-mentions.yml",
)  # fmt: skip


def test_no_two_rules_have_one_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES) > 40


@pytest.mark.parametrize("rule", RELATIONS, ids=lambda rule: rule.name)
def test_a_rule_reads_its_own_example_and_not_when_it_is_switched_off(rule: tuple[str, ...]) -> None:
    name, example = rule[0], rule[-1]
    found = relations(example, passages(example))
    left = relations(example, passages(example), frozenset([name]))
    if name == "carried":
        assert (any(one.carried for one in found), any(one.carried for one in left)) == (True, False)
    else:
        assert (name in [one.rule for one in found], name in [one.rule for one in left]) == (True, False), found


def test_every_relation_is_of_a_rule_of_the_table() -> None:
    known = {rule.name for rule in RELATIONS}
    every = (
        case["text"]
        for path in sorted((CASES / "relations").glob("*.yml"))
        for case in yaml.safe_load(path.read_text("utf-8"))
    )
    assert {one.rule for text in every for one in relations(text, passages(text))} <= known


def _cases(name: str) -> Iterator[dict[str, object]]:
    return (one.content for one in cases_in(CASES / "statements" / name))


@lru_cache
def _whole() -> tuple[tuple[dict[str, object], tuple[object, ...]], ...]:
    return tuple((case, _read(case, frozenset())) for case in chain.from_iterable(map(_cases, FILES)))


def _read(case: dict[str, object], without: frozenset[str]) -> tuple[object, ...]:
    given: Any = {key: case.get(key) for key in ("parties", "publisher", "title", "kind", "author", "speakers")}
    found = read(str(case["text"]), day=case.get("day", "2031-03-10"), without=without, **given)
    return tuple((one.speaker, one.holders, one.how, one.stranger, one.candidates, one.rule) for one in found)


def _needing(rule: str) -> Iterator[str]:
    for case, whole in _whole():
        if _read(case, frozenset([rule])) != whole:
            yield str(case["name"])


@pytest.mark.parametrize("rule", [rule.name for rule in READINGS])
def test_a_case_needs_the_rule(rule: str) -> None:
    assert next(_needing(rule), None) is not None
