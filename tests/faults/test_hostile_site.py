"""Hostile texts in every place of a dossier, and its site in a real browser: nothing runs, and each text shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.site.building import build_site
from tests.faults.hostile import TEXTS, hostile_dossier, shown, squeezed

pytestmark = [pytest.mark.browser, pytest.mark.long]

# Each could be left by a text that got out of its place; the theme's own frame for search has no address.
STRANGE = (
    "base, iframe[src], iframe[srcdoc], object, embed, meta[http-equiv=refresh], meta[pwned], [onclick], [onerror],"
    " [onload], [onmouseover], a[href^=javascript], a[href^=data], img[src^=data], article svg[onload]"
)
PLACES = {
    "sources/n{}.html": ("Title", "Author", "Kind", "Rests on", "Event"),
    "entities/n{}.html": ("Name", "Definition", "Scope"),
    "topics/n{}.html": ("Concept", "Definition", "Scope"),
    "briefs/delta.html": ("Point", "Internal"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = hostile_dossier(tmp_path_factory.mktemp("hostile"))
    brief = yaml.safe_load((folder / "briefs/delta.yml").read_text(encoding="utf-8"))
    # Tables of all that there is would make the PDF long to set, and hold nothing that other sections do not.
    brief |= {"reported": brief["reported"][:3], "facts": brief["facts"][:4]}
    (folder / "briefs/delta.yml").write_text(yaml.safe_dump(brief, allow_unicode=True), encoding="utf-8")
    build_site(folder)
    return folder / "site"


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.fixture
def told(page: Any) -> Iterator[list[str]]:
    """What a page did that it must not: dialogs, faults of scripts, requests to other hosts."""
    found: list[str] = []

    def dialog(one: Any) -> None:
        found.append(f"dialog {one.message}")
        one.dismiss()

    listeners = {
        "dialog": dialog,
        "pageerror": lambda error: found.append(f"error {error}"),
        "request": lambda one: None if one.url.startswith(("file:", "data:", "blob:")) else found.append(one.url),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield found
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def _opened(path: Path, site: Path) -> bool:
    """Leave out what repeats of most texts what other pages show: comparisons, parts of concepts."""
    name = path.relative_to(site).as_posix()
    return not re.search(r"(?:compare/|/part).*|compare/", name) or bool(re.search(r"/n[0-6](?:/part)?\.html$", name))


def test_nothing_runs_and_each_text_shows_exactly(site: Path, page: Any, told: list[str]) -> None:
    words: dict[str, str] = {}
    pages = [path for path in sorted(site.rglob("*.html")) if path.name != "404.html" and _opened(path, site)]
    assert len(pages) > 3 * len(TEXTS)
    for path in pages:
        page.goto(path.as_uri(), wait_until="domcontentloaded")  # the page's scripts ran; the search has its own test
        name = path.relative_to(site).as_posix()
        assert page.evaluate("window.pwned") is None, name
        assert page.evaluate(f"[...document.querySelectorAll('{STRANGE}')].map(e => e.outerHTML)") == [], name
        words[name] = squeezed(page.evaluate("document.body.textContent"))
    assert told == []
    missing = [
        (place.format(number), name, text)
        for number, text in enumerate(TEXTS)
        for place, names in PLACES.items()
        for name in names
        if squeezed(f"{name} {shown(text)}") not in words[place.format(number)]
    ]
    assert missing == []
    for number, text in enumerate(TEXTS):
        whole = squeezed(f"wharf{number} of the delta {shown(text)} is open to Birch.")
        assert whole in words[f"sources/n{number}.html"]


def test_what_search_finds_is_text_as_well(site: Path, page: Any, told: list[str]) -> None:
    page.goto((site / "index.html").as_uri())
    for wanted in ("wharf0", "wharf1", "wharf6", "window.pwned", "<script>"):
        page.fill("input[name=query]", wanted)
        page.wait_for_selector(
            ".md-search-result__item, .md-search-result__meta:has-text('No matching')", timeout=20_000
        )
        assert page.evaluate("window.pwned") is None
        strange = "script, iframe, base, svg[onload], [onerror], [onmouseover]"
        assert (
            page.evaluate(f"document.querySelector('.md-search-result__list').querySelectorAll('{strange}').length")
            == 0
        )
    assert told == []
