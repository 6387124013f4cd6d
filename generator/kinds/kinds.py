"""The kinds of section, read from their rooms: each is one folder below generator/briefs/sections/ with three files.

`kind.yml` declares what parts other than the room itself must know; `section.py` holds its type and makes it;
`section.md` is what it looks like. There is no list of kinds beside the folders, so none can be forgotten; a room that
lacks something is told by what it lacks, and nothing is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml

from generator.messages.problems import DossierError, Problem

ROOMS = Path(__file__).parent.parent / "briefs" / "sections"
DECLARATION, MAKER, TEMPLATE = "kind.yml", "section.py", "section.md"

Cites = Literal["every line", "quotations", "nothing"]


@dataclass(frozen=True)
class Field:
    """The field of a brief's file that fills a section: its name, its schema, and which ids stand where in it.

    `needed`: without it the section shows nothing. `refers` gives by route (`*` is any step) what is named there.
    """

    name: str
    schema: Mapping[str, Any]
    needed: bool = True
    refers: Mapping[str, str] = field(default_factory=dict)

    @property
    def of_points(self) -> bool:
        """Tell whether it holds lines of the editor, each with the quotations that carry it."""
        return self._holds("point")

    @property
    def of_words(self) -> bool:
        """Tell whether it holds words of the editor that have no evidence of their own."""
        return self._holds("text")

    def _holds(self, what: str) -> bool:
        return f"#/$defs/{what}" in (self.schema.get("$ref"), self.schema.get("items", {}).get("$ref"))


@dataclass(frozen=True)
class Meeting:
    """That a section belongs into the pack for a meeting: where in it, and whether by how likely a point comes up."""

    place: int
    by_certainty: bool = False


@dataclass(frozen=True)
class Kind:
    """What a kind of section declares of itself.

    `place` orders the kinds: on a page whose definition names no sections, in the schema and in the guide. `title` is
    the heading; `shows` tells an editor what stands below it. `called` is how readers are told of it in a sentence,
    `why` the reason why a passage stands there ("" where it cites none), `line` what one of its numbered lines is
    called, `link` the words of a link to it at the head of its page. A section of which `complete` is true shows every
    statement of its brief; one of which `default` is true stands on each page whose definition names no sections.
    `former` are names of kinds that there were, in whose place it stands in briefs that were written for them.
    """

    name: str
    place: int
    title: str
    shows: str
    called: str
    why: str = ""
    cites: Cites = "quotations"
    line: str | None = None
    link: str | None = None
    complete: bool = False
    default: bool = False
    former: tuple[str, ...] = ()
    meeting: Meeting | None = None
    field: Field | None = None


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds by name, in their order. Raises DossierError, which names all that a room lacks."""
    return read(ROOMS)


def former_names() -> Mapping[str, str]:
    """Return the kinds that stand in the place of those that there were, by the names of these."""
    return {name: kind.name for kind in kinds().values() for name in kind.former}


def read(rooms: Path) -> Mapping[str, Kind]:
    """Return the kinds whose rooms stand in the folder `rooms`, by name, in their order."""
    problems: list[Problem] = []
    found: list[Kind] = []
    for room in sorted(path for path in rooms.iterdir() if _is_room(path)):
        value, faults = _declared(room)
        problems += faults
        if not faults:
            found.append(_kind(room.name.replace("_", "-"), value))
    found.sort(key=lambda kind: (kind.place, kind.name))
    problems += _clashes(found)
    if problems:
        raise DossierError(problems)
    return MappingProxyType({kind.name: kind for kind in found})


def _is_room(path: Path) -> bool:
    """Tell whether a folder is a room: one that went and left only what Python compiled of it is none."""
    return path.is_dir() and not path.name.startswith(("_", ".")) and any(inside.is_file() for inside in path.iterdir())


def _kind(name: str, value: dict[str, Any]) -> Kind:
    parts = {"meeting": Meeting, "field": Field}
    made = {key: parts[key](**part) if key in parts else part for key, part in value.items()}
    made["former"] = tuple(value.get("former", ()))
    return Kind(name=name, **{"called": value["title"].lower(), **made})


# What stands in a declaration: the type of each value, and whether it must be there.
_TEXT, _NUMBER, _TRUTH, _MAPPING = (str, "text"), (int, "a whole number"), (bool, "true or false"), (dict, "a mapping")
_NAMES: Mapping[str, tuple[type, str]] = {
    "place": _NUMBER, "title": _TEXT, "shows": _TEXT, "called": _TEXT, "why": _TEXT, "cites": _TEXT, "line": _TEXT,
    "link": _TEXT, "complete": _TRUTH, "default": _TRUTH, "former": (list, "a list of names"), "meeting": _MAPPING,
    "field": _MAPPING,
}  # fmt: skip
_BELOW: Mapping[str, Mapping[str, tuple[type, str]]] = {
    "meeting": {"place": _NUMBER, "by_certainty": _TRUTH},
    "field": {"name": _TEXT, "schema": _MAPPING, "needed": _TRUTH, "refers": _MAPPING},
}
_REQUIRED = {"": ("place", "title", "shows"), "meeting": ("place",), "field": ("name", "schema")}
_MISSING = {
    MAKER: "write its type and `make`, as the other kinds do",
    TEMPLATE: "write what it looks like, as the other kinds do",
}


def _declared(room: Path) -> tuple[dict[str, Any], list[Problem]]:
    """Return the declaration of a room, and what the room lacks."""
    kind, where = room.name.replace("_", "-"), f"{room.parent.name}/{room.name}"
    faults = [
        Problem(f"{where}/{name}", 1, 1, f"the section kind `{kind}` has no `{name}`", mend)
        for name, mend in _MISSING.items()
        if not (room / name).is_file()
    ]
    file = f"{where}/{DECLARATION}"
    if not room.name.isidentifier():
        faults.append(Problem(where, 1, 1, f"`{room.name}` is not a name of Python", "write `_` for `-`"))
    if not (room / DECLARATION).is_file():
        what = f"the section kind `{kind}` has no `{DECLARATION}`"
        return {}, [*faults, Problem(file, 1, 1, what, "write its title, its place and what it shows")]
    try:
        value = yaml.safe_load((room / DECLARATION).read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return {}, [*faults, Problem(file, 1, 1, f"this cannot be read: {' '.join(str(error).split())}", "correct it")]
    said = _faults(value) if isinstance(value, dict) else [("it declares nothing", "write lines of `name: value`")]
    faults += [Problem(file, 1, 1, f"the section kind `{kind}`: {what}", mend) for what, mend in said]
    return value, faults


def _faults(value: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what is wrong with a declaration, each with the mend."""
    found = list(_ill_typed(value, _NAMES, ""))
    for above, names in _BELOW.items():
        if isinstance(value.get(above), dict):
            found += _ill_typed(value[above], names, above)
    cites = value.get("cites", "quotations")
    if cites not in Cites.__args__:  # type: ignore[attr-defined]
        found.append((f"`{cites}` is no value of `cites`", "write `every line`, `quotations` or `nothing`"))
    elif cites != "nothing" and "why" not in value:
        found.append(("it has no `why`", "say why a passage stands there, or `cites: nothing`"))
    if not found and "field" in value and Field(**value["field"]).of_points and "line" not in value:
        found.append(("it has no `line`", "say what one of its lines is called, as in `line: key point`"))
    return found


def _ill_typed(value: dict[str, Any], names: Mapping[str, tuple[type, str]], above: str) -> Iterator[tuple[str, str]]:
    below = f" in `{above}`" if above else ""
    for name in value:
        if name not in names:
            yield f"`{name}` means nothing{below}", f"write one of {', '.join(f'`{one}`' for one in names)}"
        elif type(value[name]) is not names[name][0] or value[name] == "":
            yield f"`{name}`{below} is not {names[name][1]}", f"write {names[name][1]}"
    for name in _REQUIRED[above]:
        if name not in value:
            yield f"it has no `{name}`{below}", f"write `{name}:` and its value"


def _clashes(found: list[Kind]) -> Iterator[Problem]:
    """Yield a problem for each kind whose place or field another has as well."""
    seen: dict[tuple[str, object], str] = {}
    for kind in found:
        own = {"place": kind.place, "place in the meeting": kind.meeting and kind.meeting.place,
               "field": kind.field and kind.field.name}  # fmt: skip
        for what, value in own.items():
            other = seen.setdefault((what, value), kind.name) if value is not None else kind.name
            if other != kind.name:
                where = f"{ROOMS.name}/{kind.name.replace('-', '_')}/{DECLARATION}"
                said = f"the section kind `{kind.name}` has the {what} of `{other}`: `{value}`"
                yield Problem(where, 1, 1, said, f"give it a {what} of its own")
