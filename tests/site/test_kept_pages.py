"""Pages rendered before: the site is the bytes of one made from nothing, and only what changed is rendered."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import yaml

from generator.build import update_docs
from generator.messages.problems import DossierError
from generator.site import common
from generator.site.building import build_all
from generator.site.html import finish_content
from generator.site.kept import FILE
from tests.changes.next_source import add_coast
from tests.dossier_of import FILES, dossier_in

SKELETON = Path(__file__).parents[2] / "generator/skeleton/mkdocs.yml"
TEXT = 'President {0} said {1} supports freedom of passage on the delta. "We will mend the railway," {2} said.\n'
PEOPLE = (("Ana Moreau", "Alder", "Moreau"), ("Ivo Brand", "Birch", "Brand"))


def site_of(folder: Path) -> dict[str, bytes]:
    build_all(folder)
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages whose Markdown was converted, by their first headings."""
    seen: list[str] = []

    def spy(html: str, printed: object) -> str:
        heading = re.search(r"<h1[^>]*>(.*?)<", html)
        seen.append(heading[1] if heading else "")
        return finish_content(html, printed)  # type: ignore[arg-type]

    monkeypatch.setattr("generator.site.plugin.finish_content", spy)
    return seen


def add(folder: Path, random: Random) -> None:
    listed = yaml.safe_load((folder / "seeds/sources.yml").read_text())
    number = random.randrange(10_000)
    (folder / f"seeds/new-{number}.txt").write_text(TEXT.format(*random.choice(PEOPLE)) + f"It was day {number}.\n")
    listed[f"wire-{number}"] = {"file": f"new-{number}.txt", "publisher": f"Wire {number}", "event": "talks"}
    save(folder, random.sample(list(listed.items()), len(listed)) if random.random() < 0.3 else list(listed.items()))


def save(folder: Path, listed: list[tuple[str, object]]) -> None:
    (folder / "seeds/sources.yml").write_text(yaml.safe_dump(dict(listed), sort_keys=False))


def new_sources(folder: Path) -> list[tuple[str, dict[str, str]]]:
    listed = yaml.safe_load((folder / "seeds/sources.yml").read_text())
    return [(name, value) for name, value in listed.items() if name.startswith("wire")]


def change(folder: Path, random: Random) -> None:
    for _, value in new_sources(folder)[:1]:
        (folder / "seeds" / value["file"]).write_text(TEXT.format(*random.choice(PEOPLE)) + f"{random.random()}\n")


def remove(folder: Path, random: Random) -> None:
    listed = yaml.safe_load((folder / "seeds/sources.yml").read_text())
    for name, value in new_sources(folder)[:1]:
        del listed[name]
        (folder / "seeds" / value["file"]).unlink()
    save(folder, list(listed.items()))


def rename(folder: Path, random: Random) -> None:
    listed = yaml.safe_load((folder / "seeds/sources.yml").read_text())
    other = {f"{name}-{random.randrange(99)}" if name.startswith("wire") else name: v for name, v in listed.items()}
    save(folder, list(other.items()))


def change_text(name: str, before: str, after: str) -> Callable[[Path, Random], None]:
    """Return an edit that puts other words, with a number, into a file of the dossier."""

    def edit(folder: Path, random: Random) -> None:
        file = folder / name
        text = file.read_text()
        assert re.search(before, text), name
        file.write_text(re.sub(before, after.format(random.randrange(100)), text, count=1))

    return edit


def write_template(folder: Path, random: Random) -> None:
    own = folder / "templates/pages/topics.md"
    own.parent.mkdir(parents=True, exist_ok=True)
    shipped = (SKELETON.parents[2] / "templates/pages/topics.md").read_text()
    own.write_text(f"{shipped}\nPage {random.randrange(100)} of its kind.\n")


def write_page(folder: Path, random: Random) -> None:
    to = random.choice(("index.md", "briefs/delta.md", "sources/index.md#nowhere", "sources/harbour-news.md#s1"))
    link = to if "nowhere" not in to else "sources/index.md"
    (folder / f"docs/own-{random.randrange(3)}.md").write_text(f"# Own {random.randrange(9)}\n\n[There]({link}).\n")


def remove_page(folder: Path, random: Random) -> None:
    for page in sorted((folder / "docs").glob("own-*.md"))[:1]:
        page.unlink()


def other_theme(folder: Path, random: Random) -> None:
    common.versions = lambda: (f"another {random.random()}",)


EDITS = (
    add, add, add, change, change, remove, rename, write_template, write_page, write_page, remove_page, other_theme,
    change_text("briefs/dossier.yml", "title: [^\n]+", "title: Alder, Birch and {}"),
    change_text("briefs/delta.yml", "title: [^\n]+", "title: The delta {}"),
    change_text("briefs/topic-map.yml", "pref_label: Rail[^}}]*", "pref_label: Railway {}"),
    change_text("briefs/entities.yml", "year|definition: [^\n]*", 'definition: "Treaty {}."}}'),
    change_text("mkdocs.yml", "    - navigation.top\n|    - toc.integrate\n|    - x{1,9}\n", "    - toc.integrate\n"),
    change_text("mkdocs.yml", "accent: .*", "accent: teal"),
    change_text("mkdocs.yml", "permalink: [^}]*", "permalink: '¶{}'"),
)  # fmt: skip


@pytest.mark.long
def test_thirty_edits_give_what_a_build_from_nothing_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "versions", common.versions)  # taken back at the end
    random = Random(20310502)
    folder = dossier_in(tmp_path / "dossier")
    shutil.copy(SKELETON, folder / "mkdocs.yml")
    site_of(folder)
    for number in range(30):
        edit = EDITS[number] if number < len(EDITS) else random.choice(EDITS)
        edit(folder, random)
        anew = tmp_path / f"anew-{number}"
        shutil.copytree(folder, anew, ignore=shutil.ignore_patterns(".cache", "site"))
        kept, cold = site_of(folder), site_of(anew)
        assert kept.keys() == cold.keys(), (number, edit)
        assert [name for name in cold if kept[name] != cold[name]] == [], (number, edit)
        shutil.rmtree(anew)


def test_nothing_is_made_again_of_what_did_not_change(tmp_path: Path, made: list[str]) -> None:
    folder = dossier_in(tmp_path)
    before = site_of(folder)
    assert len(made) > 20
    made.clear()
    assert site_of(folder) == before
    assert made == []


def test_a_page_that_somebody_wrote_is_made_alone(tmp_path: Path, made: list[str]) -> None:
    folder = dossier_in(tmp_path)
    (folder / "docs").mkdir()
    (folder / "docs/own.md").write_text("# Own\n\nFirst.\n")
    site_of(folder)
    made.clear()
    (folder / "docs/own.md").write_text("# Own\n\nSecond.\n")
    assert b"Second." in site_of(folder)["own.html"]
    assert made == ["Own"]


def test_a_source_that_is_added_converts_what_names_it_and_has_its_neighbour_lead_to_it(
    tmp_path: Path, made: list[str]
) -> None:
    folder = dossier_in(tmp_path)
    site_of(folder)
    add_coast(folder, "Swans were seen at the quay.\n")
    written = update_docs(folder).written
    made.clear()
    before = {path: (folder / "docs" / path).read_text() for path in (*written.added, *written.changed)}
    prints = sum("print/" in path.read_text() for path in (folder / "docs").rglob("*.md"))
    site = site_of(folder)
    assert "sources/coast-radio.md" in before
    assert "sources/delta-times.md" not in before
    assert b'<link rel="next" href="coast-radio.html">' in site["sources/delta-times.html"]
    assert 0 < len(made) <= len(before) + prints < len(list((folder / "docs").rglob("*.md"))) - 5


@pytest.mark.long
def test_a_page_that_another_loses_its_link_to_is_told_of(tmp_path: Path, made: list[str]) -> None:
    folder = dossier_in(tmp_path)
    (folder / "docs").mkdir()
    (folder / "docs/own.md").write_text("# Own\n\n[Other](other.md), [there](house.md#rules).\n")
    (folder / "docs/other.md").write_text("# Other\n")
    (folder / "docs/house.md").write_text("# House\n\n## Rules\n")
    before = site_of(folder)
    (folder / "docs/other.md").unlink()
    for _ in range(2):  # what is complained of is not kept
        with pytest.raises(DossierError, match=r"own\.md.*other\.md"):
            build_all(folder)
    (folder / "docs/other.md").write_text("# Other\n")
    (folder / "docs/house.md").write_text("# House\n\n## Customs\n")
    for _ in range(2):  # a link of a page that is known, to one that is not
        with pytest.raises(DossierError, match=r"own\.md.*#rules"):
            build_all(folder)
    (folder / "docs/house.md").write_text("# House\n\n## Rules\n")
    assert site_of(folder) == before


@pytest.mark.long
def test_rows_of_strangers_are_not_believed(tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = dossier_in(tmp_path / "dossier")
    before = site_of(folder)
    made.clear()
    # Another machine keeps the very same pages, and with them what it likes.
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another"))
    assert site_of(folder) == before
    assert len(made) > 20


@pytest.mark.long
def test_without_a_place_for_the_key_nothing_is_kept_and_all_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no-folder").write_text("")
    before = site_of(dossier_in(tmp_path / "dossier"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "no-folder"))
    other = dossier_in(tmp_path / "other")
    assert site_of(other) == before
    assert not (other / FILE).exists()


@pytest.mark.long
@pytest.mark.parametrize("harm", ["UPDATE kept SET content = substr(content, 1, 40)", "UPDATE kept SET digest = 'x'"])
def test_damage_costs_nothing_but_time(tmp_path: Path, harm: str) -> None:
    folder = dossier_in(tmp_path)
    before = site_of(folder)
    with sqlite3.connect(folder / FILE) as rows:
        rows.execute(harm)
    rows.close()
    assert site_of(folder) == before


@pytest.mark.long
def test_half_of_the_rows_are_as_good_as_all(tmp_path: Path) -> None:
    """The text of a page may be gone while what it left is there, and the other way round."""
    folder = dossier_in(tmp_path)
    before = site_of(folder)
    for remainder in (0, 1):
        with sqlite3.connect(folder / FILE) as rows:
            rows.execute("DELETE FROM kept WHERE rowid % 2 = ?", (remainder,))
        rows.close()
        assert site_of(folder) == before
    with sqlite3.connect(folder / FILE) as rows:
        rows.execute("DELETE FROM kept WHERE name LIKE '% html'")
    rows.close()
    assert site_of(folder) == before


@pytest.mark.long
def test_a_file_that_is_no_database_is_replaced(tmp_path: Path, made: list[str]) -> None:
    folder = dossier_in(tmp_path)
    before = site_of(folder)
    (folder / FILE).write_bytes(b"this is not a database, and longer than a page of one\n" * 200)
    assert site_of(folder) == before
    made.clear()
    assert site_of(folder) == before
    assert made == []


@pytest.mark.long
def test_what_no_page_asks_for_any_more_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.readings.cache._LEAST", 0)
    folder = dossier_in(tmp_path)

    def rows() -> int:
        build_all(folder)
        with sqlite3.connect(folder / FILE) as kept:
            count: int = kept.execute("SELECT count(*) FROM kept").fetchone()[0]
        kept.close()
        return count

    first = rows()
    for number in range(4):  # each changes every page
        (folder / "briefs/dossier.yml").write_text(FILES["briefs/dossier.yml"].replace("Birch", f"Birch {number}"))
        assert first <= rows() <= 3 * first


def test_with_programs_of_the_dossier_nothing_is_kept(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path)
    build_all(folder, trust=True)
    assert not (folder / FILE).exists()


@pytest.mark.long
def test_a_build_that_was_interrupted_is_gone_on_with(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dossier_in(tmp_path)
    expected = site_of(dossier_in(tmp_path / "other"))
    made.clear()

    def interrupted(html: str) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("generator.site.plugin.mend_theme", interrupted)
        with pytest.raises(KeyboardInterrupt):
            build_all(folder)
    assert not (folder / "site").exists()
    assert len(made) > 20
    made.clear()
    assert site_of(folder) == expected
    assert made == []
    assert FILES
