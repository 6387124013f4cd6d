from pathlib import Path

import pytest

from generator.evaluation.attribution import Score, score_relations, total
from generator.evaluation.brat import GoldRelation, load_brat
from generator.statements.relation import Relation, Span

TEXT = "Moreau said the port is open. “It will stay open,” Larsen added."


def _span(words: str) -> Span:
    at = TEXT.index(words)
    return at, at + len(words)


def _gold(source: str, cue: str, content: str) -> GoldRelation:
    return GoldRelation((_span(source),), (_span(cue),), (_span(content),))


def _guess(source: str, cue: str, content: str, kind: str = "indirect", outer: int | None = None) -> Relation:
    return Relation(kind, _span(source), _span(cue), (_span(content),), "cue", "test", outer)  # type: ignore[arg-type]


GOLD = [_gold("Moreau", "said", "the port is open"), _gold("Larsen", "added", "“It will stay open,”")]


def test_what_is_found_exactly_scores_one_everywhere() -> None:
    guesses = [
        _guess("Moreau", "said", "the port is open"),
        _guess("Larsen", "added", "“It will stay open,”", "direct"),
    ]
    scores = score_relations(TEXT, GOLD, guesses)
    assert {name: score.f1 for name, score in scores.by_name.items()} == dict.fromkeys(scores.by_name, 1.0)
    assert scores.misses == ()


def test_a_part_of_the_content_overlaps_and_is_not_exact() -> None:
    scores = score_relations(TEXT, GOLD[:1], [_guess("Moreau", "said", "port is open")]).by_name
    assert scores["content overlap"].f1 == 1.0
    assert scores["content exact"].f1 == 0.0
    assert scores["content share"].precision == 1.0
    assert scores["content share"].recall == pytest.approx(len("port is open") / len("the port is open"))


def test_every_miss_is_listed_with_its_side() -> None:
    scores = score_relations(TEXT, GOLD, [_guess("Moreau", "said", "the port is open"), _guess("Larsen", "is", "It")])
    assert [(miss.measure, miss.side) for miss in scores.misses] == [("cue", "missed"), ("cue", "wrong")]
    assert scores.by_name["cue overlap"] == Score(1, 2, 1, 2)


def test_the_wrong_source_of_a_found_relation_counts_against_the_source_alone() -> None:
    scores = score_relations(TEXT, GOLD[:1], [_guess("Larsen", "said", "the port is open")]).by_name
    assert scores["source overlap"].recall == 0.0
    assert scores["cue exact"].f1 == scores["content exact"].f1 == 1.0


def test_one_prediction_stands_for_one_label_only() -> None:
    both = GoldRelation((), (), (_span("the port is open"), _span("“It will stay open,”")))
    scores = score_relations(TEXT, [both, GOLD[1]], [_guess("Larsen", "added", "“It will stay open,”")]).by_name
    assert scores["content overlap"].recall == 0.5


def test_relations_inside_a_content_are_left_out() -> None:
    guesses = [_guess("Moreau", "said", "the port is open"), _guess("port", "is", "open", outer=0)]
    assert score_relations(TEXT, GOLD[:1], guesses).by_name["cue overlap"] == Score(1, 1, 1, 1)


def test_direct_quotations_and_cues_of_saying_are_scored_apart() -> None:
    scores = score_relations(TEXT, GOLD, [_guess("Larsen", "added", "“It will stay open,”", "direct")]).by_name
    assert scores["direct quotations"] == Score(1, 1, 1, 1)
    assert scores["saying, content overlap"] == Score(1, 1, 1, 2)


def test_scores_of_texts_add_up() -> None:
    one = score_relations(TEXT, GOLD, [_guess("Moreau", "said", "the port is open")])
    assert total([one, one])["cue overlap"] == Score(2, 2, 2, 4)


def test_nothing_predicted_and_nothing_labelled_is_no_fault() -> None:
    assert score_relations(TEXT, [], []).by_name["cue overlap"].f1 == 1.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one [a].txt").write_bytes("Él said:\r\nthe port is open.".encode())
    lines = (
        "T1\tSource 0 2\tÉl\nT2\tCue 3 7\tsaid\nT3\tContent 10 13;14 18\tthe port\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
    )
    (tmp_path / "attributions" / "one [a]_4b22.ann").write_text(lines, "utf-8")
    (tmp_path / "attributions" / "one [a]_9c00.ann").write_text("", "utf-8")
    return tmp_path


def test_a_brat_folder_is_read_with_pieces_and_line_ends_kept(folder: Path) -> None:
    (labelled,) = load_brat(folder)
    assert labelled.name == "one [a]"
    assert labelled.relations == (GoldRelation(((0, 2),), ((3, 7),), ((10, 13), (14, 18))),)
    assert [labelled.text[start:end] for start, end in labelled.relations[0].content] == ["the", "port"]


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no \.txt files"):
        load_brat(tmp_path)


def test_a_text_without_labels_is_an_error(folder: Path) -> None:
    (folder / "text" / "two.txt").write_text("x", "utf-8")
    with pytest.raises(FileNotFoundError, match=r"two\.txt: no \.ann"):
        load_brat(folder)
