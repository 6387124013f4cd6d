"""`python -m tests.bench.reading`: reading texts, beside rules on spaCy's small model where that is installed.

`make bench-spacy` installs it, in an environment of its own: neither the program nor its tests need it.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from generator.passages import passages
from generator.readings.analysis import read_statements
from generator.sources import load
from generator.statements.rules.relations import relations

ROOT = Path(__file__).parent.parent.parent
SPACY = ROOT / ".venv/spacy/bin/python"
ROUNDS = 5
HEAD = """
## Reading

Who said what, in MB of text a processor second, warm, the best of some runs: the five shipped texts and those of
`tests/dossiers/`, {size:.2f} MB in {count} texts.

| reader | MB/s |
| --- | ---: |
"""
FOOT = """
The rules on spaCy's parse are in short those by which the Gender Gap Tracker finds quotations in news
(`tests/bench/on_spacy.py`): clauses under a verb of saying, quotations beside one, and quotations that go on. They tell
neither who is meant nor whose position it is.
"""
MISSING = "\nspaCy is not installed here, so that nothing stands beside it; `make bench-spacy` installs it.\n"


def fastest(job: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the processor seconds of the fastest of some runs."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return min(times)


def table() -> str:
    """Return the section of docs/performance.md on reading: a row for each reader that is installed."""
    folders = [ROOT, *sorted(path.parent.parent for path in (ROOT / "tests/dossiers").glob("*/seeds/sources.yml"))]
    sources = [(source, dossier) for dossier, found in map(load, folders) for source in found]
    texts = [source.text for source, _ in sources]
    size = sum(len(text.encode()) for text in texts) / 1e6
    cut = [(text, passages(text)) for text in texts]
    rows = {
        "stages 2 and 3: sentences, and who said which part of each": fastest(
            lambda: [read_statements(source, dossier) for source, dossier in sources]
        ),
        "the relations in them alone: source, cue and content": fastest(lambda: [relations(*one) for one in cut]),
    }
    foot = MISSING
    if SPACY.exists():
        told = subprocess.run(
            [SPACY, Path(__file__).with_name("on_spacy.py")], input=json.dumps(texts), stdout=subprocess.PIPE,
            text=True, check=True, env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )  # fmt: skip
        rows |= json.loads(told.stdout)
        foot = FOOT
    shown = "".join(f"| {reader} | {size / seconds:.3f} |\n" for reader, seconds in rows.items())
    return HEAD.format(size=size, count=len(texts)) + shown + foot


if __name__ == "__main__":
    print(table())
