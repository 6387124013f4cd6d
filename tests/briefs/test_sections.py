from pathlib import Path
from typing import Any

import pytest

from generator.briefs.brief import Brief
from generator.briefs.quotes import cited
from generator.build import publication
from tests.dossier_of import FILES, dossier_in


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    return publication(dossier_in(tmp_path)).briefs[0]


def section(brief: Brief, name: str) -> Any:
    return dict(brief.sections)[name]


def test_sections_stand_in_the_order_of_the_definition(brief: Brief) -> None:
    assert [name for name, _ in brief.sections] == list(brief.definition.sections)


def test_positions_put_each_holder_in_its_column(brief: Brief) -> None:
    table = section(brief, "positions")
    rows = {row.concept: [cell.quote and cell.quote.item.label for cell in row.cells] for row in table.rows}
    assert table.columns == ("Alder says", "Birch says", "Both say")
    assert rows["delta/settlement"] == ["1.1", "3.1", None]
    assert rows["delta/passage"] == [None, "1.3", None]
    assert rows["works/railway"] == [None, None, "1.4"]


def test_of_two_wordings_the_one_that_names_its_speaker_is_shown(tmp_path: Path) -> None:
    # In the first source only a pronoun says who speaks.
    first = "President Ana Moreau of Alder met fishermen. She said Alder supports the peaceful settlement of disputes"
    harbour = FILES["seeds/harbour.txt"].partition(" on the delta")[2]
    found = publication(dossier_in(tmp_path, harbour_txt=f"{first} on the delta{harbour}")).briefs[0]
    row = next(row for row in section(found, "positions").rows if row.concept == "delta/settlement")
    assert row.cells[0].quote.item.label == "2.1"
    assert [quote.item.label for quote in row.cells[0].others] == ["1.2"]


@pytest.mark.parametrize(
    ("harbour", "river", "shown"),
    [
        # A page comes before what reads well.
        (
            "Moreau wants the peaceful settlement of all the old and new disputes of the men and women of the two "
            "banks of the delta with one or two of its great mills.",
            "Moreau wants peaceful settlement of disputes on the delta.",
            "2.1",
        ),
        # Of two that read well, the earlier source.
        ("Moreau wants peaceful settlement by May.", "Moreau wants peaceful settlement of disputes.", "1.1"),
    ],
)
def test_of_two_wordings_the_one_that_reads_well_is_shown(tmp_path: Path, harbour: str, river: str, shown: str) -> None:
    texts = {"harbour_txt": f"{harbour}\n", "river_txt": f"{river}\n"}
    points = FILES["briefs/delta.yml"].partition("key_points")[0]
    found = publication(dossier_in(tmp_path, delta_yml=points, **texts)).briefs[0]
    row = next(row for row in section(found, "positions").rows if row.concept == "delta/settlement")
    assert row.cells[0].quote.item.label == shown


def test_of_two_wordings_the_one_of_the_briefs_event_is_shown(tmp_path: Path) -> None:
    sources = FILES["seeds/sources.yml"].replace("event: talks", "event: return-visit", 1)
    found = publication(dossier_in(tmp_path, sources_yml=sources)).briefs[0]
    row = next(row for row in section(found, "positions").rows if row.concept == "delta/settlement")
    assert (row.cells[0].quote.item.label, row.cells[0].event) == ("2.1", None)


def papers(folder: Path, numbers: range, sentence: str) -> None:
    listing = folder / "seeds/sources.yml"
    for number in numbers:
        (folder / f"seeds/x{number}.txt").write_text(f"{sentence}\n".replace("NUMBER", str(number)))
        about = f"file: x{number}.txt, publisher: Paper {number}, issued: 2031-05-04, event: talks, kind: news report"
        listing.write_text(listing.read_text() + f"paper-{number}: {{{about}}}\n")


def test_what_a_report_leaves_out_is_told_and_of_many_reports_is_not(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    assert section(publication(folder).briefs[0], "differences").left_out == ()
    for name in ("harbour.txt", "river.txt"):
        (folder / "seeds" / name).write_text("Alder supports peaceful settlement.\n", encoding="utf-8")
    (folder / "briefs/delta.yml").write_text(FILES["briefs/delta.yml"].partition("facts:")[0], encoding="utf-8")
    papers(folder, range(4, 6), "Alder supports peaceful settlement and freedom of passage.")
    found = section(publication(folder).briefs[0], "differences").left_out
    assert [(one.source.id, [c.path for c in one.concepts]) for one in found if one.source.id == "river-post"] == [
        ("river-post", ["delta/passage"])
    ]
    papers(folder, range(6, 20), "Grain is dear in town NUMBER, said a baker.")
    assert section(publication(folder).briefs[0], "differences").left_out == ()


def test_a_withdrawn_source_is_shown_nowhere(tmp_path: Path) -> None:
    sources = FILES["seeds/sources.yml"].replace("river-post:\n", "river-post:\n  withdrawn: in error\n")
    found = publication(dossier_in(tmp_path, sources_yml=sources))
    shown = {item.source.id for items in found.comparison.by_concept.values() for item in items}
    assert shown == {"harbour-news", "delta-times"}
    assert {item.number for item in cited(section(found.briefs[0], "claims"))} == {1, 3}


@pytest.mark.parametrize(
    ("more", "flags"),
    [
        ([], ("one source",)),
        ([("river-post", "supports a peaceful settlement")], ("two reports of one press release",)),
        ([("delta-times", "Birch supports the peaceful settlement of all disputes")], ("one source each",)),
        ([("river-post", "a peaceful settlement"), ("delta-times", "the peaceful settlement of all")], ()),
    ],
)
def test_a_key_point_says_on_how_little_it_rests(
    tmp_path: Path, more: list[tuple[str, str]], flags: tuple[str, ...]
) -> None:
    added = "".join(f"      - {{source: {source}, quote: {quote}}}\n" for source, quote in more)
    found = publication(dossier_in(tmp_path, delta_yml=FILES["briefs/delta.yml"] + added)).briefs[0]
    (line,) = section(found, "key-points").lines
    assert line.flags == flags


def test_a_position_of_a_later_event_says_so(brief: Brief) -> None:
    settlement = next(row for row in section(brief, "positions").rows if row.concept == "delta/settlement")
    assert settlement.cells[0].event is None
    assert settlement.cells[1].event.short == "January 2032"


def test_a_fact_stands_with_the_sources_that_give_it(brief: Brief) -> None:
    (row,) = section(brief, "facts").rows
    assert [(value.shown, [q.item.label for q in value.quotes]) for value in row.values] == [("300 tonnes", ["1.2"])]


def test_since_then_puts_the_later_wording_beside_the_earlier(brief: Brief) -> None:
    (later,) = section(brief, "since-then").events
    (row,) = later.rows
    assert (row.before, row.became, row.after.item.label) == (None, "beside", "3.1"), (
        "Alder said it before, and not Birch"
    )
    assert later.sources == 1
    assert {concept.path for concept in later.dropped} == {"delta/passage", "works/railway", "works/grain"}


def test_every_statement_on_a_concept_is_reached_from_the_claims(brief: Brief) -> None:
    shown = {item.label for item in cited(section(brief, "claims"))}
    assert sorted(shown) == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "3.1"]


def test_no_words_stand_twice_among_the_claims(brief: Brief) -> None:
    groups = section(brief, "claims").groups
    words = [line.shown for group in groups for line in (*group.lines, *group.own)]
    assert len(words) == len(set(words))


def test_a_glance_has_a_row_a_party_and_a_column_an_event_where_something_stands(tmp_path: Path) -> None:
    glance = FILES["briefs/delta.yml"].replace("positions, ", "at-a-glance, ")
    table = section(publication(dossier_in(tmp_path, delta_yml=glance)).briefs[0], "at-a-glance")
    assert [event.id for event in table.events] == ["talks", "return-visit"]
    assert [row.who for row in table.rows] == ["Alder", "Birch", "Both"]
    said = {
        (row.who, event.id): [line.concept.path for group in cell.groups for line in group.lines]
        for row in table.rows
        for event, cell in zip(table.events, row.cells, strict=True)
    }
    assert set(said["Alder", "talks"]) == {"delta/settlement", "works/grain"}
    assert said["Birch", "return-visit"] == ["delta/settlement"]
    assert said["Alder", "return-visit"] == []


def test_without_key_points_a_rule_chooses_claims_of_both_sides_and_says_so(tmp_path: Path) -> None:
    definition = FILES["briefs/delta.yml"]
    found = publication(dossier_in(tmp_path, delta_yml=definition[: definition.index("key_points")]))
    points = section(found.briefs[0], "key-points")
    assert points.automatic
    assert {line.claim.who for line in points.lines} >= {"Alder", "Birch"}
    assert len({line.claim.shown for line in points.lines}) == len(points.lines)


def test_the_source_statement_counts_kinds_origins_and_single_sources(brief: Brief) -> None:
    assert section(brief, "sources").statement == (
        "This brief rests on 3 sources: 3 news reports.",
        "Harbour News and River Post rest on the same text or account and count once: 2 origins in all.",
        "One source alone speaks to Freedom of passage; Grain.",
    )


def test_the_sources_of_a_brief_are_those_that_it_cites(tmp_path: Path) -> None:
    definition = FILES["briefs/delta.yml"].replace("sections: [", "sections: [key-points, sources] # [")
    assert "# [" in definition
    (found,) = publication(dossier_in(tmp_path, delta_yml=definition)).briefs[:1]
    lines = section(found, "sources").lines
    assert tuple(line.source.id for line in lines) == found.sources
    assert sum(line.passages for line in lines) == len(found.cited)
