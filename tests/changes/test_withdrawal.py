from pathlib import Path

from generator.changes.withdrawal import LAST, ONE_OF, ONLY, supports, without
from tests.changes.next_source import published, two_editions
from tests.dossier_of import FILES, dossier_in


def lost(folder: Path, source: str, **changed: str) -> set[tuple[str, str]]:
    made = published(dossier_in(folder, **changed))
    return {(one.loses, one.support.kind) for _, some in without(made, source) for one in some}


def test_what_only_one_source_says_loses_its_only_support(tmp_path: Path) -> None:
    found = lost(tmp_path, "delta-times")
    assert (ONLY, "position “Peaceful settlement”, Birch says") in found
    assert (ONLY, "statement") in found
    assert not any(loses == LAST for loses, _ in found)


def test_two_sources_of_one_origin_are_no_independent_support_to_lose(tmp_path: Path) -> None:
    assert not any(loses == LAST for loses, _ in lost(tmp_path, "river-post"))


def test_the_second_of_two_origins_is_the_last_independent_support(tmp_path: Path) -> None:
    apart = FILES["seeds/sources.yml"].replace("origin: ministry-release\nriver", "origin: other\nriver")
    assert apart != FILES["seeds/sources.yml"]
    found = lost(tmp_path, "river-post", sources_yml=apart)
    assert (LAST, "position “Peaceful settlement”, Alder says") in found
    assert (LAST, "statement") in found


def test_a_third_origin_leaves_independent_support(tmp_path: Path) -> None:
    made = two_editions(tmp_path)
    ((_, some),) = without(made, "harbour-news")
    kinds = {(one.loses, one.support.text) for one in some if one.support.kind.startswith("position “Peaceful")}
    assert all(loses == LAST for loses, _ in kinds)
    assert (ONLY, "key point 1") in {(one.loses, one.support.kind) for one in some}


def test_an_editors_line_that_has_other_support_must_still_be_written_anew(tmp_path: Path) -> None:
    more = FILES["briefs/delta.yml"] + (
        "      - {source: river-post, quote: Alder supports a peaceful settlement of disputes on the delta}\n"
        "      - {source: delta-times, quote: Birch supports the peaceful settlement of all disputes}\n"
    )
    assert (LAST, "key point 1") in lost(tmp_path, "delta-times", delta_yml=more)
    assert (ONE_OF, "key point 1") in lost(tmp_path / "two", "river-post", delta_yml=more)


def test_every_line_has_a_source_and_a_source_without_lines_affects_nothing(tmp_path: Path) -> None:
    made = published(dossier_in(tmp_path))
    every = [support for brief in made.briefs for support in supports(brief)]
    assert every
    assert all(support.sources and support.labels and support.text for support in every)
    assert without(made, "nobody") == ()
