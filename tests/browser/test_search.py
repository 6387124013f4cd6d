"""Search: words with and without their accents, briefs before sources, over http and from files."""

from __future__ import annotations

from typing import Any

from tests.browser.conftest import Visits


def results(page: Any, asked: str) -> list[str]:
    """Type into the search and return the addresses found, best first."""
    page.locator("label[for='__search']").first.evaluate("e => e.click()")
    box = page.locator("input.md-search__input")
    box.press_sequentially(asked)
    box.dispatch_event("keyup")  # which the driver leaves out for letters that no key of its keyboard has
    # Asked again for each letter: the answer to the whole word is there when nothing of it changes any more.
    page.wait_for_function(
        """() => {
        const shown = document.querySelector('.md-search-result').innerText, same = shown === window.before;
        window.before = shown;
        return same && /\\d+ matching|One matching/i.test(shown) || /^no matching/i.test(shown) && same;
    }""",
        polling=300,
    )
    found: list[str] = page.locator(".md-search-result__item > a").evaluate_all(
        "all => all.map(a => a.href.split('?')[0] + a.hash)"
    )
    return found


def test_a_name_is_found_however_it_is_typed(visit: Visits, address: str) -> None:
    plain = results(visit.page(f"{address}/index.html"), "Nguyen Phu")
    accented = results(visit.page(f"{address}/index.html"), "Nguyễn Phú")
    assert plain == accented
    assert any("nguyen-phu-trong" in found for found in plain)


def test_briefs_stand_before_the_texts_they_rest_on(visit: Visits, address: str) -> None:
    found = results(visit.page(f"{address}/index.html"), "overflight")
    brief = next(at for at, url in enumerate(found) if "/briefs/" in url)
    source = next((at for at, url in enumerate(found) if "/sources/" in url), len(found))
    assert brief < source


def test_a_result_leads_to_its_page(visit: Visits, address: str) -> None:
    page = visit.page(f"{address}/index.html")
    found = results(page, "peaceful settlement")
    page.locator(".md-search-result__item a").first.click()
    assert page.url.split("?")[0] == found[0].split("#")[0]
