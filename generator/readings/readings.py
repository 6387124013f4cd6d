"""Stages 2 to 4 for all sources: what is known already is taken from the cache, the rest is read, side by side.

Statements (stages 2 and 3) and the concepts that they speak to (stage 4) are kept apart, so that a change of the topic
map reads no source again from its first word.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.dossier.dossier import Dossier
from generator.program import digest_of
from generator.readings.analysis import map_concepts
from generator.readings.cache import Cache, open_cache
from generator.readings.parallel import Told, read_in_order
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
# Sources after which what was read is written: an interrupted run leaves it to the next.
_AT_ONCE = 64

Concepts = tuple[tuple[tuple[Mention, ...], tuple[KeptOut, ...]], ...]


@dataclass(frozen=True)
class _Names:
    """By which names the two parts of what a source holds are kept."""

    statements: str
    concepts: str


def readings(
    folder: Path,
    dossier: Dossier,
    sources: Sequence[Source],
    told: Told = lambda done: None,
    executor: Executor | None = None,
) -> tuple[Reading, ...]:
    """Return every source read (stages 2 to 4), numbered from 1; `told` hears how many more were read each time.

    What must be read is read by `executor`, or else by processes of this machine where that is worth it.
    """
    topic_map = TopicMap(dossier.concepts)
    common = _common(dossier)
    names = [_names(source, dossier, common) for source in sources]
    with open_cache(folder) as cache, _Keeping(cache) as keeping:
        kept = cache.read([name for pair in names for name in (pair.statements, pair.concepts)])
        statements = _statements(dossier, sources, names, kept, keeping, told, executor)
        found: list[Reading] = []
        for number, (source, pair, own) in enumerate(zip(sources, names, statements, strict=True), start=1):
            whole = _join(own, _decode(kept.get(pair.concepts), Concepts, source.text))
            if whole is None:
                whole = map_concepts(source, own, dossier, topic_map)
                keeping.keep(pair.concepts, encode(tuple((one.mentions, one.kept_out) for one in whole)))
            found.append(Reading(source, number, whole))
        keeping.used = [name for pair in names for name in (pair.statements, pair.concepts)]
    return tuple(found)


class _Keeping:
    """Rows on their way to the cache, written from time to time, and at the end however that comes."""

    def __init__(self, cache: Cache) -> None:
        self.used: Sequence[str] | None = None  # once all are known
        self._cache = cache
        self._new: dict[str, bytes] = {}
        self._any = False

    def keep(self, name: str, data: bytes) -> None:
        self._new[name] = data
        self._any = True
        if len(self._new) >= _AT_ONCE:
            self._cache.write(self._new)
            self._new = {}

    def __enter__(self) -> _Keeping:
        return self

    def __exit__(self, *error: object) -> None:
        if self._any:
            self._cache.write(self._new, self.used)


def _statements(
    dossier: Dossier,
    sources: Sequence[Source],
    names: Sequence[_Names],
    kept: Mapping[str, bytes],
    keeping: _Keeping,
    told: Told,
    executor: Executor | None,
) -> list[tuple[Statement, ...]]:
    """Return the statements of every source, and keep what of it was not kept yet."""
    known: list[tuple[Statement, ...] | None] = [
        _decode(kept.get(pair.statements), tuple[Statement, ...], source.text) or None  # every text has a passage
        for source, pair in zip(sources, names, strict=True)
    ]
    unread = [(at, source) for at, (source, own) in enumerate(zip(sources, known, strict=True)) if own is None]
    told(len(sources) - len(unread))
    read = read_in_order([source for _, source in unread], dossier, told, executor)
    for (at, _), (own, data) in zip(unread, read, strict=True):
        known[at] = own
        keeping.keep(names[at].statements, data)
    return [own for own in known if own is not None]


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
