"""A source changes the pages of what it speaks to and names, and the indexes; no other page differs by a byte."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import publication, templates
from generator.comparison.items import Item
from generator.pages.page import Page
from generator.pages.pages import pages
from generator.publication.publication import Publication
from tests.dossier_of import dossier_in

ROOT = Path(__file__).parent.parent.parent
INDEXES = {
    "index.md", "sources/index.md", "topics/index.md", "compare/index.md", "compare/coverage.md",
    "changes.md", "changes.json", "changes.xml",
}  # fmt: skip
# By dossier, sources that are added to it: what each speaks to (top concepts), and its text.
ADDED = {
    "small": {
        "nothing": ((), "Swans were seen at the quay.\n"),
        "grain": (("works",), "President Ana Moreau said that Alder will buy 400 tonnes of grain.\n"),
        "grain, as before": (("works",), "President Ana Moreau stressed that Alder will buy 300 tonnes of grain.\n"),
        "railway": (("works",), "The two sides agreed to reopen the old railway by autumn.\n"),
        "delta": (("delta",), "President Ivo Brand said Birch welcomes freedom of passage on the delta.\n"),
        "a name": (("delta",), "The Delta Treaty was signed in the town hall.\n"),
    },
    "shipped": {
        "nothing": ((), "Swans were seen at the quay.\n"),
        "agriculture": (("sectors",), "Rice growers hope for more sales. Agriculture is a third of the exports.\n"),
        "agriculture, as before": (
            ("sectors",),
            "The two leaders also agreed to boost cooperation in other important sectors, such as agriculture.\n",
        ),
        "ukraine": (
            ("ukraine",),
            "Regarding the situation in Ukraine, Trong stressed that Vietnam hopes that there would be dialogues.\n",
        ),
        "sea": (("maritime",), "Vietnam hopes that both sides respect freedom of navigation and overflight.\n"),
        "a name": ((), "ASEAN was mentioned at the dinner.\n"),
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {"small": dossier_in(tmp_path_factory.mktemp("small")), "shipped": tmp_path_factory.mktemp("shipped")}
    for name in ("seeds", "briefs"):
        shutil.copytree(ROOT / name, made["shipped"] / name)
    return made


@pytest.mark.parametrize(("dossier", "name"), [(dossier, name) for dossier, some in ADDED.items() for name in some])
def test_only_what_a_new_source_touches_changes(
    dossiers: dict[str, Path], tmp_path: Path, dossier: str, name: str
) -> None:
    tops, text = ADDED[dossier][name]
    base, before = written(dossiers[dossier])
    folder = Path(shutil.copytree(dossiers[dossier], tmp_path / "more"))
    event = base.dossier.event
    (folder / "seeds/more.txt").write_text(text)
    with (folder / "seeds/sources.yml").open("a") as listing:
        listing.write(f"\nmore: {{file: more.txt, publisher: More News, event: {event}}}\n")
    made, after = written(folder)
    assert {path.partition("/")[0] for item in added(made) for path in item.mapped.concepts} == set(tops)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed >= {"index.md", "sources/index.md", "sources/more.md", "compare/coverage.md"}
    assert changed - set(touched(made)) == set()


def written(folder: Path) -> tuple[Publication, dict[str, str]]:
    made = publication(folder)
    return made, {page.path: page.text for page in pages(made, templates(folder)) if isinstance(page, Page)}


def added(made: Publication) -> tuple[Item, ...]:
    return made.comparison.by_source["more"]


def touched(made: Publication) -> Iterator[str]:
    """Yield the pages that the source may change: by its concepts, the names in it, and whose claims it repeats."""
    own = added(made)
    repeated = [other for item in own for other in made.comparison.also.get(item.key, ())]
    # Those that give another figure are set beside it in the brief, and their pages say so.
    other_figures = [other for item in own for other in made.comparison.other_figures.get(item.key, ())]
    yield from (f"sources/{other.source.id}.md" for other in other_figures)
    yield from INDEXES
    origins = made.comparison.origins  # of a text that it copies, or that copies it, the page says so
    yield from (f"sources/{source}.md" for source, origin in origins.items() if origin == origins["more"])
    yield from _by_concept(made, own)
    yield from _by_voice([*own, *repeated])
    named = _named(made, [*own, *repeated])
    yield from (f"entities/{id_}.md" for id_ in named)
    if named or any(item.holders for item in own):
        yield "compare/wording.md"
    if any(made.entities[id_].type == "instrument" for id_ in named):
        yield "compare/instruments.md"


def _by_concept(made: Publication, own: tuple[Item, ...]) -> Iterator[str]:
    spoken = {path for item in own for path in item.mapped.concepts}
    for path in spoken:
        parts = path.split("/")
        yield from (f"topics/{'/'.join(parts[:count])}.md" for count in range(1, len(parts) + 1))
        yield f"compare/topics/{parts[0]}.md"
        yield from (f"compare/events/{event.id}.md" for event in made.dossier.events)
        if {item.source.id for item in made.mentions[path]} == {"more"}:  # the parties are silent on it, and it is told
            yield from ("compare/together.md", *(f"compare/parties/{party}.md" for party in made.dossier.parties))
    for definition in made.dossier.briefs:
        if any(item.speaks_to(path) for item in own for path in definition.concepts):
            yield f"briefs/{definition.id}.md"


def _by_voice(items: list[Item]) -> Iterator[str]:
    for item in items:
        if item.holders:
            yield f"compare/parties/{item.holders[0]}.md" if len(item.holders) == 1 else "compare/together.md"
        if item.statement.speaker:
            yield f"entities/{item.statement.speaker}.md"
            yield "compare/people.md"


def _named(made: Publication, items: list[Item]) -> set[str]:
    keys = {item.key for item in items}
    places = {id_: [p for value in one.values for p in value.found] for id_, one in made.comparison.names.items()}
    return {id_ for id_, found in places.items() if any(place.item.key in keys for place in found)}
