"""`python -m tests.bench [SIZE…]`: what this program costs on so many texts; writes docs/performance.md.

Without sizes it measures 5 texts, as many as the shipped dossier has, and 1,000; `make bench-large` measures 10,000.
What was measured before stays in tests/bench/measured.json, so that each run renews its own columns alone. With `--dry`
the table is printed, and nothing is written.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import page, prints, reading
from tests.bench.live import seconds_until, served
from tests.bench.texts import dossier

ROOT = Path(__file__).parent.parent.parent
SIZES = (5, 1000)
# Seconds by the clock after which a run is given up, and said so.
PATIENCE = 7200
PORT = 8765
Found = dict[str, float]


def measured(what: str, folder: Path) -> Found:
    """Return what `tests.bench.measure` finds in a process of its own; nothing where it took too long or failed."""
    command = [sys.executable, "-m", "tests.bench.measure", what, str(folder)]
    try:
        told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=PATIENCE, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return {}
    found: Found = json.loads(told.stdout)
    print(f"{what}: {told.stdout.strip()}", flush=True)
    return found


def column(size: int) -> dict[str, Found]:
    """Measure everything on so many texts: from nothing, and once more after one text was added."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        dossier(folder, size)
        found = {"generate": measured("generate", folder)}
        found |= {what: measured(what, folder) for what in ("prints", "site", "plain", "status", "check")}
        dossier(folder, size + 1)
        found |= {"one more: generate": measured("generate", folder), "one more: site": measured("site", folder)}
        found["live"] = live(folder, size + 1)
    return found


def live(folder: Path, size: int) -> Found:
    """Return the seconds by the clock until a browser has what was saved."""
    brief, topics = folder / "briefs/delta.yml", folder / "briefs/topic-map.yml"
    with served(folder, PORT) as address:
        return {
            "brief": seconds_until(f"{address}briefs/delta.html", "The wide delta", renaming(brief, "The wide delta")),
            "topic map": seconds_until(
                f"{address}topics/works/grain.html", "Wheat", renaming(topics, "Wheat", "Grain")
            ),
            "source": seconds_until(f"{address}sources/wire-{size:05}.html", "Wire", lambda: dossier(folder, size + 1)),
        }


def renaming(file: Path, after: str, before: str = "The delta") -> Callable[[], None]:
    """Return what saves a file with another label."""
    return lambda: file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8") and None


def main() -> None:
    """Measure, and write the page."""
    options = argparse.ArgumentParser()
    options.add_argument("sizes", nargs="*", type=int)
    options.add_argument("--dry", action="store_true")
    given = options.parse_args()
    columns = page.earlier() | {size: column(size) for size in given.sizes or SIZES}
    if given.dry:
        print(page.table(columns))
    else:
        page.save(columns, reading.table() + prints.table())


if __name__ == "__main__":
    main()
