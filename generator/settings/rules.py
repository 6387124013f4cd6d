"""What a value of mkdocs.yml may be: each rule looks at one place of the file and yields what is wrong there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from generator.dossier.documents import Document, Route
from generator.dossier.files import name_fault
from generator.dossier.names import nearest, shown
from generator.messages.problems import Problem

Rule: TypeAlias = Callable[[Document, Route], Iterator[Problem]]

TRUST = "delete it, or give --trust if you trust whoever wrote this dossier"
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+\Z")
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_NOT_INERT = re.compile('[<>"]')
_LONGEST = 10_000


def words(document: Document, route: Route) -> Iterator[Problem]:
    """Take any text: what the plugin escapes before the theme sees it, or what only a program reads."""
    value = document.get(*route)
    if isinstance(value, bool) or not isinstance(value, str | int):
        yield _should_be(document, route, "text", "write one text, in quotes if it holds `: `")
    elif len(str(value)) > _LONGEST:
        yield document.at(*route).problem(f"this has more than {_LONGEST:,} characters", "shorten it")


def text(document: Document, route: Route) -> Iterator[Problem]:
    """Take text that the theme puts into its HTML as it is: it holds no sign of markup."""
    yield from words(document, route)
    value = document.get(*route)
    if isinstance(value, str):
        yield from _inert(document, route, value)


def flag(document: Document, route: Route) -> Iterator[Problem]:
    """Take true or false."""
    if not isinstance(document.get(*route), bool):
        yield _should_be(document, route, "true or false", "write true or false")


def flag_or_text(document: Document, route: Route) -> Iterator[Problem]:
    """Take true, false, or text."""
    if not isinstance(document.get(*route), bool):
        yield from text(document, route)


def only(*allowed: str | bool) -> Rule:
    """Take one of a few values."""

    def rule(document: Document, route: Route) -> Iterator[Problem]:
        value = document.get(*route)
        if not any(value is one or (isinstance(one, str) and value == one) for one in allowed):
            names = " or ".join(shown(one) for one in allowed)
            what = f"{_called(route)} can only be {names} here"
            yield document.at(*route).problem(what, f"write {names}, {TRUST}")

    return rule


def written(pattern: str, what: str) -> Rule:
    """Take text of a shape, which `what` says: *a name of an icon*."""
    shape = re.compile(pattern)

    def rule(document: Document, route: Route) -> Iterator[Problem]:
        value = document.get(*route)
        if isinstance(value, bool) or not isinstance(value, str | int) or not shape.fullmatch(str(value)):
            yield document.at(*route).problem(f"{_called(route)} should be {what}", f"correct it, {TRUST}")

    return rule


def path(document: Document, route: Route) -> Iterator[Problem]:
    """Take the path of a file in docs/: never one of another host, or outside."""
    value = document.get(*route)
    if not isinstance(value, str) or not value:
        yield _should_be(document, route, "the path of a file in docs/", "write it as it stands below docs/")
    elif _ELSEWHERE.match(value):
        what = f"{shown(value)} would have each page ask another host"
        yield document.at(*route).problem(what, f"put the file into docs/ and write its path there, {TRUST}")
    else:
        fault = name_fault(value)
        if fault:
            yield document.at(*route).problem(*fault)
        yield from _no_references(document, route, value)
        yield from _inert(document, route, value)


def address(document: Document, route: Route) -> Iterator[Problem]:
    """Take an address on the web, to be linked to."""
    if not _ADDRESS.match(str(document.get(*route))):
        yield _should_be(document, route, "an address", "write it whole: https://example.org/")


def target(document: Document, route: Route) -> Iterator[Problem]:
    """Take what a link may lead to: a page of the site, or an address on the web or of mail."""
    value = document.get(*route)
    if isinstance(value, str) and _ELSEWHERE.match(value):
        if not _ADDRESS.match(value) and not re.fullmatch(r"mailto:[^\s\"'<>\\]+", value):
            what = f"{shown(value)} is not an address that may be linked to"
            yield document.at(*route).problem(what, "write a path below docs/, or an address that begins https://")
    else:
        yield from text(document, route)
        yield from _no_references(document, route, str(value))


def listed(rule: Rule) -> Rule:
    """Take a list of values of one kind."""

    def each(document: Document, route: Route) -> Iterator[Problem]:
        value = document.get(*route)
        if not isinstance(value, list):
            yield _should_be(document, route, "a list", "write it as a list: [one, two]")
            return
        for index in range(len(value)):
            yield from rule(document, (*route, index))

    return each


def mapped(rule: Rule) -> Rule:
    """Take a mapping from any texts to values of one kind."""

    def each(document: Document, route: Route) -> Iterator[Problem]:
        value = document.get(*route)
        if not isinstance(value, dict):
            yield _should_be(document, route, "a mapping", "write lines of `name: value`")
            return
        for name in value:
            yield from _inert(document, (*route, name), name, name=True)
            yield from rule(document, (*route, name))

    return each


def named(known: Mapping[str, Rule], why: Mapping[str, str] | None = None) -> Rule:
    """Take a mapping of which each name is known; `why` says of some others what they would do."""

    def each(document: Document, route: Route) -> Iterator[Problem]:
        value = document.get(*route)
        if not isinstance(value, dict):
            yield _should_be(document, route, "a mapping", "write lines of `name: value`")
            return
        for name in value:
            if name in known:
                yield from known[name](document, (*route, name))
            else:
                yield _refused(document, (*route, name), name, known, why or {})

    return each


def either(kind: type, rule: Rule, other: Rule) -> Rule:
    """Go by one rule where the value is of a kind, else by another."""

    def chosen(document: Document, route: Route) -> Iterator[Problem]:
        yield from (rule if isinstance(document.get(*route), kind) else other)(document, route)

    return chosen


def programs(known: Mapping[str, Mapping[str, Rule]], why: Mapping[str, str]) -> Rule:
    """Take plugins or extensions: a list of names, each alone or with options, or a mapping of names to options."""

    def one(document: Document, route: Route, name: str, at: Route) -> Iterator[Problem]:
        if name not in known:
            yield _refused(document, at, name, known, {name: "is a program that would run", **why})
        elif route and document.get(*route) is not None:
            yield from named(known[name], why)(document, route)

    def each(document: Document, route: Route) -> Iterator[Problem]:
        value = document.get(*route)
        if isinstance(value, dict):
            for name in value:
                yield from one(document, (*route, name), name, (*route, name))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                here = (*route, index)
                if isinstance(item, str):
                    yield from one(document, (), item, here)
                elif isinstance(item, dict):
                    yield from each(document, here)
                else:
                    yield _should_be(document, here, "a name", "write a name, or `name: {option: value}`")
        else:
            yield _should_be(document, route, "a list", "write it as a list: [one, two]")

    return each


def nav(document: Document, route: Route) -> Iterator[Problem]:
    """Take a navigation: a list of links, or of titles with a link or with a list of the same kind."""
    value = document.get(*route)
    if isinstance(value, list):
        for index in range(len(value)):
            yield from nav(document, (*route, index))
    elif isinstance(value, dict):
        for title in value:
            yield from _inert(document, (*route, title), title, name=True)
            yield from nav(document, (*route, title))
    else:
        yield from target(document, route)


def _no_references(document: Document, route: Route, value: str) -> Iterator[Problem]:
    """Yield a problem where a browser could read another address than the one that was looked at here."""
    if "&" in value or not value.isprintable():
        what = f"{shown(value)} may lead elsewhere than it seems to"
        mend = "rename the file so that its name has neither `&` nor hidden characters, or write the address whole"
        yield document.at(*route).problem(what, mend)


def _inert(document: Document, route: Route, value: str, *, name: bool = False) -> Iterator[Problem]:
    found = _NOT_INERT.search(value)
    at = document.key(*route) if name else document.at(*route)
    if found:
        what = f"`{found.group()}` in {shown(value)} would be read as HTML"
        marks = {"<": "&lt;", ">": "&gt;", '"': "&quot;"}
        yield at.problem(what, f"write `{marks[found.group()]}` for it, or leave it out")


def _should_be(document: Document, route: Route, what: str, mend: str) -> Problem:
    value = document.get(*route)
    if value is None:
        return document.at(*route).problem(f"{_called(route)} has no value", "write it, or delete the line")
    return document.at(*route).problem(f"{_called(route)} should be {what}", mend)


def _called(route: Route) -> str:
    names = [part for part in route if isinstance(part, str)]
    return f"`{names[-1]}`" if names else "this file"


def _refused(
    document: Document, route: Route, name: str, known: Mapping[str, object], why: Mapping[str, str]
) -> Problem:
    """Return the problem of a `name` that is not known at the end of `route`; `why` may say what it would do."""
    above = [part for part in route[:-1] if isinstance(part, str)]
    reason = why.get(".".join([*above[:1], name])) or why.get(name)
    near = nearest(name, known)
    meant = f"write `{near}`, if that is what you mean; else " if near else ""
    where = f"below `{above[-1]}` " if above else ""
    what = reason or f"{where}is not among what is taken from a dossier"
    return document.key(*route).problem(f"{shown(name)} {what}", meant + TRUST)
