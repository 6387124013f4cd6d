"""What is published of a source: whole, in excerpts, or as metadata only; nothing else of it leaves the machine."""

import html
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import generate, publication
from generator.checks import check
from generator.cli import briefs
from generator.site.building import build_site
from tests.dossier_of import FILES, dossier_in

CITED = "President Ana Moreau told reporters that Alder supports a peaceful settlement of disputes on the delta."
BESIDE = "A band played before the talks opened."
FAR = ["The harbour was closed to fishing boats.", "Umbrellas were handed out on the quay.", "Ferries ran late."]
# No concept speaks to the last paragraph; the railway is not in the brief.
TEXT = f"Photo: A quay at dusk.\n\n{FAR[0]} {FAR[1]} {BESIDE} {CITED} The rain stopped at noon.\n\n{FAR[2]}\n"
SOURCES = FILES["seeds/sources.yml"]


def folder_with(tmp_path: Path, publish: str, **more: str) -> Path:
    changed = SOURCES.replace("river-post:\n", f"river-post:\n  publish: {publish}\n")
    return dossier_in(tmp_path, river_txt=TEXT, sources_yml=changed, **more)


def everything(folder: Path) -> str:
    """All that leaves the machine: every file of docs/, dotfiles too, and every export; entities decoded."""
    files = [path.read_text(encoding="utf-8") for path in sorted((folder / "docs").rglob("*")) if path.is_file()]
    exports = [["statements"], ["annotations"], ["sources"], ["attributions"], ["topics", "--format", "skos"]]
    for arguments in exports:
        result = CliRunner().invoke(briefs, ["-C", str(folder), "export", *arguments])
        assert result.exit_code == 0, result.output
        files.append(result.output)
    text = html.unescape("\n".join(files))
    return " ".join(re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m.group(1), 16)), text).split())


@pytest.mark.parametrize("publish", ["excerpts", "metadata"])
def test_what_is_not_published_stands_nowhere(tmp_path: Path, publish: str) -> None:
    folder = folder_with(tmp_path, publish)
    generate(folder)
    out = everything(folder)
    assert CITED in out
    assert [words for words in [*FAR, "A quay at dusk"] if words in out] == []
    assert (BESIDE in out) == (publish == "excerpts")
    assert check(folder).problems == ()


def test_neither_the_built_site_nor_its_search_has_what_is_not_published(tmp_path: Path) -> None:
    site = build_site(folder_with(tmp_path, "metadata"))
    files = [path for path in sorted(site.rglob("*")) if path.suffix in (".html", ".js", ".json", ".xml", ".txt")]
    text = " ".join(html.unescape("\n".join(path.read_text(encoding="utf-8") for path in files)).split())
    assert any("search" in path.name for path in files)
    assert CITED in text
    assert [words for words in [*FAR, BESIDE, "A quay at dusk"] if words in text] == []


def test_whole_publishes_all_of_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "whole")
    generate(folder)
    page = html.unescape((folder / "docs/sources/river-post.md").read_text(encoding="utf-8"))
    assert all(words in page for words in [*FAR, BESIDE, CITED])


@pytest.mark.parametrize(("around", "shown"), [(0, []), (1, [BESIDE]), (2, [BESIDE, FAR[1]])])
def test_an_excerpt_shows_as_much_around_as_the_dossier_says(tmp_path: Path, around: int, shown: list[str]) -> None:
    dossier = FILES["briefs/dossier.yml"] + f"excerpt_context: {around}\n"
    folder = folder_with(tmp_path, "excerpts", dossier_yml=dossier)
    generate(folder)
    page = html.unescape((folder / "docs/sources/river-post.md").read_text(encoding="utf-8"))
    assert [words for words in [BESIDE, FAR[1], FAR[0]] if words in page] == shown
    assert "not published]" in page


def test_the_dossier_decides_for_sources_that_do_not_say(tmp_path: Path) -> None:
    folder = dossier_in(tmp_path, dossier_yml=FILES["briefs/dossier.yml"] + "publish: metadata\n")
    generate(folder)
    assert check(folder).problems == ()
    for source in publication(folder).comparison.readings:
        page = (folder / f"docs/sources/{source.source.id}.md").read_text(encoding="utf-8")
        assert 'class="passage' not in page
        assert "not published here" in page


def test_a_note_of_a_source_without_text_is_proved_against_the_text_as_received(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "metadata")
    generate(folder)
    page = folder / "docs/briefs/delta.md"
    before = page.read_text(encoding="utf-8")
    after = before.replace("a peaceful settlement of disputes on the delta.” — ", "a sharing of the delta.” — ")
    assert after != before
    page.write_text(after, encoding="utf-8")
    assert any("does not quote its passage" in problem.what for problem in check(folder).problems)
