"""Stage 1: seeds/ becomes sources: each text as received, byte for byte, with what is known about it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from generator.dossier.characters import hidden_note
from generator.dossier.documents import Document
from generator.dossier.dossier import Dossier
from generator.dossier.files import Place, check_file, clashes, decode, read_bytes
from generator.dossier.load import load_dossier, read_checked, require_dossier
from generator.dossier.names import nearest
from generator.dossier.references import Ids, unknown
from generator.messages.problems import DossierError, Problem

HowKnown = Literal["stated", "inferred", "found", "given"]


@dataclass(frozen=True)
class Known:
    """How a value of the metadata is known, and from what."""

    how: HowKnown
    note: str


@dataclass(frozen=True)
class Source:
    """One text as received. `text` is the file decoded as UTF-8 without newline translation.

    `issued` is an ISO 8601 date of any precision (``2024``, ``2024-06``, ``2024-06-20``); `type` is a CSL-JSON type.
    `origin` names what the text rests on, for counting: sources of one origin corroborate once.
    `known` has an entry for each field of the metadata that has a value, by the name of the field (`url`, not `URL`).
    `speakers` are labels of turns, each with the id of the entity that has the word under it.
    `outlet` is what kind of publisher it has: ``state``, ``party``, ``government`` or ``independent``.
    `file` is relative to the dossier (``seeds/wire.txt``), `original` likewise: the file that the text was taken from.
    """

    id: str
    file: str
    text: str
    sha256: str
    event: str | None
    type: str
    kind: str | None
    title: str | None
    publisher: str | None
    author: str | None
    issued: str | None
    language: str | None
    url: str | None
    rests_on: str | None
    origin: str | None
    known: Mapping[str, Known]
    publish: Literal["whole", "excerpts", "metadata"] = "whole"
    withdrawn: str | None = None
    accessed: str | None = None
    original: str | None = None
    speakers: tuple[tuple[str, str], ...] = ()
    outlet: str | None = None
    short: str | None = None
    apart: str | None = None

    @property
    def name(self) -> str:
        """What pages call it: its short name, else its publisher, its author, its title, its id.

        Where an earlier source is called so too, `apart` tells them apart.
        """
        return self.short or (f"{self.plain_name} ({self.apart})" if self.apart else self.plain_name)

    @property
    def plain_name(self) -> str:
        """Its publisher, else its author, else its title, else its id."""
        return self.publisher or self.author or self.title or self.id


_FIELDS = {
    "type": "type",
    "title": "title",
    "publisher": "publisher",
    "author": "author",
    "issued": "issued",
    "accessed": "accessed",
    "language": "language",
    "URL": "url",
    "event": "event",
    "kind": "kind",
    "rests_on": "rests_on",
    "origin": "origin",
    "outlet": "outlet",
    "original": "original",
}
"""Names in sources.yml (CSL-JSON's where it has one) and the fields of `Source` that they fill."""

_NOT_SOURCES = re.compile(r"sources\.yml|\..*|README.*|Thumbs\.db|desktop\.ini", re.IGNORECASE)


def load(folder: Path, without: Collection[str] = ()) -> tuple[Dossier, tuple[Source, ...]]:
    """Return the dossier in `folder`, `without` the briefs in these files, and its sources.

    Raises `DossierError` with the problems of both.
    """
    require_dossier(folder)
    problems: list[Problem] = []
    dossier: Dossier | None = None
    sources: tuple[Source, ...] = ()
    try:
        dossier = load_dossier(folder, without)
    except DossierError as error:
        problems += error.problems
    try:
        sources = load_sources(folder, dossier)
    except DossierError as error:
        problems += error.problems
    problems += _rulings(dossier, sources) if dossier else ()
    if problems or dossier is None:
        raise DossierError(problems)
    return dossier, sources


def load_sources(folder: Path, dossier: Dossier | None) -> tuple[Source, ...]:
    """Return the texts of `folder`/seeds with what seeds/sources.yml says of them, in its order.

    `dossier` gives the events that may be named and what is published of a source that does not say; without it,
    events are not checked. Raises `DossierError` with everything that is wrong.
    """
    problems: list[Problem] = []
    document = read_checked(folder, "seeds/sources.yml", "sources", problems)
    if document is None:
        raise DossierError(problems)
    events = frozenset(event.id for event in dossier.events) if dossier else None
    entities = frozenset(entity.id for entity in dossier.entities) if dossier else None
    problems += unknown(document, "sources", Ids(event=events, entity=entities))
    problems += _unnamed_problems(folder, document)
    problems += _known_without_value(document)
    value: Any = document.value
    sources = []
    for id_, entry in value.items():
        try:
            sources.append(_source(folder, document, id_, entry, dossier.publish if dossier else "whole"))
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    return tuple(_name_apart(sources))


def _name_apart(sources: Sequence[Source]) -> Iterator[Source]:
    """Yield `sources`, each that an earlier one is called like told apart by its kind, its title, its date or its id.

    The earlier one keeps its name, so that a source that is added changes no page but those that it speaks to.
    """
    called: set[str] = set()
    for source in sources:
        named = source
        for apart in (None, source.kind, source.title, source.issued, source.id):
            named = replace(source, apart=apart)
            if named.name not in called or source.short:
                break
        called.add(named.name)
        yield named


def readable_sources(folder: Path) -> tuple[Source, ...]:
    """Return those texts of `folder`/seeds that can be read, whatever is wrong with the others and in briefs/."""
    problems: list[Problem] = []
    document = read_checked(folder, "seeds/sources.yml", "sources", problems)
    value: Any = document.value if document else {}
    sources = []
    for id_, entry in value.items():
        assert document is not None
        with contextlib.suppress(DossierError):
            sources.append(_source(folder, document, id_, entry, "whole"))
    return tuple(sources)


def source_notes(sources: tuple[Source, ...]) -> tuple[Problem, ...]:
    """Return a note for each source with characters that show nothing or turn the order of the text round."""
    notes = (hidden_note(source.text, Place(source.file), whole_file=True) for source in sources)
    return tuple(note for note in notes if note)


def _rulings(dossier: Dossier, sources: tuple[Source, ...]) -> Iterator[Problem]:
    """Yield the rulings whose words do not stand in their source exactly once: they would decide nothing."""
    texts = {source.id: source for source in sources}
    for ruling in dossier.rulings:
        at = Place("briefs/dossier.yml", ruling.line, ruling.column)
        for id_, quote in filter(None, ((ruling.source, ruling.quote), ruling.same_as, ruling.not_same_as)):
            yield from _of_words(texts.get(id_), quote, at)


def _of_words(source: Source | None, quote: str, at: Place) -> Iterator[Problem]:
    times = source.text.count(quote) if source else 1
    if source and times != 1:
        what = f"the words of this ruling stand {times} times in {source.file}"
        yield at.problem(what, "copy more of the sentence" if times else "copy the words exactly as they stand there")


def _source(folder: Path, document: Document, id_: str, entry: Any, publish: str) -> Source:
    name = _on_disk(folder, entry["file"])
    data = read_bytes(folder / "seeds", name, document.at(id_, "file"))
    text = decode(data, f"seeds/{name}")
    if not text.removeprefix("\ufeff").strip():
        raise Place(f"seeds/{name}").error(
            "this text is empty", f"put the text into it, or delete `{id_}` in sources.yml"
        )
    original = _on_disk(folder, entry["original"]) if "original" in entry else None
    if original:
        check_file(folder / "seeds", original, document.at(id_, "original"))
    values: dict[str, Any] = {field: _text(entry.get(written)) for written, field in _FIELDS.items()}
    return Source(
        id=id_,
        file=f"seeds/{name}",
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        known={field: _how(entry, written) for written, field in _FIELDS.items() if written in entry},
        publish=entry.get("publish", publish),
        withdrawn=entry.get("withdrawn"),
        short=_text(entry.get("short")),
        speakers=tuple((str(label), str(who)) for label, who in entry.get("speakers", {}).items()),
        **values | {"type": entry.get("type", "document"), "original": f"seeds/{original}" if original else None},
    )


def _on_disk(folder: Path, name: str) -> str:
    """Return `name` in the Unicode normal form in which the disk holds it, which differs between systems."""
    key = unicodedata.normalize("NFC", name)
    if key.isascii():
        return name
    return next((file for file in _files(folder / "seeds") if unicodedata.normalize("NFC", file) == key), name)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _how(entry: Any, name: str) -> Known:
    how, _, note = entry.get("known", {}).get(name, "given").partition(":")
    return Known(how, note.strip())


def _known_without_value(document: Document) -> Iterator[Problem]:
    value: Any = document.value
    for id_, entry in value.items():
        for name in entry.get("known", {}):
            if name not in entry:
                what = f"`known` says how `{name}` is known, but there is no `{name}`"
                yield document.key(id_, "known", name).problem(
                    what, f"write `{name}:` and its value, or delete this line"
                )


def _unnamed_problems(folder: Path, document: Document) -> Iterator[Problem]:
    """Yield the files that no entry names, that two entries name, and whose names some systems take for one."""
    value: Any = document.value
    named: dict[str, str] = {}
    for id_, entry in value.items():
        for field in ("file", "original"):
            name = unicodedata.normalize("NFC", str(entry.get(field, "")))
            if name and name in named:
                what = f"`{name}` is already the file of `{named[name]}`"
                yield document.at(id_, field).problem(what, "name another file, or delete one of the two entries")
            named.setdefault(name, id_)
    files = list(_files(folder / "seeds"))
    for one, other in clashes(files):
        what = f"the file names `{one}` and `{other}` are one name to some systems"
        yield Place(f"seeds/{other}").problem(what, "rename one of them")
    for name in files:
        if unicodedata.normalize("NFC", name) not in named:
            near = nearest(name, set(named) - set(files) - {""})
            mend = (
                f"correct `{near}` there"
                if near
                else f"run `briefs add seeds/{name}`, or write an entry with this `file`"
            )
            yield Place(f"seeds/{name}").problem("this file is not named in seeds/sources.yml", mend)


def _files(seeds: Path) -> Iterator[str]:
    """Yield the names of the files below `seeds`, with `/` between the parts; linked folders are not entered."""
    for parent, folders, names in os.walk(seeds):
        folders[:] = sorted(name for name in folders if name[:1] != ".")
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in sorted([*names, *links]):
            if not _NOT_SOURCES.fullmatch(name):
                yield (Path(parent) / name).relative_to(seeds).as_posix()
