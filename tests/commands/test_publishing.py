"""The workflows and the hook that `briefs new` writes: their steps, run here as far as no network is needed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import briefs

ROOT = Path(__file__).parents[2]
PROGRAMS = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
TEXT = "President Ana Moreau said that Alder will build a railway. Trade with Birch is up, she said.\n"


def sh(folder: Path, command: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command], cwd=folder, env={**os.environ, "PATH": PROGRAMS, **more}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = "-c user.name=Desk -c user.email=desk@desk.example -c commit.gpgsign=false"
    return sh(folder, f"git {who} {' '.join(arguments)}")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A new dossier with a text, in a repository, with its pages committed."""
    (tmp_path / "wire.txt").write_text(TEXT)
    for command in (("new", "spring"), ("-C", "spring", "add", "wire.txt"), ("-C", "spring", "generate")):
        there = [str(tmp_path / part) if part in ("spring", "wire.txt") else part for part in command]
        assert CliRunner().invoke(briefs, there).exit_code == 0
    folder = tmp_path / "spring"
    for arguments in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "Start")):
        done = git(folder, *arguments)
        assert done.returncode == 0, done.stderr
    return folder


def steps(folder: Path, workflow: str) -> list[str]:
    """Return the commands of a workflow, in order."""
    read: Any = yaml.safe_load((folder / workflow).read_text())
    if "pages" in read:
        return list(read["pages"]["script"])
    (job,) = read["jobs"].values()
    return [step["run"] for step in job["steps"] if "run" in step]


def test_the_workflows_are_of_the_form_that_their_hosts_ask_for(dossier: Path) -> None:
    github: Any = yaml.safe_load((dossier / ".github/workflows/publish.yml").read_text())
    assert {"pages": "write", "id-token": "write"}.items() <= github["permissions"].items()
    (job,) = github["jobs"].values()
    used = [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step]
    assert used == [
        "actions/checkout", "actions/setup-python", "actions/upload-pages-artifact", "actions/deploy-pages",
    ]  # fmt: skip
    assert job["steps"][-2]["with"]["path"] == "site"
    gitlab: Any = yaml.safe_load((dossier / ".gitlab-ci.yml").read_text())
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]
    assert steps(dossier, ".gitlab-ci.yml")[:-1] == steps(dossier, ".github/workflows/publish.yml")


@pytest.mark.long
@pytest.mark.parametrize("workflow", [".github/workflows/publish.yml", ".gitlab-ci.yml"])
def test_every_step_runs(dossier: Path, workflow: str) -> None:
    wheel = sh(ROOT, f"python -m hatchling build -t wheel -d {dossier}/wheels")
    assert wheel.returncode == 0, wheel.stderr
    installed = dossier.parent / "installed"
    for step in steps(dossier, workflow):
        # What the wheel needs is here already; without a network no more than the wheel itself can be installed.
        step = re.sub(r"(pip install)", rf"\1 -q --no-index --no-deps --target {installed}", step)
        done = sh(dossier, step, PYTHONPATH=str(installed))
        assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
    assert (installed / "generator/skeleton/githooks/pre-commit").is_file()
    assert metadata.version("briefing-site") in steps(dossier, workflow)[0]
    assert ((dossier / "public" if "gitlab" in workflow else dossier / "site") / "index.html").is_file()


def test_a_build_that_was_not_committed_is_not_published(dossier: Path) -> None:
    guard = next(step for step in steps(dossier, ".gitlab-ci.yml") if step.startswith("test "))
    assert sh(dossier, guard).returncode == 0
    page = dossier / "docs/index.md"
    page.write_text(page.read_text() + "\nmore\n")
    done = sh(dossier, guard)
    assert done.returncode == 1
    assert "docs/index.md" in done.stdout


@pytest.mark.long
def test_the_hook_refuses_a_commit_whose_pages_are_out_of_date(dossier: Path) -> None:
    assert os.access(dossier / ".githooks/pre-commit", os.X_OK)
    git(dossier, "config", "core.hooksPath", ".githooks")
    main = dossier / "briefs/dossier.yml"
    main.write_text(main.read_text().replace("title: President Moreau in Birch", "title: Spring"))
    git(dossier, "add", "briefs")
    refused = git(dossier, "commit", "-q", "-m", "Title")
    assert refused.returncode != 0
    assert "git add docs/" in refused.stderr
    git(dossier, "add", "docs")
    done = git(dossier, "commit", "-q", "-m", "Title")
    assert done.returncode == 0, done.stderr


class Links(HTMLParser):
    """Collects what a page loads and leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


@pytest.fixture
def below(dossier: Path) -> Iterator[str]:
    """The address of the built site below a path, as hosts of projects serve it."""
    settings = dossier / "mkdocs.yml"
    settings.write_text("site_url: http://127.0.0.1/desk/spring/\n" + settings.read_text())
    done = sh(dossier, "briefs build --quiet")
    assert done.returncode == 0, done.stderr
    (dossier.parent / "www/desk").mkdir(parents=True)
    (dossier / "site").rename(dossier.parent / "www/desk/spring")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(dossier.parent / "www")))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/desk/spring/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.long
def test_a_site_below_a_path_leads_nowhere_else(below: str) -> None:
    left, seen, broken = [below + "index.html", below + "404.html"], set[str](), []
    while left:
        address = left.pop()
        if address in seen:
            continue
        seen.add(address)
        try:
            with urllib.request.urlopen(address) as answer:
                page = answer.read().decode("utf-8", "replace") if address.endswith((".html", "/")) else ""
        except HTTPError as error:
            broken.append(f"{address}: {error.code}")
            continue
        links = Links()
        links.feed(page)
        for link in links.found:
            target = urldefrag(urljoin(address, link.replace("http://127.0.0.1/", below.replace("desk/spring/", ""))))[
                0
            ]
            if link.startswith(("data:", "#", "mailto:")) or not target.startswith("http://127.0.0.1"):
                continue
            if target.startswith(below) or target == below.rstrip("/"):
                left.append(target)
            else:
                broken.append(f"{address}: {link} leads out of the site")
    assert broken == []
    assert len(seen) > 20
