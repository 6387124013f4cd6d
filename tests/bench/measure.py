"""One measured run in a process of its own: `python -m tests.bench.measure FOLDER [--site]` prints JSON."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator.briefs.brief import briefs
from generator.build import templates
from generator.changes.record import record
from generator.comparison.comparison import compare
from generator.editions.dating import date_sources
from generator.editions.file import read_history, save_history
from generator.pages.pages import pages
from generator.pages.write import write
from generator.publication.publication import Publication
from generator.readings.readings import readings
from generator.site.building import lay_out, site_settings
from generator.sources import load

T = TypeVar("T")


def _seconds() -> float:
    """Return the processor time of this process and of those it started: what else a machine does is left out."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def run(folder: Path, *, site: bool) -> dict[str, float]:
    """Do what `briefs build` does on `folder`, stage by stage; return seconds a stage, and the peak of memory in MB."""
    times: dict[str, float] = {}

    @contextmanager
    def timed(stage: str) -> Iterator[None]:
        start = _seconds()
        yield
        times[stage] = round(_seconds() - start, 2)

    def did(stage: str, work: Callable[[], T]) -> T:
        with timed(stage):
            return work()

    dossier, sources = did("1 load", lambda: load(folder))
    found = did("2-4 read", lambda: readings(folder, dossier, sources))
    comparison = did("5 compare", lambda: compare(found, dossier))
    with timed("6 briefs"):
        dated = date_sources(read_history(folder), comparison)
        made = Publication(dossier, comparison, briefs(dossier, comparison, dated), dated)
        made = replace(made, history=record(made, dated))
    written = did("7 pages", lambda: pages(made, templates(folder)))
    with timed("7 write"):
        write(written, folder / "docs")
        save_history(folder, made.history)
    if site:
        # PDFs are another program's; MkDocs asks that what pages link to is there.
        for name in ("dossier", *(brief.definition.id for brief in made.briefs)):
            (folder / "docs/print").mkdir(exist_ok=True)
            (folder / f"docs/print/{name}.pdf").write_bytes(b"")
        did("8 site", lambda: lay_out(folder, (), made, site_settings(folder, False)))
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    times["memory"] = round(max(own, children) / 1024)
    return times


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), site="--site" in sys.argv[2:])))
