"""The proof: every quotation stands verbatim at its place, every link resolves, every line of a brief is cited."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import yaml

from generator.checks.reading import Line, Written, read_page
from generator.kinds.kinds import kinds
from generator.messages.problems import Problem

_QUOTED = re.compile(r"“((?:[^“”]|“[^“”]*”)*)”((?:\[\^[\w.]+\])*)")
_NOTE = re.compile(r"^“(.*)” — ", re.DOTALL)
_DIGEST = re.compile(r"^  sha256: '?([0-9a-f]{64})'?$", re.MULTILINE)
# White space, and format characters that belong to the writing of some languages.
_KEPT = "\n\r\t\x0b\x0c\x85\x1c\x1d\x1e\x1f\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SOURCE_LINK = re.compile(r"sources/([\w.-]+)\.md(?:#(s\d+))?$")


@dataclass(frozen=True)
class Report:
    """What was checked, and what is wrong (nothing, if all is well)."""

    pages: int
    quotations: int
    links: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Desk:
    """What checks look things up in: the pages by path, and each source's text by id, white space folded."""

    pages: Mapping[str, Written]
    texts: Mapping[str, str]
    files: frozenset[str]
    printed: bool


def check(folder: Path) -> Report:
    """Read docs/ and seeds/ of the dossier in `folder` and hold the one against the other."""
    docs = folder / "docs"
    pages = {page.path: page for page in (read_page(docs, path) for path in sorted(docs.rglob("*.md")))}
    files = frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    texts, problems = _texts(folder)
    desk = _Desk(pages, texts, files, (docs / "print").is_dir())
    for page in pages.values():
        for name, rule in RULES.items():
            if page.path.startswith(name):
                problems += rule(desk, page)
    quotations = sum(len(_QUOTED.findall(line.text)) for page in pages.values() for line in page.lines)
    links = sum(len(line.links) for page in pages.values() for line in page.lines)
    return Report(len(pages), quotations, links, tuple(sorted(set(problems))))


def _texts(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return each source's text, read again from its file, and the problems met."""
    listed = yaml.safe_load((folder / "seeds" / "sources.yml").read_text(encoding="utf-8")) or {}
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for source, entry in listed.items():
        data = (folder / "seeds" / str(entry["file"])).read_bytes()
        texts[source] = _folded(data.decode("utf-8"))
        page = folder / "docs" / "sources" / f"{source}.md"
        shown = _DIGEST.search(page.read_text(encoding="utf-8")) if page.is_file() else None
        name = f"docs/sources/{source}.md"
        if shown is None:
            problems.append(_problem(name, 1, "this source has no page", "run `briefs build`"))
        elif shown.group(1) != hashlib.sha256(data).hexdigest():
            what = f"{entry['file']} has changed since this page was made"
            problems.append(_problem(name, 1, what, "put the text back as it was received, or run `briefs build`"))
    return texts, problems


def _folded(text: str) -> str:
    """Fold white space, and show hidden characters by their number as pages do; nothing else."""
    shown = (c if unicodedata.category(c)[0] != "C" or c in _KEPT else f"[U+{ord(c):04X}]" for c in text)
    return " ".join("".join(shown).split())


def _problem(file: str, line: int, what: str, mend: str) -> Problem:
    return Problem(file, line, 1, what, mend)


def _verbatim(desk: _Desk, page: Written) -> Iterator[Problem]:
    """Every passage that a source page shows stands in the source, in the same order."""
    source = Path(page.path).stem
    text = desk.texts.get(source)
    if text is None:
        return
    at = 0
    for anchor, shown in page.passages.items():
        found = text.find(" ".join(shown.split()), at)
        if found < 0:
            what = f"passage {anchor} “{shown[:60]}” does not stand in the source at this place"
            yield _problem(f"docs/{page.path}", 1, what, "run `briefs build`; a generated page is not edited by hand")
        else:
            at = found + len(" ".join(shown.split()))


def _notes(desk: _Desk, page: Written) -> Iterator[Problem]:
    """Every note quotes its passage whole and verbatim; every citation has a note, and every note a citation."""
    notes = {line.label: line for line in page.lines if line.kind == "note"}
    for label, line in notes.items():
        quoted, target = _NOTE.match(line.text), next((m for m in map(_SOURCE_LINK.search, line.links) if m), None)
        if quoted is None or target is None:
            yield _at(page, line, f"note {label} has no quotation or no source", "run `briefs build`")
        elif not _proved(desk, " ".join(quoted.group(1).split()), target.group(1), target.group(2)):
            yield _at(page, line, f"note {label} does not quote its passage word for word", "run `briefs build`")
    for label in page.noted.keys() - page.cited.keys():
        yield _problem(f"docs/{page.path}", page.noted[label], f"note {label} is cited nowhere", "run `briefs build`")
    for label in page.cited.keys() - page.noted.keys():
        yield _problem(f"docs/{page.path}", page.cited[label], f"citation {label} has no note", "run `briefs build`")


def _proved(desk: _Desk, quoted: str, source: str, anchor: str | None) -> bool:
    """Tell whether a note quotes its passage whole, or, of a source that shows no text, words that stand in it."""
    page = desk.pages.get(f"sources/{source}.md")
    if page is None:
        return False
    if anchor is None:
        return not page.passages and bool(quoted) and quoted in desk.texts.get(source, "")
    shown = page.passages.get(anchor)
    return shown is not None and quoted == " ".join(shown.split())


def _quotations(desk: _Desk, page: Written) -> Iterator[Problem]:
    """Every quotation with a citation stands in the passage that the first citation after it names."""
    notes = {line.label: line for line in page.lines if line.kind == "note"}
    for line in page.lines:
        if line.kind == "note":
            continue
        for quoted, citations in _QUOTED.findall(line.text):
            label = citations[2:].split("]")[0]
            if label not in notes:
                continue
            whole = _NOTE.match(notes[label].text)
            words = " ".join(quoted.removeprefix("… ").removesuffix(" …").split())
            if whole is None or words not in " ".join(whole.group(1).split()):
                yield _at(page, line, f"“{words[:60]}” does not stand in passage {label}", "run `briefs build`")


def _cited(desk: _Desk, page: Written) -> Iterator[Problem]:
    """Every key point, quoted table cell and quoted statement of a brief has a citation."""
    by_line = {kind.name for kind in kinds().values() if kind.cites == "every line"}
    for line in page.lines:
        item = line.kind == "li" and line.section in by_line
        quoting = line.kind in ("td", "blockquote") and "“" in line.text
        if (item or quoting) and not line.citations:
            yield _at(page, line, "this line has no citation", "cite the words that carry it, or take it out")


def _links(desk: _Desk, page: Written) -> Iterator[Problem]:
    """Every link to a page of ours leads to a file that exists, and to an anchor that it has."""
    for line in page.lines:
        for href in line.links:
            if re.match(r"[a-z][a-z0-9+.-]*:", href, re.IGNORECASE):
                continue
            path, _, anchor = unquote(href).partition("#")
            target = normpath(join(dirname(page.path), path)) if path else page.path
            if target.startswith("print/") and not desk.printed:
                continue  # PDFs are made with the site; pages alone can be checked without
            if target not in desk.files:
                yield _at(page, line, f"the link to {href} leads nowhere", "run `briefs build`, or mend the link")
            elif anchor and target in desk.pages and anchor not in desk.pages[target].anchors:
                yield _at(page, line, f"{target} has no anchor {anchor}", "run `briefs build`, or mend the link")


def _at(page: Written, line: Line, what: str, mend: str) -> Problem:
    return _problem(f"docs/{page.path}", line.line, what, mend)


def _all(*rules: Callable[[_Desk, Written], Iterator[Problem]]) -> Callable[[_Desk, Written], Iterator[Problem]]:
    def every(desk: _Desk, page: Written) -> Iterator[Problem]:
        for rule in rules:
            yield from rule(desk, page)

    return every


# Which rules hold for the pages whose path begins so.
RULES: Mapping[str, Callable[[_Desk, Written], Iterator[Problem]]] = {
    "briefs/": _all(_notes, _quotations, _cited),
    "topics/": _all(_notes, _quotations),
    "compare/": _all(_notes, _quotations, _cited),
    "entities/": _all(_notes, _quotations),
    "sources/": _verbatim,
    "": _links,
}
