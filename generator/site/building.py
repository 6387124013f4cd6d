"""Stage 8 as one call: docs/ is brought up to date, PDFs are set, and MkDocs makes the site, put in place whole."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from generator.build import SHIPPED_TEMPLATES, Brought, templates, update_docs
from generator.dossier.load import require_dossier
from generator.messages.faults import require_writable
from generator.messages.problems import DossierError, Problem
from generator.messages.progress import SILENT, Progress
from generator.prints import Printed, faults
from generator.prints.printing import prints
from generator.publication.publication import Publication
from generator.readings.cache import open_cache
from generator.settings.reading import CONFIG, require_yaml, settings
from generator.site.common import KNOWN, shared_digest
from generator.site.complaints import capture_mkdocs_log, complaints
from generator.site.kept import FILE, SPARE, Kept, Placed
from generator.site.machine_key import machine_key
from generator.site.plugin import BriefsPlugin
from generator.site.swap import atomic_replace, only_build
from generator.site.theme_environment import share_environment

SKELETON = Path(__file__).parent.parent / "skeleton" / "mkdocs.yml"


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
    config = site_settings(folder, trust)
    with only_build(folder):
        # First what a person wrote: its problems are told in its own words, and before any other program looks at it.
        brought = update_docs(folder, progress=progress)
        with progress.work("Setting the PDFs", len(brought.made.sources), folder):
            printed = prints(folder, templates(folder))
        lay_out(folder, printed, brought, config, progress, keep=not trust)
        progress.note(note for file in printed for note in file.notes)
    return brought.made, faults(printed)


def lay_out(
    folder: Path,
    printed: tuple[Printed, ...],
    brought: Brought,
    settings: bytes | Path,
    progress: Progress = SILENT,
    *,
    keep: bool = True,
) -> None:
    """Make the site of docs/ and put it in place whole; DossierError says what MkDocs complained of.

    Without `keep`, as where other programs may have a say in pages, none that was rendered before is taken, and none is
    kept.
    """
    pages = sum(1 for _ in (folder / "docs").rglob("*.md"))
    with atomic_replace(folder / "site") as new, capture_mkdocs_log() as said:
        try:
            config = mkdocs_config(folder, settings, new)
            plugin = config.plugins.get("briefs")
            share_environment(config.theme, {})
            with (
                kept_pages(folder, settings, config, brought, said, keep=keep) as kept,
                progress.stage("Laying out pages", 2 * pages) as advance,
            ):
                if isinstance(plugin, BriefsPlugin):
                    plugin.take(printed, brought, kept, advance)
                mkdocs_build(config)
        except (Abort, MkDocsException, ConfigurationError) as error:
            raise DossierError(complaints(folder, said, error)) from None


@contextmanager
def kept_pages(
    folder: Path,
    settings: bytes | Path,
    config: MkDocsConfig,
    brought: Brought,
    said: Sequence[str],
    placed: dict[str, Placed] | None = None,
    *,
    keep: bool = True,
) -> Iterator[Kept | None]:
    """Give the pages that were rendered before: none without `keep`, or where that cannot be done on this machine.

    `settings` are those that `config` was read from. `placed` is what stands in the folder of a live site.
    """
    key = machine_key() if keep and KNOWN.issuperset(config.plugins) else None
    if key is None:
        yield None
        return
    told = settings if isinstance(settings, bytes) else settings.read_bytes()
    shared = shared_digest(told, brought.made.dossier.title, templates(folder))
    with open_cache(folder, FILE, key=key, spare=SPARE) as cache:
        kept = Kept(cache, shared, said, placed)
        try:
            yield kept
        except BaseException:
            kept.pause()
            raise
        kept.end()


def site_settings(folder: Path, trust: bool) -> bytes | Path:
    """Return what MkDocs is to read: mkdocs.yml as checked, the file itself with `trust`, ours where there is none."""
    file, own = folder / CONFIG, folder / "templates"
    if trust:
        require_yaml(folder)
        return file if file.is_file() else SKELETON
    shipped = any(own.resolve() == place.resolve() for place in SHIPPED_TEMPLATES)
    return settings(folder, None if shipped else own / "theme") or SKELETON


def mkdocs_config(folder: Path, settings: bytes | Path, site: Path, *, strict: bool = True) -> MkDocsConfig:
    """Return MkDocs's configuration of the dossier in `folder`, for a site in `site`."""
    values: dict[str, Any] = {
        "site_dir": str(site.resolve()),
        "docs_dir": str((folder / "docs").resolve()),
        "strict": strict,
    }
    if isinstance(settings, bytes):
        # What was read and checked, not the file again: between two readings it could be another.
        return load_config(config_file=io.BytesIO(settings), config_file_path=str(folder / CONFIG), **values)
    return load_config(config_file=str(settings), **values)
