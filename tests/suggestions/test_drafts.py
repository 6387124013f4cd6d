import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import briefs
from generator.messages.problems import DossierError
from generator.sources import load
from generator.suggestions.drafts import Draft, marks_in, with_drafts
from tests.dossier_of import FILES, dossier_in

MORE = (
    "Transport Minister Paul Rask said a fish market would be built. Rask said the fish market would be high. "
    "Birch has 40 ferries, and the summit in Corvo was on 9 April 2031. Birchian Energy Minister Ruth Ames said "
    "North Larch should pay. North Larch did not answer.\n"
)


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(briefs, ["-C", str(folder), *arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    river = FILES["seeds/river.txt"] + "\nAlder has 50 ferries. Mr. Rask said a fish market is cheap.\n"
    return dossier_in(tmp_path, delta_txt=FILES["seeds/delta.txt"] + "\n" + MORE, river_txt=river)


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "briefs").iterdir() if path.is_file()}


def test_drafts_stand_below_what_a_person_wrote_and_the_dossier_reads(folder: Path) -> None:
    before = state(folder)
    told = run(folder, "suggest", "--write")
    assert told.exit_code == 0, told.exception
    after = state(folder)
    for name in ("entities.yml", "topic-map.yml"):
        assert after[name].startswith(before[name])
    main = after["dossier.yml"].decode()
    assert "".join(line for line in before["dossier.yml"].decode().splitlines(keepends=True) if line in main)
    dossier, _ = load(folder)
    people = {entity.id: entity for entity in dossier.entities}
    assert people["paul-rask"].offices[0].titles == ("Transport Minister",)
    assert people["paul-rask"].pronoun == "he"
    assert people["ruth-ames"].party == "birch"
    assert "fish-market" in {concept.path for concept in dossier.concepts}
    assert {event.start for event in dossier.events} >= {"2031-04-09"}
    assert "ferries" in {fact.id for fact in dossier.facts}


def test_drafts_are_counted_until_their_mark_is_gone(folder: Path) -> None:
    run(folder, "suggest", "--write")
    told = json.loads(run(folder, "status", "--json").stdout)["drafts"]
    assert set(told) == {"briefs/dossier.yml", "briefs/entities.yml", "briefs/topic-map.yml"}
    assert f"  briefs/entities.yml:{told['briefs/entities.yml'][0]}: " in run(folder, "status").stdout
    entities = folder / "briefs/entities.yml"
    kept = [line for line in entities.read_text().splitlines() if not line.startswith("# draft:")]
    entities.write_text("\n".join(kept) + "\n")
    assert "briefs/entities.yml" not in json.loads(run(folder, "status", "--json").stdout)["drafts"]


def test_a_second_run_drafts_nothing_again(folder: Path) -> None:
    run(folder, "suggest", "--write")
    before = state(folder)
    assert run(folder, "suggest", "--write").stdout == "Nothing to draft.\n"
    assert state(folder) == before


def test_a_dry_run_says_what_would_be_drafted(folder: Path) -> None:
    before = state(folder)
    told = run(folder, "suggest", "--write", "--dry-run").stdout
    assert "briefs/entities.yml: would be drafted: person paul-rask (speaks 3 times in 2 sources" in told
    assert state(folder) == before
    assert run(folder, "suggest", "--dry-run").exit_code == 2


def test_an_empty_list_of_entities_is_where_drafts_help_most(folder: Path) -> None:
    (folder / "briefs/entities.yml").write_text("# nobody yet\n")
    told = run(folder, "suggest", "--write")
    assert told.exit_code == 0, told.exception
    drafted = yaml.safe_load((folder / "briefs/entities.yml").read_text())
    assert [*drafted][:2] == ["alder", "birch"]
    assert {"ana-moreau", "ivo-brand", "paul-rask", "ruth-ames"} < {*drafted}
    assert "once the dossier can be read" in told.stderr
    load(folder)


def test_no_name_is_drafted_as_a_subject(folder: Path) -> None:
    (folder / "seeds/harbour.txt").write_text("North Larch sent fish. A market in North Larch burned.\n")
    (folder / "briefs/delta.yml").write_text("title: D\nquestion: What?\nconcepts: [delta]\n")
    run(folder, "suggest", "--write")
    assert "north larch" not in (folder / "briefs/topic-map.yml").read_text().lower()


TEXTS = st.sampled_from([
    "", "# about\n", "a: {type: x}\n", "a:\n  b: 1\n\n# end\n", "events:\n  e: {label: E}\n# after\nlast: 1\n",
    "events:\n    e:\n        label: E\n", "events:\n  e: {label: E}", "a: 1\nevents:\n  e: {label: E}\n\n\n",
])  # fmt: skip
DRAFTS = st.lists(st.sampled_from([None, "events"]), max_size=3)


@given(TEXTS, DRAFTS, st.sampled_from(["\n", "\r\n"]))
def test_what_stands_in_a_file_keeps_every_byte(text: str, unders: list[str | None], end: str) -> None:
    text = text.replace("\n", end)
    drafts = [Draft("f.yml", under, f"new-{n}", {"label": "Neu: #1"}, "why") for n, under in enumerate(unders)]
    made = with_drafts(text, "f.yml", drafts)
    left = iter(made.splitlines())
    assert all(any(line == other for other in left) for line in text.splitlines())
    assert len(marks_in(made)) == len(drafts)
    if "\r\n" in text:
        assert "\n" not in made.replace("\r\n", "")


def test_a_file_in_braces_is_left_as_it_is() -> None:
    with pytest.raises(DossierError, match="cannot be put into this file"):
        with_drafts("{a: 1,\n b: 2}\n", "f.yml", [Draft("f.yml", None, "new", {"label": "N"}, "why")])
    with pytest.raises(DossierError):
        with_drafts("events: {e: {label: E}}\n", "f.yml", [Draft("f.yml", "events", "new", {"label": "N"}, "why")])
