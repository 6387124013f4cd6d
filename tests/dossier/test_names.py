from __future__ import annotations

import pytest

from generator.dossier.documents import parse
from generator.dossier.names import nearest, show, suggestion
from generator.dossier.schema import MOST_PROBLEMS, check


@pytest.mark.parametrize(
    ("word", "near"),
    [("pref_lable", "pref_label"), ("url", "URL"), ("matches", "match"), ("colour", None), ("", None)],
)
def test_the_nearest_name_is_the_one_that_was_probably_meant(word: str, near: str | None) -> None:
    assert nearest(word, ["pref_label", "URL", "match", "narrower"]) == near


def test_where_none_is_near_all_are_named_up_to_twelve() -> None:
    assert suggestion("x", ["b", "a"]) == "write one of `a`, `b`"
    assert suggestion("x", [f"name-{n:02}" for n in range(15)]).endswith("`name-11` or 3 more")
    assert suggestion("x", []) == "delete it"


def test_a_value_is_shown_on_one_short_line() -> None:
    assert show("a\nb\tc\r") == "`a\\nb\\tc\\r`"
    assert show("x" * 60) == f"`{'x' * 60}`"
    assert show("x" * 61) == f"`{'x' * 57}...`"
    assert (show(True), show(False), show(1982)) == ("`true`", "`false`", "`1982`")


def test_a_file_that_is_wrong_throughout_is_told_so_two_hundred_times() -> None:
    assert len(check(parse("".join(f"a{n}: 1\n" for n in range(300)), "x.yml"), "topic-map")) == MOST_PROBLEMS
