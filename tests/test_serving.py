"""The pieces of a live site; no server is started."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.editions.file import FILE
from generator.publication.publication import Publication
from generator.site.rendered import Rendered
from generator.site.serving import Live, app, watched_paths, with_problems
from tests.changes.next_source import add_coast, published
from tests.dossier_of import FILES, dossier_in


class Made:
    """Stands for MkDocs: remembers what it was asked for."""

    def __init__(self) -> None:
        self.surroundings: list[object] = []
        self.warnings: tuple[str, ...] = ()

    def __call__(self, made: Publication, surroundings: object) -> tuple[str, ...]:
        self.surroundings.append(surroundings)
        return self.warnings


def live(folder: Path) -> tuple[Live, Made, list[str]]:
    told: list[str] = []
    made = Made()
    return Live(folder, made, told.append), made, told


def test_a_saved_text_brings_its_pages_up_to_date_and_makes_no_edition(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    before = (tmp_path / FILE).read_bytes()
    site, made, told = live(tmp_path)
    site.update()
    (tmp_path / "seeds/river.txt").write_text("President Ivo Brand said Birch will wait at the railway.\n")
    site.update()
    assert "will wait" in (tmp_path / "docs/sources/river-post.md").read_text()
    assert (tmp_path / FILE).read_bytes() == before
    assert told[0] == "0 pages changed."
    assert not told[1].startswith("0 ")
    assert made.surroundings[0] == made.surroundings[1]


def test_an_update_after_an_update_writes_nothing(tmp_path: Path) -> None:
    site, _, told = live(dossier_in(tmp_path))
    add_coast(tmp_path)
    site.update()
    site.update()
    assert told[1] == "0 pages changed."


def test_problems_are_kept_until_they_are_mended_and_good_pages_stay(tmp_path: Path) -> None:
    site, made, _ = live(dossier_in(tmp_path))
    site.update()
    page = (tmp_path / "docs/briefs/delta.md").read_bytes()
    map_ = tmp_path / "briefs/topic-map.yml"
    map_.write_text("delta: [\n")
    site.update()
    assert site.problems[0].startswith("briefs/topic-map.yml:")
    assert (tmp_path / "docs/briefs/delta.md").read_bytes() == page
    assert len(made.surroundings) == 1
    map_.write_text(FILES["briefs/topic-map.yml"])
    site.update()
    assert site.problems == ()


def test_a_template_with_a_fault_is_told_at_its_line(tmp_path: Path) -> None:
    site, _, _ = live(dossier_in(tmp_path))
    (tmp_path / "templates/pages").mkdir(parents=True)
    for text, line in (("# A\n{% if %}\n", 2), ("# A\n\n{{ nobody.name }}\n", 3), ('{% include "none.md" %}\n', 1)):
        (tmp_path / "templates/pages/topics.md").write_text(text)
        site.update()
        assert site.problems[0].startswith("templates"), site.problems
        assert f".md:{line}:1: " in site.problems[0], site.problems


def test_a_fault_of_ours_ends_no_server(tmp_path: Path) -> None:
    def fails(made: Publication, surroundings: object) -> tuple[str, ...]:
        raise ZeroDivisionError("by zero")

    site = Live(dossier_in(tmp_path), fails, lambda line: None)
    site.update()
    assert site.problems == ("the generator failed: ZeroDivisionError: by zero",)


def test_what_mkdocs_complains_of_is_shown(tmp_path: Path) -> None:
    site, made, _ = live(dossier_in(tmp_path))
    made.warnings = ("a link leads nowhere",)
    site.update()
    assert site.problems == ("a link leads nowhere",)


def test_a_new_title_changes_what_surrounds_every_page(tmp_path: Path) -> None:
    site, made, _ = live(dossier_in(tmp_path))
    site.update()
    (tmp_path / "briefs/delta.yml").write_text(FILES["briefs/delta.yml"].replace("title: The delta", "title: The sea"))
    site.update()
    assert made.surroundings[0] != made.surroundings[1]


def test_only_what_people_write_is_watched(tmp_path: Path) -> None:
    published(dossier_in(tmp_path))
    (tmp_path / "docs/own.md").write_text("# Own\n")
    found = {path.relative_to(tmp_path).as_posix() for path in watched_paths(tmp_path)}
    assert found == {"seeds", "briefs", "docs/own.md"}


def answered(live_: Live, headers: list[tuple[str, str]], body: bytes) -> tuple[dict[str, str], bytes]:
    def serve(environ: Any, start: Callable[..., None]) -> Iterable[bytes]:
        start("200 OK", headers)
        return [body]

    seen: dict[str, str] = {}
    parts = app(serve, live_)({}, lambda status, given: seen.update(given))
    return seen, b"".join(parts)


def test_pages_bear_the_problems_as_text_and_other_files_do_not(tmp_path: Path) -> None:
    site, _, _ = live(tmp_path)
    page = b"<html><body class='x'><p>Good</p></body></html>"
    kinds = [("Content-Type", "text/html"), ("Content-Length", str(len(page)))]
    assert answered(site, kinds, page)[1] == page
    site.problems = ("<script>alert(1)</script>",)
    headers, shown = answered(site, kinds, page)
    assert b"&lt;script&gt;" in shown
    assert b"<p>Good</p>" in shown
    assert shown.index(b"role=") > shown.index(b"<body")
    assert headers["Content-Length"] == str(len(shown))
    assert answered(site, [("Content-Type", "text/css")], b"p {}")[1] == b"p {}"


def test_a_page_without_a_body_bears_them_too() -> None:
    assert with_problems(b"", ["x"]).startswith(b'<div role="alert"')
    assert with_problems(b"<body>", []) == b"<body>"


class Page:
    """Stands for MkDocs's page and file."""

    def __init__(self, uri: str, meta: str = "") -> None:
        self.file = self
        self.src_uri = uri
        self.meta = {"title": meta}
        self.toc: object = None
        self.present_anchor_ids: object = None
        self.links_to_anchors: dict[Page, dict[str, str]] | None = None
        self._title_from_render: object = None
        self.is_modified: Callable[[], bool] = lambda: True


class Pages:
    """Stands for MkDocs's files."""

    def __init__(self, *pages: Page) -> None:
        self._pages = {page.src_uri: page for page in pages}

    def get_file_from_path(self, path: str) -> Page:
        return self._pages[path]


def built(known: Rendered, *pages: tuple[Page, str]) -> list[str]:
    """Do what MkDocs does with pages; return which were laid out."""
    files = Pages(*(page for page, _ in pages))
    for page, text in pages:
        known.watch(page)
        assert page.is_modified()
        converted = known.markdown(page, text)
        if known.content(page, files) is None:
            page.present_anchor_ids = {converted}
            page.links_to_anchors = {pages[0][0]: {"a": "b"}}
            known.keep(page, f"<p>{converted}</p>")
    known.lay_out()
    return [page.src_uri for page, _ in pages if page.is_modified()]


def test_only_pages_that_changed_are_laid_out_again() -> None:
    known = Rendered()
    known.begin("nav")
    assert built(known, (Page("a"), "A"), (Page("b"), "B")) == ["a", "b"]
    known.begin("nav")
    again = Page("b")
    assert built(known, (Page("a"), "A2"), (again, "B")) == ["a"]
    assert known.partial
    assert again.present_anchor_ids == {"B"}
    assert again.links_to_anchors is not None
    assert [page.src_uri for page in again.links_to_anchors] == ["a"]


@pytest.mark.parametrize("how", ["meta", "surroundings", "forgotten"])
def test_what_a_page_depends_on_lays_it_out_again(how: str) -> None:
    known = Rendered()
    known.begin("nav")
    built(known, (Page("a"), "A"))
    if how == "forgotten":
        known.forget()
    known.begin("other" if how == "surroundings" else "nav")
    assert built(known, (Page("a", "new" if how == "meta" else ""), "A")) == ["a"]


def test_a_refused_dossier_is_no_traceback(tmp_path: Path) -> None:
    site, _, told = live(tmp_path)
    site.update()
    assert told[0].startswith("briefs/dossier.yml:1:1:")
