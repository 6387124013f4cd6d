"""One measure in a process of its own: `python -m tests.bench.measure WHAT FOLDER` does it and prints JSON.

Times are processor seconds, those of started processes included: what else a machine does is left out.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build

from generator.build import nav, templates, update_docs
from generator.prints.printing import prints
from generator.site.building import SKELETON, lay_out, mkdocs_config, site_settings

Found = dict[str, float]
PROGRAM = Path(sys.executable).with_name("briefs")


def used() -> float:
    """Return the processor seconds of this process and of those it started, so far."""
    each = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in each)


def generate(folder: Path) -> Found:
    """Bring docs/ up to date, the start of the program included."""
    written = update_docs(folder).written
    pages = written.unchanged + len(written.added) + len(written.changed)
    return {"seconds": used(), "pages": pages, "changed": len(written.added) + len(written.changed)}


def site(folder: Path) -> Found:
    """Lay docs/ out with what is published of it at hand."""
    brought = update_docs(folder)
    before = used()
    lay_out(folder, (), brought, site_settings(folder, False))
    seconds = used() - before
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    return {
        "seconds": seconds,
        "size": sum(path.stat().st_size for path in files) / 1e6,
        "largest": max(path.stat().st_size for path in pages) / 1e3,
    }


def plain(folder: Path) -> Found:
    """Have MkDocs alone lay out the same docs/: the same settings and navigation, without the plugin."""
    dossier = update_docs(folder).made.dossier
    told = site_settings(folder, False)
    values = yaml.safe_load(told if isinstance(told, bytes) else SKELETON.read_bytes())
    values["plugins"] = [plugin for plugin in values["plugins"] if plugin != "briefs"]
    values["nav"] = nav(folder, dossier)
    with tempfile.TemporaryDirectory() as place:
        before = used()
        build(mkdocs_config(folder, yaml.safe_dump(values).encode(), Path(place), strict=False))
        return {"seconds": used() - before}


def printed(folder: Path) -> Found:
    """Set the PDFs of all briefs and of the dossier."""
    before = used()
    found = prints(folder, templates(folder))
    return {
        "seconds": used() - before,
        "pages": sum(one.pages for one in found),
        "faults": sum(bool(one.faults) for one in found),
    }


def command(*words: str) -> Callable[[Path], Found]:
    """Return what runs a command of the program as a person does, its start included."""

    def run(folder: Path) -> Found:
        before = used()
        done = subprocess.run([PROGRAM, "-C", str(folder), *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        return {"seconds": used() - before, "code": done.returncode}

    return run


MEASURES: dict[str, Callable[[Path], Found]] = {
    "generate": generate,
    "site": site,
    "plain": plain,
    "prints": printed,
    "status": command("status"),
    "check": command("check"),
}


def main(what: str, folder: Path) -> dict[str, Any]:
    """Do one measure; return what was found, and the most memory that any process had, in MB."""
    found = MEASURES[what](folder)
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {**found, "memory": most / 1024}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
