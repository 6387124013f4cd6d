"""From what an officer names to texts read and compared: all of them first, so that all problems show together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.dossier.files import Place
from generator.dossier.names import suggestion
from generator.messages.problems import DossierError, Problem
from generator.readers import entry
from generator.readers.entry import Values
from generator.readers.files import files_below
from generator.readers.likeness import Likeness, likenesses
from generator.readers.read import SUFFIXES, read, read_file
from generator.readers.reading import Proposals, ReadText, Refusal
from generator.readers.source_list import DOSSIER, SourceList
from generator.readers.web import fetch, is_address
from generator.sources import Known


@dataclass(frozen=True)
class Arrival:
    """A text read: the values that are sure, the proposals to confirm, and the sources that it is like."""

    reading: ReadText
    values: Values
    unsure: Proposals
    like: tuple[Likeness, ...]

    @property
    def same(self) -> tuple[str, ...]:
        """The sources that have the same text."""
        return tuple(like.source for like in self.like if like.same)


def arrivals(
    source_list: SourceList, texts: Sequence[str], given: Mapping[str, str], encoding: str | None
) -> tuple[Arrival, ...]:
    """Read `texts` (paths and addresses); raises DossierError with the problems of all of them."""
    event = given.get("event", source_list.event)
    if event is not None and event not in source_list.events:
        mend = "describe it under `events`"
        mend = f"{suggestion(event, source_list.events)}; or {mend}" if source_list.events else mend
        raise Place(DOSSIER).error(f"there is no event `{event}`", mend)
    readings: list[ReadText] = []
    problems: list[Problem] = []
    # What is named twice is meant once.
    named = tuple(dict.fromkeys(texts))
    for text in named:
        try:
            readings.append(_read(source_list, text, encoding))
        except DossierError as error:
            problems.extend(error.problems)
    if problems:
        raise DossierError(problems)
    like = likenesses({text: reading.text for text, reading in zip(named, readings, strict=True)}, source_list.texts)
    return tuple(
        Arrival(reading, *entry.values(reading, given, event), like[text])
        for text, reading in zip(named, readings, strict=True)
    )


def gather(texts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return `texts` with the files of each folder in its place, and the files in folders that are no texts.

    Raises DossierError for folders in which there is no text.
    """
    found: list[str] = []
    others: list[str] = []
    empty: list[Problem] = []
    for text in texts:
        if is_address(text) or not Path(text).is_dir():
            found.append(text)
            continue
        below = files_below(Path(text))
        own = [os.fspath(path) for path in below if path.suffix.lower() in SUFFIXES]
        found += own
        others += [os.fspath(path) for path in below if path.suffix.lower() not in SUFFIXES]
        if not own:
            mend = "name a folder that holds texts: .txt, .md, .html, .pdf or .docx"
            empty.append(Problem(text.replace("\n", "\\n"), 1, 1, "there is no text in this folder", mend))
    if empty:
        raise DossierError(empty)
    return tuple(found), tuple(others)


def refuse_guesses(found: Iterable[Arrival]) -> None:
    """Raise DossierError for texts whose encoding is only guessed: where nobody can look at them, none is taken in."""
    problems = [
        Problem(
            arrival.reading.name,
            1,
            1,
            f"its encoding is guessed: {arrival.reading.encoding.note}",
            "look at its letters with --show, then name the encoding with --encoding",
        )
        for arrival in found
        if arrival.reading.encoding and arrival.reading.encoding.how == "inferred"
    ]
    if problems:
        raise DossierError(problems)


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


def _read(source_list: SourceList, text: str, encoding: str | None) -> ReadText:
    if not is_address(text):
        # With -C a person may well mean a file of the dossier, as messages name it: seeds/wire.txt.
        within = source_list.folder / text
        return read_file(within if not os.path.lexists(text) and os.path.lexists(within) else Path(text), encoding)
    try:
        sent = fetch(text)
    except Refusal as refusal:
        raise refusal.of(text) from None
    reading = read(sent.data, sent.address, sent.media_type, sent.charset, encoding)
    address = (sent.address, Known("found", "the address that the text was fetched from"))
    return replace(reading, metadata={**reading.metadata, "URL": address})
