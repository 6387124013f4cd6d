"""A page links only what it renders: whatever its sections, its topic map and its texts."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.build import generate
from generator.checks.reading import Written, WrittenLine, read_page
from generator.commands.new import skeleton
from generator.kinds.kinds import kinds
from generator.prints import PrintOptions
from generator.prints.documents import Document
from generator.prints.prints import documents_of
from tests.conftest import Case
from tests.examples import examples

SECTIONS = tuple(kinds())
# Sentences that speak to none, one and several of the concepts of a new dossier, in the voices that there are.
SENTENCES = (
    "President Moreau said the trade agreement was fair.",
    "President Moreau said that Alder will build a railway.",
    "Birch welcomes investment and students.",
    "The two sides agreed on a treaty on oil and gas.",
    "“The partnership is old,” Moreau said, and flights begin in 12 days.",
    "Alder signed 9 agreements with Birch.",
    "The two sides signed 11 agreements, Birch said.",
    "Minister Ola Sund told reporters that universities are open.",
    "Swans were seen at the quay.",
)
POINT = "Moreau arrived in Birch City on Wednesday for a state visit"
EVENTS = ("visit", "return")
Tree = dict[str, dict[str, Any]]


def shipped(name: str) -> Any:
    return yaml.safe_load(skeleton()[name])


def paths(tree: Tree, above: str = "") -> Iterator[str]:
    for name, concept in tree.items():
        yield above + name
        yield from paths(concept.get("narrower", {}), f"{above}{name}/")


@st.composite
def topic_maps(draw: st.DrawFn) -> Tree:
    """Some concepts of the shipped map in any order, some of them a step deeper or standing alone."""
    kept: Tree = {}
    whole = shipped("briefs/topic-map.yml")
    for top in draw(st.permutations(sorted(whole))):
        narrower = whole[top]["narrower"]
        names = draw(st.lists(st.sampled_from(sorted(narrower)), unique=True))
        below: Tree = {}
        for name in names:
            how = draw(st.sampled_from(("below", "deeper", "alone")))
            if how == "below":
                below[name] = narrower[name]
            elif how == "deeper":
                group = {"pref_label": f"On {name}", "labels_match": False, "narrower": {name: narrower[name]}}
                below[f"on-{name}"] = group
            else:
                kept[f"{name}-alone"] = narrower[name]
        if below or draw(st.booleans()):
            kept[top] = {**whole[top], "narrower": below} if below else {"pref_label": top, "labels_match": False}
    return kept or {"trade": {"pref_label": "Trade", "match": {"any": ["trade"]}}}


@st.composite
def brief_files(draw: st.DrawFn, concepts: list[str], reported: bool) -> dict[str, Any]:
    chosen = draw(st.lists(st.sampled_from(concepts), min_size=1, max_size=4, unique=True))
    brief: dict[str, Any] = {
        "title": "Visit summary",
        "question": "What happened?",
        "event": draw(st.sampled_from(EVENTS)),
        "concepts": chosen,
        "sections": draw(st.lists(st.sampled_from(SECTIONS), min_size=1, unique=True)),
        "facts": ["agreements"],
        "internal": ["Ten will do."],
        "objective": "Agree.",
    }
    if reported:
        points = [{"text": "Moreau came.", "evidence": [{"source": "one", "quote": POINT}]}]
        brief |= dict.fromkeys(("key_points", "points_to_make", "if_raised"), points)
        brief["reported"] = [{"names": "ana-moreau"}, {"fact": "agreements"}, {"concept": chosen[0]}]
    return brief


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, str]:
    """Return the files of a dossier, by name: the skeleton of `briefs new` with other decisions and texts in it."""
    files: dict[str, str] = {}
    tree = draw(topic_maps())
    reported = draw(st.booleans())
    texts = draw(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), min_size=1, max_size=3))
    main = shipped("briefs/dossier.yml")
    main["events"]["return"] = {"label": "Return visit", "short": "June 2031", "date": "2031-06-02"}
    main["facts"] = {"agreements": {"label": "Agreements", "phrases": ["# agreements"]}}
    main["briefs"] = ["visit-summary", "second"]
    people = shipped("briefs/entities.yml")
    people["treaty"] = {"type": "instrument", "pref_label": "Treaty"}
    listed = {}
    for name, text in zip(("one", "two", "three"), texts, strict=False):
        sentences = [*text, f"{POINT}."] if reported and name == "one" else text
        files[f"seeds/{name}.txt"] = "\n\n".join(sentences) + "\n"
        listed[name] = {
            "file": f"{name}.txt",
            "event": draw(st.sampled_from(EVENTS)),
            "publish": draw(st.sampled_from(("whole", "excerpts", "metadata"))),
        }
        if name != "one" and draw(st.integers(0, 4)) == 0:
            listed[name]["withdrawn"] = "it was mistaken"
    concepts = list(paths(tree))
    written = {
        "briefs/dossier.yml": main,
        "briefs/entities.yml": people,
        "briefs/topic-map.yml": tree,
        "briefs/visit-summary.yml": draw(brief_files(concepts, reported)),
        "briefs/second.yml": draw(brief_files(concepts, reported)),
        "seeds/sources.yml": listed,
    }
    return files | {name: json.dumps(value, default=str) for name, value in written.items()}


def lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def dead_links(docs: Path) -> list[str]:
    """Return each link of a page that leads to no page, or to no anchor of it; PDFs are made later."""
    pages: dict[str, Written] = {page.path: page for page in (read_page(docs, path) for path in docs.rglob("*.md"))}
    there = {path.relative_to(docs).as_posix() for path in docs.rglob("*")}

    def leads(page: str, href: str) -> bool:
        path, _, anchor = href.partition("#")
        target = normpath(join(dirname(page), path)) if path else page
        if target.startswith("print/"):
            return True
        return target in there and (not anchor or anchor in pages[target].anchors)

    links: list[tuple[str, WrittenLine, str]] = [
        (p.path, line, to) for p in pages.values() for line in p.lines for to in line.links
    ]
    assert links
    return [f"{page}:{line.line}: {href}" for page, line, href in links if not leads(page, href)]


def lost(document: Document) -> list[str]:
    """Return each link inside a print that leads to no place in it; ids of sources, briefs and headings are places."""
    data = document.data
    places = {f"source:{entry['id']}" for entry in data["sources"]} | {f"brief:{one['id']}" for one in data["briefs"]}
    places |= {f"at:{one['id']}:{block['id']}" for one in data["briefs"] for block in one["blocks"] if block.get("id")}

    def targets(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from [value["to"]] if value.get("to") else []
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                yield from targets(one)

    return [to for to in targets([data["briefs"], data.get("passages", [])]) if to not in places]


@examples(12)
@given(dossiers())
def test_every_link_of_every_page_and_print_leads_to_an_anchor_that_exists(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        docs = lay(Path(folder), files) / "docs"
        generate(docs.parent)
        assert dead_links(docs) == []
        for options in (PrintOptions(), PrintOptions(releasable=True)):
            assert [to for document in documents_of(docs, (), options) for to in lost(document)] == []


@pytest.mark.cases("links")
def test_a_glance_leads_to_the_claims_of_its_page_or_to_the_topic(tmp_path: Path, case: Case) -> None:
    files = {name: data.decode() for name, data in skeleton().items() if name.startswith("briefs/")}
    files["seeds/sources.yml"] = "one: {file: one.txt, event: visit}\n"
    files["seeds/one.txt"] = case.content["text"] + "\n"
    brief = {**shipped("briefs/visit-summary.yml"), "sections": case.content["sections"]}
    docs = lay(tmp_path, {**files, "briefs/visit-summary.yml": json.dumps(brief)}) / "docs"
    generate(tmp_path)
    lines = read_page(docs, docs / "briefs/visit-summary.md").lines
    case.holds([to for line in lines if line.section == "at-a-glance" and line.kind == "td" for to in line.links], "to")
    assert dead_links(docs) == []
