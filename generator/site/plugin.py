"""Stage 8: what MkDocs calls while docs/ becomes the site.

`BriefsPlugin` is declared as an entry point, so `mkdocs build`, `mkdocs serve` and `mkdocs gh-deploy` bring docs/ up to
date by themselves. What is published is real Markdown in docs/: another builder of the family needs no plugin.
"""

from __future__ import annotations

import html
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.build import Brought, nav, reading_order, templates, update_docs
from generator.messages.problems import BriefingError
from generator.messages.progress import IDLE, Advance
from generator.pages.write import handwritten
from generator.prints import Printed, faults
from generator.prints.printing import prints
from generator.site.html import (
    ABSENT_FEATURES,
    EARLY_SCRIPT,
    classes_in,
    finish_content,
    front_matter,
    links_to_prints,
    mend_theme,
    search_index,
    searchable,
    slim,
    unlinked,
    with_parts,
    without_notes,
)
from generator.site.kept import Kept
from generator.site.layouts import LaterTemplate, surroundings
from generator.site.quick_inline import QuickMarkdown
from generator.sources import load

WATCHED = ("seeds", "briefs", "templates")
_LOG = get_plugin_logger("briefs")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what there is to decide stands in briefs/."""


class BriefsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Brings docs/ up to date before a build, watches what it is made from, and numbers citations by their labels."""

    printed: tuple[Printed, ...] = ()
    serving = False
    ready = False  # docs/ was brought up to date by whoever called MkDocs
    brought: Brought | None = None  # what stands there
    kept: Kept | None = None  # the pages that need not be rendered again
    advance: Advance = IDLE  # hears of each page that is converted, and of each that is laid out

    def __init__(self) -> None:
        self.classes: set[str] = set()
        self.entries: list[str] = []
        self.reading_order: tuple[tuple[str, ...], ...] = ()

    def take(
        self, printed: tuple[Printed, ...], brought: Brought, kept: Kept | None = None, advance: Advance = IDLE
    ) -> None:
        """Take what whoever calls MkDocs has at hand. All of it: MkDocs keeps this object over builds of a process."""
        self.ready, self.printed, self.brought, self.kept, self.advance = True, printed, brought, kept, advance

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
        config.site_name, self.reading_order = dossier.title, reading_order(dossier, sources)
        config.nav = config.nav or nav(folder, dossier)
        features = config.theme.get("features", [])
        config.theme["features"] = [feature for feature in features if feature not in ABSENT_FEATURES]
        config.extra.setdefault("polyfills", []).append(EARLY_SCRIPT)
        config.markdown_extensions.append(QuickMarkdown())  # MkDocs hands it on as it is
        config.theme.dirs[:0] = [str(path / "theme") for path in templates(folder) if (path / "theme").is_dir()]
        for name in ("site_name", "site_description", "site_author"):
            if config[name]:
                config[name] = html.escape(html.unescape(config[name]), quote=True)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages that changed, and the PDFs; while serving, PDFs are made once and then left alone."""
        self.classes, self.entries = set(), []
        if self.ready:
            return
        folder = _folder(config)
        try:
            self.brought = update_docs(folder, keep_edition=not self.serving)
            if not (self.serving and self.printed):
                self.printed = prints(folder, templates(folder))
                for fault in faults(self.printed):
                    _LOG.warning(str(fault))
        except BriefingError as error:
            raise PluginError(str(error)) from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let pages that we made stand outside the navigation, whatever mkdocs.yml says of them.

        A live site looks at every page: which of them are made anew is not told by the times of files.
        """
        own = set(handwritten(Path(config.docs_dir)))
        for file in files.documentation_pages():
            if file.src_uri not in own and file.inclusion is InclusionLevel.INCLUDED:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        if self.kept and self.kept.placed is not None:
            for file in files.documentation_pages():
                file.is_modified = lambda: True  # type: ignore[method-assign]
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give pages outside the navigation one before and one after them."""
        for row in self.reading_order:
            pages = [file.page for path in row if (file := files.get_file_from_path(path)) and file.page]
            for before, after in pairwise(pages):
                if after not in nav.pages:
                    after.previous_page = before
                if before not in nav.pages:
                    before.next_page = after
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Any) -> str:
        """Name the parts of notes, and say what the theme should know; nothing of a page that is known is converted."""
        page.meta = {**front_matter(page.file.src_uri, alone=page.parent is None), **page.meta}
        parts = self.brought.parts.get(page.file.src_uri, ()) if self.brought else ()
        named = unlinked(with_parts(markdown, page.file.content_string, parts), self.printed)
        shown = links_to_prints(named, self.printed)
        return self.kept.begin(page, files, named, shown, get_toc) if self.kept else named

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Any) -> str:
        """Dress the page: labels on citations, tables that a phone can show, the length of each PDF on its link."""
        self.advance(1)
        if self.kept and self.kept.is_known(page):
            return html
        shown = finish_content(html, self.printed)
        return self.kept.keep_conversion(page, shown) if self.kept else shown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Any) -> Environment:
        """Hear that all pages are converted now."""
        if search := _search(config):
            search.search_index.generate_search_index = lambda before: search_index(
                _search_settings(search), self.entries
            )
        if self.kept:
            self.kept.surround(surroundings(self.nav))
            self._files = files
            for file in files:
                if file.page and file.inclusion.is_in_serve():
                    file.page.meta["template"] = LaterTemplate(env, self.kept, file.page)
        return env

    @event_priority(100)  # before search reads the page
    def _before_layout(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Bring the content of a page that is to be laid out, and hide its notes from search."""
        known = self.kept.lay_out(page, lambda page: self._convert(page, config)) if self.kept else None
        if known:
            self.entries += [known.entries] if known.entries else []
            self.classes.update(known.classes)
            page.meta["search"] = {"exclude": True}
        page.content, self._notes = without_notes(page.content or "")
        return context

    @event_priority(-100)  # after search has read the page
    def _after_search(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Take what search found on the page, and bring its notes back."""
        page.content = (page.content or "") + self._notes
        search = _search(config)
        found = [searchable(entry) for entry in search.search_index.entries] if search else []
        if search:
            search.search_index.entries.clear()
        self.entries += found
        self._found = ",".join(found)
        return context

    on_page_context = CombinedEvent(_before_layout, _after_search)

    def _convert(self, page: Page, config: MkDocsConfig) -> str:
        type(page).render(page, config, self._files)
        return finish_content(page.content or "", self.printed)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend what the theme's own HTML lacks."""
        self.advance(1)
        known = self.kept.finished_page(page) if self.kept else None
        if known is not None:
            output, classes = known, set[str]()
        else:
            classes = classes_in(output)
            self.classes |= classes
            output = mend_theme(output)
        if self.kept:
            self.kept.end_page(page, output, self._found, classes)
        return output

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mend the page that says that a page is not there as well."""
        self.classes |= classes_in(output_content)
        return mend_theme(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-50)  # after all pages are written
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Leave out of the style sheets what no page has."""
        if not self.serving:
            slim(Path(config.site_dir), self.classes, *([self.kept.remember] if self.kept else []))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the folders that pages are made from."""
        for name in WATCHED:
            if (_folder(config) / name).is_dir():
                server.watch(str(_folder(config) / name))
        return server


def _folder(config: MkDocsConfig) -> Path:
    """Return the dossier's folder: the one that holds docs/."""
    return Path(config.docs_dir).parent


def _search(config: MkDocsConfig) -> Any:
    """Return the theme's own search, or None where it is not used."""
    plugins = (config.plugins.get(name) for name in ("material/search", "search"))
    return next((plugin for plugin in plugins if hasattr(plugin, "search_index")), None)


def _search_settings(search: Any) -> dict[str, Any]:
    """Return the settings of search that the browser is given."""
    return {name: search.search_index.config[name] for name in ("lang", "separator", "pipeline", "fields")}
