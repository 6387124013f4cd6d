"""The shipped dossier's site in a real browser: built once, served on this machine and opened from the file system.

Where no browser is (or its driver is not installed) the tests are skipped, and say why.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.site.building import build_site

ROOT = Path(__file__).parent.parent.parent


# What `make test` looks at; `make test-all` looks at all.
SMOKE = {
    "test_hovering_shows_who_said_which_words_where",
    "test_a_tap_shows_the_card_and_the_card_leads_on",
    "test_no_page_is_wider_than_a_phone",
    "test_the_first_view_is_light_and_leaves_the_search_for_later",
    "test_a_result_leads_to_its_page",
    "test_html_is_sound_on_every_page",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if getattr(item, "originalname", item.name) not in SMOKE:
                item.add_marker(pytest.mark.long)


@pytest.fixture(scope="session")
def site(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped dossier, built in a folder of its own; test processes side by side share one building."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "shipped"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").is_dir():
            for name in ("seeds", "briefs", "docs"):
                shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("print"), dirs_exist_ok=True)
            shutil.copy(ROOT / "mkdocs.yml", folder)
            build_site(folder)
    return folder / "site"


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site as a host would: with its own page where nothing is, and saying nothing."""

    def log_message(self, *args: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["over-http", "from-files"])
def address(request: pytest.FixtureRequest, site: Path, served: str) -> str:
    """Where the site begins, in both ways of opening it."""
    return served if request.param == "over-http" else site.as_uri()


class Visits:
    """Opens pages for one test and remembers every request and every fault that a script met."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser
        self.contexts: list[Any] = []
        self.requests: list[str] = []
        self.faults: list[str] = []

    def page(self, address: str, width: int = 1280, **options: Any) -> Any:
        """Return a page of its own window, opened at `address`."""
        made = self.browser.new_context(viewport={"width": width, "height": 844}, **options)
        made.set_default_timeout(15000)
        self.contexts.append(made)
        page = made.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(address)
        return page


@pytest.fixture
def visit(browser: Any) -> Iterator[Visits]:
    """Opens pages; afterwards no request may have left the machine and no script may have failed."""
    visits = Visits(browser)
    yield visits
    for context in visits.contexts:
        context.close()
    # A PDF opens in the viewer that the browser ships.
    here = ("http://127.0.0.1:", "file:", "data:", "blob:", "about:", "chrome-extension:", "chrome:")
    away = [url for url in visits.requests if not url.startswith(here)]
    assert away == []
    assert visits.faults == []
