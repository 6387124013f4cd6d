from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier.documents import DEPTH, NODES, parse
from generator.messages.problems import DossierError
from tests.examples import examples


def problem(text: str) -> str:
    with pytest.raises(DossierError) as caught:
        parse(text, "x.yml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("999999999999999999", 999999999999999999),
        *((text, text) for text in ("True", "yes", "NO", "on", "010", "0x1F", "1.5", "1e3", "1_000", ".inf", "+1")),
        *((text, text) for text in ("12:30:45", "2024-06-20", "=", "<<")),
        ("'1982'", "1982"),
        ('"true"', "true"),
        ("|\n  true\n", "true\n"),
    ],
)
def test_only_plain_truth_values_numbers_and_nothing_are_not_text(written: str, value: object) -> None:
    read = parse(f"a: {written}", "x.yml").value
    assert isinstance(read, dict)
    assert (read["a"], type(read["a"])) == (value, type(value))


def test_a_number_of_five_thousand_digits_is_refused() -> None:
    assert problem("a: " + "1" * 5000) == (
        "x.yml:1:4: this number has 5,000 digits; the most is 18. Mend: put it in quotes if it is text."
    )


@pytest.mark.parametrize("text", ["[" * 5000, "{a: " * 5000, "\n".join(" " * n + "a:" for n in range(5000))])
def test_five_thousand_levels_are_refused_at_the_first_that_is_too_deep(text: str) -> None:
    assert f"more than {DEPTH} levels deep" in problem(text)


def test_as_many_levels_as_are_allowed_are_read() -> None:
    assert parse("[" * DEPTH + "]" * DEPTH, "x.yml").value


def test_more_values_than_are_allowed_are_refused() -> None:
    assert "more than 60,000 values" in problem("- a\n" * NODES)


def test_a_value_stands_where_it_is_written_and_a_list_where_its_name_is() -> None:
    document = parse("# note\nsea:\n  any:\n    - one\n    - {two: three}\n", "x.yml")
    places = {route: (place.line, place.column) for route in document.values if (place := document.at(*route))}
    assert places == {
        (): (2, 1),
        ("sea",): (2, 1),
        ("sea", "any"): (3, 3),
        ("sea", "any", 0): (4, 7),
        ("sea", "any", 1): (5, 7),
        ("sea", "any", 1, "two"): (5, 13),
    }
    assert document.key("sea", "any", 1, "two").column == 8
    assert document.at("sea", "none").line == 2


def test_columns_count_characters_whatever_their_width() -> None:
    assert parse("é𝔸: {日本: x}", "x.yml").at("é𝔸", "日本").column == 10


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TREES = st.recursive(TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3))


@examples(60)
@given(st.dictionaries(TEXT.filter(str.strip), TREES, min_size=1, max_size=4))
def test_text_that_a_program_wrote_as_yaml_is_read_as_it_was(tree: dict[str, object]) -> None:
    written = yaml.safe_dump(tree, allow_unicode=False, default_style='"')
    if all(key.strip() for key in keys(tree)):
        assert parse(written.replace('!!str "', '"'), "x.yml").value == tree


def keys(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [*tree, *(key for one in tree.values() for key in keys(one))]
    return [key for one in tree for key in keys(one)] if isinstance(tree, list) else []


@examples(100)
@given(st.text(st.sampled_from("ab:-#[]{}'\"|>&*!%@,?~ \n\t\r\u2028é1"), max_size=40))
def test_whatever_is_written_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    try:
        parse(text, "x.yml")
    except DossierError as error:
        found = error.problems
    else:
        found = ()
    lines = len(text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n"))
    assert all(1 <= one.line <= lines + 1 and one.column >= 1 for one in found)


def test_a_file_that_repeats_one_name_without_end_is_told_so_a_hundred_times() -> None:
    assert problem("a: 1\n" * 5000).count("`a` stands twice, first on line 1") == 100
