"""Every kind of page: narrow, dark, on paper, without script, and as checkers of accessibility and HTML see it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Visits
from tests.browser.html import faults

KINDS = {
    "index": "index.html",
    "brief": "briefs/maritime-position.html",
    "comparison": "compare/instruments.html",
    "source": "sources/vnexpress-2024-06-20.html",
    "sources": "sources/index.html",
    "topic": "topics/maritime/unclos.html",
    "topics": "topics/index.html",
    "entity": "entities/unclos.html",
    "entities": "entities/index.html",
    "guide": "guide/briefs.html",
    "not found": "404.html",
}


def kind(name: str) -> Any:
    return pytest.param(KINDS[name], id=name)


@pytest.mark.parametrize("path", [kind(name) for name in KINDS])
def test_no_page_is_wider_than_a_phone(visit: Visits, served: str, path: str) -> None:
    page = visit.page(f"{served}/{path}", width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    # What is wider stands in a box that scrolls by itself; nothing is cut off.
    cut = page.evaluate("""() => [...document.querySelectorAll('article :is(td, th, li, p, h1, h2, h3)')].filter(e =>
        e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1
        && !e.closest('.table-box, .highlight, pre, .picture')).map(e => e.textContent.slice(0, 60))""")
    assert cut == []


def test_a_table_of_quotations_becomes_cards_with_the_column_before_each_cell(visit: Visits, served: str) -> None:
    page = visit.page(f"{served}/briefs/maritime-position.html", width=390)
    cell = page.locator("#at-a-glance + .table-box tbody td:nth-child(2)").first
    assert cell.evaluate("e => getComputedStyle(e, '::before').content") == '"June 2024"'
    head = page.locator("#at-a-glance + .table-box tbody td").first.bounding_box()
    assert cell.bounding_box()["y"] >= head["y"]
    assert page.get_by_role("columnheader", name="June 2024").count() == 1  # still a table to a screen reader


@pytest.mark.parametrize(
    ("path", "scheme"),
    [pytest.param(path, "light", id=name) for name, path in KINDS.items()]
    + [pytest.param(path, "dark", id=f"{path}-dark") for path in ("index.html", "briefs/ukraine-stance.html")],
)
def test_axe_finds_nothing(visit: Visits, served: str, path: str, scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="`make test-browser` installs axe-core")
    page = visit.page(f"{served}/{path}", color_scheme=scheme, bypass_csp=True)
    result = axe.Axe().run(page)
    assert [
        (v["id"], [(n["target"], n["failureSummary"]) for n in v["nodes"]][:3]) for v in result.response["violations"]
    ] == []


def test_axe_finds_nothing_in_an_open_card(visit: Visits, served: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="`make test-browser` installs axe-core")
    page = visit.page(f"{served}/briefs/maritime-position.html", bypass_csp=True)
    page.locator("a.footnote-ref").first.focus()
    page.locator(".cite-card button").first.click()
    result = axe.Axe().run(page, context=".cite-card")
    assert [
        (v["id"], [(n["target"], n["failureSummary"]) for n in v["nodes"]][:3]) for v in result.response["violations"]
    ] == []


def test_dark_is_dark(visit: Visits, served: str) -> None:
    page = visit.page(f"{served}/index.html", color_scheme="dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
    assert max(ground) < 60


def test_without_script_citations_are_footnotes(visit: Visits, address: str) -> None:
    page = visit.page(f"{address}/briefs/maritime-position.html", java_script_enabled=False)
    page.locator("#key-points + ol a.footnote-ref").first.click()
    assert page.url.endswith("#fn:1.7")
    note = page.locator("li:target")
    assert "VnExpress, ¶ 6" in note.inner_text()
    note.locator("a.footnote-backref").first.click()
    assert "#fnref" in page.url
    assert not page.locator(".md-search").is_visible()
    assert page.locator(".copy").count() == 0


def test_paper_has_the_page_alone(visit: Visits, served: str) -> None:
    page = visit.page(f"{served}/briefs/maritime-position.html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for left_out in (".md-header", ".md-sidebar", ".md-footer", ".copy", ".headerlink", ".line-link", "p.screen"):
        assert not page.locator(left_out).first.is_visible(), left_out
    assert page.locator(".footnote li").first.is_visible()
    links = page.locator(".print-links li").all_inner_texts()
    assert links
    assert all(link.startswith(served) for link in links)
    assert page.locator(".print-mark").count() >= len(links)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [kind(name) for name in ("index", "brief")])
def test_nothing_moves_while_a_page_opens(visit: Visits, served: str, path: str, width: int) -> None:
    page = visit.page(f"{served}/{path}", width=width)
    moved = page.evaluate("""() => new Promise(done => { let sum = 0;
        new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
            .observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => done(sum))); })""")
    assert moved < 0.01


def test_the_first_view_is_light_and_leaves_the_search_for_later(visit: Visits, served: str) -> None:
    page = visit.page("about:blank")
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(f"{served}/index.html", wait_until="networkidle")
    assert sum(sizes.values()) < 300_000
    assert not any("search_index" in url for url in sizes)
    with page.expect_response("**/search_index.json"):
        page.locator("input.md-search__input").focus()


def test_hovering_a_link_shows_how_its_page_begins(visit: Visits, served: str, site: Path) -> None:
    path = "briefs/ukraine-stance.html"
    page = visit.page(f"{served}/{path}")
    page.locator(".md-content a[href*='compare/coverage']").first.hover()
    page.get_by_role("group", name="Preview").get_by_text("Ukraine").first.wait_for()
    from_files = visit.page(f"{site.as_uri()}/{path}")
    from_files.locator(".md-content a[href*='compare/coverage']").first.hover()
    assert from_files.locator(".cite-card").count() == 0


def test_what_is_not_there_is_told_with_a_way_on(visit: Visits, served: str) -> None:
    page = visit.page(f"{served}/briefs/no-such-brief.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Page not found"
    page.get_by_role("article").get_by_role("link", name="Maritime position").click()
    assert page.url.endswith("/briefs/maritime-position.html")


def test_html_is_sound_on_every_page(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert pages
    found = {str(page.relative_to(site)): faults(page.read_text(encoding="utf-8")) for page in pages}
    assert {path: some[:5] for path, some in found.items() if some} == {}


def test_the_pdf_beside_a_brief_can_be_fetched_by_a_click(visit: Visits, served: str, site: Path) -> None:
    page = visit.page(f"{served}/briefs/maritime-position.html")
    link = page.locator("a[href$='print/maritime-position.pdf']")
    assert re.search(r"\(\d+ pages, \d+ kB\)", link.inner_text())
    with page.expect_response("**/maritime-position.pdf") as answer:
        link.click()
    assert answer.value.status == 200
    size = int(answer.value.headers["content-length"])
    assert size == (site / "print/maritime-position.pdf").stat().st_size
