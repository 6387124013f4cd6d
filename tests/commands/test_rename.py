import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import briefs
from generator.editions.file import read_history
from generator.messages.problems import DossierError
from tests.changes.next_source import published, reviewed
from tests.dossier_of import FILES, dossier_in


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(briefs, ["-C", str(folder), "rename", *arguments])


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for top in ("briefs", "seeds", "labels")
        for path in (folder / top).rglob("*")
        if path.is_file()
    }


def whole_dossier(folder: Path) -> Path:
    ruling = "rulings:\n  - source: 'harbour-news' # by ear\n    quote: The two sides\n    note: harbour-news\n"
    dossier_in(folder, dossier_yml=FILES["briefs/dossier.yml"] + ruling)
    (folder / "labels").mkdir()
    (folder / "labels/pairs.yml").write_text('pairs: [{a: {source: "harbour-news"}, b: {source: river-post}}]\n')
    return folder


def test_a_source_is_renamed_wherever_it_is_named_and_nothing_else_changes(tmp_path: Path) -> None:
    before = written(whole_dossier(tmp_path))
    told = run(tmp_path, "harbour-news", "port-gazette-2031")
    assert told.exit_code == 0, told.exception
    assert told.stdout.splitlines() == [
        "briefs/delta.yml: changed in 1 place",
        "briefs/dossier.yml: changed in 1 place",
        "labels/pairs.yml: changed in 1 place",
        "seeds/sources.yml: changed in 1 place",
        "On the site, sources/harbour-news.html is now sources/port-gazette-2031.html.",
        "Next: briefs build",
    ]
    old, new = b"harbour-news", b"port-gazette-2031"
    expected = {name: data.replace(old, new) for name, data in before.items()}
    expected["briefs/dossier.yml"] = expected["briefs/dossier.yml"].replace(b"note: " + new, b"note: " + old)
    assert written(tmp_path) == expected


def test_a_new_name_makes_no_edition_and_flags_nothing(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    reviewed(tmp_path)
    published(tmp_path)
    before = read_history(tmp_path)
    assert run(tmp_path, "river-post", "estuary-post").exit_code == 0
    made = published(tmp_path)
    assert made.dating.number == before.editions[-1].number == 1
    after = read_history(tmp_path)
    assert "estuary-post" in after.sources
    assert not after.gone
    assert {said.since for said in after.statements.values()} == {1}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("nobody", "somebody", "there is no source `nobody`"),
        ("harbour-news", "river-post", "a source is called `river-post` already"),
        ("harbour-news", "Harbour News", "`Harbour News`"),
    ],
)
def test_a_name_that_cannot_be_is_refused(tmp_path: Path, old: str, new: str, what: str) -> None:
    before = written(dossier_in(tmp_path))
    told = run(tmp_path, old, new)
    assert isinstance(told.exception, DossierError)
    assert what in str(told.exception)
    assert written(tmp_path) == before


def test_a_dry_run_and_a_fault_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(whole_dossier(tmp_path))
    told = json.loads(run(tmp_path, "harbour-news", "gazette", "--dry-run", "--json").stdout)
    assert told["addresses"] == [["sources/harbour-news.html", "sources/gazette.html"]]
    assert written(tmp_path) == before
    calls, replace = [], os.replace

    def refuse(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    assert "nothing was changed" in str(run(tmp_path, "harbour-news", "gazette").exception)
    assert written(tmp_path) == before
    assert len(calls) == 3


def test_an_id_in_another_spelling_is_left_to_a_person(tmp_path: Path) -> None:
    delta = FILES["briefs/delta.yml"].replace("source: harbour-news", 'source: "harbour\\x2dnews"')
    before = written(dossier_in(tmp_path, delta_yml=delta))
    assert "briefs/delta.yml:10:17: `harbour-news` is spelled here" in str(run(tmp_path, "harbour-news", "g").exception)
    assert written(tmp_path) == before
