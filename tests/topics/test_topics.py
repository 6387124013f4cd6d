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


def answered(*turns: tuple[str, bool]) -> list[tuple[str, ...]]:
    """Read `turns`, a paragraph each, with whether it asks, and return what each sentence speaks to and why."""
    tree = TopicMap(concepts(parse("deal: {pref_label: Deal}\ntoll: {pref_label: Toll}\n", "topic-map.yml")))
    turns = (("Remarks at the port", False), ("They spoke to the press for some minutes.", False), *turns)
    text = "\n\n".join(turn for turn, _ in turns)
    said = [
        Statement("s", p, None, None, (), "cue", "direct quotation", "", (), (), None, asks=turns[p.paragraph][1])
        for p in passages(text)
    ]
    return [tuple(f"{m.concept} {m.reason}" for m in each.mentions) for each in topics(text, said, tree)][2:]


def test_an_answer_has_the_topic_of_its_question() -> None:
    asked = ("Q On the grain deal? Will it hold?", True)
    assert answered(asked, ("OAK: There is no reason that they left. It was signed.", False), ("It rains.", False)) == [
        (), (), ("deal answer",), ("deal answer",), (),
    ]  # fmt: skip


def test_an_answer_speaks_to_what_it_names_itself_from_there_on() -> None:
    asked = ("Q Will the deal hold?", True)
    found = answered(asked, ("OAK: Thank you. Yes. The toll is another thing. We shall see.", False), ("Yes.", False))
    assert found == [(), (), ("deal answer",), ("toll words",), (), ()]


def test_what_leads_the_talk_and_asks_nothing_is_not_answered() -> None:
    assert answered(("HOST: The deal is our subject today.", True), ("OAK: It rains.", False)) == [(), ()]


def test_an_answer_is_to_the_last_question_before_it() -> None:
    turns = [
        ("Q Is the deal dead?", True),
        ("OAK: No, it is not.", False),
        ("Q And now?", True),
        ("OAK: We have to wait.", False),
    ]
    assert answered(*turns) == [(), ("deal answer",), (), ()]


def test_a_quotation_carries_nothing_into_a_sentence_that_rules_it_out() -> None:
    topic_map = {"deal": {"pref_label": "Deal", "match": {"none": ["oil"]}}}
    found = mapped("“The deal is dead. The oil deal lives. Good.” So be it.", topic_map)
    assert [one.concepts for one in found] == [("deal",), (), (), ()]


def test_exact_phrases_find_no_other_forms() -> None:
    topic_map = {"ship": {"pref_label": "A", "labels_match": False, "match": {"exact": ["ship"], "none": ['"sail"']}}}
    found = mapped("They ship it. They shipped it. They ship and sail. They sailed with ships.", topic_map)
    assert [one.concepts for one in found] == [("ship",), (), (), ("ship",)]


def test_a_title_makes_known_what_the_text_speaks_of() -> None:
    topic_map = {"peace": {"pref_label": "Peace talks", "match": {"again": ["exchange"]}}}
    text = "{} in Corvo\n\nThe exchange of words lasted until late at night."
    assert [one.concepts for one in mapped(text.format("Peace talks"), topic_map)] == [(), ("peace",)]
    assert [one.concepts for one in mapped(text.format("Evening"), topic_map)] == [(), ()]
