"""Where a text that is taken in will lie: its id, its files in seeds/, and its entry."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.dossier.files import Place, name_fault
from generator.readers import writing
from generator.readers.entry import Entry, proposed_id
from generator.readers.intake import Arrival
from generator.readers.source_list import SourceList


@dataclass(frozen=True)
class Placed:
    """A text with its entry, and the files to write for it, by name in seeds/ (none for one that is there already)."""

    arrival: Arrival
    entry: Entry
    files: Mapping[str, bytes]


def place_texts(source_list: SourceList, found: Iterable[Arrival], given_id: str | None) -> tuple[Placed, ...]:
    """Give each text its id and file names; raises DossierError when those that are given are taken.

    A file that lies in seeds/ and that no entry names is used as it is when it has the bytes: because a person put it
    there, or because an earlier run was killed before it wrote the list.
    """
    there = writing.names(source_list)
    loose = _loose(source_list, there)
    taken = set(source_list.entries)
    done = []
    for arrival in found:
        reading = arrival.reading
        file = _same_bytes(source_list, loose, reading.stored, reading.name)
        original = (
            None if reading.original_suffix is None else _same_bytes(source_list, loose, reading.original, reading.name)
        )
        loose = [name for name in loose if name not in (file, original)]
        stems = {Path(name).stem.casefold() for name in there if name not in (file, original)}
        source = given_id or proposed_id(reading, arrival.values, taken | stems)
        if source in taken:
            raise Place(reading.name).error(f"there is a source `{source}` already", "give another --id")
        taken.add(source)
        done.append(_place(arrival, source, file, original, there))
    return tuple(done)


def take_in(source_list: SourceList, texts: Sequence[Placed]) -> None:
    """Write `texts` and their entries; raises DossierError with nothing written."""
    listing = writing.append_entries(source_list, {text.entry.id: text.entry.written for text in texts})
    writing.write(source_list, {name: data for text in texts for name, data in text.files.items()}, listing)


def _place(arrival: Arrival, source: str, file: str | None, original: str | None, there: Sequence[str]) -> Placed:
    reading = arrival.reading
    files: dict[str, bytes] = {}
    if file is None:
        file = f"{source}{reading.suffix}"
        files[file] = reading.stored
    if reading.original_suffix is not None and original is None:
        original = f"originals/{source}{reading.original_suffix}"
        files[original] = reading.original
    folded = {name.casefold() for name in there}
    occupied = [name for name in files if name.casefold() in folded]
    if occupied:
        raise Place(f"seeds/{occupied[0]}").error("there is a file of this name already", "give another --id")
    return Placed(arrival, Entry(source, file, original, arrival.values, reading.encoding), files)


def _loose(source_list: SourceList, there: Sequence[str]) -> list[str]:
    """Return the files in seeds/ that could be named by an entry and are not."""
    named = {str(item.get(key)) for item in source_list.entries.values() for key in ("file", "original")}
    return [
        name
        for name in there
        if name not in named and name != "sources.yml" and not _is_hidden(name) and not name_fault(name)
        if (source_list.seeds / name).is_file() and not (source_list.seeds / name).is_symlink()
    ]


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _same_bytes(source_list: SourceList, loose: Sequence[str], data: bytes, read_from: str) -> str | None:
    """Return the one of `loose` that holds `data`; the file that was read itself goes before a copy of it."""
    found = [
        name
        for name in loose
        if (source_list.seeds / name).stat().st_size == len(data) and (source_list.seeds / name).read_bytes() == data
    ]
    itself = os.path.abspath(read_from)
    return min(found, key=lambda name: (os.path.abspath(source_list.seeds / name) != itself, name), default=None)
