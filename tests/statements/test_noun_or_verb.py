"""Noun or verb: a word that can be both is told by its whole sentence, whatever noun stands first."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.passages import passages
from generator.statements.rules.relations import relations

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "statements" / "first-nouns.yml").read_text(encoding="utf-8")
)
NOUNS = CASES["nouns"].split()


def outermost(text: str) -> list[tuple[str | None, str | None]]:
    """Return source and cue of each relation that stands in no other."""
    found = [one for one in relations(text, passages(text)) if one.outer is None]
    return [(one.source and text[slice(*one.source)], one.cue and text[slice(*one.cue)]) for one in found]


def test_there_are_many_nouns() -> None:
    assert len(NOUNS) == len(set(NOUNS)) >= 60


@pytest.mark.parametrize("noun", NOUNS)
def test_a_first_noun_is_no_verb(noun: str) -> None:
    for frame, source, cue in CASES["frames"]:
        text, wanted = (one.format(n=noun, N=noun.capitalize()) for one in (frame, source))
        assert outermost(text) == [(wanted, cue)], text


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: case[0])
def test_the_sentence_decides(case: list[str | None]) -> None:
    text, source, cue = case
    assert text is not None
    assert outermost(text) == ([] if cue is None else [(source, cue)])
