"""A text in a language that has no lexicon is not read as English: shown, cited, and attributed to nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inventions import dossier, source

from generator.passages import passages
from generator.statements import statements
from generator.statements.lexicon.language import is_english

FRENCH = (
    "Le président Moreau a déclaré lundi que le port serait ouvert en mai. « Alder paiera la route », said Moreau, et "
    "les deux pays avaient conclu un accord sur la taxe. Il a ajouté que la digue était sûre."
)
OTHERS = {
    "de": "Der Präsident sagte am Montag, dass der Hafen im Mai geöffnet werde und dass beide Länder sich auf "
    "eine Abgabe geeinigt hätten. Er fügte hinzu, der Damm sei sicher, und man werde ihn in zwei Jahren prüfen.",
    "nl": "De president zei maandag dat de haven in mei open zou gaan en dat de twee landen het eens waren over de "
    "heffing. Hij voegde eraan toe dat de dam veilig was en dat men er in de zomer over zou spreken.",
    "uk": "Президент заявив у понеділок, що порт відкриється у травні і що обидві країни домовилися про збір. "
    "Він додав, що гребля безпечна і що її перевірять через два роки, як було обіцяно раніше.",
    "zh": "总统星期一表示港口将于五月开放两国已就税费达成协议他还说大坝是安全的将在两年内接受检查正如之前所承诺的那样",
}
ENGLISH = (
    "Moreau said on Monday that the port would open in May and that the two countries had agreed on a levy. She added "
    "that the dam was safe, and that it would be looked at in two years, as had been promised to those who live there."
)


@pytest.mark.parametrize("text", [FRENCH, *OTHERS.values()])
def test_the_words_of_a_text_show_its_language(text: str) -> None:
    assert not is_english(text, None)


def test_english_is_english_and_a_few_words_are() -> None:
    assert is_english(ENGLISH, None)
    assert is_english("Alder Birch Moreau Field", None)


def test_what_the_source_says_decides() -> None:
    assert is_english(FRENCH, "en-GB")
    assert not is_english(ENGLISH, "fr")


def test_passages_are_there_and_nobody_is_said_to_have_said_them() -> None:
    text = FRENCH
    found = statements(replace(source(text), language="fr"), passages(text), dossier(["alder", "birch"], "2031-03-10"))
    assert len(found) > 1
    assert {(one.speaker, one.holders, one.clauses, one.cue) for one in found} == {(None, (), (), None)}
    assert {one.form for one in found} == {"unread"}
    assert "“fr”" in found[0].rule
