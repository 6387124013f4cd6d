"""Reading briefs/: every file that people wrote, held against its schema and against the others, in one go."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, get_args

from generator.dossier.characters import hidden_note
from generator.dossier.definitions import BriefDefinition, brief, brief_notes, brief_problems
from generator.dossier.documents import Document, read_document
from generator.dossier.dossier import Dossier, agenda_problems, dossier, dossier_problems
from generator.dossier.entities import EntityType, entities, entity_notes, entity_problems
from generator.dossier.files import Place, clashes, strays
from generator.dossier.names import show, suggestion
from generator.dossier.references import Ids, unknown
from generator.dossier.schema import MOST_PROBLEMS, check, id_fault
from generator.dossier.topic_map import concept_notes, concept_problems, concepts
from generator.messages.problems import DossierError, Problem

_FOLDERS = (".cache", "briefs", "build", "docs", "seeds", "site", "templates")
_NOT_BRIEFS = ("agenda", "dossier", "entities", "topic-map")
# What the version of a print for people outside is called after: one is never taken for the other.
RELEASABLE = "-releasable"
_FURTHER: Mapping[str, Callable[[Document], Iterator[Problem]]] = {
    "agenda": agenda_problems,
    "brief": brief_problems,
    "dossier": dossier_problems,
    "entities": entity_problems,
    "sources": lambda document: iter(()),
    "topic-map": concept_problems,
}


def require_dossier(folder: Path) -> None:
    """Raise `DossierError` if there is no dossier in `folder` at all: naming every missing file would not help.

    So too where one of its folders is a link that leads out: files of elsewhere would be read, published or written.
    """
    out = [problem for name in _FOLDERS if (folder / name).is_symlink() for problem in islice(strays(folder, name), 1)]
    if out:
        raise DossierError(out)
    if not os.path.lexists(folder / "briefs" / "dossier.yml"):
        mend = "go to the folder of a dossier, or name it with `-C DIR`"
        raise Place("briefs/dossier.yml").error("there is no dossier in this folder", mend)


def is_brief(file: str) -> bool:
    """Tell whether `file`, as messages name it, is that of a brief."""
    path = PurePosixPath(file)
    return path.parent.as_posix() == "briefs" and path.suffix == ".yml" and path.stem not in _NOT_BRIEFS


def load_dossier(folder: Path, without: Collection[str] = ()) -> Dossier:
    """Return what people decided in `folder`/briefs, `without` the briefs in files of these names.

    Raises `DossierError` with everything that is wrong in any other of its files, or between them.
    """
    require_dossier(folder)
    problems: list[Problem] = []
    notes: list[Problem] = []
    main, people, topics = (
        read_checked(folder, f"briefs/{name}.yml", name, problems) for name in ("dossier", "entities", "topic-map")
    )
    has_agenda = os.path.lexists(folder / "briefs" / "agenda.yml")
    agenda = read_checked(folder, "briefs/agenda.yml", "agenda", problems) if has_agenda else None
    briefs = _briefs(folder, main, problems, notes)
    sources = _readable(folder, "seeds/sources.yml")
    # A file that its schema refuses may name what is nowhere as well: that is told in the same go.
    files: dict[str, list[Document | None]] = {
        "dossier": [main or _readable(folder, "briefs/dossier.yml")],
        "entities": [people or _readable(folder, "briefs/entities.yml")],
        "topic-map": [topics or _readable(folder, "briefs/topic-map.yml")],
        "agenda": [agenda or (_readable(folder, "briefs/agenda.yml") if has_agenda else None)],
        "brief": [*briefs, *_refused_briefs(folder, briefs, problems)],
        "sources": [sources],
    }
    known = _known_ids(files["dossier"][0], files["entities"][0], topics, sources, files["brief"])
    for schema, documents in files.items():
        for document in filter(None, documents):
            # What a schema refuses at a place is told there, and not what follows from it.
            told = {(problem.file, problem.line, problem.column) for problem in problems}
            found_unknown = islice(unknown(document, schema, known), MOST_PROBLEMS)
            problems += [p for p in found_unknown if (p.file, p.line, p.column) not in told]
    problems += [*_same_number(briefs), *_same_print(briefs)]
    problems = [problem for problem in problems if problem.file not in without]
    if problems or not (main and people and topics):
        raise DossierError(problems)
    found = entities(people)
    notes += [*entity_notes(people, found), *concept_notes(topics)]
    notes += (note for document in briefs for note in brief_notes(document))
    every = (main, people, topics, agenda, *briefs)
    notes += (note for document in every if document for note in _hidden_notes(document))
    numbered = enumerate(briefs, start=1)
    pages = _as_mapping(main).get("pages")
    definitions = tuple(brief(document, number, pages) for number, document in numbered if document.file not in without)
    return dossier(main, found, concepts(topics), definitions, agenda, tuple(sorted(set(notes))))


def read_checked(
    folder: Path, name: str, schema: str, problems: list[Problem], at: Place | None = None
) -> Document | None:
    """Return the YAML file `name` (below `folder`, with `/`), or None if it cannot be used.

    What is wrong with it is added to `problems`. `at` is where a person named the file, for messages.
    """
    parent, _, leaf = name.rpartition("/")
    try:
        document = read_document(folder / parent, leaf, name, at)
    except DossierError as error:
        problems += error.problems
        return None
    found = check(document, schema)
    problems += found or _FURTHER[schema](document)
    return None if found else document


def readable_briefs(folder: Path) -> tuple[BriefDefinition, ...]:
    """Return the briefs of `folder` that their schema accepts, whatever is wrong with the others and between files."""
    problems: list[Problem] = []
    main = read_checked(folder, "briefs/dossier.yml", "dossier", problems)
    return tuple(brief(document, number) for number, document in enumerate(_briefs(folder, main, problems, []), 1))


def _hidden_notes(document: Document) -> Iterator[Problem]:
    for route in document.values:
        text = document.get(*route)
        note = hidden_note(text, document.at(*route), whole_file=False) if isinstance(text, str) else None
        if note:
            yield note


def _briefs(folder: Path, main: Document | None, problems: list[Problem], notes: list[Problem]) -> list[Document]:
    """Return the briefs in the order in which the dossier names them, or else by number."""
    present = _present(folder, problems, notes)
    value: Any = main.value if main else {}
    if "briefs" not in value or main is None:
        found = [_unnamed_brief(folder, name, problems, notes) for name in present]
        return sorted(filter(None, found), key=lambda document: (_number(document), document.file))
    for name in present:
        if name not in value["briefs"]:
            what = "this brief is not published: dossier.yml does not name it under `briefs`"
            notes.append(Place(f"briefs/{name}.yml").problem(what, f"add `{name}` there, or delete the file"))
    named = []
    for index, name in enumerate(value["briefs"]):
        place = main.at("briefs", index)
        if name in present:
            named.append(read_checked(folder, f"briefs/{name}.yml", "brief", problems, place))
        else:
            what = f"there is no brief {show(name)}: briefs/{name}.yml is missing"
            problems.append(place.problem(what, suggestion(name, present) if present else "write the file"))
    return [document for document in named if document]


def _present(folder: Path, problems: list[Problem], notes: list[Problem]) -> list[str]:
    """Return the names, without .yml, of the files of `folder`/briefs that may be briefs."""
    files = sorted(path.name for path in (folder / "briefs").glob("[!.]*") if not path.is_dir())
    for one, other in clashes(files):
        what = f"the file names `{one}` and `{other}` are one name to some systems"
        problems.append(Place(f"briefs/{other}").problem(what, "rename one of them"))
    for name in files:
        if name.endswith(".yaml"):
            notes.append(Place(f"briefs/{name}").problem("this file is not read", "let its name end in .yml"))
    names = [name.removesuffix(".yml") for name in files if name.endswith(".yml")]
    return [name for name in names if name not in _NOT_BRIEFS]


def _unnamed_brief(folder: Path, name: str, problems: list[Problem], notes: list[Problem]) -> Document | None:
    """Return the brief in a file that no list names; a file without a question is no brief."""
    file = f"briefs/{name}.yml"
    try:
        document = read_document(folder / "briefs", f"{name}.yml", file)
    except DossierError as error:
        problems += error.problems
        return None
    if isinstance(document.value, dict) and "question" not in document.value:
        notes.append(
            Place(file).problem("this file is not read: it has no `question`", "write `question:`, or delete it")
        )
        return None
    fault = id_fault(name)
    if fault:
        problems.append(Place(file).problem(fault[0], "rename the file: " + fault[1]))
    return read_checked(folder, file, "brief", problems)


def _number(document: Document) -> int:
    value: Any = document.value
    return int(value.get("number", 10_000))


def _known_ids(
    main: Document | None,
    found_entities: Document | None,
    found_concepts: Document | None,
    sources: Document | None,
    briefs: Sequence[Document | None],
) -> Ids:
    """Return the ids that the files list, those that a schema refuses for something else included."""
    events, facts = _below(main, "events"), _below(main, "facts")
    people = _below(found_entities)
    # One whose type is misspelled may be a party: that is told where its type stands, and once.
    parties = {id_ for id_, entity in (people or {}).items() if not _is_no_party(entity)}
    return Ids(
        event=frozenset(events) if events is not None else None,
        fact=frozenset(facts or ()) if main and (facts is not None or "facts" not in _as_mapping(main)) else None,
        entity=frozenset(people) if people is not None else None,
        party=frozenset(parties) if people is not None else None,
        concept=frozenset(c.path for c in concepts(found_concepts)) if found_concepts else None,
        source=frozenset(sources.value) if sources and isinstance(sources.value, dict) else None,
        brief=frozenset(PurePosixPath(document.file).stem for document in briefs if document),
    )


def _is_no_party(entity: object) -> bool:
    kind = entity.get("type") if isinstance(entity, dict) else None
    return kind != "party" and kind in get_args(EntityType)


def _as_mapping(document: Document) -> Mapping[str, Any]:
    return document.value if isinstance(document.value, dict) else {}


def _below(document: Document | None, name: str | None = None) -> Mapping[str, Any] | None:
    """Return the mapping that `document` is, or that stands in it under `name`; None where there is none."""
    value: Any = document.value if document else None
    if name is not None:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else None


def _readable(folder: Path, name: str) -> Document | None:
    """Return the file `name` as it is, or None if it cannot be read, which is told elsewhere."""
    parent, _, leaf = name.rpartition("/")
    try:
        return read_document(folder / parent, leaf, name)
    except DossierError:
        return None


def _refused_briefs(folder: Path, briefs: Sequence[Document], problems: Sequence[Problem]) -> Iterator[Document]:
    """Yield the briefs that can be read and that their schema refuses."""
    accepted = {document.file for document in briefs}
    for name in sorted({problem.file for problem in problems if is_brief(problem.file)} - accepted):
        document = _readable(folder, name)
        if document:
            yield document


def _same_number(briefs: list[Document]) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    for document in briefs:
        number = _number(document)
        if number in seen and number < 10_000:
            what = f"the number {number} is also that of {seen[number]}"
            yield document.at("number").problem(what, "give every brief a number of its own")
        seen.setdefault(number, document.file)


def _same_print(briefs: list[Document]) -> Iterator[Problem]:
    """Yield the briefs whose print would be taken for the releasable version of another print."""
    names = {PurePosixPath(document.file).stem: document for document in briefs}
    for name, document in names.items():
        other = name.removesuffix(RELEASABLE)
        if other != name and other in (*names, "dossier"):
            what = f"the print of this brief would have the name of the releasable version of `{other}`"
            yield Place(document.file).problem(
                what, f"rename the file, so that its name does not end in `{RELEASABLE}`"
            )
