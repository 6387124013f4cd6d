"""YAML as people write it, read without surprises: values, and where each of them stands.

Read are mappings, lists and scalars. A plain `true` or `false` is a truth value, a plain decimal number of up to 18
digits a whole number, `null`, `~` or nothing is None; everything else is text exactly as written: `NO`, `12:30:45`,
`010` and `2024-06-20` are text. Tags, anchors and aliases are refused, so a file is never larger than it looks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.dossier.files import Place, decode, read_bytes
from generator.dossier.names import shown
from generator.messages.problems import DossierError, Problem, place

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | bool | None"
Route: TypeAlias = "tuple[str | int, ...]"

DEPTH = 50
NODES = 60_000
_MOST_PROBLEMS = 100
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN: Mapping[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = "tag:yaml.org,2002:"
_QUOTE = "put the value in quotes"
NOT_READ = "which is not read here"
"""How a problem of a tag, an anchor or an alias ends."""
_WHOLE = "put the whole value in quotes; within '…' an apostrophe is written twice"
_SYNTAX = {
    "mapping values are not allowed": ("a second `:` on one line", f"{_QUOTE}, or start a new line"),
    "cannot start any token": ("this character cannot begin a value", _QUOTE),
    "unexpected end of stream": ("a quotation mark is opened and never closed", "close it"),
    "',' or ']'": ("a `[` is not closed, or a comma is missing", "write lists as [one, two]"),
    "',' or '}'": ("a `{` is not closed, or a comma is missing", "write mappings as {one: 1, two: 2}"),
    "could not find expected ':'": ("a `:` is missing on this line", "write `name: value`, with a space between"),
    "escape": ("after `\\` stands what YAML does not know", "use single quotation marks, or write `\\\\`"),
    "expected '-' indicator": ("this does not fit the list before it", "begin it with a dash, or indent it less"),
    "expected <document start>": ("this does not fit what stands before it", "delete it, or put the value in quotes"),
    "expected key": ("this does not fit what stands before it", "indent alike, and put values with marks in quotes"),
    "block sequence entries": ("a list begins on the line of its name", "begin it on the next, or write [one, two]"),
    "expected node content": ("a value is missing", "write the value"),
}


@dataclass(frozen=True)
class Document:
    """A YAML file: its name in messages, its value, and by route where each value and each key stands.

    `values` holds the place of a scalar itself, and for a mapping or list that of the key or item that opens it.
    """

    file: str
    value: Value
    values: Mapping[Route, tuple[int, int]]
    keys: Mapping[Route, tuple[int, int]]

    def get(self, *route: str | int) -> Value:
        """Return the value at `route`, which must be in `values`."""
        value: Any = self.value
        for step in route:
            value = value[step]
        return value  # type: ignore[no-any-return]

    def at(self, *route: str | int) -> Place:
        """Return where the value at `route` is written, or the nearest value around it."""
        while route and route not in self.values:
            route = route[:-1]
        return Place(self.file, *self.values.get(route, (1, 1)))

    def key(self, *route: str | int) -> Place:
        """Return where the key at the end of `route` is written."""
        return Place(self.file, *self.keys[route]) if route in self.keys else self.at(*route)


def read_document(folder: Path, name: str, shown: str, at: Place | None = None) -> Document:
    """Read `name` in `folder`; `shown` is its name in messages, `at` where a person named it.

    Raises `DossierError` as `read_bytes`, `decode` and `parse` do.
    """
    return parse(decode(read_bytes(folder, name, at or Place(shown)), shown), shown)


def _nothing_in(file: str, text: str) -> tuple[str, str]:
    """Return what is wrong with a file in which nothing is said, and how to mend it."""
    what = "nothing but comments stands in this file" if text.strip() else "this file is empty"
    if file == "seeds/sources.yml":
        return f"{what}, so the dossier has no source yet", "take in a first text: briefs add FILE"
    return what, "write what it should say, or delete it"


def parse(text: str, file: str) -> Document:
    """Return the YAML in `text`; raise `DossierError` with all that can be told at once, each at its place."""
    text = text.removeprefix("\ufeff")
    bad = _FORBIDDEN.search(text)
    if bad:
        what = f"the character U+{ord(bad.group()):04X} cannot stand in YAML"
        raise Place(file, *place(text, bad.start())).error(what, "delete it")
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise DossierError([*builder.problems, _syntax(error, file, text)]) from None
    if builder.root is None and not builder.problems:
        raise Place(file).error(*_nothing_in(file, text))
    if builder.problems:
        raise DossierError(builder.problems)
    return Document(file, builder.root, builder.values, builder.keys)


@dataclass
class _Open:
    """A mapping or list whose end is not read yet; `key` is the key whose value comes next."""

    value: dict[str, Value] | list[Value]
    route: Route
    key: str | None = None
    expects_value: bool = False


@dataclass
class _Builder:
    """Builds values from parser events. Limits are checked event by event, before anything grows."""

    file: str
    root: Value = None
    values: dict[Route, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Route, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take(self, event: Any) -> None:
        spot = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise Place(self.file, *spot).error("a second document begins here", "delete the line `---`")
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._refuse(event, spot)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event, spot)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open({} if isinstance(event, yaml.MappingStartEvent) else [], spot)

    def _refuse(self, event: Any, spot: tuple[int, int]) -> None:
        at = Place(self.file, *spot)
        if isinstance(event, yaml.AliasEvent):
            raise at.error(
                f"{shown(f'*{event.anchor}')} is an alias, {NOT_READ}",
                "put the text in quotes, or write it out",
            )
        if event.anchor is not None:
            raise at.error(
                f"{shown(f'&{event.anchor}')} is an anchor, {NOT_READ}",
                "put the text in quotes, or delete it",
            )
        if event.tag is not None:
            raise at.error(
                f"{shown(event.tag.replace(_TAGS, '!!'))} is a tag, {NOT_READ}",
                "put the text in quotes, or delete it",
            )
        if len(self.stack) >= DEPTH:
            raise at.error(f"this stands more than {DEPTH} levels deep", "write it less deep")
        if len(self.problems) >= _MOST_PROBLEMS:
            raise DossierError(self.problems)
        if len(self.values) >= NODES:
            raise at.error(f"this file has more than {NODES:,} values", "divide it")

    def _scalar(self, event: yaml.ScalarEvent, spot: tuple[int, int]) -> None:
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and not top.expects_value:
            self._key(top, event, spot)
            return
        self._put(self._plain(event.value, spot) if event.implicit[0] else event.value, spot)

    def _key(self, top: _Open, event: yaml.ScalarEvent, spot: tuple[int, int]) -> None:
        top.key, top.expects_value = event.value, True
        route = (*top.route, event.value)
        if not event.value.strip():
            self.problems.append(Place(self.file, *spot).problem("a name is missing before `:`", "write the name"))
        elif route in self.keys:
            what = f"{shown(event.value)} stands twice, first on line {self.keys[route][0]}"
            self.problems.append(Place(self.file, *spot).problem(what, "keep one of the two"))
            top.key = f"{event.value}\n{spot}"  # what stands below the second is not a repetition of the first
        else:
            self.keys[route] = spot

    def _open(self, value: dict[str, Value] | list[Value], spot: tuple[int, int]) -> None:
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and not top.expects_value:
            raise Place(self.file, *spot).error("a list or mapping cannot be a name", _QUOTE)
        route = self._put(value, self.keys.get(self._next(top), spot) if top else spot)
        self.stack.append(_Open(value, route))

    def _put(self, value: Value, spot: tuple[int, int]) -> Route:
        top = self.stack[-1] if self.stack else None
        route = self._next(top) if top else ()
        self.values[route] = spot
        if top is None:
            self.root = value
        elif isinstance(top.value, list):
            top.value.append(value)
        else:
            top.value[str(top.key)] = value
            top.expects_value = False
        return route

    def _next(self, top: _Open) -> Route:
        return (*top.route, len(top.value) if isinstance(top.value, list) else str(top.key))

    def _plain(self, text: str, spot: tuple[int, int]) -> Value:
        if text in _PLAIN:
            return _PLAIN[text]
        if not _NUMBER.match(text):
            return text
        if len(text) > 18:
            what = f"this number has {len(text):,} digits; the most is 18"
            self.problems.append(Place(self.file, *spot).problem(what, "put it in quotes if it is text"))
            return 0
        return int(text)


def _syntax(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    """Say in plain words where and why the YAML cannot be read; unclosed quotes and brackets at their opening."""
    mark, problem = error.problem_mark, str(error.problem)
    if error.context_mark and any(part in problem for part in ("unexpected end of stream", "',' or", "expected ':'")):
        mark = error.context_mark
    spot = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line = (text.splitlines()[spot[0] - 1 : spot[0]] or [""])[0]
    if line[: spot[1]].endswith("\t") or ("\t" in line[: len(line) - len(line.lstrip())]):
        return Place(file, *spot).problem("a tab stands where YAML has only spaces", "indent with spaces")
    if "mapping values are not allowed" in problem and ": " not in f"{line[: spot[1] - 1]} ":
        return _one_colon(file, text, spot)
    if line[: spot[1] - 1].rstrip().endswith(("'", '"', "}", "]")) and ("expected key" in problem):
        return Place(file, *spot).problem(
            "a value ends before this: at its second quotation mark, or its closing bracket", _WHOLE
        )
    for part, (what, mend) in _SYNTAX.items():
        if part in problem:
            return Place(file, *spot).problem(what, mend)
    return Place(file, *spot).problem(f"this is not YAML ({problem})", _QUOTE)


def _one_colon(file: str, text: str, spot: tuple[int, int]) -> Problem:
    """Say why a `name:` that is alone on its line is not read as one: the line before it goes on."""
    lines = text.splitlines()
    before = next((n for n in range(spot[0] - 2, -1, -1) if lines[n].strip() and lines[n].lstrip()[0] != "#"), 0)
    glued = re.match(r"(\s*(?:- )?[\w-]+:)[^\s:]", lines[before])
    if glued:
        return Place(file, before + 1, glued.end()).problem("no space stands after this `:`", "write `name: value`")
    column = len(lines[spot[0] - 1]) - len(lines[spot[0] - 1].lstrip()) + 1
    return Place(file, spot[0], column).problem(
        "this line is indented deeper than the one before it, as if it went on with its value",
        "indent it, with plain spaces, like the names that it belongs with",
    )
