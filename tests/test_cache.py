"""The cache changes nothing but the time: broken, foreign, locked or gone, the readings are the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.program import digest_of
from generator.readings import analysis, parallel
from generator.readings import readings as reading_module
from generator.readings.cache import FILE, Cache, open_cache
from generator.readings.reading import Reading
from generator.readings.readings import readings
from generator.sources import load
from generator.statements import Statement
from generator.topics.topics import TopicMap
from tests.dossier_of import FILES, dossier_in


def fresh(folder: Path) -> tuple[Reading, ...]:
    dossier, sources = load(folder)
    topic_map = TopicMap(dossier.concepts)
    read = (analysis.map_concepts(one, analysis.read_statements(one, dossier), dossier, topic_map) for one in sources)
    return tuple(
        Reading(one, number, found) for number, (one, found) in enumerate(zip(sources, read, strict=True), start=1)
    )


def read(folder: Path) -> tuple[Reading, ...]:
    return readings(folder, *load(folder))


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources whose statements were found anew."""
    real: Callable[..., tuple[Statement, ...]] = parallel.read_statements
    asked: list[str] = []

    def spy(source: object, dossier: object) -> tuple[Statement, ...]:
        asked.append(source.id)  # type: ignore[attr-defined]
        return real(source, dossier)

    monkeypatch.setattr(parallel, "read_statements", spy)
    return asked


def test_what_is_kept_is_what_is_found(tmp_path: Path, said: list[str]) -> None:
    folder = dossier_in(tmp_path)
    expected = fresh(folder)
    assert read(folder) == expected
    assert said == ["harbour-news", "river-post", "delta-times"]
    assert read(folder) == expected
    assert len(said) == 3


def test_only_a_changed_source_is_read_again(tmp_path: Path, said: list[str]) -> None:
    folder = dossier_in(tmp_path)
    read(folder)
    said.clear()
    (folder / "seeds/river.txt").write_text("President Ivo Brand said Birch will wait.\n")
    assert read(folder) == fresh(folder)
    assert said == ["river-post"]


def test_a_changed_topic_map_reads_no_source_again(tmp_path: Path, said: list[str]) -> None:
    folder = dossier_in(tmp_path)
    read(folder)
    said.clear()
    map_ = FILES["briefs/topic-map.yml"].replace("pref_label: Railway", "pref_label: Railway, alt_labels: [tonnes]")
    (folder / "briefs/topic-map.yml").write_text(map_)
    assert read(folder) == fresh(folder)
    assert said == []
    assert "works/railway" in read(folder)[0].mapped[1].concepts


def test_changed_people_read_every_source_again(tmp_path: Path, said: list[str]) -> None:
    folder = dossier_in(tmp_path)
    read(folder)
    said.clear()
    (folder / "briefs/entities.yml").write_text(FILES["briefs/entities.yml"].replace("Ivo Brand", "Ivo Brandt"))
    assert read(folder) == fresh(folder)
    assert len(said) == 3


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "  title: Remarks by Ivo Brand\n"),
        ("  kind: news report\n", "  kind: speech\n"),
        ("", "  speakers: {THE HOST: ivo-brand}\n"),
    ],
)
def test_what_else_is_said_of_a_source_reads_it_again(tmp_path: Path, said: list[str], before: str, after: str) -> None:
    folder = dossier_in(tmp_path)
    read(folder)
    said.clear()
    head, name, rest = FILES["seeds/sources.yml"].partition("  file: river.txt\n")
    (folder / "seeds/sources.yml").write_text(head + name + after + rest.replace(before, "", 1))
    assert read(folder) == fresh(folder)
    assert said[0] == "river-post"


def test_a_ruling_is_heard_at_once(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    read(folder)
    ruling = "rulings:\n- {source: river-post, quote: reopen the old railway, concepts: [works/grain], note: x}\n"
    (folder / "briefs/dossier.yml").write_text(FILES["briefs/dossier.yml"] + ruling)
    assert read(folder) == fresh(folder)
    assert read(folder)[1].mapped[1].concepts == ("works/grain",)


def program(folder: Path) -> Path:
    for name in ("one.py", "two/a.py", "two/inner/b.py", "two/inner/words.tsv", "other/c.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"# {name}\n")
    return folder


PARTS = ("one", "two")


@pytest.mark.parametrize("name", ["one.py", "two/a.py", "two/inner/b.py", "two/inner/words.tsv", "two/inner/new.tsv"])
def test_other_code_or_other_data_anywhere_in_what_makes_a_reading_gives_another_name(
    tmp_path: Path, name: str
) -> None:
    before = digest_of(PARTS, program(tmp_path))
    (tmp_path / name).write_text("# another\n")
    assert digest_of(PARTS, tmp_path) != before


def test_a_stage_less_gives_another_name_and_so_does_a_file_that_is_called_otherwise(tmp_path: Path) -> None:
    before = digest_of(PARTS, program(tmp_path))
    assert len({before, digest_of(("one",), tmp_path), digest_of(("two",), tmp_path)}) == 3
    (tmp_path / "two/a.py").rename(tmp_path / "two/b.py")
    assert digest_of(PARTS, tmp_path) != before


def test_what_is_beside_and_what_python_compiled_changes_no_name(tmp_path: Path) -> None:
    before = digest_of(PARTS, program(tmp_path))
    (tmp_path / "other/c.py").write_text("# another\n")
    (tmp_path / "two/inner/__pycache__").mkdir()
    (tmp_path / "two/inner/__pycache__/b.pyc").write_bytes(b"x")
    assert digest_of(PARTS, tmp_path) == before


def test_other_code_reads_every_source_again(tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = dossier_in(tmp_path)
    read(folder)
    said.clear()
    monkeypatch.setattr(reading_module, "code_digest", lambda: "another")
    assert read(folder) == fresh(folder)
    assert len(said) == 3


def test_a_file_that_is_no_database_is_replaced(tmp_path: Path, said: list[str]) -> None:
    folder = dossier_in(tmp_path)
    (folder / FILE).parent.mkdir()
    (folder / FILE).write_bytes(b"this is not a database, and longer than a page of one\n" * 200)
    assert read(folder) == fresh(folder)
    said.clear()
    read(folder)
    assert said == []


def test_rows_that_were_altered_are_not_believed(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    expected = read(folder)
    with sqlite3.connect(folder / FILE) as rows:
        assert rows.execute("UPDATE kept SET content = substr(content, 1, 20)").rowcount == 6
    rows.close()
    assert read(folder) == expected


def test_rows_with_a_right_digest_and_wrong_content_are_not_believed(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    expected = read(folder)
    with sqlite3.connect(folder / FILE) as rows:
        names = [name for (name,) in rows.execute("SELECT name FROM kept")]
    rows.close()
    for content in (b"[]", b"null", b"[[1,2]]", b"{}", b"\xff"):
        with open_cache(folder) as cache:
            cache.write(dict.fromkeys(names, content), names)
        assert read(folder) == expected, content


def test_a_database_of_another_program_is_left_out(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    (folder / FILE).parent.mkdir()
    with sqlite3.connect(folder / FILE) as other:
        other.execute("CREATE TABLE kept (something TEXT)")
    other.close()
    assert read(folder) == fresh(folder)


def test_a_file_that_another_process_holds_costs_only_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dossier_in(tmp_path)
    read(folder)
    monkeypatch.setattr("generator.readings.cache.PATIENCE", 0)
    holder = sqlite3.connect(folder / FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert read(folder) == fresh(folder)
    finally:
        holder.close()


def test_a_place_that_cannot_be_written_costs_only_the_cache(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    (folder / ".cache").write_text("a file, where the folder would be")
    assert read(folder) == fresh(folder)


def test_what_nobody_asks_for_goes_once_it_is_much(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        cache.write({f"old {n}": b"x" for n in range(300)}, ["new"])
        assert cache.read([f"old {n}" for n in range(300)]) == {}
        cache.write({"new": b"y"}, ["new"])
        assert cache.read(["new"]) == {"new": b"y"}


def test_without_a_file_nothing_is_kept() -> None:
    cache = Cache()
    cache.write({"a": b"b"}, ["a"])
    assert cache.read(["a"]) == {}


def test_other_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = dossier_in(tmp_path)
    monkeypatch.setattr(parallel, "WORTH_PROCESSES", 0)
    monkeypatch.setattr(parallel, "_processors", lambda: 2)
    counted: list[int] = []
    dossier, sources = load(folder)
    assert readings(folder, dossier, sources, counted.append) == fresh(folder)
    assert sum(counted) == 3


def test_any_executor_finds_the_same(tmp_path: Path, said: list[str]) -> None:
    folder = dossier_in(tmp_path)
    dossier, sources = load(folder)
    with ThreadPoolExecutor(2) as executor:
        assert readings(folder, dossier, sources, executor=executor) == fresh(folder)
    assert sorted(said) == ["delta-times", "harbour-news", "river-post"]


def test_what_was_read_before_an_interruption_is_read_no_more(
    tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dossier_in(tmp_path)
    expected = fresh(folder)
    dossier, sources = load(folder)

    def interrupt(done: int) -> None:
        if len(said) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        readings(folder, dossier, sources, interrupt)
    said.clear()
    assert read(folder) == expected
    assert said == ["river-post", "delta-times"]  # the second was being read
