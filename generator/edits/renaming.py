"""Giving a source another id: in its entry, and wherever people or earlier editions named it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.dossier.documents import read_document
from generator.dossier.files import Place, decode, read_bytes
from generator.dossier.names import show, suggestion
from generator.dossier.schema import id_fault
from generator.editions.dating import state_of
from generator.editions.file import FILE, read_history, serialize
from generator.editions.history import History
from generator.edits.entry_lines import with_text_at
from generator.edits.mentions_of_source import files_that_name_sources, routes_of_source
from generator.edits.removal import LIST, source_ids
from generator.edits.written_together import write_together
from generator.messages.problems import DossierError, Problem
from generator.sources import load


@dataclass(frozen=True)
class Renaming:
    """What a new id changes: the text of each file that names the source, and by file how often it does."""

    old: str
    new: str
    files: Mapping[str, str]
    times: Mapping[str, int]

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """The addresses on the site that change, below its root: the old, and the new."""
        return ((f"sources/{self.old}.html", f"sources/{self.new}.html"),)


def plan_renaming(folder: Path, old: str, new: str) -> Renaming:
    """Return what calling the source `old` `new` would do; DossierError with everything that stands against it."""
    problems: list[Problem] = []
    listed = read_document(folder / "seeds", "sources.yml", LIST)
    ids = source_ids(listed)
    if old not in ids:
        problems.append(Place(LIST).problem(f"there is no source {show(old)}", suggestion(old, ids)))
    if new in ids:
        problems.append(listed.key(new).problem(f"a source is called {show(new)} already", "give another id"))
    fault = id_fault(new)
    if fault:
        problems.append(Place(LIST).problem(*fault))
    if problems:
        raise DossierError(problems)
    files: dict[str, str] = {}
    times: dict[str, int] = {}
    # The list comes last: a run that is killed before can be run again.
    for file, text, count in _changes(folder, old, new, problems):
        files[file], times[file] = text, count
    if problems:
        raise DossierError(problems)
    return Renaming(old, new, files, times)


def rename(folder: Path, renaming: Renaming) -> None:
    """Do what `renaming` says: everything, or nothing (DossierError)."""
    write_together(folder, renaming.files)


def _changes(folder: Path, old: str, new: str, problems: list[Problem]) -> Iterator[tuple[str, str, int]]:
    for file in (*files_that_name_sources(folder), LIST):
        parent, _, name = file.rpartition("/")
        try:
            text = decode(read_bytes(folder / parent, name, Place(file)), file)
            document = read_document(folder / parent, name, file)
            routes = ((old,),) if file == LIST else routes_of_source(document, old)
            places = [document.keys[route] if file == LIST else document.values[route] for route in routes]
            if places:
                yield file, with_text_at(text, file, places, old, new), len(places)
        except DossierError as error:
            problems += error.problems
    history = read_history(folder)
    if old in history.sources:
        yield FILE, serialize(_renamed_history(_current(folder, history, old, new), old, new)).decode(), 1


def _current(folder: Path, history: History, old: str, new: str) -> History:
    """Return `history` with the last edition as that of the sources by their new ids, if it is that of the sources."""
    try:
        sources = load(folder)[1]
    except DossierError:
        return history
    last = history.editions[-1]
    if last.digest != state_of(sources):
        return history
    called = [replace(source, id=new) if source.id == old else source for source in sources]
    return replace(history, editions=(*history.editions[:-1], replace(last, digest=state_of(called))))


def _renamed_history(history: History, old: str, new: str) -> History:
    """Return what was published under the new id: the source is the same, so no edition adds or removes it."""

    def new_id(source: str) -> str:
        return new if source == old else source

    statements = (
        replace(said, source=new_id(said.source), also=tuple((new_id(by), since) for by, since in said.also))
        for said in history.statements.values()
    )
    return replace(
        history,
        sources={new_id(id_): replace(source, id=new_id(id_)) for id_, source in history.sources.items()},
        statements={said.key: said for said in statements},
        gone=tuple(replace(gone, source=new_id(gone.source)) for gone in history.gone),
        lost=tuple(replace(lost, source=new_id(lost.source), by=new_id(lost.by)) for lost in history.lost),
    )
