import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.comparison.redline import close, redline
from tests.conftest import Case
from tests.examples import examples

SIGN = {"kept": "=", "added": "+", "dropped": "-"}


@pytest.mark.cases("redlines")
def test_a_redline_tells_what_came_and_went(case: Case) -> None:
    changes = redline(case.content["before"], case.content["after"])
    case.holds([SIGN[change.kind] + (change.after or change.before) for change in changes], "runs")


@examples(200)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_word_of_either_side_is_lost_or_altered(before: str, after: str) -> None:
    changes = redline(before, after)
    assert " ".join(c.before for c in changes if c.before).split() == before.split()
    assert " ".join(c.after for c in changes if c.after).split() == after.split()


@pytest.mark.parametrize(
    ("before", "after", "followed"),
    [
        ("defence cooperation", "the sides reiterated that defence cooperation remains a pillar of it all", True),
        ("The deal was sealed during a visit by President Moreau", "She paid a visit to the port with Moreau", False),
        ("toward a lasting treaty on the river", "efforts toward an early and lasting treaty on tolls", True),
        ("working toward a treaty in the West Bay", "welcomed efforts toward an early treaty in line with law", False),
    ],
)
def test_a_redline_is_shown_where_half_of_the_shorter_wording_is_kept(before: str, after: str, followed: bool) -> None:
    assert close(redline(before, after)) is followed
