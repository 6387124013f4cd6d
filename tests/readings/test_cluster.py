"""Reading on workers of a scheduler finds the same bytes as reading here."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import briefs
from generator.messages.problems import BriefingError
from generator.readings.cluster import _require_same_program, cluster
from generator.readings.readings import code_digest
from tests.dossier_of import dossier_in

WORKERS = 2


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler on this machine with two workers, each a process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    dask, log = [sys.executable, "-m", "distributed.cli"], (tmp_path / "log").open("w")
    first = [f"{dask[2]}.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = [
        f"{dask[2]}.dask_worker",
        address,
        "--no-dashboard",
        "--nthreads",
        "1",
        "--local-directory",
        str(tmp_path),
    ]
    started = [subprocess.Popen([*dask[:2], *words], stderr=log, stdout=log) for words in (first, *[worker] * WORKERS)]
    try:
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(30)
        log.close()


def docs_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "docs").rglob("*.md"))}


@pytest.mark.long
def test_two_workers_find_the_same_bytes(tmp_path: Path, scheduler: str) -> None:
    here, there = dossier_in(tmp_path / "here"), dossier_in(tmp_path / "there")
    assert CliRunner().invoke(briefs, ["-C", str(here), "generate"]).exit_code == 0
    command = [sys.executable, "-c", "from generator.cli import main; main()", "-C", str(there), "generate"]
    for _ in range(20):  # until the workers are there
        done = subprocess.run([*command, "--scheduler", scheduler], capture_output=True, text=True)
        if "has no workers" not in done.stderr:
            break
        time.sleep(1)
    assert done.returncode == 0, done.stderr
    assert docs_of(there) == docs_of(here)
    assert len(docs_of(here)) > 20


def test_workers_without_this_program_are_refused() -> None:
    _require_same_program({"tcp://a": code_digest()}, "tcp://x")
    with pytest.raises(BriefingError, match=r"has no workers\. Mend: "):
        _require_same_program({}, "tcp://x")
    with pytest.raises(BriefingError, match=r"is on tcp://b, tcp://c\. Mend: "):
        _require_same_program({"tcp://c": "x", "tcp://a": code_digest(), "tcp://b": "y"}, "tcp://x")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BriefingError, match=r"briefing-site\[cluster\]"), cluster("tcp://127.0.0.1:1"):
        pass
