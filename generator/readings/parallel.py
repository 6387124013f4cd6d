"""Reading many sources side by side: in processes of this machine, or wherever an executor that is given has them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from generator.dossier.dossier import Dossier
from generator.readings.analysis import read_statements
from generator.readings.records import decode, encode
from generator.sources import Source
from generator.statements import Statement

# Below this many characters of unread text, starting other processes takes longer than they save.
WORTH_PROCESSES = 600_000
# Sources that are sent out together.
_CHUNK = 16

Told = Callable[[int], None]
Read = tuple[tuple[Statement, ...], bytes]


def read_in_order(unread: Sequence[Source], dossier: Dossier, told: Told, executor: Executor | None) -> Iterator[Read]:
    """Yield what each source states, and as bytes, in the order of the sources; `told` hears of each."""
    done = 0
    with _executor(unread, executor) as pool:
        try:
            for source, data in zip(unread, _send(unread, dossier, pool), strict=True) if pool else ():
                done += 1
                told(1)
                yield decode(data, tuple[Statement, ...], source.text), data
        except BrokenProcessPool:
            pass  # a program that cannot be started twice (no guard around its start): go on alone
    for source in unread[done:]:
        own = read_statements(source, dossier)
        told(1)
        yield own, encode(own)


@contextmanager
def _executor(unread: Sequence[Source], given: Executor | None) -> Iterator[Executor | None]:
    workers = _processors()
    if given is not None or workers < 2 or sum(len(source.text) for source in unread) <= WORTH_PROCESSES:
        yield given
        return
    # Spawned, not forked: the same on every system, and safe beside the threads of a live server.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _leave_interrupts)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)  # an interrupted run ends at once


def _send(unread: Sequence[Source], dossier: Dossier, pool: Executor) -> Iterator[bytes]:
    chunks = [unread[at : at + _CHUNK] for at in range(0, len(unread), _CHUNK)]
    waiting = [pool.submit(read_chunk, dossier, tuple(chunk)) for chunk in chunks]
    try:
        for future in waiting:
            yield from future.result()
    finally:
        for future in waiting:
            future.cancel()


def read_chunk(dossier: Dossier, sources: Sequence[Source]) -> list[bytes]:
    """Return what each of some sources states, as bytes: the work that is sent to another process or machine."""
    return [encode(read_statements(source, dossier)) for source in sources]


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it, and ends this one


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
