"""`python -m tests.bench.prints`: printing the shipped pages, against headless Chromium and WeasyPrint in the same run.

Needs a built site (`make site`), and of the two others what is installed: Chromium through Playwright, WeasyPrint as a
package. What is missing is said and left out.
"""

from __future__ import annotations

import importlib.util
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.prints.documents import PrintOptions
from generator.prints.prints import documents_of
from generator.prints.worker import outcome

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 5
Job = Callable[[list[str]], None]


def typst(briefs: list[str]) -> None:
    """Set the PDFs of `briefs` from the Markdown in docs/."""
    for document in documents_of(ROOT / "docs", briefs, PrintOptions()):
        assert not outcome(document).problems


def weasyprint() -> Job | None:
    """Return what prints pages of the built site through WeasyPrint, or None."""
    if importlib.util.find_spec("weasyprint") is None:
        return None
    from weasyprint import HTML  # type: ignore[import-not-found]  # only where somebody installed it to compare

    def job(briefs: list[str]) -> None:
        for brief in briefs:
            HTML(str(ROOT / f"site/briefs/{brief}.html")).write_pdf()

    return job


def chromium(out: Path) -> tuple[Job, Callable[[], None]] | None:
    """Return what prints pages of the built site in a browser that runs already, and what ends the browser; or None."""
    program = shutil.which("chromium")
    if program is None or importlib.util.find_spec("playwright") is None:
        return None
    from playwright.sync_api import sync_playwright  # only where it is installed

    driver = sync_playwright().start()
    running = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
    page = running.new_page()

    def job(briefs: list[str]) -> None:
        for brief in briefs:
            page.goto((ROOT / f"site/briefs/{brief}.html").as_uri())
            page.pdf(path=str(out / f"{brief}.pdf"))

    def end() -> None:
        running.close()
        driver.stop()

    return job, end


def warm(job: Job, briefs: list[str], rounds: int = ROUNDS) -> float:
    """Return the seconds (wall clock) of the fastest of some runs after a first one."""
    job(briefs)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        job(briefs)
        times.append(time.perf_counter() - start)
    return min(times)


HEAD = """
## Printing

Seconds by the clock, warm, the fastest of some runs, each engine on the shipped pages in one run. The pages of the site
hold the claims in their words too, which a print leaves to its notes, so the two other engines have more to lay out.

| engine | one brief | all briefs |
| --- | ---: | ---: |
"""


def table() -> str:
    """Return the section of docs/performance.md on printing: a row for each engine that is installed."""
    every = sorted(path.stem for path in (ROOT / "docs/briefs").glob("*.md"))
    one = every[:1]
    rows = [f"| Typst, from docs/ | {warm(typst, one):.2f} | {warm(typst, every):.2f} |"]
    with TemporaryDirectory() as folder:
        browser = chromium(Path(folder))
        if browser is not None:
            job, end = browser
            rows.append(f"| Chromium, from site/ | {warm(job, one):.2f} | {warm(job, every):.2f} |")
            end()
    other = weasyprint()
    if other is not None:
        rows.append(f"| WeasyPrint, from site/ | {warm(other, one, 1):.2f} | {warm(other, every, 1):.2f} |")
    return HEAD + "\n".join(rows) + f"\n\nOne brief is {one[0]}; all are {', '.join(every)}.\n"


if __name__ == "__main__":
    print(table())
