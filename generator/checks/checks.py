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

from generator.checks import quoting
from generator.checks.desk import Desk, at, note_lines, problem, proved, target, words_of
from generator.checks.quoting import QUOTED, cited_sections
from generator.checks.reading import Written, read_page
from generator.messages.problems import Problem
from generator.quotations import own_names

_DIGEST = re.compile(r"^  sha256: '?([0-9a-f]{64})'?$", re.MULTILINE)
# White space, and format characters that belong to the writing of some languages.
_KEPT = "\n\r\t\x0b\x0c\x85\x1c\x1d\x1e\x1f\u00ad\u200b\u200c\u200d\u2060\ufeff"


@dataclass(frozen=True)
class Report:
    """What was checked, and what is wrong (nothing, if all is well)."""

    pages: int
    quotations: int
    links: int
    problems: tuple[Problem, ...]


def check(folder: Path) -> Report:
    """Read docs/ and seeds/ of the dossier in `folder` and hold the one against the other."""
    docs = folder / "docs"
    pages = {page.path: page for page in (read_page(docs, path) for path in sorted(docs.rglob("*.md")))}
    files = frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    texts, problems = _texts(folder)
    desk = Desk(pages, texts, own_names(folder), files, (docs / "print").is_dir())
    for page in pages.values():
        for name, rule in RULES.items():
            if page.path.startswith(name):
                problems += rule(desk, page)
    quotations = sum(len(QUOTED.findall(line.text)) for page in pages.values() for line in page.lines)
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
            problems.append(problem(name, 1, "this source has no page", "run `briefs build`"))
        elif shown.group(1) != hashlib.sha256(data).hexdigest():
            what = f"{entry['file']} has changed since this page was made"
            problems.append(problem(name, 1, what, "put the text back as it was received, or run `briefs build`"))
    return texts, problems


def _folded(text: str) -> str:
    """Fold white space, and show hidden characters by their number as pages do; nothing else."""
    shown = (c if unicodedata.category(c)[0] != "C" or c in _KEPT else f"[U+{ord(c):04X}]" for c in text)
    return " ".join("".join(shown).split())


def _verbatim(desk: Desk, page: Written) -> Iterator[Problem]:
    """Every passage that a source page shows stands in the source, in the same order."""
    source = Path(page.path).stem
    text = desk.texts.get(source)
    if text is None:
        return
    reached = 0
    for anchor, shown in page.passages.items():
        found = text.find(" ".join(shown.split()), reached)
        if found < 0:
            what = f"passage {anchor} “{shown[:60]}” does not stand in the source at this place"
            yield problem(f"docs/{page.path}", 1, what, "run `briefs build`; a generated page is not edited by hand")
        else:
            reached = found + len(" ".join(shown.split()))


def _notes(desk: Desk, page: Written) -> Iterator[Problem]:
    """Every note quotes its passage whole and verbatim; every citation has a note, and every note a citation."""
    for line in note_lines(page):
        words, led = words_of(line), target(line)
        if words is None or led is None:
            mend = "run `briefs build`; a templates/note.md of your own quotes the passage and links to it first"
            yield at(page, line, f"note {line.label} has no quotation or no source", mend)
        elif not proved(desk, words, led.group(1), led.group(2)):
            yield at(page, line, f"note {line.label} does not quote its passage word for word", "run `briefs build`")
    for label in page.noted.keys() - page.cited.keys():
        yield problem(f"docs/{page.path}", page.noted[label], f"note {label} is cited nowhere", "run `briefs build`")
    for label in page.cited.keys() - page.noted.keys():
        yield problem(f"docs/{page.path}", page.cited[label], f"citation {label} has no note", "run `briefs build`")


def _cited(desk: Desk, page: Written) -> Iterator[Problem]:
    """Every key point, quoted table cell and quoted statement of a brief has a citation."""
    by_line = cited_sections()
    for line in page.lines:
        item = line.kind == "li" and line.section in by_line
        shown = line.kind in ("td", "blockquote") and quoting.quotes(desk, line)
        if (item or shown) and not line.citations:
            yield at(page, line, "this line has no citation", "cite the words that carry it, or take it out")


def _links(desk: Desk, page: Written) -> Iterator[Problem]:
    """Every link to a page of ours leads to a file that exists, and to an anchor that it has."""
    for line in page.lines:
        for href in line.links:
            if re.match(r"[a-z][a-z0-9+.-]*:", href, re.IGNORECASE):
                continue
            path, _, anchor = unquote(href).partition("#")
            to = normpath(join(dirname(page.path), path)) if path else page.path
            if to.startswith("print/") and not desk.printed:
                continue  # PDFs are made with the site; pages alone can be checked without
            if to not in desk.files:
                yield at(page, line, f"the link to {href} leads nowhere", "run `briefs build`, or mend the link")
            elif anchor and to in desk.pages and anchor not in desk.pages[to].anchors:
                yield at(page, line, f"{to} has no anchor {anchor}", "run `briefs build`, or mend the link")


def _all(*rules: Callable[[Desk, Written], Iterator[Problem]]) -> Callable[[Desk, Written], Iterator[Problem]]:
    def every(desk: Desk, page: Written) -> Iterator[Problem]:
        for rule in rules:
            yield from rule(desk, page)

    return every


# Which rules hold for the pages whose path begins so.
RULES: Mapping[str, Callable[[Desk, Written], Iterator[Problem]]] = {
    "briefs/": _all(_notes, quoting.quotations, quoting.editors_words, _cited),
    "topics/": _all(_notes, quoting.quotations),
    "compare/": _all(_notes, quoting.quotations, _cited),
    "entities/": _all(_notes, quoting.quotations),
    "sources/": _verbatim,
    "index.md": quoting.published_words,
    "changes.md": quoting.published_words,
    "": _links,
}
