from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.readers.likeness import Likeness
from generator.readers.likeness import likenesses as all_likenesses
from tests.examples import examples

WORDS = (
    "president ana moreau said on thursday that alder will build a railway to birch city before the year is out".split()
)
OTHER = (
    "students of both countries sing old songs about rivers in the evening while men count fish boats and nets".split()
)


def likenesses(text: str, others: dict[str, str]) -> tuple[Likeness, ...]:
    return all_likenesses({"new": text}, others)["new"]


def test_texts_that_come_together_are_compared_with_those_before() -> None:
    found = all_likenesses({"a": " ".join(WORDS), "b": " ".join(OTHER), "c": " ".join(WORDS)}, {"a": "Another text."})
    assert {name: [like.source for like in like] for name, like in found.items()} == {"a": [], "b": [], "c": ["a"]}


def test_the_same_text_is_found_whatever_its_white_space() -> None:
    found = likenesses("\ufeffA b\r\n c.", {"one": "A  b c.", "two": "a b c."})
    assert [(like.source, like.same) for like in found] == [("one", True)]


def test_texts_that_share_half_of_their_wording_are_named_with_their_share() -> None:
    text, half = " ".join(WORDS), " ".join(WORDS[:12] + OTHER[:8])
    (like,) = likenesses(half, {"other": " ".join(OTHER), "whole": text})
    assert (like.source, like.share, like.percent, like.same) == ("whole", 0.5, 50, False)


def test_an_excerpt_is_like_the_whole_and_the_nearest_comes_first() -> None:
    excerpt = " ".join(WORDS[3:12])
    found = likenesses(
        excerpt, {"b": " ".join(WORDS), "a": " ".join(WORDS + OTHER), "c": " ".join(OTHER), "d": f"{excerpt}\n"}
    )
    assert [(like.source, like.percent) for like in found] == [("d", 100), ("a", 100), ("b", 100)]


def test_texts_below_half_are_not_named() -> None:
    assert likenesses(" ".join(WORDS[:8] + OTHER[:12]), {"whole": " ".join(WORDS)}) == ()


def test_texts_too_short_for_a_run_of_words_are_only_ever_the_same() -> None:
    assert likenesses("Agreed.", {"a": "Agreed", "b": "Agreed."})[0].source == "b"
    assert likenesses("", {"a": "x"}) == ()


@given(st.text(), st.lists(st.text(), max_size=4))
@examples(50)
def test_a_text_is_always_like_itself_and_shares_are_shares(text: str, others: list[str]) -> None:
    found = likenesses(text, {"itself": text} | {str(number): other for number, other in enumerate(others)})
    assert "itself" in [like.source for like in found if like.same]
    assert all(0.5 <= like.share <= 1 for like in found)
