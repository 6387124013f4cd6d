import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import briefs
from generator.editions.file import FILE
from generator.messages.problems import BriefingError
from tests.changes.next_source import add_coast, published, reviewed, two_editions
from tests.dossier_of import FILES, dossier_in

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(briefs, ["-C", str(tmp_path), "status", *arguments])

    return run


def test_status_repeats_the_change_statement_and_writes_nothing(tmp_path: Path, run: Run) -> None:
    two_editions(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and ".cache" not in path.parts}
    result = run()
    assert result.exit_code == 0
    assert "Edition 2, 9 January 2032: 1 source added (Coast Radio)." in result.output
    assert "To review, The delta, 1. Alder supports a peaceful settlement.: 4.1 (the same claim)" in result.output
    assert "When done: briefs review delta" in result.output
    assert all(path.read_bytes() == data for path, data in before.items())


def test_status_shows_what_the_next_build_will_make(tmp_path: Path, run: Run) -> None:
    published(dossier_in(tmp_path))
    add_coast(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    assert "Not built yet" in run().output
    assert (tmp_path / FILE).read_bytes() == before


def test_quiet_tells_only_what_needs_somebody(tmp_path: Path, run: Run) -> None:
    two_editions(tmp_path)
    assert run("--quiet").output.startswith("To review, The delta, 1.")
    file = tmp_path / "briefs/delta.yml"
    file.write_text(file.read_text().replace("reviewed: 1", "reviewed: 2"))
    assert run("--quiet").output == "Nothing to do.\n"


def test_json_holds_the_same(tmp_path: Path, run: Run) -> None:
    two_editions(tmp_path)
    told = json.loads(run("--json").output)
    assert told["built"] is True
    assert told["change"]["edition"] == 2
    assert told["review"][0]["points"][0]["newer"] == [{"why": "the same claim", "label": "4.1"}]
    assert told["corrections"] == []


def test_without_a_source_lists_what_hangs_on_it(tmp_path: Path, run: Run) -> None:
    published(dossier_in(tmp_path))
    told = run("--without", "harbour-news").output
    assert "loses its only support: key point 1, “Alder supports a peaceful settlement.” (1.1)" in told
    lines = json.loads(run("--without", "harbour-news", "--json").output)["briefs"][0]["lines"]
    assert {"only support"} <= {line["loses"] for line in lines}


def test_without_a_source_that_is_not_there_is_a_problem(tmp_path: Path, run: Run) -> None:
    published(dossier_in(tmp_path))
    result = run("--without", "nobody")
    assert isinstance(result.exception, BriefingError)
    assert "there is no source `nobody`" in str(result.exception)


def test_a_correction_is_told_before_the_problems_it_makes(tmp_path: Path, run: Run) -> None:
    published(dossier_in(tmp_path))
    reviewed(tmp_path)
    text = FILES["seeds/harbour.txt"].replace("Alder supports the peaceful", "Alder backs the peaceful")
    (tmp_path / "seeds/harbour.txt").write_text(text)
    result = run()
    assert isinstance(result.exception, BriefingError)
    assert "Harbour News (seeds/harbour.txt) has another text" in result.output
    assert "is not there word for word (briefs/delta.yml:11); choose:" in result.output
    assert "Alder backs the peaceful settlement" in result.output


def test_before_a_first_build_everything_is_new(tmp_path: Path, run: Run) -> None:
    dossier_in(tmp_path)
    result = run()
    assert result.exit_code == 0
    assert "Edition 1" in result.output


def test_what_is_worth_a_look_and_need_not_be_mended_is_told_apart(tmp_path: Path, run: Run) -> None:
    dossier_in(tmp_path, delta_txt=FILES["seeds/delta.txt"].rstrip("\n") + " Birch\u202e agreed.\n")
    result = run("--json")
    assert "note: seeds/delta.txt:" in result.stderr
    assert json.loads(result.stdout)
    assert "note: " not in run("--quiet").output


def test_what_no_concept_takes_up_is_listed_with_its_reason(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path, river_txt="In Corvo it rained all day.\n")
    result = CliRunner().invoke(briefs, ["-C", str(folder), "status"])
    assert "not mapped: no phrase of the topic map stands in it" in result.output
    assert "“In Corvo it rained all day.”" in result.output
