"""The folder of sources as it stands before a text is added: its list, its texts, and the events that there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.dossier.documents import Value, parse, read_document
from generator.dossier.files import Place, decode, read_bytes
from generator.messages.problems import DossierError, Problem

LIST = "seeds/sources.yml"
DOSSIER = "briefs/dossier.yml"


@dataclass(frozen=True)
class SourceList:
    """The sources of a dossier: `listing` is the text of sources.yml, `entries` its values, `texts` the seeds by id."""

    folder: Path
    listing: str
    entries: Mapping[str, Mapping[str, Value]]
    texts: Mapping[str, str]
    event: str | None
    events: tuple[str, ...]

    @property
    def seeds(self) -> Path:
        """The folder of the texts."""
        return self.folder / "seeds"


def read_shelf(folder: Path) -> SourceList:
    """Return the sources of the dossier in `folder`; raises DossierError when it is none, or cannot be read."""
    if not (folder / LIST).is_file() or not (folder / DOSSIER).is_file():
        missing = LIST if not (folder / LIST).is_file() else DOSSIER
        mend = "go to the folder of a dossier, name it with -C, or start one with `briefs new DIR`"
        raise Place(missing).error("there is no such file, so this folder is not a dossier", mend)
    listing = decode(read_bytes(folder / "seeds", "sources.yml", Place(LIST)), LIST)
    entries = read_entries(listing)
    event, events = _events(folder)
    return SourceList(folder, listing, entries, _texts(folder / "seeds", entries), event, events)


def read_entries(listing: str) -> dict[str, dict[str, Value]]:
    """Return the entries in the text of sources.yml; none for one that holds comments only."""
    if all(not line.strip() or line.lstrip().startswith("#") for line in listing.removeprefix("\ufeff").splitlines()):
        return {}
    document = parse(listing, LIST)
    value = document.value
    if not isinstance(value, dict):
        raise Place(LIST).error("this file is not a list of entries", "write an id, a colon, and below it its fields")
    wrong = [key for key, entry in value.items() if not isinstance(entry, dict)]
    if wrong:
        raise DossierError(document.key(key).problem(f"`{key}` has no fields", "write them below it") for key in wrong)
    return {key: entry for key, entry in value.items() if isinstance(entry, dict)}


def _texts(seeds: Path, entries: Mapping[str, Mapping[str, Value]]) -> dict[str, str]:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for source, entry in entries.items():
        name = str(entry.get("file"))
        try:
            texts[source] = decode(read_bytes(seeds, name, Place(LIST)), f"seeds/{name}")
        except DossierError as error:
            problems.extend(error.problems)
    if problems:
        raise DossierError(problems)
    return texts


def _events(folder: Path) -> tuple[str | None, tuple[str, ...]]:
    value = read_document(folder / "briefs", "dossier.yml", DOSSIER).value
    if not isinstance(value, dict):
        raise Place(DOSSIER).error("this file does not say what the dossier is about", "write `title:` and `event:`")
    event, events = value.get("event"), value.get("events")
    return (
        event if isinstance(event, str) else None,
        tuple(events) if isinstance(events, dict) else (),
    )
