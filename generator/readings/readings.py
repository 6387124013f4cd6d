"""Stages 2 to 4 for all sources: what is known already is taken from the cache, the rest is read, side by side.

Statements (stages 2 and 3) and the concepts that they speak to (stage 4) are kept apart, so that a change of the topic
map reads no source again from its first word.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from generator.dossier.dossier import Dossier
from generator.program import digest_of
from generator.readings.analysis import map_concepts, read_statements
from generator.readings.cache import open_cache
from generator.readings.reading import Reading
from generator.readings.records import decode, encode
from generator.sources import Source
from generator.statements import Statement
from generator.topics.topics import KeptOut, Mapped, Mention, TopicMap

# What makes a reading, by package or module: a change in any file of these makes all that is kept worthless. A test
# holds that it is what this package imports, and all that those import in turn.
MADE_BY = (
    "dossier",
    "kinds",
    "messages",
    "passages",
    "program",
    "readings",
    "sources",
    "statements",
    "subjects",
    "topics",
)
# Below this many characters of unread text, starting other processes takes longer than they save.
WORTH_PROCESSES = 600_000
_CHUNK = 16

Concepts = tuple[tuple[tuple[Mention, ...], tuple[KeptOut, ...]], ...]
Told = Callable[[int], None]


@dataclass(frozen=True)
class _Names:
    """By which names the two parts of what a source holds are kept."""

    statements: str
    concepts: str


def readings(
    folder: Path, dossier: Dossier, sources: Sequence[Source], told: Told = lambda done: None
) -> tuple[Reading, ...]:
    """Return every source read (stages 2 to 4), numbered from 1; `told` hears how many more were read each time."""
    topic_map = TopicMap(dossier.concepts)
    common = _common(dossier)
    names = [_names(source, dossier, common) for source in sources]
    with open_cache(folder) as cache:
        kept = cache.read([name for pair in names for name in (pair.statements, pair.concepts)])
        statements, new = _statements(dossier, sources, names, kept, told)
        found: list[Reading] = []
        for number, (source, pair, own) in enumerate(zip(sources, names, statements, strict=True), start=1):
            whole = _join(own, _decode(kept.get(pair.concepts), Concepts, source.text))
            if whole is None:
                whole = map_concepts(source, own, dossier, topic_map)
                new[pair.concepts] = encode(tuple((one.mentions, one.kept_out) for one in whole))
            found.append(Reading(source, number, whole))
        if new:
            cache.write(new, [name for pair in names for name in (pair.statements, pair.concepts)])
    return tuple(found)


def _statements(
    dossier: Dossier, sources: Sequence[Source], names: Sequence[_Names], kept: Mapping[str, bytes], told: Told
) -> tuple[list[tuple[Statement, ...]], dict[str, bytes]]:
    """Return the statements of every source, and what of it was not kept yet."""
    known = [
        _decode(kept.get(pair.statements), tuple[Statement, ...], source.text) or None  # every text has a passage
        for source, pair in zip(sources, names, strict=True)
    ]
    unread = [source for source, own in zip(sources, known, strict=True) if own is None]
    told(len(sources) - len(unread))
    read = iter(_read(unread, dossier, told))
    new: dict[str, bytes] = {}
    result = []
    for own, pair in zip(known, names, strict=True):
        if own is None:
            own, data = next(read)
            new[pair.statements] = data
        result.append(own)
    return result, new


def _read(unread: Sequence[Source], dossier: Dossier, told: Told) -> Iterator[tuple[tuple[Statement, ...], bytes]]:
    workers = _processors()
    done = 0
    if workers > 1 and sum(len(source.text) for source in unread) > WORTH_PROCESSES:
        try:
            for source, data in zip(unread, _in_workers(unread, dossier, workers), strict=True):
                done += 1
                told(1)
                yield decode(data, tuple[Statement, ...], source.text), data
        except BrokenProcessPool:
            pass  # a program that cannot be started twice (no guard around its start): go on alone
    for source in unread[done:]:
        own = read_statements(source, dossier)
        told(1)
        yield own, encode(own)


def _in_workers(unread: Sequence[Source], dossier: Dossier, workers: int) -> Iterator[bytes]:
    # Spawned, not forked: the same on every system, and safe beside the threads of a live server.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (dossier,))
    try:
        yield from pool.map(_in_worker, unread, chunksize=_CHUNK)
    finally:
        pool.shutdown(cancel_futures=True)  # an interrupted run ends at once


_dossier: list[Dossier] = []


def _begin(dossier: Dossier) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it, and ends this one
    _dossier[:] = [dossier]


def _in_worker(source: Source) -> bytes:
    return encode(read_statements(source, _dossier[0]))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _decode(data: bytes | None, kind: Any, text: str) -> Any:
    if data is None:
        return None
    try:
        return decode(data, kind, text)
    except (ValueError, TypeError, IndexError):
        return None


def _join(statements: Sequence[Statement], concepts: Concepts | None) -> tuple[Mapped, ...] | None:
    if concepts is None or len(concepts) != len(statements):
        return None
    return tuple(Mapped(own, *found) for own, found in zip(statements, concepts, strict=True))


@dataclass(frozen=True)
class _Common:
    """Digests of what all sources share."""

    statements: str
    concepts: str


def _common(dossier: Dossier) -> _Common:
    """Return digests of what people decided, without what no stage of these looks at (lines of files, definitions)."""
    people = tuple(replace(entity, definition=None, scope_note=None) for entity in dossier.entities)
    events = tuple((event.id, event.start, event.end) for event in dossier.events)
    concepts = tuple((concept.path, concept.match) for concept in dossier.concepts)
    code = code_digest()
    return _Common(
        _digest(code, encode((dossier.parties, people, events, dossier.boilerplate))), _digest(encode(concepts))
    )


def _names(source: Source, dossier: Dossier, common: _Common) -> _Names:
    rulings = tuple(replace(ruling, line=1, column=1) for ruling in dossier.rulings if ruling.source == source.id)
    told = (source.title, source.kind, source.publisher, source.author, source.speakers)
    metadata = encode((source.id, source.sha256, source.event, source.issued, *told))
    statements = _digest(common.statements, metadata, encode(rulings), source.text.encode("utf-8", "surrogatepass"))
    return _Names(statements, _digest(statements, common.concepts))


def _digest(*parts: str | bytes) -> str:
    made = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Return a digest of what makes a reading and of the Python that runs it."""
    return _digest(sys.version, digest_of(MADE_BY))
