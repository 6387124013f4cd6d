from __future__ import annotations

import re

import pytest

from generator.passages import blocks
from tests.conftest import Case


def read(rows: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text that the rows of a case stand for, and its blocks with their zones."""
    text, expected = "", list[tuple[str, str]]()
    for row in rows.splitlines():
        mark, _, words = row.partition("|")
        zone, words = mark.strip(), words.removeprefix(" ")
        if not row.strip():
            text += "\n"
        elif zone == "~":
            text += words + "\n"
            expected[-1] = (expected[-1][0], f"{expected[-1][1]}\n{words}")
        elif zone.startswith("+"):
            text = f"{text.removesuffix(chr(10))} {words}\n"
            expected.append((zone.removeprefix("+").strip(), words))
        else:
            text += words + "\n"
            expected.append((zone, words.lstrip()))
    return text, expected


def rows_of(text: str) -> str:
    """Return the rows that `read` makes `text` of, with the zones that are found."""
    found = {block.start: block for block in blocks(text)}
    rows, at = [], 0
    for line in text.splitlines(keepends=True):
        begins = [start for start in found if at <= start < at + len(line)] if line.strip() else []
        ends = [*begins[1:], at + len(line)] if begins else []
        for number, (start, end) in enumerate(zip(begins, ends, strict=True)):
            mark = "+ " * (number > 0) + found[start].zone
            rows.append(f"{mark:<12}| {text[at if not number else start : end].rstrip()}")
        if not begins:
            rows.append(f"{'~':<12}| {line.rstrip()}" if line.strip() else "")
        at += len(line)
    return "\n".join(rows) + "\n"


@pytest.mark.cases("zones")
def test_each_line_is_in_its_zone(case: Case) -> None:
    text, expected = read(case.content["text"])
    found = [(block.zone, text[block.start : block.end]) for block in blocks(text)]
    case.holds(case.content["text"] if found == expected else rows_of(text), "text")


def test_the_line_that_is_the_title_of_the_source_is_a_heading() -> None:
    text = "Birch has opened the great lock.\n\nThe lock was opened.\n\nBirch has opened the great lock.\n"
    assert [block.zone for block in blocks(text)] == ["body", "body", "body"]
    assert [block.zone for block in blocks(text, title="Birch has opened the “great lock”")] == [
        "heading",
        "body",
        "body",
    ]
    assert [block.zone for block in blocks(text, title="Birch")] == ["body", "body", "body"]


def test_a_pattern_of_the_dossier_makes_a_whole_line_boilerplate() -> None:
    text = "Alder opens lock\nThe lock was opened.\nThe Alder Post wishes you a good day.\nIt leaked.\n"
    zones = [block.zone for block in blocks(text, [re.compile(r"The Alder Post wishes .*")])]
    assert zones == ["heading", "body", "boilerplate", "body"]
    assert [block.zone for block in blocks(text, [re.compile("The")])] == ["heading", "body", "body", "body"]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = "\n\nAlder opens lock\r\n\r\nALDER – The lock was opened.\rIt leaked.\n"
    assert [(block.line, block.zone) for block in blocks(text)] == [
        (3, "heading"),
        (5, "dateline"),
        (5, "body"),
        (6, "body"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    text = end.join(["Alder opens lock", "", "The lock was opened.", "It leaked."])
    assert [(block.zone, text[block.start : block.end]) for block in blocks(text)] == [
        ("heading", "Alder opens lock"),
        ("body", "The lock was opened."),
        ("body", "It leaked."),
    ]
