from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import briefs
from generator.messages.problems import BriefingError
from tests.changes.next_source import published, two_editions
from tests.dossier_of import FILES, dossier_in


def test_review_writes_the_last_edition_and_nothing_else(tmp_path: Path) -> None:
    two_editions(tmp_path)
    before = (tmp_path / "briefs/delta.yml").read_text()
    result = CliRunner().invoke(briefs, ["-C", str(tmp_path), "review", "delta"])
    assert "briefs/delta.yml: reviewed at edition 2 (before: edition 1)." in result.output
    assert (tmp_path / "briefs/delta.yml").read_text() == before.replace("reviewed: 1", "reviewed: 2")
    published(tmp_path)
    assert "is to be reviewed" not in (tmp_path / "docs/briefs/delta.md").read_text()


def test_all_reviews_every_brief_quietly(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    result = CliRunner().invoke(briefs, ["-C", str(tmp_path), "review", "--all", "--quiet"])
    assert result.output == ""
    assert "number: 1\nreviewed: 1\n" in (tmp_path / "briefs/delta.yml").read_text()


def test_nothing_is_reviewed_before_it_is_published(tmp_path: Path) -> None:
    dossier_in(tmp_path)
    result = CliRunner().invoke(briefs, ["-C", str(tmp_path), "review", "delta"])
    assert isinstance(result.exception, BriefingError)
    assert "nothing is published yet" in str(result.exception)
    assert (tmp_path / "briefs/delta.yml").read_text() == FILES["briefs/delta.yml"]


@pytest.mark.parametrize(("arguments", "code"), [((), 2), (("nobody",), 1)])
def test_a_review_of_nothing_is_refused(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    published(dossier_in(tmp_path))
    result = CliRunner().invoke(briefs, ["-C", str(tmp_path), "review", *arguments])
    assert result.exit_code == code
