from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import briefs
from generator.commands import serve
from tests.dossier_of import dossier_in


@pytest.mark.parametrize("how", [KeyboardInterrupt(), None])
def test_the_end_is_quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: BaseException | None) -> None:
    def served(folder: Path, port: int, told: object, *, trust: bool) -> None:
        assert (folder, port, trust) == (tmp_path, 8123, False)
        if how:
            raise how

    monkeypatch.setattr(serve, "serve_site", served)
    result = CliRunner().invoke(briefs, ["-C", str(dossier_in(tmp_path)), "serve", "--port", "8123"])
    assert result.exit_code == 130
    assert result.output == ""


def test_a_port_that_is_taken_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def served(folder: Path, port: int, told: object, *, trust: bool) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(serve, "serve_site", served)
    result = CliRunner().invoke(briefs, ["-C", str(dossier_in(tmp_path)), "serve"])
    assert "port 8000 cannot be used: Address already in use" in str(result.exception)


def test_a_port_is_a_number_of_a_port() -> None:
    assert CliRunner().invoke(briefs, ["serve", "--port", "99999"]).exit_code == 2
