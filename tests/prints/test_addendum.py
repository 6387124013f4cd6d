"""What changed since an earlier state of the pages: which points, how they are shown, how much of each brief."""

import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.messages.problems import DossierError
from generator.prints import PrintOptions, print_addendum
from generator.prints.addendum import redline, revisions
from generator.prints.earlier import earlier_pages
from generator.prints.pages import PrintPage, read_page
from generator.prints.points import points, words
from generator.quotations.pdf import LINE_BREAK, pdf_texts

BEFORE = """---
brief: {id: grounds, number: 1, as_of: 2031-03-14}
---
# Grounds

## Bottom line

1. Alder asks for open grounds.[^1.2]
2. Birch keeps the *Treaty*.[^1.3]
3. Both want patrols.

## Positions

| | Alder says | Birch says |
| --- | --- | --- |
| Grounds | “keep them open” [^1.2] | not in these sources |

## Evidence

**Ana Moreau**, said
{ .statement }

> “keep them open all year” [^1.2]

The two rest on one press release.

[^1.2]: “One.” — A · [G](../sources/birch-gazette-2031-03-13.md#s2)
[^1.3]: “Two.” — A · [G](../sources/birch-gazette-2031-03-13.md#s3)
"""


def page(text: str) -> PrintPage:
    found = read_page(text, "docs/briefs/grounds.md")
    assert found is not None
    return found


def changes(after: str) -> list[str]:
    (revision,) = revisions([page(after)], {"grounds": page(BEFORE)})
    shown = []
    for change in revision.changes:
        text = ""
        for run in change.runs:
            inner = "".join(one["t"] for one in run.get("runs", ()))
            text += {"ins": f"+{inner}+", "del": f"-{inner}-"}.get(run.get("k", ""), run.get("t", ""))
            text += f"[{run['cite']}]" if "cite" in run else ""
        shown.append(f"{change.kind} {change.point.section} / {change.point.name}: {text.strip()}")
    return [*shown, f"{revision.share} % of {revision.total}"]


CASES = {
    "nothing": ("", "", ["0 % of 7"]),
    "a word": (
        "Birch keeps the *Treaty*.",
        "Birch honours the *Treaty*.",
        ["changed Bottom line / 2: Birch -keeps- +honours+ the Treaty.[1.3]", "14 % of 7"],
    ),
    "how words are styled is no change": ("*Treaty*", "**Treaty**", ["0 % of 7"]),
    "where a line of the file ends is no change": ("Both want patrols", "Both\n   want patrols", ["0 % of 7"]),
    "a citation more": (
        "Both want patrols.",
        "Both want patrols.[^1.3]",
        ["changed Bottom line / 3: Both want patrols.[1.3]", "14 % of 7"],
    ),
    "a point taken out leaves the numbers of the others": (
        "2. Birch keeps the *Treaty*.[^1.3]\n",
        "",
        ["gone Bottom line / 2: -Birch keeps the Treaty.-", "14 % of 6"],
    ),
    "a cell, and a quotation changes as a whole": (
        "“keep them open” [^1.2] | not",
        "“keep the grounds open” [^1.2] | not",
        ["changed Positions / Grounds · Alder says: -“keep them open”- +“keep the grounds open”+[1.2]", "14 % of 7"],
    ),
    "a statement is known by who said it": (
        "open all year” [^1.2]",
        "shut” [^1.2]",
        ["changed Evidence / Ana Moreau, said: -“keep them open all year”- +“keep them shut”+[1.2]", "14 % of 7"],
    ),
    "a paragraph without a name is known by its words": (
        "The two rest on one press release.",
        "The three rest on one press release.",
        ["changed Evidence / : The -two- +three+ rest on one press release.", "14 % of 7"],
    ),
    "a paragraph of which less than half is kept is another": (
        "The two rest on one press release.",
        "The two will meet on one of the islands.",
        [
            "new Evidence / : The two will meet on one of the islands.",
            "gone Evidence / : -The two rest on one press release.-",
            "25 % of 7",
        ],
    ),
    "a paragraph of other words is another": (
        "The two rest on one press release.",
        "Nobody else was in the room.",
        [
            "new Evidence / : Nobody else was in the room.",
            "gone Evidence / : -The two rest on one press release.-",
            "25 % of 7",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_changed_points(name: str) -> None:
    old, new, expected = CASES[name]
    assert old in BEFORE
    assert changes(BEFORE.replace(old, new, 1)) == expected


def test_a_new_brief_is_all_new() -> None:
    (revision,) = revisions([page(BEFORE)], {})
    assert {change.kind for change in revision.changes} == {"new"}
    assert revision.share == 100


def test_a_redline_reads_as_the_new_words_without_what_is_struck() -> None:
    old, new = words([{"t": "a b “c d” e"}]), words([{"t": "a x “c e” e f"}])
    runs = redline(old, new)
    kept = "".join(run.get("t") or "".join(one["t"] for one in run["runs"]) for run in runs if run.get("k") != "del")
    assert kept.split() == "a x “c e” e f".split()


def test_points_of_a_definition_and_a_list_in_a_list() -> None:
    found = points(page(BEFORE.replace("3. Both want patrols.", "3. Both\n    - want\n\nPatrols\n:   Ships.")).blocks)
    assert [(one.name, " ".join(text for _, text in one.words)) for one in found[2:4]] == [
        ("3", "Both want"),
        ("Patrols", "Ships."),
    ]


@pytest.fixture
def earlier(alder: Path) -> Path:
    """The dossier with two points changed; its earlier state is the commit and tag `first` of 2031-03-20."""
    when = {"GIT_AUTHOR_DATE": "2031-03-20T12:00:00Z", "GIT_COMMITTER_DATE": "2031-03-20T12:00:00Z"}
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first"],
        ["tag", "first"],
    ):
        subprocess.run(
            ["git", "-C", str(alder), *command], check=True, env={"PATH": "/usr/bin:/bin", "HOME": "/", **when}
        )
    change = alder / "briefs" / "energy.md"
    change.write_text(change.read_text("utf-8").replace("so can wind", "so can sun"), "utf-8")
    return alder


@pytest.mark.parametrize(("since", "told"), [("first", "first"), ("HEAD", "HEAD"), ("2031-03-20", "20 March 2031")])
def test_an_earlier_state_out_of_git(since: str, told: str, earlier: Path) -> None:
    (one,) = print_addendum(earlier, Path(), earlier / "out", since)
    text = " ".join(" ".join(pdf_texts(PdfReader(one.file))).replace(LINE_BREAK, " ").split())
    assert one.file.name == "addendum_pack.pdf"
    assert f"What changed in these briefs since {told}, when the briefs were as of 14 March 2031" in text
    assert "Changed: Bottom line · 1" in text
    assert "Brief 1: Fisheries" not in text


def test_an_earlier_state_out_of_a_folder(earlier: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    subprocess.run(["git", "clone", "-q", str(earlier), str(old)], check=True)
    (one,) = print_addendum(earlier, Path(), earlier / "out", str(old), PrintOptions(format="pdf"))
    assert str(tmp_path) not in "".join(page.extract_text() for page in PdfReader(one.file).pages)


@pytest.mark.parametrize("since", ["never", "1999-01-01", "--help", "HEAD:x"])
def test_a_state_that_git_does_not_know(since: str, earlier: Path) -> None:
    with pytest.raises(DossierError, match="git knows no state"):
        earlier_pages(earlier, since)


def test_an_addendum_without_changes_is_told(earlier: Path) -> None:
    subprocess.run(["git", "-C", str(earlier), "checkout", "-q", "."], check=True)
    with pytest.raises(DossierError, match="no brief has changed since first"):
        print_addendum(earlier, Path(), earlier / "out", "first")
