from __future__ import annotations

import socket

import pytest
import trafilatura

from generator.readers import html
from generator.readers.reading import Refusal
from tests.conftest import Case


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page that is read made the program ask for something")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.cases("readers/html.yml")
def test_a_page_gives_its_article_and_what_it_says_of_itself(case: Case) -> None:
    extract = html.extract(case.content["page"])
    case.holds(extract.text, "text")
    told = {field: f"{value} -- {known.how}: {known.note}" for field, (value, known) in extract.proposals.items()}
    case.holds(told, "metadata")


REFUSED = {
    "nested so deep that the library loses text": (
        "<html><body><p>Short.</p>" + "<div>" * 5_000 + "<p>The long rest of the text.</p>" + "</div>" * 5_000,
        "nested too deep",
    ),
    "no text": ("<html><head><title>Only a title</title></head><body><img src='a.png'></body></html>", "no text"),
    "one caption": (
        "<html><body><figure><img src='a.png'><figcaption>President Moreau at the port of Veland on Monday, after the "
        "talks that had gone on for eleven hours.</figcaption></figure></body></html>",
        "no more than the caption of a picture",
    ),
    "nothing at all": ("<html></html>", "no text"),
    "only scripts": ("<html><body><script>write('all of it')</script></body></html>", "no text"),
}


@pytest.mark.parametrize("page", REFUSED)
def test_a_page_whose_text_would_be_lost_is_refused(page: str) -> None:
    source, what = REFUSED[page]
    with pytest.raises(Refusal) as refusal:
        html.extract(source)
    assert what in refusal.value.what


def test_a_page_of_which_hardly_anything_is_found_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = trafilatura.bare_extraction
    monkeypatch.setattr(
        trafilatura, "bare_extraction", lambda tree, **_: extract("<html><body><p>Read more of it.</p></body></html>")
    )
    words = "<p>The two sides agreed on a railway.</p>" * 20
    with pytest.raises(Refusal) as refusal:
        html.extract(f"<html><body>{words}</body></html>")
    assert refusal.value.what == "of the 540 letters on the page only 12 can be read: its article is not found"


LOOK = "the article is 37% of the words on the page: look whether it is whole (--show)"


@pytest.mark.parametrize(("article", "told"), [(8, ()), (7, (LOOK,))])
def test_an_article_that_is_little_of_its_page_is_to_be_looked_at(
    monkeypatch: pytest.MonkeyPatch, article: int, told: tuple[str, ...]
) -> None:
    words = "<p>The two sides agreed on a railway.</p>"
    extract = trafilatura.bare_extraction
    monkeypatch.setattr(
        trafilatura, "bare_extraction", lambda tree, **_: extract(f"<html><body>{words * article}</body></html>")
    )
    assert html.extract(f"<html><body>{words * 19}</body></html>").notes == told
