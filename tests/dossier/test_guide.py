"""The guide is what people write from: its examples together are a dossier that loads, and it names every field."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.dossier.documents import parse
from generator.kinds.kinds import kinds
from generator.sources import load, source_notes
from generator.topics.phrases import Index
from generator.topics.words import words

ROOT = Path(__file__).parent.parent.parent
PAGES = {
    page: (ROOT / "docs/guide" / f"{page}.md").read_text(encoding="utf-8")
    for page in ("topic-map", "entities", "sources", "briefs")
}
SEEDS = {
    "coast-herald.txt": """Moreau asks for fishing rights
President Moreau asked Birch for fishing rights in the Grey Strait. Birch will admit 13 boats, she said.
Both sides will keep the Fishing Treaty.
""",
    "birch-gazette.txt": "The guest asked for fishing rights on Tuesday. It was ready to talk.\n",
}


def examples() -> dict[str, str]:
    """Return the files that the pages give as examples: the first line of each names it."""
    blocks = [block for page in PAGES.values() for block in re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S)]
    files = {re.match(r"# (\S+\.yml)\n", block): block for block in blocks}
    assert all(files), "an example does not name its file"
    return {name[1]: block for name, block in files.items() if name}


def test_the_examples_of_the_guide_are_a_dossier_without_a_problem(tmp_path: Path) -> None:
    for name, text in (examples() | {f"seeds/{name}": text for name, text in SEEDS.items()}).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    dossier, sources = load(tmp_path)
    assert dossier.notes + source_notes(sources) == ()
    texts = {source.id: source.text for source in sources}
    points = [point for brief in dossier.briefs for points in brief.points.values() for point in points]
    quoted = [(one.source, one.quote) for point in points for one in point.evidence]
    quoted += [(ruling.source, ruling.quote) for ruling in dossier.rulings]
    assert len(quoted) == 6
    assert all(texts[source].count(quote) == 1 for source, quote in quoted)


SCHEMAS = [
    ("topic-map", "topic-map"),
    ("entities", "entities"),
    ("sources", "sources"),
    ("briefs", "brief"),
    ("briefs", "dossier"),
    ("briefs", "agenda"),
]


@pytest.mark.parametrize(("page", "schema"), SCHEMAS)
def test_the_guide_names_every_field_and_every_value(page: str, schema: str) -> None:
    whole = json.loads((ROOT / f"generator/schemas/{schema}.json").read_text(encoding="utf-8"))
    objects = [whole, *whole["$defs"].values()]
    fields = {name: field for one in objects for name, field in one.get("properties", {}).items()}
    values = [field.get("items", field).get("enum", ()) for field in fields.values()]
    words = {*fields, *(word for enum in values if len(enum) < 20 for word in enum)}
    assert fields
    assert [word for word in sorted(words) if f"`{word}`" not in PAGES[page] and f"`{word}:" not in PAGES[page]] == []


def test_the_guide_shows_each_kind_of_section_and_the_field_that_fills_it(pytestconfig: pytest.Config) -> None:
    wanted = "".join(
        f"| `{kind.name}`{', by default' if kind.default else ''} | {kind.shows} | "
        + (f"`{kind.field.name}`: {kind.field.schema['description']} |\n" if kind.field else "– |\n")
        for kind in kinds().values()
    )
    path = ROOT / "docs/guide/briefs.md"
    before, head, after = re.split(r"^(\| Section \|.*\n.*\n)", path.read_text(encoding="utf-8"), flags=re.M)
    rows, end, rest = after.partition("\n## ")
    if pytestconfig.getoption("--update-cases"):
        path.write_text(f"{before}{head}{wanted}{end}{rest}", encoding="utf-8", newline="\n")
    else:
        assert rows == wanted, "`pytest --update-cases` writes it again"


def test_every_example_names_the_schema_of_its_kind() -> None:
    for name, text in examples().items():
        schema = re.search(r"\$schema=\.\./generator/schemas/(\S+)\.json$", text, re.M)
        assert schema, name
        kind = Path(name).stem if (ROOT / f"generator/schemas/{Path(name).stem}.json").exists() else "brief"
        assert schema[1] == kind
        assert parse(text, name).value


def test_the_phrases_of_the_guide_find_what_it_says_and_nothing_else() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$", PAGES["topic-map"].partition("## Phrases")[2], re.M)
    assert len(rows) == 18
    for phrase, found, missed in rows:
        index = Index([phrase])
        assert [text for text in found.split(" · ") if not index.hits(words(text))] == [], phrase
        assert [text for text in missed.split(" · ") if index.hits(words(text))] == [], phrase
