"""A source in another language is shown and cited, and every page says that who speaks in it is left out."""

from __future__ import annotations

from pathlib import Path

from generator.build import publication, templates
from generator.pages.pages import pages
from generator.publication.wording import Wording
from tests.dossier_of import FILES, dossier_in

FRENCH = (
    "Le président Brand said lundi à Corvo que Birch soutient un règlement pacifique des différends dans le delta et "
    "que la liberté de passage serait respectée par tous les navires de la région, et par les plus petits."
)


def test_a_citation_says_that_who_speaks_is_left_out(tmp_path: Path) -> None:
    found = publication(dossier_in(tmp_path, river_txt=FRENCH + "\n"))
    item = next(item for item in found.comparison.items if item.source.id == "river-post")
    wording = Wording(found.dossier)
    assert wording.who(item) == "Not attributed"
    assert wording.how(item) == wording.left_out(item.source) == "the text is not in English: who said it is left out"
    english = next(item for item in found.comparison.items if item.source.id == "harbour-news")
    assert not wording.left_out(english.source)


def test_every_page_with_such_a_source_says_it_and_its_labels_find_it(tmp_path: Path) -> None:
    labels = FILES["briefs/topic-map.yml"].replace(
        "{pref_label: Peaceful settlement}", "{pref_label: Peaceful settlement, alt_labels: [règlement pacifique]}"
    )
    folder = dossier_in(tmp_path, river_txt=FRENCH + "\n", topic_map_yml=labels)
    made = {page.path: page.data.decode() for page in pages(publication(folder), templates(folder))}
    with_it = [path for path, text in made.items() if path.endswith(".md") and "règlement pacifique des" in text]
    assert {"sources/river-post.md", "topics/delta/settlement.md"} <= {*with_it}
    for path in (*with_it, "sources/index.md"):
        assert "who said it is left out" in made[path], path
