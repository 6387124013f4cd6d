"""A dossier that comes from strangers runs nothing, wherever one stands; with --trust what it names runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import briefs
from generator.prints.documents import Document, PrintOptions
from generator.prints.worker import _start
from generator.site.building import mkdocs_config, site_settings
from generator.site.live import LiveSite
from tests.changes.next_source import published
from tests.dossier_of import dossier_in

HOOK = "from pathlib import Path\nPath(__file__).with_name('ran').touch()\n"
# The command with its threshold for processes of its own taken away.
IN_PROCESSES = """\
from generator.cli import main
from generator.readings import parallel

parallel.WORTH_PROCESSES = -1
parallel._processors = lambda: 2
if __name__ == "__main__":
    main()
"""


@pytest.fixture
def hooked(tmp_path: Path) -> Path:
    """A dossier whose mkdocs.yml names a program, beside a site that stood before."""
    folder = dossier_in(tmp_path)
    (folder / "hook.py").write_text(HOOK, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, font: false}\nplugins: [briefs]\nhooks: [hook.py]\n", encoding="utf-8"
    )
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("as it stood", encoding="utf-8")
    return folder


def test_a_build_refuses_a_program_and_with_trust_runs_it(hooked: Path) -> None:
    refused = CliRunner().invoke(briefs, ["-C", str(hooked), "build"])
    assert str(refused.exception).startswith(
        "mkdocs.yml:4:1: `hooks` names programs that would run. Mend: delete it, or"
    )
    assert not (hooked / "ran").exists()
    assert (hooked / "site" / "index.html").read_text(encoding="utf-8") == "as it stood"
    done = CliRunner().invoke(briefs, ["-C", str(hooked), "build", "--quiet", "--trust"])
    assert done.exit_code == 0, done.output
    assert (hooked / "ran").exists()


def test_a_live_site_refuses_a_program_at_every_reading(hooked: Path, tmp_path: Path) -> None:
    made, site = published(hooked), LiveSite(hooked, tmp_path / "place")
    for _ in range(2):
        with pytest.raises(Exception, match="`hooks` names programs that would run"):
            site.make(made)
    assert not (hooked / "ran").exists()


def test_a_file_that_is_exchanged_after_it_was_checked_changes_nothing(hooked: Path) -> None:
    harmful = (hooked / "mkdocs.yml").read_bytes()
    (hooked / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    checked = site_settings(hooked, False)
    (hooked / "mkdocs.yml").write_bytes(harmful)
    (hooked / "docs").mkdir()
    assert mkdocs_config(hooked, checked, hooked / "site").hooks == {}
    assert not (hooked / "ran").exists()


@pytest.fixture
def among_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier, the current folder, with modules by the names of others that leave a file behind when run."""
    folder = dossier_in(tmp_path / "dossier")
    for name in ("pickle", "socket", "tempfile", "selectors", "generator", "yaml"):
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nraise SystemExit(3)\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.long
def test_processes_that_read_take_no_module_of_the_dossier(among_modules: Path, tmp_path: Path) -> None:
    (tmp_path / "command.py").write_text(IN_PROCESSES, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "command.py"), "generate", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "ran").exists()


def test_processes_that_print_take_no_module_of_the_dossier(among_modules: Path, tmp_path: Path) -> None:
    running = _start([Document("x", "none.typ", {}, (), PrintOptions(format="docx", templates=tmp_path))])
    try:
        running.process.wait()
        running.said.seek(0)
        assert b"SystemExit" not in running.said.read()
    finally:
        running.stop()
    assert not (tmp_path / "ran").exists()
