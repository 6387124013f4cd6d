"""The pieces of a live site; no server is started."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from generator.build import Brought
from generator.editions.file import FILE
from generator.site.serving import Live, app, watched_paths, with_problems
from tests.changes.next_source import add_coast, published
from tests.dossier_of import FILES, dossier_in


class Made:
    """Stands for MkDocs: remembers what it was asked for."""

    def __init__(self) -> None:
        self.times = 0
        self.warnings: tuple[str, ...] = ()

    def __call__(self, brought: Brought) -> tuple[str, ...]:
        self.times += 1
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
    assert made.times == 2


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
    assert made.times == 1
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
    def fails(brought: Brought) -> tuple[str, ...]:
        raise ZeroDivisionError("by zero")

    site = Live(dossier_in(tmp_path), fails, lambda line: None)
    site.update()
    assert site.problems == ("the generator failed: ZeroDivisionError: by zero",)


def test_what_mkdocs_complains_of_is_shown(tmp_path: Path) -> None:
    site, made, _ = live(dossier_in(tmp_path))
    made.warnings = ("a link leads nowhere",)
    site.update()
    assert site.problems == ("a link leads nowhere",)


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


def test_a_refused_dossier_is_no_traceback(tmp_path: Path) -> None:
    site, _, told = live(tmp_path)
    site.update()
    assert told[0].startswith("briefs/dossier.yml:1:1:")
