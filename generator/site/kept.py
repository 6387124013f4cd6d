"""Pages that were rendered before, kept between builds: only what changed is converted and laid out again.

A page is kept in two steps, each named by a digest of all that it follows from. Its *conversion* follows from its
Markdown, from which files its links found, and from what all conversions share (settings, templates, program); its
*layout* from its conversion, the pages before and after it, and the navigation. Which other pages there are is in
neither: a page that is added, renamed or removed renders those that name it.

The objects handled here are MkDocs's pages and files; only the modules beside this one import MkDocs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.readings.cache import Cache
from generator.site.records import Conversion, Layout, decode_conversion, decode_layout, encode_record, headings, layout

FILE = Path(".cache") / "pages.sqlite"
# How many times as many rows as a build asked for may stay: those of the build before, should a change be taken back.
SPARE = 2.0
# Characters that are gathered before they are written: what an interrupted build made is there for the next.
_GATHERED = 4_000_000

Convert = Callable[[Any], str]
# Of a page in the folder of a live site: the name of its layout, and its file.
Placed = tuple[str, str]


@dataclass
class _Page:
    """A page in this build: the names of its rows, what it is made from, and what is known of it."""

    name: str
    markdown: str
    known: bool
    complaints: int
    asked: dict[str, str] = field(default_factory=dict)
    laid: str = ""
    layout: Layout | None = None
    html: str = ""


class _Asking:
    """Files, and a note of what was asked for among them: the path, and the address of the file found there."""

    def __init__(self, files: Any, asked: dict[str, str]) -> None:
        self._files = files
        self._asked = asked

    def get_file_from_path(self, path: str) -> Any:
        # Most paths are as MkDocs has them; it would first make each of them an object and back.
        found = self._files.src_uris.get(path) or self._files.get_file_from_path(path)
        self._asked[path] = _address(found)
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


class Kept:
    """The pages of one build. `convert` makes the HTML of a page from its Markdown, where what was kept is damaged.

    `common` is what all pages follow from, `said` what MkDocs complained of so far: a page that it complains of is not
    kept, so that it complains the next time. `placed` are the layouts that stand in the folder of a live site already.
    """

    def __init__(
        self, cache: Cache, common: str, said: Sequence[str] = (), placed: dict[str, Placed] | None = None
    ) -> None:
        self._cache, self._common, self._said = cache, common, said
        self.placed = placed
        self._pages: dict[str, _Page] = {}
        self._new: dict[str, bytes] = {}
        self._gathered = 0
        self._used: set[str] = set()
        self._around = ""

    def begin(self, page: Any, files: Any, markdown: str, more: Sequence[str], toc: Callable[[Any], Any]) -> str:
        """Return the Markdown to convert: none for a page that is known, on which what its conversion left is put.

        `more` is what it follows from besides, `toc` makes a table of contents of its headings.
        """
        file = page.file
        name = digest(self._common, file.src_uri, file.inclusion.name, markdown, repr(page.meta), *more)
        self._use(name, _html(name))
        known = self._conversion(name, files)
        state = self._pages[file.src_uri] = _Page(name, markdown, known is not None, len(self._said))
        if known is None:
            page.render = lambda config, files: type(page).render(page, config, _Asking(files, state.asked))
            return markdown
        page._title_from_render, page.toc = known.title, toc(known.toc)
        page.present_anchor_ids = set(known.anchors)
        page.links_to_anchors = _links(known, files)
        page.render = lambda config, files: None  # a converter is not even set up for it
        page.content = ""
        return ""

    def is_known(self, page: Any) -> bool:
        """Tell whether the page need not be converted."""
        return self._pages[page.file.src_uri].known

    def keep_conversion(self, page: Any, html: str) -> str:
        """Keep what a page was converted to, and return what is to be held in memory of it."""
        state = self._pages[page.file.src_uri]
        if not self._cache.keeps or len(self._said) > state.complaints:
            state.html = html
            return ""
        links = page.links_to_anchors
        by_path = None if links is None else {file.src_uri: dict(anchors) for file, anchors in links.items()}
        left = Conversion(
            page._title_from_render, headings(page.toc), sorted(page.present_anchor_ids or ()), by_path, state.asked
        )
        self._keep({state.name: encode_record(left), _html(state.name): html.encode("utf-8", "surrogatepass")})
        state.known = True
        return ""

    def surround(self, around: str) -> None:
        """Hear what the layout of every page follows from, now that all titles are known."""
        self._around = around

    def lay_out(self, page: Any, convert: Convert) -> Layout | None:
        """Return the layout of a page where it is known; where it is not, put its content on the page."""
        state = self._pages[page.file.src_uri]
        around = page.title, *map(_name_of, (page.previous_page, page.next_page))
        state.laid = digest(state.name, self._around, repr(around))
        self._use(state.laid)
        state.complaints = len(self._said)
        found = self._read(state.laid, _html(state.name)) if state.known else {}
        if _html(state.name) in found:
            state.html = found[_html(state.name)].decode("utf-8", "surrogatepass")
            state.layout = decode_layout(found[state.laid]) if state.laid in found else None
        elif state.known:  # it was damaged, or could not be written
            page.markdown = state.markdown
            state.html = convert(page)
            self._keep({_html(state.name): state.html.encode("utf-8", "surrogatepass")})
        page.content = "" if state.layout else state.html
        return state.layout

    def is_laid_out(self, page: Any) -> bool:
        """Tell whether the layout of the page that is at hand is known."""
        return self._pages[page.file.src_uri].layout is not None

    def finished_page(self, page: Any) -> str | None:
        """Return a page whose layout is known: nothing where it stands in place already. None for another page."""
        state = self._pages[page.file.src_uri]
        if state.layout is None:
            return None
        if self.placed and self.placed.get(page.file.src_uri) == self._place(page) and _stands(page):
            return ""
        return state.layout.page(state.html)

    def end_page(self, page: Any, html: str, entries: str, classes: set[str]) -> None:
        """Keep the finished page, unless it was known, and hold no more of it in memory."""
        state = self._pages[page.file.src_uri]
        if state.layout is None and state.known and len(self._said) == state.complaints:
            self._keep({state.laid: encode_record(layout(html, state.html, entries, classes))})
        if self.placed is not None:
            self.placed[page.file.src_uri] = self._place(page)
        state.layout, state.html, state.markdown, page.content, page.markdown = None, "", "", "", ""

    def remember(self, parts: Iterable[str], make: Callable[[], str]) -> str:
        """Return what `make` makes of `parts`, or what it made before."""
        name = digest("made", self._common, *parts)
        self._use(name)
        found = self._read(name).get(name)
        if found is not None:
            return found.decode("utf-8", "surrogatepass")
        made = make()
        self._keep({name: made.encode("utf-8", "surrogatepass")})
        return made

    def end(self) -> None:
        """Keep what is left to keep, and let go of what no page asks for any more: the build is done."""
        self._cache.write(self._new, self._used)
        self._new = {}
        placed = self.placed or {}
        for path in placed.keys() - self._pages.keys():
            Path(placed.pop(path)[1]).unlink(missing_ok=True)

    def pause(self) -> None:
        """Keep what is left to keep: the build was not done."""
        self._cache.write(self._new)
        self._new = {}

    def _conversion(self, name: str, files: Any) -> Conversion | None:
        found = self._read(name)
        known = decode_conversion(found[name]) if found else None
        if known and all(_address(files.get_file_from_path(path)) == address for path, address in known.asked.items()):
            return known
        return None

    def _place(self, page: Any) -> Placed:
        return self._pages[page.file.src_uri].laid, page.file.abs_dest_path

    def _read(self, *names: str) -> dict[str, bytes]:
        new = {name: self._new[name] for name in names if name in self._new}
        return {**self._cache.read([name for name in names if name not in new]), **new}

    def _use(self, *names: str) -> None:
        self._used.update(names)

    def _keep(self, rows: dict[str, bytes]) -> None:
        self._new |= rows
        self._gathered += sum(map(len, rows.values()))
        if self._gathered > _GATHERED:
            self._cache.write(self._new)
            self._new, self._gathered = {}, 0


def digest(*parts: str) -> str:
    """Return a digest of texts, in which each stands apart."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


def _html(name: str) -> str:
    """Return the name of the row that has the HTML of a conversion."""
    return f"{name} html"


def _address(file: Any) -> str:
    return "" if file is None else f"{file.url} {file.inclusion.name}"


def _stands(page: Any) -> bool:
    return Path(page.file.abs_dest_path).is_file()


def _name_of(page: Any) -> tuple[str, str] | None:
    return None if page is None else (page.url, str(page.title))


def _links(known: Conversion, files: Any) -> dict[Any, dict[str, str]] | None:
    if known.links is None:
        return None
    return {files.get_file_from_path(path): dict(anchors) for path, anchors in known.links.items()}
