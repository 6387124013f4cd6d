"""What a page of a brief leads to: every passage on its concepts, on the page itself or on a list that it links to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import CASES

ROOT = Path(__file__).parent.parent.parent
# The passages that each page cited before it said each thing once.
BEFORE = yaml.safe_load((CASES / "reachable/shipped.yml").read_text(encoding="utf-8"))
# Words of each page, without its front matter.
WORDS = {"visit-summary": 4900, "sectors": 3000, "maritime-position": 1350, "ukraine-stance": 850}
CITED = re.compile(r"\[\^(\d+\.\d+)\](?!:)")


def body(brief: str) -> str:
    text = (ROOT / f"docs/briefs/{brief}.md").read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1]


def reached(brief: str) -> set[str]:
    text = body(brief)
    linked = [ROOT / f"docs/topics/{path}" for path in re.findall(r"\]\(\.\./topics/([\w/.-]+\.md)", text)]
    return set(CITED.findall("".join([text, *(page.read_text(encoding="utf-8") for page in linked)])))


@pytest.mark.parametrize("brief", BEFORE)
def test_no_passage_is_lost_to_who_reads_the_page(brief: str) -> None:
    assert set(BEFORE[brief]) - reached(brief) == set()


@pytest.mark.parametrize("brief", WORDS)
def test_a_page_has_no_more_words_than_it_may(brief: str) -> None:
    assert len(body(brief).split()) <= WORDS[brief]


@pytest.mark.parametrize("brief", WORDS)
def test_a_passage_stands_whole_once_on_its_page_in_its_note(brief: str) -> None:
    text = body(brief)
    for note in re.findall(r"^\[\^[\d.]+\]: “(.*)” — ", text, re.MULTILINE):
        assert text.count(f"“{note}”") == 1, note
