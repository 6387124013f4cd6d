"""Stage 8: docs/ becomes the site. The one module that knows MkDocs.

`BriefsPlugin` is declared as an entry point, so `mkdocs build`, `mkdocs serve` and `mkdocs gh-deploy` bring docs/ up to
date by themselves. What is published is real Markdown in docs/: another builder of the family needs no plugin.
"""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.build import SHIPPED_TEMPLATES, Brought, bring_up, nav, rows, templates
from generator.dossier.load import require_dossier
from generator.messages.faults import require_writable
from generator.messages.problems import BriefingError, DossierError, Problem
from generator.messages.progress import SILENT, Progress
from generator.prints import Printed, faults
from generator.prints.printing import prints
from generator.publication.publication import Publication
from generator.settings.reading import CONFIG, require_yaml, settings
from generator.site.complaints import complaints, listening
from generator.site.html import (
    ABSENT_FEATURES,
    EARLY_SCRIPT,
    classes_in,
    dressed,
    mended,
    searchable,
    slim,
    told,
    unlinked,
    with_parts,
)
from generator.site.rendered import Rendered
from generator.site.serving import NOTHING_YET, Live, app, watched
from generator.site.swap import aside, only_build
from generator.site.theme_environment import sparing
from generator.sources import load

WATCHED = ("seeds", "briefs", "templates")
# Seconds between two looks at the watched files, and of quiet after which a change counts as saved.
_POLLING = 0.1
_SETTLING = 0.05
_LOG = get_plugin_logger("briefs")
SKELETON = Path(__file__).parent.parent / "skeleton" / "mkdocs.yml"


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what there is to decide stands in briefs/."""


class BriefsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Brings docs/ up to date before a build, watches what it is made from, and numbers citations by their labels."""

    printed: tuple[Printed, ...] = ()
    serving = False
    ready = False  # docs/ was brought up to date by whoever called MkDocs
    brought: Brought | None = None  # what stands there
    rendered: Rendered | None = None  # of a live site: the pages that need not be rendered again

    def __init__(self) -> None:
        self.classes: set[str] = set()
        self.rows: tuple[tuple[str, ...], ...] = ()

    def take(self, printed: tuple[Printed, ...], brought: Brought, rendered: Rendered | None = None) -> None:
        """Take what whoever calls MkDocs has at hand. All of it: MkDocs keeps this object over builds of a process."""
        self.ready, self.printed, self.brought, self.rendered = True, printed, brought, rendered

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this object over the rebuilds of `mkdocs serve` (MkDocs does so for plugins that have this method)."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give the dossier's title, a navigation where mkdocs.yml has none, and names that need no escaping."""
        folder = _folder(config)
        try:
            made = self.brought.made if self.ready and self.brought else None
            dossier, sources = (made.dossier, made.sources) if made else load(folder)
        except BriefingError as error:
            raise PluginError(str(error)) from None
        config.site_name, self.rows = dossier.title, rows(dossier, sources)
        config.nav = config.nav or nav(folder, dossier)
        features = config.theme.get("features", [])
        config.theme["features"] = [feature for feature in features if feature not in ABSENT_FEATURES]
        config.extra.setdefault("polyfills", []).append(EARLY_SCRIPT)
        config.theme.dirs[:0] = [str(path / "theme") for path in templates(folder) if (path / "theme").is_dir()]
        for name in ("site_name", "site_description", "site_author"):
            if config[name]:
                config[name] = html.escape(html.unescape(config[name]), quote=True)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages that changed, and the PDFs; while serving, PDFs are made once and then left alone."""
        if self.ready:
            return
        folder = _folder(config)
        try:
            self.brought = bring_up(folder, keep_edition=not self.serving)
            if not (self.serving and self.printed):
                self.printed = prints(folder, templates(folder))
                for fault in faults(self.printed):
                    _LOG.warning(str(fault))
        except BriefingError as error:
            raise PluginError(str(error)) from None

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Any) -> str:
        """Dress the page: labels on citations, tables that a phone can show, the length of each PDF on its link."""
        known = self.rendered.content(page, files) if self.rendered else None
        if known is not None:
            return known
        shown = dressed(html, self.printed)
        return self.rendered.keep(page, shown) if self.rendered else shown

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Have a live site lay out only the pages that changed."""
        if self.rendered:
            for file in files.documentation_pages():
                self.rendered.watch(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give pages outside the navigation one before and one after them."""
        for row in self.rows:
            pages = [file.page for path in row if (file := files.get_file_from_path(path)) and file.page]
            for before, after in pairwise(pages):
                if after not in nav.pages:
                    after.previous_page = before
                if before not in nav.pages:
                    before.next_page = after
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Any) -> str:
        """Name the parts of notes, and say what the theme should know; a live site converts what changed alone."""
        page.meta = {**told(page.file.src_uri, alone=page.parent is None), **page.meta}
        parts = self.brought.parts.get(page.file.src_uri, ()) if self.brought else ()
        named = unlinked(with_parts(markdown, page.file.content_string, parts), self.printed)
        return self.rendered.markdown(page, named) if self.rendered else named

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Any) -> Environment:
        """Hear that all pages are converted now."""
        if self.rendered:
            self.rendered.lay_out()
            for file in files.documentation_pages() if self.rendered.partial else ():
                file.page.meta["search"] = {"exclude": True}  # an index of a few pages would be thrown away
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend what the theme's own HTML lacks."""
        self.classes |= classes_in(output)
        return mended(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mend the page that says that a page is not there as well."""
        self.classes |= classes_in(output_content)
        return mended(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-50)  # after the index is written, and before a copy of it is made for reading without a server
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let search find words without their accents, and leave out of the style sheets what no page has."""
        index = Path(config.site_dir) / "search" / "search_index.json"
        if index.is_file() and not (self.rendered and self.rendered.partial):
            index.write_text(searchable(index.read_text(encoding="utf-8")), encoding="utf-8")
        if not self.serving:
            slim(Path(config.site_dir), self.classes)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the folders that pages are made from."""
        for name in WATCHED:
            if (_folder(config) / name).is_dir():
                server.watch(str(_folder(config) / name))
        return server


def _folder(config: MkDocsConfig) -> Path:
    """Return the dossier's folder: the one that holds docs/."""
    return Path(config.docs_dir).parent


def build_site(folder: Path) -> Path:
    """Build the site of the dossier in `folder` aside and put it in place whole; if it fails the old one stands.

    Raises `DossierError`, with the new site in place, where a PDF could not be set.
    """
    problems = build_all(folder)[1]
    if problems:
        raise DossierError(problems)
    return folder / "site"


def build_all(
    folder: Path, progress: Progress = SILENT, *, trust: bool = False
) -> tuple[Publication, tuple[Problem, ...]]:
    """Do what `build_site` does, and return what was published, and why PDFs could not be set.

    With `trust`, mkdocs.yml may run programs.
    """
    require_dossier(folder)
    require_writable(folder / ".cache", folder / "docs", folder / "site", folder)
    config = _settings(folder, trust)
    with only_build(folder):
        # First what a person wrote: its problems are told in its own words, and before any other program looks at it.
        brought = bring_up(folder, progress=progress)
        progress.say("Setting the PDFs and laying out the site", len(brought.made.comparison.readings))
        printed = prints(folder, templates(folder))
        _mkdocs(folder, printed, brought, config)
        progress.note(note for one in printed for note in one.notes)
    return brought.made, faults(printed)


def _mkdocs(folder: Path, printed: tuple[Printed, ...], brought: Brought, settings: bytes | Path) -> None:
    with aside(folder / "site") as new, listening() as said:
        try:
            config = _config(folder, settings, new)
            plugin = config.plugins.get("briefs")
            if isinstance(plugin, BriefsPlugin):
                plugin.take(printed, brought)
            mkdocs_build(config)
        except (Abort, MkDocsException, ConfigurationError) as error:
            raise DossierError(complaints(folder, said, error)) from None


def serve_site(folder: Path, port: int, told: Callable[[str], None], *, trust: bool = False) -> None:
    """Serve the dossier in `folder` on this machine alone until interrupted; `told` hears the address and each update.

    The site is made in a folder of its own, so site/ is left alone. With `trust`, mkdocs.yml may run programs. OSError
    where the port is taken.
    """
    require_dossier(folder)
    with TemporaryDirectory(prefix="briefs-") as place:
        site = _LiveSite(folder, Path(place), trust=trust)
        live = Live(folder, site.make, told)
        server = LiveReloadServer(live.update, "127.0.0.1", port, place, polling_interval=_POLLING)
        server.build_delay = _SETTLING
        server.error_handler = lambda code: NOTHING_YET if live.problems else None
        server.set_app(app(server.serve_request, live))
        live.update()
        try:
            for path in watched(folder):
                server.watch(str(path))
            told(f"{server.url} shows the site; Ctrl-C ends it.")
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()


class _LiveSite:
    """Makes the pages of a live site in `place`: those that changed, or all where more than their text did."""

    def __init__(self, folder: Path, place: Path, *, trust: bool = False) -> None:
        self._folder, self._place, self._trust = folder, place, trust
        self._rendered = Rendered()
        self._started = False
        self._printed: tuple[Printed, ...] = ()
        self._listed: dict[tuple[str, ...], list[str]] = {}

    def make(self, brought: Brought, surroundings: object) -> tuple[str, ...]:
        """Make them, and return what MkDocs complained of."""
        self._rendered.begin(surroundings)
        settings = _settings(self._folder, self._trust)
        with listening() as said:
            try:
                config = _config(self._folder, settings, self._place, strict=False)
                if not self._started:
                    config.plugins.on_startup(command="serve", dirty=False)
                    self._started = True
                plugin = config.plugins.get("briefs")
                if isinstance(plugin, BriefsPlugin):
                    self._printed = self._printed or prints(self._folder, templates(self._folder))
                    plugin.take(self._printed, brought, self._rendered)
                sparing(config.theme, self._listed)
                found = self._place / "search" / "search_index.js", self._place / "search" / "search_index.json"
                index = {path: path.read_bytes() for path in found if path.is_file()}
                mkdocs_build(config, serve_url="/", dirty=True)
                if self._rendered.partial:  # the index of a few pages alone is none
                    for path, data in index.items():
                        path.write_bytes(data)
            except (Abort, MkDocsException, ConfigurationError) as error:
                self._rendered.forget()
                raise DossierError(complaints(self._folder, said, error)) from None
        told = [line for line in said if "'dirty' build" not in line]
        return (*told, *map(str, faults(self._printed)))


def _settings(folder: Path, trust: bool) -> bytes | Path:
    """Return what MkDocs is to read: mkdocs.yml as checked, the file itself with `trust`, ours where there is none."""
    file, own = folder / CONFIG, folder / "templates"
    if trust:
        require_yaml(folder)
        return file if file.is_file() else SKELETON
    shipped = any(own.resolve() == one.resolve() for one in SHIPPED_TEMPLATES)
    return settings(folder, None if shipped else own / "theme") or SKELETON


def _config(folder: Path, settings: bytes | Path, site: Path, *, strict: bool = True) -> MkDocsConfig:
    values: dict[str, Any] = {
        "site_dir": str(site.resolve()),
        "docs_dir": str((folder / "docs").resolve()),
        "strict": strict,
    }
    if isinstance(settings, bytes):
        # What was read and checked, not the file again: between two readings it could be another.
        return load_config(config_file=io.BytesIO(settings), config_file_path=str(folder / CONFIG), **values)
    return load_config(config_file=str(settings), **values)
