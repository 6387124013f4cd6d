"""What all pages of a site follow from beside their own text: settings, the theme, and the programs that make them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from generator.program import ROOT, digest_of
from generator.site.kept import digest

# Plugins under which a page follows from nothing but what is told here and what `kept` asks of it.
KNOWN = frozenset({"search", "material/search", "offline", "material/offline", "briefs"})
# The packages that have a say in what a page becomes.
_MAKERS = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "pygments", "jinja2", "markupsafe", "pyyaml")


def shared_digest(settings: bytes, title: str, folders: Sequence[Path]) -> str:
    """Return a digest of what all pages follow from: the site's `settings` and `title`, and templates in `folders`."""
    themes = [file for folder in folders for file in sorted((folder / "theme").rglob("*")) if file.is_file()]
    own = [part for file in themes for part in (file.name, file.read_text("utf-8", "surrogateescape"))]
    return digest(settings.decode("utf-8", "surrogateescape"), title, *versions(), program(), *own)


def versions() -> tuple[str, ...]:
    """Return the versions of the programs of others."""
    return (sys.version, *map(version, _MAKERS))


@lru_cache(maxsize=1)
def program() -> str:
    """Return a digest of this program, all of it: a page may show what any part of it found."""
    return digest_of(sorted({path.stem for path in ROOT.iterdir()}))
