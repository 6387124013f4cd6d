"""Citations: a card on hovering, focus and tap; through to the passage and back; copied with the line."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.conftest import Visits

BRIEF = "briefs/maritime-position.html"


def first(page: Any) -> Any:
    """The first citation of the bottom line."""
    return page.locator("#key-points + ol a.footnote-ref").first


def words(page: Any) -> str:
    """The words of the passage that the first citation names, from its note."""
    label = first(page).inner_text()
    return str(page.locator(f"[id='fn:{label}'] .note-words").text_content()).strip("“” ")


def test_hovering_shows_who_said_which_words_where(visit: Visits, address: str) -> None:
    page = visit.page(f"{address}/{BRIEF}")
    first(page).hover()
    card = page.locator(".cite-card")
    card.wait_for()
    assert words(page) in card.inner_text()
    assert re.search(r"^.+\n.+, ¶ \d+\n", card.inner_text().partition("”\n")[2])
    assert re.search(r"^also \d+\.\d+", card.inner_text(), re.MULTILINE)
    card.hover()  # the way to the card does not close it
    assert card.is_visible()
    page.locator("h1").hover()
    card.wait_for(state="detached")


def test_the_words_that_are_quoted_are_marked_in_their_sentence(visit: Visits, served: str) -> None:
    page = visit.page(f"{served}/{BRIEF}")
    page.locator("#claims ~ ul li:has-text('“') a.footnote-ref").first.hover()
    marked = page.locator(".cite-card mark")
    marked.wait_for()
    line = page.locator("#claims ~ ul li").filter(has=page.locator(".cite-card")).inner_text()
    assert str(marked.text_content()) in line.replace("\u00a0", " ")


def test_a_click_leads_to_the_passage_and_a_link_back(visit: Visits, address: str) -> None:
    page = visit.page(f"{address}/{BRIEF}")
    sentence, reference = words(page), first(page)
    place = reference.locator("..").get_attribute("id")
    reference.click()
    page.wait_for_url(re.compile(r"/sources/.*#s\d+$"))
    passage = page.locator(".passage:target")
    assert passage.inner_text().strip() == sentence
    assert passage.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight }")
    assert page.locator(".way-back").inner_text() == "← Back to Maritime position, Bottom line"
    page.locator(".way-back").click()
    page.wait_for_url(re.compile(r"/briefs/maritime-position\.html#"))
    assert page.evaluate("decodeURIComponent(location.hash.slice(1))") == place
    assert first(page).evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top > 48 && r.top < innerHeight }"
    )


def test_a_source_opened_by_itself_offers_no_way_back(visit: Visits, served: str) -> None:
    page = visit.page(f"{served}/{BRIEF}")
    other = page.context.new_page()
    other.goto(f"{served}/sources/vnexpress-2024-06-20.html")
    assert other.locator(".way-back").count() == 0


def test_the_keyboard_alone_reads_copies_and_follows(visit: Visits, address: str) -> None:
    page = visit.page(f"{address}/{BRIEF}")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#key-points + ol a.footnote-ref')"):
            break
    card = page.locator(".cite-card")
    assert card.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.cite-card') !== null")
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert page.evaluate("document.activeElement.matches('a.footnote-ref')")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/sources/.*#s\d+$"))
    page.locator(".way-back").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/briefs/maritime-position\.html#"))


def test_a_tap_shows_the_card_and_the_card_leads_on(visit: Visits, address: str) -> None:
    page = visit.page(f"{address}/{BRIEF}", width=390, has_touch=True, is_mobile=True)
    first(page).tap()
    card = page.locator(".cite-card")
    assert words(page) in card.inner_text()
    assert BRIEF in page.url
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    card.get_by_text("Read it in the source").tap()
    page.wait_for_url(re.compile(r"/sources/.*#s\d+$"))


@pytest.mark.parametrize("width", [390, 1280])
def test_citations_side_by_side_are_targets_of_their_own(visit: Visits, served: str, width: int) -> None:
    page = visit.page(f"{served}/{BRIEF}", width=width)
    boxes = page.locator("#key-points + ol a.footnote-ref").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"
    )
    assert len(boxes) > 3
    assert [box for box in boxes if box[2] - box[0] < 24 or box[3] - box[1] < 24] == []
    overlapping = [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[:at]
        if min(one[2], other[2]) - max(one[0], other[0]) > 0.5 and min(one[3], other[3]) - max(one[1], other[1]) > 0.5
    ]
    assert overlapping == []


def test_no_line_begins_with_a_citation_that_belongs_to_the_line_above(visit: Visits, served: str) -> None:
    page = visit.page(f"{served}/{BRIEF}", width=390)
    # A citation that follows a word stands on the line of that word: the two boxes meet at one height.
    torn = page.evaluate("""() => [...document.querySelectorAll('article li sup, article td sup')].filter(sup => {
        const before = sup.previousSibling;
        if (!before || before.nodeType !== 3 || !before.data.trim()) return false;
        const range = document.createRange();
        range.setStart(before, before.data.trimEnd().length - 1); range.setEnd(before, before.data.trimEnd().length);
        return Math.abs(range.getBoundingClientRect().bottom - sup.getBoundingClientRect().bottom) > 20;
    }).map(sup => sup.textContent)""")
    assert torn == []


def test_a_line_has_an_address_of_its_own(visit: Visits, address: str) -> None:
    page = visit.page(f"{address}/{BRIEF}#kp-2")
    assert page.locator("li:has(> #kp-2)").evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


FORMS = {
    "Text": r"^Vietnam hopes that Russia .* at sea\. \[1\.7\] \[2\.25\] \[4\.10\] .*\nhttp://127.*#kp-1\n\n"
    r"\[1\.7\] “Vietnam hopes .*” — Vietnam, VnExpress, ¶ 6\. http://127.*#s7\n",
    "Markdown": r"^Vietnam hopes that Russia .* at sea\.\[\^1\.7\]\[\^2\.25\]\[\^4\.10\] .*\n\n"
    r"\[\^1\.7\]: “Vietnam hopes .*” — Vietnam, \[VnExpress, ¶ 6\]\(http://127.*#s7\)\n",
    "Rich text": r"^Vietnam hopes that Russia",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("way", ["now", "older"])
def test_a_line_is_copied_together_with_its_citations(visit: Visits, served: str, form: str, way: str) -> None:
    page = visit.page(f"{served}/{BRIEF}", permissions=["clipboard-read", "clipboard-write"])
    if way == "older":
        page.evaluate("delete window.ClipboardItem")
    line = page.locator("#key-points + ol > li").first
    line.hover()
    line.get_by_role("button", name="Copy with citation").click()
    line.get_by_role("button", name=form, exact=True).click()
    page.get_by_text("Copied").first.wait_for()
    assert re.search(FORMS[form], page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n"), re.DOTALL)
    if form == "Rich text":
        rich = page.evaluate(
            "navigator.clipboard.read().then(all => all[0].getType('text/html')).then(blob => blob.text())"
        )
        assert re.search(r"<sup>1\.7</sup>.*<a href=\"http://127[^\"]*#s7\">VnExpress", rich, re.DOTALL)
