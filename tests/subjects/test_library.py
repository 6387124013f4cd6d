import re
from pathlib import Path

import pytest

from generator.dossier import phrases
from generator.dossier.documents import parse
from generator.dossier.schema import check
from generator.dossier.topic_map import Match, concept_problems, concepts
from generator.passages import passages
from generator.statements import Statement
from generator.subjects.library import GROUPS, library, subject_groups, subjects_with
from generator.topics.phrases import Index
from generator.topics.topics import TopicMap, topics
from generator.topics.words import words
from tests.conftest import Case

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "generator/subjects"
GUIDE = ROOT / "docs/guide/topic-map.md"
WHOLE = concepts(parse(f"use: [{', '.join(library())}]\n", "topic-map.yml"))
MAP = TopicMap(WHOLE)


def phrases_of(match: Match) -> set[str]:
    near = (phrase for group in match.near for phrase in group.phrases)
    return {*match.any, *match.none, *match.context, *near, *(phrase for group in match.all for phrase in group)}


@pytest.mark.cases("subjects")
def test_a_sentence_speaks_to_these_subjects_and_no_others(case: Case) -> None:
    text, expected = case.content
    said = [Statement("s", p, None, None, (), "none", "reporter's line", "", (), (), None) for p in passages(text)]
    found = {path for mapped in topics(text, said, MAP) for path in mapped.concepts}
    case.holds([*(path for path in expected if path in found), *sorted(found - {*expected})], 1)


def test_each_file_of_the_room_is_a_group_and_no_id_stands_in_two() -> None:
    assert {path.stem for path in FOLDER.glob("*.yml")} == {*GROUPS}
    ids = [id_ for group in subject_groups().values() for id_ in group]
    assert len(ids) == len(set(ids)) == len(library()) >= 60


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_a_topic_map_without_a_problem(group: str) -> None:
    text = (FOLDER / f"{group}.yml").read_text(encoding="utf-8")
    document = parse(text, f"{group}.yml")
    assert check(document, "topic-map") == ()
    assert [*concept_problems(document)] == []


@pytest.mark.parametrize("concept", WHOLE, ids=lambda concept: str(concept.path))
def test_a_subject_says_what_it_covers_and_no_phrase_of_it_rules_itself_out(concept: object) -> None:
    subject = next(other for other in WHOLE if other is concept)
    assert subject.definition
    assert subject.definition.endswith(".")
    assert [fault for phrase in phrases_of(subject.match) if (fault := phrases.fault(phrase))] == []
    barred = Index(subject.match.none)
    assert [phrase for phrase in subject.match.any if barred.hits(words(phrases.plain_phrase(phrase)))] == []
    assert len({*subject.match.any}) == len(subject.match.any), "a phrase stands there twice"


def test_a_word_leads_to_the_subjects_that_are_called_by_it_first() -> None:
    assert subjects_with("tariff") == ("trade",)
    assert subjects_with("gas")[0] == "oil-and-gas"
    assert subjects_with("zebra") == ()


def test_the_guide_shows_every_subject(pytestconfig: pytest.Config) -> None:
    wanted = "".join(
        f"| `{id_}` | {one['pref_label']} | {' '.join(filter(None, [one['definition'], one.get('scope_note')]))} |\n"
        for id_, one in library().items()
    )
    before, head, after = re.split(r"^(\| Id \|.*\n.*\n)", GUIDE.read_text(encoding="utf-8"), flags=re.M)
    rows, end, rest = after.partition("\n## ")
    if pytestconfig.getoption("--update-cases"):
        GUIDE.write_text(f"{before}{head}{wanted}{end}{rest}", encoding="utf-8", newline="\n")
    else:
        assert rows == wanted, "`pytest --update-cases` writes it again"
