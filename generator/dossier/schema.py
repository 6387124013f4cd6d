"""Holding a document against its JSON Schema (generator/schemas/), and saying what is wrong in plain words.

The schemas are the one description of what may be written: editors read them too. Patterns carry their own message
(`patternErrorMessage`): what is wrong, a full stop, and the mend.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from generator.dossier.brief_schema import brief_schema
from generator.dossier.dates import first_day, span
from generator.dossier.documents import Document
from generator.dossier.names import nearest, show, suggestion
from generator.messages.problems import Problem

_FORMATS = FormatChecker(formats=())
_FORMATS.checks("partial-date", raises=ValueError)(lambda value: bool(first_day(str(value))))
_FORMATS.checks("days", raises=ValueError)(lambda value: not isinstance(value, str) or bool(span(value)))

MOST_PROBLEMS = 200
"""The most problems of one kind that are looked for in one file."""

_KINDS = {
    "string": "text",
    "array": "a list",
    "object": "a mapping (lines of `name: value`)",
    "integer": "a whole number",
    "boolean": "true or false",
}


def check(document: Document, schema: str) -> tuple[Problem, ...]:
    """Return what is wrong with `document` by the schema of that name, in the order of the file.

    At most 200 problems: finding the names that are near takes time, and a file that is wrong throughout need not be
    told so on every line.
    """
    errors = _validator(schema).iter_errors(document.value)
    found = (problem for error in errors for problem in _problems(document, error))
    return tuple(sorted(set(islice(found, MOST_PROBLEMS))))


def id_fault(name: str) -> tuple[str, str] | None:
    """Say why `name` is not an id, and the mend; None if it is one."""
    schema: Any = _validator("brief").schema
    for error in Draft202012Validator(schema["$defs"]["id"]).iter_errors(name):
        return next(_SAY[str(error.validator)](error, show(name)))
    return None


@cache
def _validator(name: str) -> Draft202012Validator:
    text = (files("generator") / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    schema = brief_schema() if name == "brief" else json.loads(text)
    return Draft202012Validator(schema, format_checker=_FORMATS)


def _problems(document: Document, error: Any) -> Iterator[Problem]:
    route = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        for name in error.instance:
            if name not in known:
                yield document.key(*route, name).problem(f"unknown name {show(name)}", _mend_for_name(error, name))
    elif error.validator == "uniqueItems":
        for index, item in enumerate(error.instance):
            if item in error.instance[:index]:
                yield document.at(*route, index).problem(
                    f"{show(item)} stands twice in this list", "delete one of them"
                )
    else:
        entry = "an entry of " if route and isinstance(route[-1], int) and error.validator == "type" else ""
        name_itself = "propertyNames" in error.relative_schema_path
        place = document.key(*route, error.instance) if name_itself else document.at(*route)
        subject = next((part for part in reversed(route) if isinstance(part, str)), "")
        for what, mend in _SAY[str(error.validator)](error, f"{entry}`{subject}`" if subject else "this file"):
            yield place.problem(what, mend)


def _mend_for_name(error: Any, name: str) -> str:
    """Return the mend for the unknown `name`: that it belongs below another where its value looks so."""
    known, value = error.schema.get("properties", {}), error.instance[name]
    below = [one for one, schema in known.items() if isinstance(schema.get("additionalProperties"), dict)]
    if len(below) == 1 and isinstance(value, dict) and not nearest(name, known):
        return f"indent it deeper, below `{below[0]}:`"
    return suggestion(name, known)


Says = Iterator[tuple[str, str]]


def _type(error: Any, subject: str) -> Says:
    wanted = [error.validator_value] if isinstance(error.validator_value, str) else error.validator_value
    if error.instance is None:
        below = "below it, indented deeper" if {"array", "object"} & {*wanted} else "in quotes, if it begins with `#`"
        yield f"{subject} has no value", f"write it ({below}), or delete the line"
        return
    kind = next(name for name, test in _TESTS.items() if test(error.instance))
    mends = {"string": "put it in quotes", "array": "write it as a list: [one, two]", "boolean": "write true or false"}
    if "string" in wanted and kind in ("array", "object"):
        mends["string"] = "write one text; put it in quotes if it holds `: `, `[` or `{`"
    if kind == "string" and str(error.instance).startswith("-"):
        mends["array"] = "write a space after each dash"
    elif "$ref" in error.schema.get("items", {}) and kind == "object":
        mends["array"] = "begin each entry with a dash and a space: - name: value"
    # Where people call the entries by ids of their own, the few names that are given say little.
    fixed = () if isinstance(error.schema.get("additionalProperties"), dict) else error.schema.get("properties", ())
    names = ", ".join(f"`{name}`" for name in fixed)
    lines = "write lines of `name: value`" + (f", with names of {names}" if names else "")
    mends |= {"object": lines, "integer": "write digits alone"}
    expected = "a date" if "format" in error.schema else " or ".join(_KINDS[name] for name in wanted)
    yield f"{subject} should be {expected}, and is {_KINDS[kind]}", mends[wanted[0]]


_TESTS: Mapping[str, Callable[[Any], bool]] = {
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int),
    "string": lambda value: isinstance(value, str),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}


def _require(error: Any, subject: str) -> Says:
    for name in error.validator_value:
        if name not in error.instance:
            yield f"`{name}` is missing in {subject}", f"write `{name}:` and its value"


def _enum(error: Any, subject: str) -> Says:
    yield f"{show(error.instance)} is not a value of {subject}", suggestion(str(error.instance), error.validator_value)


def _pattern(error: Any, subject: str) -> Says:
    what, mend = str(error.schema["patternErrorMessage"]).split(". ", 1)
    if not str(error.instance).strip():
        yield f"{subject} is empty", "write the value, or delete the line"
    else:
        yield f"{show(error.instance)} {what}", mend[0].lower() + mend[1:]


def _format(error: Any, subject: str) -> Says:
    # What does not even look like a date is said by its pattern.
    if isinstance(error.instance, str) and re.search(error.schema["pattern"], error.instance):
        yield f"{show(error.instance)} is not in the calendar, or ends before it begins", f"correct {subject}"


def _empty(error: Any, subject: str) -> Says:
    least = error.validator_value
    if error.instance:
        yield f"{subject} has {len(error.instance)} entry, and needs at least {least}", "write the others"
    else:
        yield f"{subject} is empty", "write what belongs there, or delete it"


def _one_name(error: Any, subject: str) -> Says:
    yield f"one entry of {subject} has several names", "begin each of them with a dash of its own"


def _at_most(error: Any, subject: str) -> Says:
    yield f"{subject} is longer than {error.validator_value:,} characters", "shorten it"


def _range(error: Any, subject: str) -> Says:
    if "patternErrorMessage" in error.schema:
        yield from _pattern(error, subject)
        return
    limit = "less" if error.validator == "minimum" else "more"
    yield f"{show(error.instance)} is {limit} than {error.validator_value}", f"correct the number of {subject}"


_SAY: Mapping[str, Callable[[Any, str], Says]] = {
    "type": _type,
    "required": _require,
    "enum": _enum,
    "pattern": _pattern,
    "format": _format,
    "minItems": _empty,
    "minProperties": _empty,
    "maxProperties": _one_name,
    "maxLength": _at_most,
    "minimum": _range,
    "maximum": _range,
}
