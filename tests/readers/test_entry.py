from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier.documents import parse
from generator.dossier.schema import check
from generator.readers import entry, writing
from generator.readers.reading import ReadText
from generator.readers.source_list import SourceList, read_entries
from generator.sources import Known
from tests.conftest import Case
from tests.examples import examples

LISTING = "# The texts.\nold:\n  file: old.txt\n"


def reading(name: str, **metadata: tuple[str, Known]) -> ReadText:
    return ReadText(name, "Text.", b"Text.", b"Text.", ".txt", None, metadata)


def source_list(listing: str) -> SourceList:
    return SourceList(Path(), listing, read_entries(listing), {}, "visit", ("visit",))


@pytest.mark.cases("readers/slugs.yml")
def test_a_slug_is_made_of_letters_digits_and_hyphens(case: Case) -> None:
    case.holds(entry.slugify(case.content["text"]), "slug")


@pytest.mark.parametrize(
    ("name", "values", "taken", "expected"),
    [
        (
            "in/wire.txt",
            {"publisher": "Test Wire", "title": "Talks", "issued": "2031-04-09"},
            (),
            "test-wire-2031-04-09",
        ),
        ("in/wire.txt", {"title": "Talks in Birch", "issued": "2031"}, (), "talks-in-birch-2031"),
        ("in/Wire of 2031-04-09.txt", {"issued": "2031-04-09"}, (), "wire-of-2031-04-09"),
        ("https://news.example/a/The%20visit.html?x=y", {}, (), "the-visit"),
        ("https://news.example/", {}, (), "text"),
        ("wire.txt", {"publisher": "Новости"}, (), "wire"),
        ("wire.txt", {}, ("wire", "wire-2"), "wire-3"),
        ("CON.txt", {}, (), "con-text"),
        ("index.html", {}, ("index-text",), "index-text-2"),
    ],
)
def test_an_id_is_proposed_from_publisher_title_or_name(
    name: str, values: dict[str, str], taken: tuple[str, ...], expected: str
) -> None:
    known = {field: (value, None) for field, value in values.items()}
    assert entry.proposed_id(reading(name), known, taken) == expected


@given(st.text())
@examples(50)
def test_every_proposed_id_is_one_that_the_schema_allows(name: str) -> None:
    proposed = entry.proposed_id(reading("x.txt"), {"publisher": (name, None)}, ())
    assert entry.fault("id", proposed) is None


def test_what_is_given_goes_before_what_is_stated_and_what_is_inferred_waits() -> None:
    stated, inferred = Known("stated", "the headline"), Known("inferred", "the layout")
    found = reading("a.txt", title=("Theirs", stated), author=("Jane", inferred), publisher=("Wire", stated))
    values, unsure = entry.values(found, {"title": "Ours"}, "visit")
    assert values == {"publisher": ("Wire", stated), "event": ("visit", None), "title": ("Ours", None)}
    assert unsure == {"author": ("Jane", inferred)}


def test_a_value_that_the_schema_does_not_allow_is_not_proposed() -> None:
    stated = Known("stated", "the page")
    found = reading("a.txt", URL=("javascript:alert(1)", stated), title=("x" * 6000, stated), issued=("soon", stated))
    assert entry.values(found, {}, None) == ({}, {})


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", "../x"), ("id", "con"), ("id", "A"), ("issued", "2031-02-30"), ("issued", "9.4.2031"), ("URL", "ftp://a/"),
     ("type", "news"), ("language", "English"), ("title", " "), ("title", "a\x1b[31m"), ("title", "a\udc80"),
     ("event", "a b")],
)  # fmt: skip
def test_a_wrong_value_is_told(field: str, value: str) -> None:
    assert entry.fault(field, value)


@pytest.mark.parametrize(
    ("field", "value"), [("issued", "2031"), ("issued", "2031-04"), ("title", "NO"), ("title", "'\"#: {")]
)
def test_a_right_value_passes(field: str, value: str) -> None:
    assert entry.fault(field, value) is None


# What a person can type as a title, what YAML likes to take for something else, and line ends of every kind.
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1).filter(str.strip)


@given(
    st.one_of(
        TITLES,
        st.sampled_from(["NO", "12:30:45", "010", "2031", "~", "# x", "&a", "*a", "!!python/x", "- x", "? x", "'"]),
    )
)
@examples(60)
def test_an_entry_says_what_it_should_and_the_rest_of_the_list_stays(title: str) -> None:
    if entry.fault("title", title):
        return
    made = entry.Entry("new", "new.txt", None, {"title": (title, Known("stated", 'the headline: "x"'))})
    text = writing.append_entries(source_list(LISTING), {"new": made.written})
    assert text.startswith(LISTING)
    assert read_entries(text)["new"]["title"] == title
    assert not check(parse(text, "sources.yml"), "sources")


@pytest.mark.parametrize(
    "listing",
    [
        "",
        "# Nothing yet.\n",
        "# Nothing yet.",
        LISTING,
        LISTING.rstrip(),
        LISTING + "\n\n",
        LISTING.replace("\n", "\r\n"),
    ],
)
def test_an_entry_can_be_added_to_every_list(listing: str) -> None:
    text = writing.append_entries(source_list(listing), {"new": {"file": "new.txt"}})
    assert text.startswith(listing)
    assert list(read_entries(text)) == [*read_entries(listing), "new"]
    assert ("\r\n" in text) == ("\r\n" in listing)
    assert "\n" not in text.replace("\r\n", "") or "\r\n" not in listing
