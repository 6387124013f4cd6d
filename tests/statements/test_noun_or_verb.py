"""Noun or verb: a word that can be both is told by its whole sentence, whatever noun stands first."""

from __future__ import annotations

import pytest
import yaml

from generator.passages import passages
from generator.statements.rules.relations import relations
from tests.conftest import CASES, Case

GIVEN = yaml.safe_load((CASES / "statements/first-nouns.yml").read_text(encoding="utf-8"))
NOUNS = GIVEN["nouns"].split()


def outermost(text: str) -> list[tuple[str | None, str | None]]:
    """Return source and cue of each relation that stands in no other."""
    found = [one for one in relations(text, passages(text)) if one.outer is None]
    return [(one.source and text[slice(*one.source)], one.cue and text[slice(*one.cue)]) for one in found]


def test_there_are_many_nouns() -> None:
    assert len(NOUNS) == len(set(NOUNS)) >= 60


@pytest.mark.parametrize("noun", NOUNS)
def test_a_first_noun_is_no_verb(noun: str) -> None:
    for frame, source, cue in GIVEN["frames"]:
        text, wanted = (one.format(n=noun, N=noun.capitalize()) for one in (frame, source))
        assert outermost(text) == [(wanted, cue)], text


@pytest.mark.cases("statements/first-nouns.yml", below="sentences")
def test_the_sentence_decides(case: Case) -> None:
    found = outermost(case.content[0])
    assert len(found) <= 1
    for where, words in enumerate(found[0] if found else (None, None), start=1):
        case.holds(words, where)
