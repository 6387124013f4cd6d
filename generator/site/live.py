"""The live site: MkDocs's server, and the pages that it shows made anew as files are saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
from mkdocs.livereload import LiveReloadServer

from generator.build import Brought, templates
from generator.dossier.load import require_dossier
from generator.messages.problems import DossierError
from generator.prints import Printed, faults
from generator.prints.printing import prints
from generator.site.building import kept_pages, mkdocs_config, site_settings
from generator.site.complaints import capture_mkdocs_log, complaints
from generator.site.kept import Placed
from generator.site.plugin import BriefsPlugin
from generator.site.serving import NOTHING_YET, Live, app, watched_paths
from generator.site.theme_environment import share_environment

# Seconds between two looks at the watched files, and of quiet after which a change counts as saved.
_POLLING = 0.1
_SETTLING = 0.05


def serve_site(folder: Path, port: int, told: Callable[[str], None], *, trust: bool = False) -> None:
    """Serve the dossier in `folder` on this machine alone until interrupted; `told` hears the address and each update.

    The site is made in a folder of its own, so site/ is left alone. With `trust`, mkdocs.yml may run programs. OSError
    where the port is taken.
    """
    require_dossier(folder)
    with TemporaryDirectory(prefix="briefs-") as place:
        site = LiveSite(folder, Path(place), trust=trust)
        live = Live(folder, site.make, told)
        server = LiveReloadServer(live.update, "127.0.0.1", port, place, polling_interval=_POLLING)
        server.build_delay = _SETTLING
        server.error_handler = lambda code: NOTHING_YET if live.problems else None
        server.set_app(app(server.serve_request, live))
        live.update()
        try:
            for path in watched_paths(folder):
                server.watch(str(path))
            told(f"{server.url} shows the site; Ctrl-C ends it.")
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()


class LiveSite:
    """Makes the pages of a live site in `place`: those that are not known, and of the known those not yet there."""

    def __init__(self, folder: Path, place: Path, *, trust: bool = False) -> None:
        self._folder, self._place, self._trust = folder, place, trust
        self._placed: dict[str, Placed] = {}
        self._started = False
        self._printed: tuple[Printed, ...] = ()
        self._listed: dict[tuple[str, ...], list[str]] = {}

    def make(self, brought: Brought) -> tuple[str, ...]:
        """Make them, and return what MkDocs complained of."""
        settings = site_settings(self._folder, self._trust)
        with capture_mkdocs_log() as said:
            try:
                config = mkdocs_config(self._folder, settings, self._place, strict=False)
                if not self._started:
                    config.plugins.on_startup(command="serve", dirty=False)
                    self._started = True
                plugin = config.plugins.get("briefs")
                share_environment(config.theme, self._listed)
                with kept_pages(
                    self._folder, settings, config, brought, said, self._placed, keep=not self._trust
                ) as kept:
                    if isinstance(plugin, BriefsPlugin):
                        self._printed = self._printed or prints(self._folder, templates(self._folder))
                        plugin.take(self._printed, brought, kept)
                    mkdocs_build(config, serve_url="/", dirty=kept is not None)
            except (Abort, MkDocsException, ConfigurationError) as error:
                self._placed.clear()
                raise DossierError(complaints(self._folder, said, error)) from None
        told = [line for line in said if "'dirty' build" not in line]
        return (*told, *map(str, faults(self._printed)))
