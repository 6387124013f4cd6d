import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes.corrections import Correction, anchor, corrections, places
from generator.editions.file import read_history
from generator.editions.history import Published
from generator.messages.problems import DossierError
from generator.sources import load
from tests.changes.next_source import published
from tests.dossier_of import FILES, dossier_in
from tests.examples import examples

QUOTE = "Alder supports the peaceful settlement of disputes on the delta"


def corrected(folder: Path, old: str, new: str, *more: str) -> tuple[Correction, ...]:
    published(dossier_in(folder))
    text = FILES["seeds/harbour.txt"]
    assert old in text
    (folder / "seeds/harbour.txt").write_text(text.replace(old, new) + "".join(more))
    dossier, sources = load(folder)
    return corrections(read_history(folder), dossier, sources)


def test_an_unchanged_text_is_no_correction(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    dossier, sources = load(tmp_path)
    assert corrections(read_history(tmp_path), dossier, sources) == ()


def test_quotations_that_stand_again_are_found_wherever_they_moved(tmp_path: Path) -> None:
    (one,) = corrected(tmp_path, "President Ana Moreau of Alder", "A line before.\n\nPresident Ana Moreau of Alder")
    assert (one.source.id, one.open) == ("harbour-news", ())
    assert one.anchored == 5


def test_an_altered_sentence_is_open_with_the_nearest_as_candidate(tmp_path: Path) -> None:
    (one,) = corrected(tmp_path, "will buy 300 tonnes", "will buy 310 tonnes")
    (open_,) = one.open
    assert open_.times == 0
    assert open_.quote == "She stressed that Alder will buy 300 tonnes of grain."
    assert [place.quote for place in open_.candidates] == ["She stressed that Alder will buy 310 tonnes of grain."]


def test_an_editors_quotation_that_is_gone_names_its_line(tmp_path: Path) -> None:
    (one,) = corrected(tmp_path, QUOTE, "Alder backs the peaceful settlement of disputes on the delta")
    assert [open_.used_by for open_ in one.open] == ["cited in delta", "briefs/delta.yml:11"]
    assert all(open_.candidates for open_ in one.open)


def test_an_editors_quotation_that_stands_twice_is_open_with_both_places(tmp_path: Path) -> None:
    (one,) = corrected(tmp_path, "Birch welcomes", "Birch welcomes", f"\nLater it was said that {QUOTE}.\n")
    (open_,) = one.open
    assert (open_.used_by, open_.times) == ("briefs/delta.yml:11", 2)
    assert [place.quote for place in open_.candidates] == [QUOTE, QUOTE]
    assert open_.candidates[0].before != open_.candidates[1].before
    assert open_.candidates[1].before == "w agreed to reopen the railway.\n\nLater it was said that "[-40:]


def test_a_sentence_that_now_stands_twice_is_told_apart_by_what_is_around_it(tmp_path: Path) -> None:
    sentence = "The two sides agreed to reopen the railway."
    for number, before in enumerate(("At the end:", "Little is known of passage of the delta.")):
        (one,) = corrected(tmp_path / str(number), "President Ana", "President Ana", f"\n{before}\n\n{sentence}\n")
        assert one.open == ()
        assert one.anchored == 5


def test_three_sentences_that_are_most_alike_are_offered(tmp_path: Path) -> None:
    sentence = "She stressed that Alder will buy 300 tonnes of grain."
    less = (
        "She stressed that Alder will buy 310 tonnes of grain. Alder will buy 320 tonnes of grain.",
        "Alder will buy 330 tonnes of barley. She stressed that Alder will buy 340 tonnes of grain.",
    )
    (one,) = corrected(tmp_path, sentence, "", *(f"\n\n{line}\n" for line in less))
    (open_,) = one.open
    assert [re.findall(r"3\d0", place.quote) for place in open_.candidates] == [["310"], ["340"], ["320"]]


def test_nothing_is_moved_to_words_that_are_only_alike(tmp_path: Path) -> None:
    corrected(tmp_path, QUOTE, "Alder backs the peaceful settlement of disputes on the delta")
    with pytest.raises(DossierError, match=r"briefs/delta\.yml:11.*does not stand in seeds/harbour\.txt"):
        published(tmp_path)
    assert len(read_history(tmp_path).editions) == 1


def known(quote: str, before: str = "", after: str = "") -> Published:
    return Published("a", quote, 1, before, after, 1, ())


def test_two_places_with_the_same_surroundings_are_none() -> None:
    assert anchor("x yes z. x yes z.", known("yes", "x ", " z")) is None
    assert anchor("x yes z. w yes z.", known("yes", "x ", " z")) == 2
    assert anchor("x yes. w yes.", known("yes")) is None
    assert anchor("no", known("yes", "x")) is None


@given(st.text("ab ", max_size=30), st.text("ab", min_size=1, max_size=4), st.text("ab ", max_size=3))
@examples(50)
def test_an_anchor_is_always_the_exact_words(text: str, quote: str, before: str) -> None:
    at = anchor(text, known(quote, before))
    assert at is None or text[at : at + len(quote)] == quote
    assert all(text.startswith(quote, place) for place in places(text, quote))
    if at is not None and len(places(text, quote)) > 1:
        assert text[:at].endswith(before)
