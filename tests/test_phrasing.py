import pytest

from generator.messages.phrasing import count_of, join_words, one_line


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([], ""),
        (["Alder"], "Alder"),
        (["Alder", "Birch"], "Alder and Birch"),
        (["Alder", "Birch", "Cedar"], "Alder, Birch and Cedar"),
    ],
)
def test_parts_are_joined_as_in_a_sentence(parts: list[str], sentence: str) -> None:
    assert join_words(parts) == sentence
    assert join_words(parts, last="or") == sentence.replace(" and ", " or ")


def test_a_noun_has_its_plural_but_for_one() -> None:
    assert [count_of(number, "source") for number in range(3)] == ["0 sources", "1 source", "2 sources"]


@pytest.mark.parametrize(
    ("text", "most", "line"),
    [
        ("a  harbour\n treaty", 20, "a harbour treaty"),
        ("a harbour treaty", 16, "a harbour treaty"),
        ("a harbour treaty", 15, "a harbour trea…"),
        ("a harbour treaty", 11, "a harbour…"),
    ],
)
def test_long_words_are_cut_on_one_line(text: str, most: int, line: str) -> None:
    assert one_line(text, most) == line
    assert len(line) <= most
