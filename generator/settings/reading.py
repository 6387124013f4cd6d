"""mkdocs.yml read, held against what may stand in it, and made ready for the site builder.

The site builder's own reader can run programs (``!!python/object``), takes values from the environment (``!ENV``) and
settings from other files (``INHERIT``, in any spelling of that name). It never sees the file: what it is given is
written anew from the values that were read and checked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from os.path import lexists
from pathlib import Path
from typing import Any

import yaml

from generator.dossier.documents import NOT_READ, read_document
from generator.dossier.files import Place, decode, read_bytes
from generator.messages.problems import DossierError, Problem
from generator.settings.allowed import ALLOWED
from generator.settings.rules import TRUST

CONFIG = "mkdocs.yml"
_MOST_PROBLEMS = 200
_THEME = {"name": "material", "font": False}
# Without one of its own the offline plugin would have pages ask another host for it.
_SHIM = "assets/js/iframe-worker-shim.js"
_OFFLINE = frozenset({"offline", "material/offline"})


def settings(folder: Path, theme: Path | None) -> bytes | None:
    """Return the checked settings of the dossier in `folder` as YAML for the site builder; None where it has none.

    `theme` is where templates of the theme would be taken from the dossier: nothing may stand there. Raises
    `DossierError` with all that is not taken from a dossier.
    """
    problems = list(_templates(folder, theme)) if theme else []
    try:
        value = _read(folder)
    except DossierError as error:
        raise DossierError([*problems, *error.problems]) from None
    if problems:
        raise DossierError(problems)
    return None if value is None else yaml.safe_dump(_completed(value), sort_keys=False).encode()


def require_yaml(folder: Path) -> None:
    """Raise `DossierError` where mkdocs.yml in `folder` is no file of YAML, whatever stands in it."""
    if not lexists(folder / CONFIG):
        return
    try:
        for _ in yaml.parse(decode(read_bytes(folder, CONFIG, Place(CONFIG)), CONFIG)):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        at = Place(CONFIG, mark.line + 1, mark.column + 1) if mark else Place(CONFIG)
        said = getattr(error, "problem", None) or " ".join(str(error).split())
        raise at.error(f"this is not YAML: {said}", f"correct this in {CONFIG}") from None


def _read(folder: Path) -> dict[str, Any] | None:
    if not lexists(folder / CONFIG):
        return None
    try:
        document = read_document(folder, CONFIG, CONFIG)
    except DossierError as error:
        raise DossierError(_or_trust(problem) for problem in error.problems) from None
    problems = list(islice(ALLOWED(document, ()), _MOST_PROBLEMS))
    if problems:
        raise DossierError(problems)
    value: Any = document.value
    return dict(value)


def _or_trust(problem: Problem) -> Problem:
    return replace(problem, mend=TRUST) if NOT_READ in problem.what else problem


def _completed(value: dict[str, Any]) -> dict[str, Any]:
    """Return the settings with what the site builder would else take from another host."""
    theme, extra = value.get("theme"), value.get("extra", {})
    shims = extra.get("polyfills", [])
    own = {} if theme is None or isinstance(theme, str) else theme
    if _OFFLINE & {*_names(value.get("plugins", []))} and not any("iframe-worker" in shim for shim in shims):
        extra = {**extra, "polyfills": [*shims, _SHIM]}
    return {**value, "theme": {**_THEME, **own}, "extra": extra}


def _names(programs: Any) -> Iterator[str]:
    for one in programs:
        yield from one if isinstance(one, dict) else (one,)


def _templates(folder: Path, theme: Path) -> Iterator[Problem]:
    for file in sorted(theme.rglob("*")):
        if not file.is_dir():
            at = Place(file.relative_to(folder).as_posix())
            yield at.problem("the theme would run this template, and not in a sandbox", TRUST)
