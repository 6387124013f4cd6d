"""Setting documents: here, or in other processes, `python -m generator.prints.worker`, documents in, outcomes out.

A program of its own and not a pool of multiprocessing, whose children run the caller's main program again: the caller
may be the site builder, a notebook, or a script without a guard. Files and not pipes, since the engine, at work here,
lets no thread tend a pipe.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from generator.messages.problems import BriefingError, DossierError, Problem
from generator.prints.budget import over_budget
from generator.prints.documents import Document
from generator.prints.typesetting import NotSetError, TypesettingError, typeset

# Bytes of documents below which another process takes longer to start than it saves.
_WORTH_A_PROCESS = 500_000


@dataclass(frozen=True)
class Outcome:
    """What came of a document: the file and its number of pages (0: unknown), or what is wrong with its pages.

    `notes` tell what is printed otherwise than it is written; `not_set`: what is wrong costs this file alone.
    """

    data: bytes
    pages: int
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()
    not_set: bool = False


def outcome(document: Document) -> Outcome:
    """Set `document` here. Raises a `BriefingError` of another kind than `DossierError` where no page is to blame."""
    if document.options.format == "docx":
        from generator.prints.word import word  # only now: reading it in takes as long as setting a brief

        return Outcome(word(document), 0, ())
    try:
        made = typeset(document)
    except DossierError as error:
        # A value, so that the problems of all PDFs can be shown together.
        return Outcome(b"", 0, error.problems, not_set=isinstance(error, NotSetError))
    pages, problems = over_budget(made.document)
    return Outcome(made.pdf, pages, problems, made.notes)


def outcomes(documents: Sequence[Document], workers: int | None = None) -> list[Outcome]:
    """Set `documents` and return what came of each, in order, with up to `workers` processes (default: as many cores).

    Raises as `outcome` does, and `TypesettingError` when one of the other processes is ended.
    """
    sizes = [len(pickle.dumps(document)) for document in documents]
    count = workers or min(os.cpu_count() or 1, 1 + sum(sizes) // _WORTH_A_PROCESS)
    own, *others = _shares(sizes, min(count, len(documents)))
    running = [_start([documents[index] for index in share]) for share in others]
    try:
        found = {index: outcome(documents[index]) for index in own}
        for share, process in zip(others, running, strict=True):
            found.update(zip(share, process.results(), strict=True))
    finally:
        for process in running:
            process.stop()
    return [found[index] for index in range(len(documents))]


def _shares(sizes: Sequence[int], count: int) -> list[list[int]]:
    """Deal the documents out, the longest first, each to whoever has least: the dossier holds all the others."""
    shares: list[list[int]] = [[] for _ in range(max(1, count))]
    loads = [0] * len(shares)
    for index in sorted(range(len(sizes)), key=lambda one: (-sizes[one], one)):
        least = loads.index(min(loads))
        shares[least].append(index)
        loads[least] += sizes[index]
    return shares


@dataclass(frozen=True)
class _Running:
    process: subprocess.Popen[bytes]
    output: IO[bytes]
    said: IO[bytes]

    def results(self) -> list[Outcome]:
        code = self.process.wait()
        self.output.seek(0)
        self.said.seek(0)
        if code:
            said = " ".join(self.said.read().decode("utf-8", "replace").split()[-40:])
            raise TypesettingError(f"a process that sets pages ended with code {code}: {said}")
        result = pickle.load(self.output)
        if isinstance(result, BriefingError):
            raise result
        assert isinstance(result, list)
        return result

    def stop(self) -> None:
        """End the process if it still runs, and let go of its files."""
        self.process.kill()
        self.process.wait()
        self.output.close()
        self.said.close()


def _start(documents: Sequence[Document]) -> _Running:
    output, said = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 - closed by _Running.stop
    with tempfile.TemporaryFile() as given:
        pickle.dump(list(documents), given)
        given.seek(0)
        # Without -P, a module in the current folder, which may be a stranger's dossier, would be run in place of ours.
        command = [sys.executable, "-P", "-m", "generator.prints.worker"]
        return _Running(subprocess.Popen(command, stdin=given, stdout=output, stderr=said), output, said)


def _main() -> None:
    result: list[Outcome] | BriefingError
    try:
        result = [outcome(document) for document in pickle.load(sys.stdin.buffer)]
    except BriefingError as error:
        result = error
    sys.stdout.buffer.write(pickle.dumps(result))


if __name__ == "__main__":
    # Under its full name, so that both sides mean the same classes.
    from generator.prints.worker import _main as main

    main()
