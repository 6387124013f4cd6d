"""`python -m tests.bench`: how long `briefs build` takes on 5, 100 and 1,000 texts; writes docs/performance.md.

Sizes may be given (`python -m tests.bench 5 100`); then the table is printed and nothing is written.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import prints, reading
from tests.bench.texts import dossier

SIZES = (5, 100, 1000)
# Beyond this size the site is not laid out here: that time is MkDocs's and the theme's.
WITH_SITE = 100
# Seconds after which a run is given up, and said so.
PATIENCE = 420
STAGES = ("1 load", "2-4 read", "5 compare", "6 briefs", "7 pages", "7 write", "8 site")
ROOT = Path(__file__).parent.parent.parent
HEAD = """# Performance

Made by `make bench`, which anybody can repeat: `tests/bench/` writes dossiers of invented texts (6 to 12 paragraphs,
about 25 sentences each, ten subjects, two parties) with a fixed random seed, so that every machine measures the same
texts, and runs the stages of `briefs build` on them one by one in a fresh process.

Figures are processor seconds, those of started processes included, so that other work on the machine does not count;
memory is the largest of any process, in MB. *Cold* has no cache and no pages; *one more* has both, and one text was
added. The site (MkDocs) is measured up to {site} texts, PDFs are left out: both are the work of other programs.

| texts | | {stages} | sum | memory |
| ---: | --- | {rule} | ---: | ---: |
"""
FOOT = """
## What the figures show

- Stages 2 to 4 look at one text alone and are kept by its content: one text more costs one text.
- The texts are harder than real ones in one way: they are made from few sentences, so very many make the same claim.
- Comparing is bounded: the first 100 statements of the same parties on one subject about one event are each compared
  with each; each further one with the 12 before it that share most of its rarest words. So it grows with the texts,
  not with their square.
- Pages grow with the texts and with how often each is cited, because a note stands on every page that cites it.
"""


def measured(folder: Path, *, site: bool) -> dict[str, float] | None:
    """Return the seconds of each stage on `folder`, in a process of its own; None where it took too long."""
    command = [sys.executable, "-m", "tests.bench.measure", str(folder), *(["--site"] if site else [])]
    try:
        told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=PATIENCE, check=True)
    except subprocess.TimeoutExpired:
        return None
    found: dict[str, float] = json.loads(told.stdout)
    return found


def row(size: int, what: str, times: dict[str, float] | None) -> str:
    """Return one row of the table."""
    if times is None:
        return f"| {size:,} | {what} | " + " | ".join("–" for _ in STAGES) + f" | over {PATIENCE} | – |"
    cells = " | ".join(f"{times[stage]:.2f}" if stage in times else "–" for stage in STAGES)
    total = sum(times.get(stage, 0.0) for stage in STAGES)
    return f"| {size:,} | {what} | {cells} | {total:.1f} | {times['memory']:.0f} |"


def table(sizes: tuple[int, ...]) -> str:
    """Measure every size, cold and after one text more, and return the rows."""
    rows = []
    for size in sizes:
        with TemporaryDirectory() as place:
            folder = Path(place)
            for count, what in ((size, "cold"), (size + 1, "one more")):
                dossier(folder, count)
                rows.append(row(size, what, measured(folder, site=size <= WITH_SITE)))
                print(rows[-1], flush=True)
                if rows[-1].endswith("| – |"):
                    break
    return "\n".join(rows) + "\n"


def main() -> None:
    """Run the measure and write the page."""
    sizes = tuple(int(one) for one in sys.argv[1:])
    found = table(sizes or SIZES)
    if not sizes:
        head = HEAD.format(site=WITH_SITE, stages=" | ".join(STAGES), rule=" | ".join("---:" for _ in STAGES))
        (ROOT / "docs/performance.md").write_text(
            head + found + FOOT + reading.table() + prints.table(), encoding="utf-8", newline="\n"
        )


if __name__ == "__main__":
    main()
