from typing import Any

import pytest
import yaml

from generator.dossier.documents import parse
from generator.dossier.topic_map import concepts
from generator.passages import passages
from generator.statements import Statement
from generator.topics.topics import Mapped, TopicMap, topics


def mapped(text: str, topic_map: dict[str, Any]) -> tuple[Mapped, ...]:
    """Read `text` without attribution, and map it."""
    tree = TopicMap(concepts(parse(yaml.safe_dump(topic_map, sort_keys=False), "topic-map.yml")))
    said = [
        Statement("s", passage, None, None, (), "none", "reporter's line", "", (), (), None)
        for passage in passages(text)
    ]
    return topics(text, said, tree)


@pytest.mark.cases("topics")
def test_statements_are_mapped(case: Any) -> None:
    found = mapped(case.content["text"], case.content["topic_map"])
    case.holds([[part for m in one.mentions for part in (m.concept, m.reason)] for one in found])


def test_a_guard_says_why_it_kept_a_concept_out() -> None:
    found = mapped("The oil terms name the delta.", {"delta": {"pref_label": "Delta", "match": {"none": ["oil"]}}})
    assert found[0].mentions == ()
    assert found[0].kept_out[0].because == "the sentence also has “oil”, which `none` rules out"


def test_only_pointing_words_carry_a_thought_over_to_the_next_paragraph() -> None:
    topic_map = {"peace": {"pref_label": "Peace talks"}}
    pointing = mapped("Alder wants peace talks.\n\nIt will work in this direction.", topic_map)
    plain = mapped("Alder wants peace talks.\n\nIt will work.", topic_map)
    assert [one.concepts for one in pointing] == [("peace",), ("peace",)]
    assert [one.concepts for one in plain] == [("peace",), ()]


def test_every_span_stands_inside_its_sentence() -> None:
    text = "Alder wants peace talks, and soon. It said so."
    for one in mapped(text, {"peace": {"pref_label": "Peace talks"}}):
        for mention in one.mentions:
            passage = one.statement.passage
            assert all(passage.start <= a < b <= passage.end for a, b in (*mention.spans, mention.clause))


def test_a_question_is_evidence_for_nothing_and_its_answer_may_point_back_at_it() -> None:
    tree = TopicMap(concepts(parse(yaml.safe_dump({"peace": {"pref_label": "Peace talks"}}), "topic-map.yml")))
    text = "Alder wants peace talks.\n\nWe will work in this direction."
    said = [
        Statement("s", passage, None, None, (), "cue", "direct quotation", "", (), (), None, asks=number == 0)
        for number, passage in enumerate(passages(text))
    ]
    assert [one.concepts for one in topics(text, said, tree)] == [(), ("peace",)]
