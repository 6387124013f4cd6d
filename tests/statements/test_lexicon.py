"""The lexicon: each table is read or refused line by line, and a verb on one line is known to every rule."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from inventions import read

from generator.messages.problems import DossierError
from generator.statements.lexicon import cues, load
from generator.statements.lexicon.inflection import forms

ENGLISH = Path(load.__file__).parent / "en"


def _past(verb: str) -> str:
    return next(form for form, name in forms(verb) if name == "past")


@pytest.mark.parametrize("verb", sorted(cues.SAY - cues.UTTER))
def test_a_verb_of_saying_is_known_to_those_who_find_relations_and_to_those_who_say_whose_they_are(verb: str) -> None:
    (known,) = read(f"The Birchian foreign minister {_past(verb)} that the dam is safe.")
    (strange,) = read(f"Two port engineers {_past(verb)} that the dam is safe.")
    assert (known.cue, known.holders) == (_past(verb), ("birch",))
    assert (strange.cue, strange.stranger) == (_past(verb), "Two port engineers")


@pytest.mark.parametrize("verb", sorted(cues.TELL))
def test_a_verb_of_telling_is_known_to_both_too(verb: str) -> None:
    (strange,) = read(f"Two port engineers {_past(verb)} the council that the dam is safe.")
    assert strange.cue is not None
    assert strange.cue.startswith(_past(verb))
    assert strange.stranger == "Two port engineers"


def test_one_line_makes_a_verb_of_saying(tmp_path: Path) -> None:
    shutil.copytree(ENGLISH, tmp_path / "en")
    with (tmp_path / "en/verbs.tsv").open("a", encoding="utf-8") as file:
        file.write("burble\tsay\t\t\t\t\t\t\n")
    made = load.load(tmp_path / "en")
    assert "burble" in made.having("verbs.tsv", "takes", "say")
    assert len(made.verbs) == len(load.ENGLISH.verbs) + 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("burble\tsay\t\t\t\t\t", "there are 7 columns, not 8. Mend: write lemma, takes, with, particle, also, acts, "),
        ("burble\tsayy\t\t\t\t\t\t", "“sayy” is nothing that takes can be. Mend: write one of accuse, call, "),
        ("burble\t\t\t\t\tstand:for\t\t", "“stand:for” is nothing that acts can be. Mend: write one of does, "),
        ("say\t\t\t\t\t\t\t", "“say” stands here twice. Mend: put all that it can do on one line."),
        ("Burble\t\t\t\t\t\t\t", "“Burble” is no word in small letters. Mend: "),
        ("burble\t\t\t\t\t\t9\t", "“9” is nothing that strength can be. Mend: write one of 1, 2, 3, 4, 5, 6, 7, 8."),
        ("burble\t\t\t\t\t\t\tburblt", "“burblt” is not past tense and participle. Mend: "),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_its_number(tmp_path: Path, line: str, told: str) -> None:
    shutil.copytree(ENGLISH, tmp_path / "en")
    file = tmp_path / "en/verbs.tsv"
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}{line}\n", encoding="utf-8")
    with pytest.raises(DossierError) as raised:
        load.load(tmp_path / "en")
    assert str(raised.value).startswith(f"{file}:{before.count(chr(10)) + 1}:1: {told}")


def test_every_line_has_its_place_in_the_alphabet() -> None:
    for path in sorted(ENGLISH.glob("*.tsv")):
        words = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()[1:]]
        assert words == sorted(words), path.name
        assert len(words) > 40
