import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from generator.changes.changes import Changed, changes
from generator.changes.feeds import ATOM
from generator.changes.wording import ordinal, shorten, statement
from generator.publication.wording import Wording
from tests.changes.next_source import add_coast, published, reviewed, two_editions, withdraw
from tests.dossier_of import FILES, dossier_in


@pytest.fixture
def second(tmp_path: Path) -> Changed:
    return changes(two_editions(tmp_path))[0]


def test_edition_1_is_new_as_a_whole(tmp_path: Path) -> None:
    (first,) = changes(published(dossier_in(tmp_path)))
    assert [source.id for source in first.added] == ["harbour-news", "river-post", "delta-times"]
    assert (first.briefs, first.values) == ((), ())


def test_a_new_source_brings_statements_by_brief(second: Changed) -> None:
    assert [source.id for source in second.added] == ["coast-radio"]
    assert [(brief.id, [item.label for item in brief.new]) for brief in second.briefs] == [("delta", ["4.1", "4.2"])]


def test_statements_that_were_there_gain_the_new_source(second: Changed) -> None:
    gained = {one.item.label: [item.label for item in one.by] for one in second.briefs[0].gained}
    assert gained == {"1.1": ["4.1"], "2.1": ["4.1"]}


def test_another_figure_is_a_second_value(second: Changed) -> None:
    assert [(one.thing, one.value, one.place) for one in second.values] == [("Grain", "400 tonnes", 2)]


def test_passages_on_no_concept_are_named(second: Changed) -> None:
    assert [item.statement.passage.quote for item in second.unmapped] == ["Swans were seen at the quay."]


def test_key_points_that_the_new_source_bears_on_are_named(second: Changed) -> None:
    (point,) = second.briefs[0].points
    assert [(one.why, one.quote.item.label) for one in point.newer] == [("the same claim", "4.1")]


def test_the_statement_says_all_of_it_in_words(tmp_path: Path) -> None:
    made = two_editions(tmp_path)
    told = "\n".join(statement(changes(made)[0], Wording(made.dossier)))
    for words in (
        "Edition 2, 9 January 2032: 1 source added (Coast Radio).",
        "The delta: significantly amended",
        "2 new statements",
        "gains Coast Radio",
        "key point 1: the same claim in 4.1",
        "Grain: a second value, 400 tonnes",
        "Coast Radio: 1 passage on no concept",
    ):
        assert words in told


def test_an_edition_says_the_same_when_it_is_asked_again_and_later(tmp_path: Path) -> None:
    made = two_editions(tmp_path)
    before = statement(changes(made)[0], Wording(made.dossier))
    again = published(tmp_path)
    assert statement(changes(again)[0], Wording(again.dossier)) == before
    (tmp_path / "seeds/hill.txt").write_text("Larks sang.\n")
    with (tmp_path / "seeds/sources.yml").open("a") as listing:
        listing.write("hill-post: {file: hill.txt, event: talks}\n")
    third = published(tmp_path)
    assert [one.edition.number for one in changes(third)] == [3, 2, 1]
    assert statement(changes(third)[1], Wording(third.dossier)) == before


def test_what_a_new_source_does_not_touch_stays_word_for_word(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    paths = ("sources/river-post.md", "sources/delta-times.md")
    before = {path: (tmp_path / "docs" / path).read_text() for path in paths}
    add_coast(tmp_path, "President Ana Moreau said Alder will buy 400 tonnes of grain.\n")
    published(tmp_path)
    assert {path: (tmp_path / "docs" / path).read_text() for path in paths} == before


def test_a_withdrawn_source_takes_statements_and_support_away(tmp_path: Path) -> None:
    two_editions(tmp_path)
    withdraw(tmp_path, "coast-radio")
    third = changes(published(tmp_path))[0]
    assert [source.id for source in third.withdrawn] == ["coast-radio"]
    (brief,) = third.briefs
    assert {(one.quote[:15], one.why) for one in brief.gone} == {
        ("President Ana M", "the source is withdrawn"),
        ("She stressed th", "the source is withdrawn"),
    }
    assert {(one.item.label, one.source) for one in brief.dropped} == {("1.1", "coast-radio"), ("2.1", "coast-radio")}


def test_a_source_that_comes_back_is_no_longer_gone(tmp_path: Path) -> None:
    two_editions(tmp_path)
    listing = (tmp_path / "seeds/sources.yml").read_text()
    withdraw(tmp_path, "coast-radio")
    published(tmp_path)
    (tmp_path / "seeds/sources.yml").write_text(listing)
    made = published(tmp_path)
    assert made.history.gone == ()
    assert made.history.lost == ()


def test_amended_and_significantly_amended_are_told_apart(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    # The same words again: a statement more, and no other cell, value or point.
    add_coast(tmp_path, "The two sides agreed to reopen the old railway by autumn.\n")
    known = published(tmp_path).history.briefs["delta"]
    assert (known.amended, known.significant) == (2, 1)
    page = (tmp_path / "docs/briefs/delta.md").read_text()
    assert "  edition: 2\n" in page
    assert "  significantly_amended: '2032-01-09'\n" in page


def test_a_template_amends_nothing(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    (tmp_path / "templates/pages").mkdir(parents=True)
    (tmp_path / "templates/pages/topics.md").write_text("# Other topics\n")
    add_coast(tmp_path, "Swans were seen at the quay.\n")
    known = published(tmp_path).history.briefs["delta"]
    assert (known.amended, known.significant) == (1, 1)


def test_the_feed_is_atom_with_dates_of_sources_alone(tmp_path: Path) -> None:
    two_editions(tmp_path)
    feed = Xml.fromstring((tmp_path / "docs/changes.xml").read_text())
    entries = feed.findall(f"{{{ATOM}}}entry")
    assert [entry.findtext(f"{{{ATOM}}}title") for entry in entries] == [
        "Edition 2, 9 January 2032",
        "Edition 1, 9 January 2032",
    ]
    assert {one.text for one in feed.iter(f"{{{ATOM}}}updated")} == {"2032-01-09T00:00:00Z"}
    assert len({one.text for one in feed.iter(f"{{{ATOM}}}id")}) == 3
    assert feed.findall(f".//{{{ATOM}}}link") == []


def test_the_feed_has_addresses_where_the_site_has_one(tmp_path: Path) -> None:
    address = FILES["briefs/dossier.yml"] + "site_url: https://desk.example/briefs\n"
    published(dossier_in(tmp_path, dossier_yml=address))
    feed = Xml.fromstring((tmp_path / "docs/changes.xml").read_text())
    assert {one.get("href") for one in feed.iter(f"{{{ATOM}}}link")} == {
        "https://desk.example/briefs/changes.html",
        "https://desk.example/briefs/changes.xml",
        "https://desk.example/briefs/changes.html#edition-1",
    }


def test_a_hostile_text_is_text_in_the_feed(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    add_coast(tmp_path, "President Ana Moreau said <b>&amp; \u202e ]]> peaceful settlement\u0007 is near.\n")
    published(tmp_path)
    content = (tmp_path / "docs/changes.xml").read_text()
    assert Xml.fromstring(content) is not None
    assert "<b>" not in content
    assert "[U+0007]" in content


def test_the_json_names_every_label_and_source(tmp_path: Path) -> None:
    two_editions(tmp_path)
    (second, first) = json.loads((tmp_path / "docs/changes.json").read_text())["editions"]
    assert (second["edition"], first["edition"]) == (2, 1)
    assert second["added"] == ["coast-radio"]
    assert [one["label"] for one in second["briefs"][0]["new"]] == ["4.1", "4.2"]
    assert second["briefs"][0]["gained"][0]["by"] == [{"label": "4.1", "source": "coast-radio"}]


def test_a_point_is_flagged_on_its_page_until_it_is_reviewed_again(tmp_path: Path) -> None:
    two_editions(tmp_path)
    page = tmp_path / "docs/briefs/delta.md"
    assert "\n\nPoint 1 is to be reviewed" in page.read_text()
    file = tmp_path / "briefs/delta.yml"
    file.write_text(file.read_text().replace("reviewed: 1", "reviewed: 2"))
    published(tmp_path)
    assert "is to be reviewed" not in page.read_text()


def test_nothing_is_flagged_while_nobody_has_reviewed(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    add_coast(tmp_path)
    published(tmp_path)
    assert "is to be reviewed" not in (tmp_path / "docs/briefs/delta.md").read_text()


def test_a_review_of_an_edition_that_is_not_there_hides_nothing_that_comes(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    reviewed(tmp_path, 7)
    add_coast(tmp_path)
    published(tmp_path)
    add = (tmp_path / "seeds/sources.yml").read_text().replace("coast", "hill").replace("Coast", "Hill")
    assert "hill-radio" in add
    assert "Point 1 is to be reviewed" not in (tmp_path / "docs/briefs/delta.md").read_text()


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "first"), (3, "third"), (10, "tenth"), (11, "11th"), (12, "12th"), (21, "21st"), (112, "112th")],
)
def test_ordinals(number: int, word: str) -> None:
    assert ordinal(number) == word


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shorten("one two\nthree", 8) == "one two …"
    assert shorten("one two") == "one two"
