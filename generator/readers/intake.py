"""From what an officer names to what will be written: every text read and compared first, so problems show together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.dossier.files import Place, name_fault
from generator.dossier.names import suggestion
from generator.problems import DossierError, Problem
from generator.readers import entry, writing
from generator.readers.entry import Entry, Values
from generator.readers.likeness import Likeness, likenesses
from generator.readers.read import read, read_file
from generator.readers.reading import Proposals, Reading, Refusal
from generator.readers.shelf import DOSSIER, Shelf
from generator.readers.web import fetch, is_address
from generator.sources import Known


@dataclass(frozen=True)
class Arrival:
    """A text read: the values that are sure, the proposals to confirm, and the sources that it is like."""

    reading: Reading
    values: Values
    unsure: Proposals
    like: tuple[Likeness, ...]

    @property
    def same(self) -> tuple[str, ...]:
        """The sources that have the same text."""
        return tuple(like.source for like in self.like if like.same)


@dataclass(frozen=True)
class Placed:
    """A text with its entry, and the files to write for it, by name in seeds/ (none for one that is there already)."""

    arrival: Arrival
    entry: Entry
    files: Mapping[str, bytes]


def arrivals(shelf: Shelf, texts: Sequence[str], given: Mapping[str, str], encoding: str | None) -> tuple[Arrival, ...]:
    """Read `texts` (paths and addresses); raises DossierError with the problems of all of them."""
    event = given.get("event", shelf.event)
    if event is not None and event not in shelf.events:
        mend = suggestion(event, shelf.events) if shelf.events else "describe it under `events`"
        raise Place(DOSSIER).error(f"there is no event `{event}`", mend)
    readings: list[Reading] = []
    problems: list[Problem] = []
    # What is named twice is meant once.
    named = tuple(dict.fromkeys(texts))
    for text in named:
        try:
            readings.append(_read(shelf, text, encoding))
        except DossierError as error:
            problems.extend(error.problems)
    if problems:
        raise DossierError(problems)
    like = likenesses({text: reading.text for text, reading in zip(named, readings, strict=True)}, shelf.texts)
    return tuple(
        Arrival(reading, *entry.values(reading, given, event), like[text])
        for text, reading in zip(named, readings, strict=True)
    )


def refuse_duplicates(found: Iterable[Arrival]) -> None:
    """Raise DossierError for texts that are here already, naming as what."""
    problems = [
        Problem(
            arrival.reading.name,
            1,
            1,
            f"the same text is here already as {' and '.join(f'`{source}`' for source in arrival.same)}",
            "leave it out, or take it in all the same with --allow-duplicate",
        )
        for arrival in found
        if arrival.same
    ]
    if problems:
        raise DossierError(problems)


def placed(shelf: Shelf, found: Iterable[Arrival], given_id: str | None) -> tuple[Placed, ...]:
    """Give each text its id and file names; raises DossierError when those that are given are taken."""
    there = writing.names(shelf)
    taken = set(shelf.entries)
    done = []
    for arrival in found:
        here = _name_in_seeds(shelf, arrival.reading.name)
        stems = {Path(name).stem.casefold() for name in there if name != here}
        source = given_id or entry.proposed_id(arrival.reading, arrival.values, taken | stems)
        if source in taken:
            raise Place(arrival.reading.name).error(f"there is a source `{source}` already", "give another --id")
        taken.add(source)
        done.append(_place(arrival, source, here, there))
    return tuple(done)


def take_in(shelf: Shelf, texts: Sequence[Placed]) -> None:
    """Write `texts` and their entries; raises DossierError with nothing written."""
    listing = writing.appended(shelf, {text.entry.id: text.entry.written for text in texts})
    writing.write(shelf, {name: data for text in texts for name, data in text.files.items()}, listing)


def _read(shelf: Shelf, text: str, encoding: str | None) -> Reading:
    if not is_address(text):
        # With -C a person may well mean a file of the dossier, as messages name it: seeds/wire.txt.
        within = shelf.folder / text
        return read_file(within if not os.path.lexists(text) and os.path.lexists(within) else Path(text), encoding)
    try:
        sent = fetch(text)
    except Refusal as refusal:
        raise refusal.of(text) from None
    reading = read(sent.data, sent.address, sent.media_type, sent.charset, encoding)
    address = (sent.address, Known("found", "the address that the text was fetched from"))
    return replace(reading, metadata={**reading.metadata, "URL": address})


def _place(arrival: Arrival, source: str, here: str | None, there: Sequence[str]) -> Placed:
    reading = arrival.reading
    file, original = f"{source}{reading.suffix}", None
    files: dict[str, bytes] = {}
    if reading.original_suffix is None and here:
        file = here
    else:
        files[file] = reading.stored
    if reading.original_suffix is not None:
        original = here or f"originals/{source}{reading.original_suffix}"
        if not here:
            files[original] = reading.original
    folded = {name.casefold() for name in there}
    occupied = [name for name in files if name.casefold() in folded]
    if occupied:
        raise Place(f"seeds/{occupied[0]}").error("there is a file of this name already", "give another --id")
    return Placed(arrival, Entry(source, file, original, arrival.values, reading.encoding), files)


def _name_in_seeds(shelf: Shelf, name: str) -> str | None:
    """Return the name in seeds/ of a file that lies there and no entry names, or None."""
    path, seeds = Path(os.path.abspath(name)), Path(os.path.abspath(shelf.seeds))
    if is_address(name) or not path.is_relative_to(seeds):
        return None
    relative = path.relative_to(seeds).as_posix()
    named = {str(item.get(key)) for item in shelf.entries.values() for key in ("file", "original")}
    return None if relative in named or name_fault(relative) else relative
