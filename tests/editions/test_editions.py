import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import update_docs
from generator.editions.file import FILE, parse, read_history, serialize
from generator.editions.history import (
    Edition,
    Gone,
    History,
    KnownBrief,
    KnownSource,
    KnownValue,
    Lost,
    Published,
)
from generator.messages.problems import DossierError
from tests.changes.next_source import add_coast, published, two_editions
from tests.dossier_of import FILES, dossier_in
from tests.examples import examples


def numbers(folder: Path) -> list[tuple[int, str | None]]:
    return [(edition.number, edition.date) for edition in read_history(folder).editions]


def test_a_first_build_is_edition_1_dated_by_the_newest_source(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    assert numbers(tmp_path) == [(1, "2032-01-09")]


def test_a_rebuild_makes_no_edition_and_the_same_bytes(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    before = (tmp_path / FILE).read_bytes()
    published(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_the_same_inputs_give_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    two_editions(tmp_path / "one")
    two_editions(tmp_path / "another place")
    for name in (FILE, "docs/changes.md", "docs/changes.xml", "docs/changes.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "another place" / name).read_bytes(), name


def test_a_new_source_makes_an_edition(tmp_path: Path) -> None:
    two_editions(tmp_path)
    assert [number for number, _ in numbers(tmp_path)] == [1, 2]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("briefs/topic-map.yml", "pref_label: Railway", "pref_label: Railways"),
        ("briefs/delta.yml", "Alder supports a peaceful settlement.", "Alder is for peace."),
        ("briefs/entities.yml", "pref_label: Delta Treaty", "pref_label: The Delta Treaty"),
        ("seeds/sources.yml", "file: harbour.txt", "file: harbour.txt\n  known: {publisher: 'stated: its head'}"),
    ],
)
def test_what_is_no_change_of_a_source_belongs_to_the_edition_that_stands(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    published(dossier_in(tmp_path))
    assert old in FILES[file]
    (tmp_path / file).write_text(FILES[file].replace(old, new))
    published(tmp_path)
    assert len(numbers(tmp_path)) == 1


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("seeds/harbour.txt", "300 tonnes", "310 tonnes"),
        ("seeds/sources.yml", "issued: 2031-05-02", "issued: 2031-05-01"),
        ("seeds/sources.yml", "origin: ministry-release", "origin: other-release"),
        ("seeds/sources.yml", "harbour-news:", "harbour-news:\n  title: A title"),
    ],
)
def test_a_change_of_a_source_makes_an_edition(tmp_path: Path, file: str, old: str, new: str) -> None:
    published(dossier_in(tmp_path))
    assert old in FILES[file]
    (tmp_path / file).write_text(FILES[file].replace(old, new, 1))
    published(tmp_path)
    assert len(numbers(tmp_path)) == 2


def test_without_the_file_editions_begin_again(tmp_path: Path) -> None:
    two_editions(tmp_path)
    (tmp_path / FILE).unlink()
    published(tmp_path)
    assert [number for number, _ in numbers(tmp_path)] == [1]


def test_a_live_site_keeps_no_edition(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    before = (tmp_path / FILE).read_bytes()
    add_coast(tmp_path)
    made = update_docs(tmp_path, keep_edition=False)[1]
    assert made.dating.number == 2
    assert (tmp_path / FILE).read_bytes() == before


def test_a_new_source_adds_lines_and_alters_few(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    before = (tmp_path / FILE).read_text().splitlines()
    add_coast(tmp_path)
    published(tmp_path)
    after = (tmp_path / FILE).read_text().splitlines()
    altered = [line for line in before if line not in after]
    assert len(after) > len(before)
    assert all(line.startswith(('["brief"', '["statement"')) for line in altered)
    assert all('"coast-radio"' in line for line in after if line.startswith('["statement"') and line not in before)


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "[]",
        '["edition"]',
        '["nothing", {}]',
        '["edition", {"number": "1", "date": null, "digest": "x"}]',
        '["edition", {"number": 2, "date": null, "digest": "x"}]',
        '["source", {"id": "a"}]',
        '["brief", {"id": "a", "amended": 0, "significant": 1, "content": "x", "core": "y"}]',
        '["statement", {"source": 1}]',
        '["statement", []]',
    ],
)
def test_a_line_that_was_not_written_so_stops_the_build_and_is_named(tmp_path: Path, line: str) -> None:
    published(dossier_in(tmp_path))
    file = tmp_path / FILE
    file.write_text(line + "\n" + file.read_text())
    kept = file.read_bytes()
    with pytest.raises(DossierError) as raised:
        published(tmp_path)
    assert raised.value.problems[0].file == FILE
    assert raised.value.problems[0].line == 1
    assert file.read_bytes() == kept


TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
NUMBER = st.integers(1, 3)
HISTORY = st.builds(
    lambda date, sources, statements, values, briefs, gone, lost: History(
        (Edition(1, date, "a"), Edition(2, date, "b")),
        {one.id: one for one in sources},
        {one.key: one for one in statements},
        {(one.thing, one.value): one for one in values},
        {one.id: one for one in briefs},
        tuple(gone),
        tuple(lost),
    ),
    st.none() | TEXT.filter(bool),
    st.lists(st.builds(KnownSource, TEXT, TEXT, NUMBER, NUMBER, TEXT, TEXT, st.booleans())),
    st.lists(
        st.builds(
            Published, TEXT, TEXT, NUMBER, TEXT, TEXT, NUMBER, st.lists(TEXT).map(tuple),
            st.lists(st.tuples(TEXT, NUMBER)).map(tuple),
        )
    ),
    st.lists(st.builds(KnownValue, TEXT, TEXT, NUMBER)),
    st.lists(st.builds(KnownBrief, TEXT, NUMBER, NUMBER, TEXT, TEXT)),
    st.lists(st.builds(Gone, NUMBER, TEXT, TEXT, NUMBER, st.lists(TEXT, min_size=1).map(tuple), TEXT)),
    st.lists(st.builds(Lost, NUMBER, TEXT, TEXT, NUMBER, TEXT)),
)  # fmt: skip


@given(HISTORY)
@examples(50)
def test_what_is_written_is_read_again(history: History) -> None:
    assert parse(serialize(history)) == history


@given(st.binary(max_size=60))
@examples(50)
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    with contextlib.suppress(DossierError):
        parse(data)
