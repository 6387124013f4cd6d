"""Any character in a text: pages and prints are made, and each quotation is read back as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.build import generate
from generator.prints import Printed, print_all
from generator.quotations import LINE_BREAK, find, fold, quotations_in, read_seeds, read_texts
from tests.dossier_of import FILES, dossier_in
from tests.faults.any_character import SEQUENCES, words_of_blocks


def printed(folder: Path, words: list[str], together: int) -> tuple[list[str], Printed]:
    """Print a brief that quotes `words`, so many to a sentence; return the sentences and the print."""
    rows = [words[at : at + together] for at in range(0, len(words), together)]
    said = [f"Moreau said the grain {n} {' a '.join(row)} on the delta is 40 tonnes" for n, row in enumerate(rows, 100)]
    brief = yaml.safe_load(FILES["briefs/delta.yml"]) | {
        "sections": ["key-points", "facts", "claims"],
        "key_points": [
            {"text": f"Point {number}.", "evidence": [{"source": "harbour-news", "quote": one}]}
            for number, one in enumerate(said)
        ],
    }
    text = "".join(f"{one}.\n\n" for one in said)
    dossier_in(folder, harbour_txt=text, delta_yml=yaml.safe_dump(brief, allow_unicode=True))
    generate(folder)
    # A brief on paper has no more notes than fit its pages: all passages stand in the annex of the dossier.
    return said, print_all(folder, Path("docs"), Path("out"))[-1]


def assert_read_back(folder: Path, said: list[str], file: Path) -> None:
    seeds = read_seeds(folder / "seeds")
    for _, paragraphs in read_texts(file):
        quoted = [
            one for each in paragraphs for one in quotations_in(each, lambda text: find(text, seeds).seed is not None)
        ]
        lost = [fold(one.text.replace(LINE_BREAK, " ")) for one in quoted if find(one.text, seeds).seed is None]
        assert lost == []
        everything = fold(" ".join(paragraphs).replace(LINE_BREAK, " "))
        assert [n for n, one in enumerate(said) if f"grain {n + 100} " not in everything] == []


@pytest.mark.long
def test_signs_of_several_characters_are_printed_and_read_back(tmp_path: Path) -> None:
    said, one = printed(tmp_path, list(SEQUENCES), 1)
    assert_read_back(tmp_path, said, one.file)
    assert_read_back(tmp_path, said, tmp_path / "docs/briefs/delta.md")


@pytest.mark.parametrize(
    ("letters", "every"),
    [(1, 2_048), pytest.param(1, 64, marks=pytest.mark.long), pytest.param(8, 1, marks=pytest.mark.long)],
    ids=["some", "one letter", "eight letters"],
)
def test_a_word_of_every_block_is_printed_and_read_back(letters: int, every: int, tmp_path: Path) -> None:
    said, one = printed(tmp_path, words_of_blocks(letters, every), 30)
    assert_read_back(tmp_path, said, one.file)
