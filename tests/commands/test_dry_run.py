"""`--dry-run` says what would change, a line each, and changes nothing; then the same command does just that."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import COMMANDS, briefs
from tests.changes.next_source import add_coast, published, reviewed
from tests.dossier_of import FILES, dossier_in

WRITES = ("build", "generate", "print", "review", "remove", "rename", "new", "suggest")


def run(folder: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(briefs, ["-C", str(folder), *arguments])
    assert result.exit_code == 0, result.exception or result.output
    return result


def state(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", WRITES)
def test_every_command_that_writes_has_it(name: str) -> None:
    assert name in COMMANDS
    assert "--dry-run" in CliRunner().invoke(briefs, [name, "--help"]).output


def test_generate_and_build_say_what_they_would_write(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    add_coast(tmp_path)
    before = state(tmp_path)
    told = run(tmp_path, "generate", "--dry-run").stdout.splitlines()
    assert "would be new: docs/sources/coast-radio.md" in told
    built = run(tmp_path, "build", "--dry-run").stdout
    assert built.splitlines()[: len(told)] == told
    assert f"would be built anew: {tmp_path / 'site'}, with the PDFs of 1 brief" in built
    assert "1 source added (Coast Radio)" in built
    assert json.loads(run(tmp_path, "build", "--dry-run", "--json").stdout)["docs"]["added"]
    assert state(tmp_path) == before
    done = run(tmp_path, "generate").stdout.splitlines()
    assert [line.replace("would be ", "") for line in told] == done


def test_review_says_what_it_would_mark(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    reviewed(tmp_path, 0)
    before = state(tmp_path)
    assert (
        "briefs/delta.yml: would be reviewed at edition 1 (before: edition 0)."
        in run(tmp_path, "review", "delta", "--dry-run").stdout
    )
    assert state(tmp_path) == before


def test_print_names_the_files(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    before = state(tmp_path)
    told = run(tmp_path, "print", "--dry-run").stdout.splitlines()
    assert told == [f"would be new: {tmp_path}/build/print/{name}.pdf" for name in ("delta", "dossier")]
    (tmp_path / "build/print").mkdir(parents=True)
    (tmp_path / "build/print/delta.pdf").touch()
    assert "would be printed again: " in run(tmp_path, "print", "delta", "--dry-run").stdout
    (tmp_path / "build/print/delta.pdf").unlink()
    assert state(tmp_path) == before


def test_a_brief_sets_its_own_parties_side_by_side(tmp_path: Path) -> None:
    entities = FILES["briefs/entities.yml"] + "larch: {type: party, pref_label: Larch, demonyms: [Larchian]}\n"
    main = FILES["briefs/dossier.yml"].replace("[alder, birch]", "[alder, birch, larch]")
    own = FILES["briefs/delta.yml"].replace("number: 1\n", "number: 1\nparties: [birch]\n")
    text = FILES["seeds/delta.txt"].rstrip("\n") + " Larch said that it wants freedom of passage on the delta.\n"
    dossier_in(tmp_path, entities_yml=entities, dossier_yml=main, delta_yml=own, delta_txt=text)
    run(tmp_path, "generate")
    page = (tmp_path / "docs/briefs/delta.md").read_text()
    assert "Birch says" in page
    assert "Alder says" not in page
    assert "Larch says" not in page
    (tmp_path / "briefs/delta.yml").write_text(own.replace("[birch]", "[larch, nobody]"))
    assert "there is no party `nobody`" in str(CliRunner().invoke(briefs, ["-C", str(tmp_path), "generate"]).exception)


def test_a_dossier_gives_every_brief_its_most_pages(tmp_path: Path) -> None:
    main = FILES["briefs/dossier.yml"].replace("briefs: [delta]", "briefs: [delta]\npages: 3")
    dossier_in(tmp_path, dossier_yml=main)
    run(tmp_path, "generate")
    assert "\n  pages: 3\n" in (tmp_path / "docs/briefs/delta.md").read_text()
    (tmp_path / "briefs/delta.yml").write_text(FILES["briefs/delta.yml"] + "pages: 2\n")
    run(tmp_path, "generate")
    assert "\n  pages: 2\n" in (tmp_path / "docs/briefs/delta.md").read_text()
