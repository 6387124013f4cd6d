"""A live site: what a saved file changes is made anew; what is wrong stands on the pages; the last good ones stay."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.build import Brought, update_docs
from generator.messages.problems import BriefingError
from generator.pages.write import handwritten
from generator.site.swap import only_build

# Makes the site of what was brought to docs/, and returns what is wrong with it.
Make = Callable[[Brought], tuple[str, ...]]
Told = Callable[[str], None]
# What stands where no page was ever made: it asks again by itself.
NOTHING_YET = b'<!doctype html><meta http-equiv="refresh" content="2"><title>No page yet</title><body>No page yet.'


class Live:
    """The state of a live site: `problems` is what is wrong now, one line each, empty when all is well."""

    def __init__(self, folder: Path, make: Make, told: Told) -> None:
        self.folder = folder
        self.problems: tuple[str, ...] = ()
        self._make = make
        self._told = told

    def update(self) -> None:
        """Bring docs/ and the live site up to date; an edition is not kept, for a file saved ten times makes none."""
        try:
            with only_build(self.folder):
                brought = update_docs(self.folder, keep_edition=False)
                self.problems = self._make(brought)
            written = brought.written
            changed = len(written.added) + len(written.changed) + len(written.removed)
            self._told(f"{changed} pages changed." if not self.problems else "\n".join(self.problems))
        except BriefingError as error:
            self._tell(str(error))
        except Exception as error:  # a fault of ours must not end the server, or leave browsers waiting for a page
            self._tell(f"the generator failed: {type(error).__name__}: {error}")

    def _tell(self, problems: str) -> None:
        self.problems = tuple(problems.split("\n"))
        self._told(problems)


def watched_paths(folder: Path) -> Iterator[Path]:
    """Yield what is to be watched: what pages are made from, and those that people wrote, but not what we write."""
    for name in ("seeds", "briefs", "templates", "mkdocs.yml"):
        if (folder / name).exists():
            yield folder / name
    for path in handwritten(folder / "docs"):
        yield folder / "docs" / path


def with_problems(page: bytes, problems: Iterable[str]) -> bytes:
    """Return an HTML page with the problems at its top; they are text, whatever they quote."""
    told = "".join(f"<li>{html.escape(line)}</li>" for line in problems)
    if not told:
        return page
    box = (
        '<div role="alert" style="position:sticky;top:0;z-index:99;padding:.6rem 1rem;background:#fff4f4;color:#5a0010;'
        'border-bottom:3px solid #b00020;font:15px/1.4 sans-serif">'
        "<strong>Not up to date: these pages are the last good ones.</strong>"
        f'<ul style="margin:.3rem 0">{told}</ul></div>'
    ).encode()
    start = page.find(b"<body")
    at = page.find(b">", start) + 1 if start >= 0 else 0
    return page[:at] + box + page[at:]


def app(serve: Callable[[Any, Any], Iterable[bytes]], live: Live) -> Callable[[Any, Any], Iterable[bytes]]:
    """Return a WSGI application that answers as `serve` does, with what is wrong at the top of each page."""

    def answer(environ: Any, start_response: Any) -> Iterable[bytes]:
        heads: list[tuple[str, list[tuple[str, str]]]] = []
        parts = serve(environ, lambda status, headers, *rest: heads.append((status, headers)))
        status, headers = heads[0]
        if live.problems and any(name == "Content-Type" and "text/html" in value for name, value in headers):
            page = with_problems(b"".join(parts), live.problems)
            kept = [(name, value) for name, value in headers if name != "Content-Length"]
            start_response(status, [*kept, ("Content-Length", str(len(page)))])
            return [page]
        start_response(status, headers)
        return parts

    return answer
