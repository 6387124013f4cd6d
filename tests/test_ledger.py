from __future__ import annotations

from pathlib import Path

from generator.build import publication
from generator.explanations.ledger import coverage, ledger_text, summary
from tests.dossier_of import FILES, dossier_in

CAPTION = "Photo: Harbour News / A. Finn\n\n"


def test_every_body_passage_is_used_or_says_why_not(tmp_path: Path) -> None:
    brief = FILES["briefs/delta.yml"].replace("concepts: [delta, works]", "concepts: [delta]")
    other = "Birch said that the summer was warm.\n"
    made = publication(dossier_in(tmp_path, delta_yml=brief, delta_txt=FILES["seeds/delta.txt"] + CAPTION + other))
    entries = coverage(made)
    body = [item.label for item in made.comparison.items if item.statement.passage.zone == "body"]
    assert [entry.item.label for entry in entries] == body
    states = {entry.item.label: entry.state for entry in entries}
    assert states["1.1"] == "used"
    assert states["2.2"] == "set aside"
    assert states[body[-1]] == "not mapped"
    assert all(bool(entry.places) != bool(entry.because) for entry in entries)


def test_a_withdrawn_source_is_set_aside(tmp_path: Path) -> None:
    sources = FILES["seeds/sources.yml"].replace(
        "delta-times:\n", "delta-times:\n  withdrawn: corrected by the paper\n"
    )
    entry = coverage(publication(dossier_in(tmp_path, sources_yml=sources)))[-1]
    assert (entry.state, entry.because) == ("set aside", "its source is withdrawn: corrected by the paper")


def test_the_counts_add_up_and_what_is_used_is_not_listed(tmp_path: Path) -> None:
    entries = coverage(publication(dossier_in(tmp_path, delta_txt="Birch said that the summer was warm.\n")))
    assert sum(count for _, count in summary(entries)) == len(entries)
    told = ledger_text(entries)
    assert told.startswith(f"{len(entries)} body passages: {len(entries) - 1} used, 0 set aside, 1 not mapped.\n")
    assert "the summer was warm" in told
    assert "Moreau" not in told
    assert "Moreau" in ledger_text(entries, every=True)
