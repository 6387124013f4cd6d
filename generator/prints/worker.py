"""A process that sets one document: `python -m generator.prints.worker`, a document in, what came of it out.

A program of its own and not a pool of multiprocessing, whose children run the caller's main program again: the caller
may be the site builder, a notebook, or a script without a guard.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import dataclass

from generator.prints.budget import over_budget
from generator.prints.documents import Document
from generator.prints.typesetting import TypesettingError, typeset
from generator.problems import BriefingError, DossierError, Problem


@dataclass(frozen=True)
class Outcome:
    """What came of a document: the file and its number of pages (0: unknown), or what is wrong with its pages."""

    data: bytes
    pages: int
    problems: tuple[Problem, ...]


def outcome(document: Document) -> Outcome:
    """Set `document` here. Raises a `BriefingError` of another kind than `DossierError` where no page is to blame."""
    if document.format == "docx":
        from generator.prints.word import word  # only now: reading it in takes as long as setting a brief

        return Outcome(word(document), 0, ())
    try:
        pdf = typeset(document)
    except DossierError as error:
        return Outcome(b"", 0, error.problems)  # a value, so that the problems of all PDFs can be shown together
    pages, problems = over_budget(document)
    return Outcome(pdf, pages, problems)


def outcome_elsewhere(document: Document) -> Outcome:
    """Set `document` in a process of its own. Raises as `outcome` does, and when that process is ended."""
    command = [sys.executable, "-m", "generator.prints.worker"]
    done = subprocess.run(command, input=pickle.dumps(document), capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise TypesettingError(
            f"{document.id}: the typesetter ended with code {done.returncode}: {' '.join(said[-1:])}"
        )
    result = pickle.loads(done.stdout)
    if isinstance(result, BriefingError):
        raise result
    assert isinstance(result, Outcome)
    return result


def _main() -> None:
    result: Outcome | BriefingError
    try:
        result = outcome(pickle.load(sys.stdin.buffer))
    except BriefingError as error:
        result = error
    sys.stdout.buffer.write(pickle.dumps(result))


if __name__ == "__main__":
    # Under its full name, so that both sides mean the same classes.
    from generator.prints.worker import _main as main

    main()
