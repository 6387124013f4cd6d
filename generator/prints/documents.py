"""What each file holds, as one JSON object for its template: texts are data there and never markup."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from generator.dossier.dates import day
from generator.dossier.load import RELEASABLE
from generator.kinds.kinds import kinds
from generator.messages.problems import DossierError, Problem
from generator.prints.inline import Run, plain, printable_text
from generator.prints.noting import cited, place_notes, with_few_notes
from generator.prints.pages import PrintPage, SourceEntry
from generator.prints.tables import divide

Paper = Literal["a4", "us-letter"]
Format = Literal["pdf", "docx"]

_SOURCE = re.compile(r"(?:.*/)?sources/([^/#]+)\.md(?:#.*)?\Z")
_BRIEF = re.compile(r"(?:(?:\.\./)?briefs/)?([^/#]+)\.md(?:#.*)?\Z")


@dataclass(frozen=True)
class PrintOptions:
    """What the command line decides. `marking` None takes that of the dossier; "" prints none.

    `releasable` leaves out what is marked internal. `reference` is a Word file that lends its styles to others;
    `templates` a folder of Typst files that take the place of the shipped ones.
    """

    paper: Paper = "a4"
    marking: str | None = None
    releasable: bool = False
    format: Format = "pdf"
    reference: Path | None = None
    templates: Path | None = None


@dataclass(frozen=True)
class Document:
    """One file to be: its name without what follows the dot, its template, its data, and the pages it is made of."""

    id: str
    template: str
    data: dict[str, Any]
    pages: tuple[PrintPage, ...]
    options: PrintOptions


def brief_document(
    page: PrintPage, sources: Mapping[str, SourceEntry], options: PrintOptions, version: str
) -> Document:
    """Return the print of one brief: its text, its notes, and the receipt of the sources that it cites."""
    used = _used_sources([page], sources)
    places = {f"source:{entry.id}" for entry in used}
    data = _common([page], used, options, version)
    data |= {"title": page.title, "description": "", "briefs": [_brief(page, used, places, options)]}
    return Document(_name(page.id, options), "brief.typ", data, (page,), options)


def dossier_document(
    pages: Sequence[PrintPage],
    sources: Mapping[str, SourceEntry],
    options: PrintOptions,
    version: str,
    title: str,
    description: str,
) -> Document:
    """Return the print of all briefs: cover, contents, briefs, annex of passages cited, annex of sources, receipt."""
    used = _used_sources(pages, sources)
    places = {f"source:{entry.id}" for entry in used} | {f"brief:{page.id}" for page in pages}
    data = _common(pages, used, options, version)
    briefs = [_brief(page, used, places, options) | {"bottom": _bottom_line(page)} for page in pages]
    data |= {
        "title": printable_text(title) or str(pages[0].brief.get("event") or "Dossier"),
        "description": printable_text(description),
        "briefs": briefs,
        "passages": _passages(pages, used, briefs),
    }
    return Document(_name("dossier", options), "dossier.typ", data, tuple(pages), options)


def _name(name: str, options: PrintOptions) -> str:
    # The version for others must never take the place of the one for the desk, or be taken for it.
    return f"{name}{RELEASABLE}" if options.releasable else name


def _common(
    pages: Sequence[PrintPage], used: Sequence[SourceEntry], options: PrintOptions, version: str
) -> dict[str, Any]:
    first = pages[0].brief
    newest = max(_iso(page) for page in pages)
    marking = first.get("marking") if options.marking is None else options.marking
    return {
        "paper": options.paper,
        "language": str(first.get("language") or "en"),
        "marking": printable_text(str(marking or "")),
        "originator": printable_text(str(first.get("originator") or "")),
        "as_of": _as_of(newest),
        "date": _calendar_day(newest),
        "releasable": options.releasable,
        "version": version,
        "sources": [_receipt(entry) for entry in used],
    }


def _brief(page: PrintPage, used: Sequence[SourceEntry], places: set[str], options: PrintOptions) -> dict[str, Any]:
    brief = page.brief
    # What is made for one occasion, a pack or an addendum, has all its notes: no annex holds them.
    blocks = with_few_notes(page.blocks) if page.annex else page.blocks
    notes = {label: page.notes[label] for label in cited(blocks) if label in page.notes}
    here = places | {f"at:{page.id}:{block['id']}" for block in page.blocks if block.get("id")}
    return {
        "id": page.id,
        "number": brief["number"],
        "title": printable_text(page.title),
        "question": printable_text(str(brief.get("question") or "")),
        "event": printable_text(str(brief.get("event") or "")),
        "as_of": _as_of(_iso(page)),
        "edition": brief.get("edition"),
        "sources": len([entry for entry in used if _cites(page, entry)]),
        "origins": None if options.releasable else brief.get("origins"),
        "passages": len(_all_notes(page)),
        "blocks": place_notes([part for block in _link(blocks, here) for part in divide(block)], notes),
        "notes": _link(notes, here),
    }


def _receipt(entry: SourceEntry) -> dict[str, Any]:
    given = printable_text(str(entry.url or ""))
    url = given if given.lower().startswith(("http://", "https://")) else ""
    return {
        "id": entry.id,
        "number": entry.number,
        "name": printable_text(str(entry.name)),
        "title": printable_text(str(entry.title or "")),
        "issued": day(entry.issued),
        "kind": printable_text(str(entry.kind or "")),
        "url": url,
        "shown": url,
        "sha256": str(entry.sha256)[:12],
    }


def _iso(page: PrintPage) -> str:
    """Return the date that `page` is as of, of any precision, "" where no source has one."""
    text = str(page.brief.get("as_of") or "")
    try:
        date(*_calendar_day(text))
    except ValueError:
        what, mend = f"as_of is `{text}`, which is no date", "write it as YYYY-MM-DD, YYYY-MM or YYYY"
        raise DossierError([Problem(page.file, 1, 1, what, mend)]) from None
    return text


def _as_of(iso: str) -> str:
    return f"As of {day(iso)}" if iso else ""


def _calendar_day(iso: str) -> tuple[int, int, int]:
    """Return a whole day, which a file must have: the first that `iso` allows."""
    given = [int(part) for part in iso.split("-")] if iso else [1970]
    year, month, number = (*given, 1, 1)[:3]
    return year, month, number


def _used_sources(pages: Sequence[PrintPage], sources: Mapping[str, SourceEntry]) -> list[SourceEntry]:
    """Return the sources that notes of `pages` lead to, by number; all must have a page of their own."""
    wanted = {source: page for page in pages for runs in _all_notes(page).values() for source in _source_ids(runs)}
    missing = sorted(set(wanted) - set(sources))
    if missing:
        mend = "run `briefs generate`; the page of a source names it under `source:` in its front matter"
        raise DossierError(
            Problem(wanted[name].file, 1, 1, f"cites the source {name}, which has no page", mend) for name in missing
        )
    return sorted((sources[name] for name in wanted), key=lambda entry: (entry.number, entry.id))


def _bottom_line(page: PrintPage) -> list[list[Run]]:
    """Return the lines of the bottom line of a brief, without their citations, which stand in the brief itself."""
    first = next(kind.name for kind in kinds().values() if kind.default and kind.line)
    at = next((n for n, block in enumerate(page.blocks) if block.get("id") == first), len(page.blocks))
    found = next((block for block in page.blocks[at:] if block["k"] == "list"), None)
    lines = [[run for block in item for run in block.get("runs", ())] for item in found["items"]] if found else []
    return [[run for run in _link(line, set()) if "cite" not in run] for line in lines]


def _all_notes(page: PrintPage) -> Mapping[str, Sequence[Run]]:
    return page.annex or page.notes


def _cites(page: PrintPage, entry: SourceEntry) -> bool:
    return any(entry.id in _source_ids(runs) for runs in _all_notes(page).values())


def _source_ids(runs: Sequence[Run]) -> list[str]:
    found = [_SOURCE.match(run["to"]) for run in runs if run.get("k") == "ref"]
    return [match.group(1) for match in found if match]


def _link(value: Any, places: set[str]) -> Any:
    """Return `value` with each link to a page turned into a link inside the PDF, or into its words alone."""
    if isinstance(value, dict):
        inner = {key: _link(item, places) for key, item in value.items() if key != "to"}
        return inner | {"to": _target(value["to"], places)} if value.get("k") == "ref" else inner
    if isinstance(value, list):
        return [_link(item, places) for item in value]
    return value


def _target(address: str, places: set[str]) -> str | None:
    if address.startswith("#"):
        return next(
            (place for place in sorted(places) if place.startswith("at:") and place.endswith(f":{address[1:]}")), None
        )
    for kind, pattern in (("source", _SOURCE), ("brief", _BRIEF)):
        found = pattern.match(address)
        if found and f"{kind}:{found.group(1)}" in places:
            return f"{kind}:{found.group(1)}"
    return None


def _passages(
    pages: Sequence[PrintPage], used: Sequence[SourceEntry], briefs: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the annex: by source, each passage that has no note in a brief, once, with the briefs that cite it."""
    printed = {label for brief in briefs for label in brief["notes"]}
    groups: dict[str, dict[tuple[str, str], dict[str, Any]]] = {entry.id: {} for entry in used}
    names = {entry.id: entry for entry in used}
    for page in pages:
        for label, runs in _all_notes(page).items():
            for source in _source_ids(runs)[:1] if label not in printed else ():
                text = plain(runs).replace(f", {names[source].name}, ", ", ")  # it stands above them all
                entry = groups[source].setdefault((label, text), {"label": label, "text": text, "briefs": []})
                entry["briefs"].append(page.brief["number"])
    return [
        {"source": _receipt(names[source]), "passages": [group[key] for key in sorted(group, key=_by_label)]}
        for source, group in groups.items()
        if group
    ]


def _by_label(key: tuple[str, str]) -> tuple[list[tuple[int, str]], str]:
    label, text = key
    return [(int(part) if part.isdecimal() else 0, part) for part in label.split(".")], text


def as_dossier_part(page: PrintPage) -> PrintPage:
    """Return `page` without a page budget, which is about the brief alone."""
    return replace(page, brief={**page.brief, "pages": None})
