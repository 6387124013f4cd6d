from pathlib import Path

import pytest
import yaml

from generator.changes.reviewing import mark_reviewed, to_review
from generator.messages.problems import DossierError
from tests.changes.next_source import add_coast, published, reviewed, two_editions
from tests.dossier_of import dossier_in

BODY = "question: What?\nconcepts: [delta]\n"
# Before, and after `briefs review` at edition 3: each byte but the number stays.
FILES = {
    "after the number": (
        b"title: T # a title\nnumber: 1\n" + BODY.encode(),
        b"title: T # a title\nnumber: 1\nreviewed: 3\n" + BODY.encode(),
    ),
    "at the end without a number": (b"title: T\n" + BODY.encode(), b"title: T\n" + BODY.encode() + b"reviewed: 3\n"),
    "a missing last line end": (b"title: T\nquestion: What?", b"title: T\nquestion: What?\nreviewed: 3\n"),
    "in place of the old": (
        b"reviewed: 12   # by Jo\ntitle: T\n" + BODY.encode(),
        b"reviewed: 3   # by Jo\ntitle: T\n" + BODY.encode(),
    ),
    "a name in quotes": (b'"reviewed": 1\ntitle: T\n', b'"reviewed": 3\ntitle: T\n'),
    "windows line ends": (b"number: 1\r\nquestion: Q\r\n", b"number: 1\r\nreviewed: 3\r\nquestion: Q\r\n"),
    "a byte order mark": (b"\xef\xbb\xbfreviewed: 1\ntitle: T\n", b"\xef\xbb\xbfreviewed: 3\ntitle: T\n"),
    "words in a text that look alike": (
        b"objective: |\n  x\nnumber: 2\ninternal:\n  - >\n    number: 1\n",
        b"objective: |\n  x\nnumber: 2\nreviewed: 3\ninternal:\n  - >\n    number: 1\n",
    ),
    "a text at the top level that looks alike": (
        b"objective: 'one\n\nreviewed: 1\n\ntwo'\nreviewed: 2\n".replace(b"\nreviewed: 1", b"\n reviewed: 1"),
        b"objective: 'one\n\n reviewed: 1\n\ntwo'\nreviewed: 3\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_only_the_number_is_written(tmp_path: Path, name: str) -> None:
    before, after = FILES[name]
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/a.yml").write_bytes(before)
    mark_reviewed(tmp_path, ["a"], 3)
    assert (tmp_path / "briefs/a.yml").read_bytes() == after
    assert yaml.safe_load(after)["reviewed"] == 3


@pytest.mark.parametrize(
    "content", [b"{title: T, question: Q}\n", b"title: T\n...\n", b"- a\n", b"title: [\n", b"\xff"]
)
def test_what_cannot_be_edited_so_is_told_and_left(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/a.yml").write_bytes(b"title: T\nnumber: 1\n")
    (tmp_path / "briefs/b.yml").write_bytes(content)
    with pytest.raises(DossierError) as raised:
        mark_reviewed(tmp_path, ["a", "b"], 3)
    assert raised.value.problems[0].file == "briefs/b.yml"
    assert (tmp_path / "briefs/b.yml").read_bytes() == content
    assert (tmp_path / "briefs/a.yml").read_bytes() == b"title: T\nnumber: 1\n"


def test_a_brief_that_nobody_reviewed_is_to_be_reviewed(tmp_path: Path) -> None:
    (one,) = to_review(published(dossier_in(tmp_path)))
    assert one.reason == "its editor has not reviewed it yet"


def test_a_reviewed_brief_is_at_rest_until_something_bears_on_it(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    reviewed(tmp_path)
    assert to_review(published(tmp_path)) == ()
    add_coast(tmp_path, "President Ivo Brand said Birch welcomes swans.\n")
    assert to_review(published(tmp_path)) == ()
    (one,) = to_review(two_editions(tmp_path / "other"))
    assert [(name, line.number) for name, line in one.lines] == [("key-points", 1)]


def test_another_value_for_what_a_point_says_is_told_as_that(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    file = tmp_path / "briefs/delta.yml"
    more = (
        "  - {text: Alder buys grain., evidence: [{source: harbour-news, quote: Alder will buy 300 tonnes of grain}]}\n"
    )
    file.write_text(file.read_text() + more)
    reviewed(tmp_path)
    published(tmp_path)
    add_coast(tmp_path)
    (one,) = to_review(published(tmp_path))
    newer = {line.number: {(new.why, new.quote.item.label) for new in line.newer} for _, line in one.lines}
    assert newer[2] == {("another value for Grain", "4.2")}


def test_a_review_of_an_edition_that_is_not_there_is_told(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    reviewed(tmp_path, 4)
    (one,) = to_review(published(tmp_path))
    assert one.reason == "it is reviewed at edition 4, and the last edition is 1"
