"""Taking a source that was never published out of a dossier: its entry, its text, and the file it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.dossier.documents import Document, read_document
from generator.dossier.files import Place, decode, name_fault, read_bytes
from generator.dossier.names import show, suggestion
from generator.editions.file import read_history
from generator.edits.entry_lines import without_entry
from generator.edits.mentions_of_source import mentions_of_source
from generator.edits.written_together import write_together
from generator.messages.problems import DossierError, Problem

LIST = "seeds/sources.yml"


@dataclass(frozen=True)
class Removal:
    """What goes with a source: its entry in `listing`, which is what sources.yml says then, and the files `taken`."""

    sources: tuple[str, ...]
    listing: str
    taken: tuple[str, ...]


def plan_removal(folder: Path, sources: tuple[str, ...]) -> Removal:
    """Return what removing `sources` would do; DossierError with everything that stands against it."""
    listing = decode(read_bytes(folder / "seeds", "sources.yml", Place(LIST)), LIST)
    document = read_document(folder / "seeds", "sources.yml", LIST)
    problems = [problem for source in sources for problem in _against(folder, document, source)]
    if problems:
        raise DossierError(problems)
    taken: list[str] = []
    for source in sources:
        entry: Any = document.get(source)
        listing = without_entry(listing, LIST, source)
        taken += [f"seeds/{entry[name]}" for name in ("file", "original") if name in entry]
    return Removal(sources, listing, tuple(name for name in taken if (folder / name).is_file()))


def remove(folder: Path, removal: Removal) -> None:
    """Do what `removal` says: everything, or nothing (DossierError)."""
    write_together(folder, {LIST: removal.listing}, removal.taken)


def source_ids(document: Document) -> list[str]:
    """Return the ids of the entries in seeds/sources.yml."""
    return [*document.value] if isinstance(document.value, dict) else []


def _against(folder: Path, document: Document, source: str) -> Iterator[Problem]:
    ids = source_ids(document)
    entry: Any = document.get(source) if source in ids else None
    if not isinstance(entry, dict):
        yield Place(LIST).problem(f"there is no source {show(source)}", suggestion(source, ids))
        return
    history = read_history(folder)
    if source in history.sources:
        what = f"edition {history.sources[source].since} published `{source}`, and readers may hold it against the text"
        yield document.key(source).problem(what, "write `withdrawn:` and the reason into its entry instead")
    for name in ("file", "original"):
        fault = name_fault(str(entry[name])) if name in entry else None
        if fault:
            yield document.at(source, name).problem(*fault)
    for mention in mentions_of_source(folder, source, f"seeds/{entry.get('file')}"):
        what = f"`{source}` is still needed here, as the source of {mention.what}"
        mend = "delete the labels" if mention.what == "labels" else "take this out, or name another source"
        yield mention.place.problem(what, mend)
