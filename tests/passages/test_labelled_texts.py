"""The texts that people labelled by hand (tests/labels), as published and as an editor would have wrapped them."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.passages import passages
from generator.passages.lines import lines
from generator.passages.wrapping import unwrap

LABELS = Path(__file__).parent.parent / "labels"
FIVE = sorted(LABELS.glob("[0-9]*.yml"))
OWN = sorted((LABELS / "own").glob("*.yml"))
assert len(FIVE) == 5
assert OWN

Marked = dict[tuple[int, int], str]


def labelled(path: Path) -> tuple[str, Marked]:
    """Return the text and the zone of each sentence span that the label file says."""
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = (path.parent / content["file"]).read_bytes().decode("utf-8")
    spans: Marked = {}
    at = 0
    for sentence in content["sentences"]:
        start = text.index(sentence["quote"], at)
        at = start + len(sentence["quote"])
        spans[start, at] = sentence["zone"]
    return text, spans


def found(text: str) -> Marked:
    return {(each.start, each.end): each.zone for each in passages(text)}


@pytest.mark.parametrize("path", FIVE, ids=[path.stem for path in FIVE])
def test_every_line_of_the_five_texts_is_cut_and_zoned_as_labelled(path: Path) -> None:
    text, expected = labelled(path)
    assert found(text) == expected


def test_sentences_and_zones_of_the_other_labelled_texts_reach_their_figures() -> None:
    both = ours = theirs = zoned = 0
    for path in OWN:
        text, expected = labelled(path)
        actual = found(text)
        shared = expected.keys() & actual.keys()
        both, ours, theirs = both + len(shared), ours + len(actual), theirs + len(expected)
        zoned += sum(expected[span] == actual[span] for span in shared)
    assert 2 * both / (ours + theirs) >= 0.99
    assert zoned / both >= 0.98


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_wrapped_text_has_the_sentences_and_zones_of_the_text(width: int) -> None:
    for path in FIVE + OWN:
        rows = [" ".join(row.split()) for row in labelled(path)[0].splitlines() if row.strip()]
        wrapped = (textwrap.fill(row, width, break_long_words=False, break_on_hyphens=False) for row in rows)
        plain, broken = "\n\n".join(rows), "\n\n".join(wrapped)
        assert [(" ".join(each.quote.split()), each.zone) for each in passages(broken)] == [
            (each.quote, each.zone) for each in passages(plain)
        ], path.name


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_lines_above_that_are_longer_change_nothing_below(width: int) -> None:
    above = (
        "Source: https://alder.example/2031/04/09/the-great-lock-is-to-be-opened-before-the-winter-comes-and-the-ice",
        "Keywords: Alder, Birch, lock, treaty, Port Veland, tolls, minister, harbour, winter, ice, consent, houses",
    )
    for path in FIVE + OWN:
        rows = [" ".join(row.split()) for row in labelled(path)[0].splitlines() if row.strip()]
        wrapped = [textwrap.fill(row, width, break_long_words=False, break_on_hyphens=False) for row in rows]
        plain, headed = "\n\n".join(wrapped), "\n\n".join(["\n".join(above), *wrapped])
        assert paragraphs(headed) == [*above, *paragraphs(plain)], path.name


def paragraphs(text: str) -> list[str]:
    return [text[line.start : line.end] for line in unwrap(text, tuple(lines(text)))]
