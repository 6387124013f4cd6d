import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import briefs
from generator.edits.entry_lines import without_entry
from generator.messages.problems import DossierError
from tests.changes.next_source import add_coast, published
from tests.dossier_of import FILES, dossier_in

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(briefs, ["-C", str(tmp_path), "remove", *arguments])

    return run


def state(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_source_goes_with_its_text_its_original_and_its_comments(tmp_path: Path, run: Run) -> None:
    dossier_in(tmp_path)
    before = state(tmp_path)
    (tmp_path / "seeds/coast.txt").write_text("Swans were seen.\n")
    (tmp_path / "seeds/originals").mkdir()
    (tmp_path / "seeds/originals/coast.html").write_text("<p>Swans were seen.")
    listing = tmp_path / "seeds/sources.yml"
    entry = "# From the coast.\ncoast-radio:\n  file: coast.txt\n  # the page\n  original: originals/coast.html\n\n"
    text = listing.read_text().replace("delta-times:\n", entry + "delta-times:\n")
    listing.write_text(text)
    told = run("coast-radio")
    assert told.exit_code == 0, told.output
    assert told.stdout.splitlines() == [
        "removed: the entry `coast-radio` in seeds/sources.yml",
        "removed: seeds/coast.txt",
        "removed: seeds/originals/coast.html",
    ]
    assert state(tmp_path) == before


def test_a_dry_run_changes_nothing(tmp_path: Path, run: Run) -> None:
    dossier_in(tmp_path)
    add_coast(tmp_path)
    before = state(tmp_path)
    told = run("coast-radio", "--dry-run")
    assert told.stdout.startswith("would be removed: the entry `coast-radio`")
    assert json.loads(run("coast-radio", "--dry-run", "--json").stdout)["files"] == ["seeds/coast.txt"]
    assert state(tmp_path) == before


def test_what_is_published_is_withdrawn_and_not_removed(tmp_path: Path, run: Run) -> None:
    published(dossier_in(tmp_path))
    before = state(tmp_path)
    told = run("river-post")
    assert isinstance(told.exception, DossierError)
    (problem,) = told.exception.problems
    assert (problem.file, problem.line) == ("seeds/sources.yml", 8)
    assert "edition 1 published `river-post`" in problem.what
    assert "`withdrawn:`" in problem.mend
    assert state(tmp_path) == before


def test_all_that_names_it_is_told_before_anything_is_done(tmp_path: Path, run: Run) -> None:
    ruling = "rulings:\n  - {source: harbour-news, quote: The two sides, speaker: ivo-brand, note: by ear}\n"
    dossier_in(tmp_path, dossier_yml=FILES["briefs/dossier.yml"] + ruling)
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/harbour.yml").write_text("file: ../seeds/harbour.txt\nsentences: []\n")
    (tmp_path / "labels/pairs.yml").write_text("pairs:\n  - {a: {source: harbour-news}, b: {source: river-post}}\n")
    before = state(tmp_path)
    told = run("harbour-news", "nobody")
    assert isinstance(told.exception, DossierError)
    assert [(one.file, one.line, one.what.partition(", as ")[2]) for one in told.exception.problems] == [
        ("briefs/delta.yml", 10, "the source of evidence"),
        ("briefs/dossier.yml", 16, "the source of a ruling"),
        ("labels/harbour.yml", 1, "the source of labels"),
        ("labels/pairs.yml", 2, "the source of a label"),
        ("seeds/sources.yml", 1, ""),
    ]
    assert state(tmp_path) == before


@pytest.mark.parametrize("refused", ["rename", "replace"])
def test_a_fault_on_the_way_leaves_everything_as_it_was(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    dossier_in(tmp_path)
    add_coast(tmp_path)
    before = state(tmp_path)

    def refuse(*names: object) -> None:
        raise OSError(28, "No space left on device", str(names[0]))

    with monkeypatch.context() as patched:
        patched.setattr(os, refused, refuse)
        told = run("coast-radio")
    assert "nothing was changed: no space left on device" in str(told.exception)
    assert state(tmp_path) == before


def test_a_run_that_was_killed_is_put_right_by_the_next(tmp_path: Path, run: Run) -> None:
    dossier_in(tmp_path)
    add_coast(tmp_path)
    (tmp_path / "seeds/river.txt").rename(tmp_path / "seeds/.removing-river.txt")
    (tmp_path / "seeds/.changing-sources.yml").write_text("half")
    assert run("coast-radio").exit_code == 0
    assert sorted(state(tmp_path)) == sorted(FILES)


ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["", "# about it\n", "# two\n# lines\n"]),
        st.sampled_from(["\n", "", "\n\n"]),
        st.sampled_from(["  title: Swans # white\n", "  # inside\n  title: |\n    Swans\n\n    and more\n", ""]),
    ),
    min_size=1,
    max_size=5,
)


@given(ENTRIES, st.data(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["# the list\n\n", "\ufeff# list\n\n"]))
def test_the_other_entries_keep_every_byte(
    entries: list[tuple[str, str, str]], data: st.DataObject, end: str, head: str
) -> None:
    blocks = [f"{note}e{at}:\n  file: e{at}.txt\n{more}" for at, (note, _, more) in enumerate(entries)]
    at = data.draw(st.integers(0, len(entries) - 1))
    gaps = [gap for _, gap, _ in entries]

    def whole(chosen: list[int]) -> str:
        return (head + "".join(blocks[n] + gaps[n] for n in chosen)).replace("\n", end)

    left = without_entry(whole([*range(len(entries))]), "seeds/sources.yml", f"e{at}")
    for n in range(len(entries)):
        assert (blocks[n].replace("\n", end) in left) == (n != at)
    assert left.startswith(head.replace("\n", end).rstrip())
    if at < len(entries) - 1:
        assert left == whole([n for n in range(len(entries)) if n != at])


def test_an_entry_that_shares_its_lines_is_left() -> None:
    with pytest.raises(DossierError, match="cannot be taken out without touching others"):
        without_entry("{a: {file: a.txt}, b: {file: b.txt}}\n", "seeds/sources.yml", "a")


def test_the_comments_that_a_file_begins_with_stay() -> None:
    assert without_entry("# schema\n# about\na:\n  file: a\n", "f", "a") == "# schema\n# about\n"
