"""The engine: a document in, the bytes of a PDF out, and what the engine objects to said in our words.

PDF/UA-1 and PDF/A-2a are held by the engine itself: it refuses a glyph that no font has, a heading level that is
skipped, a missing title. A character without a glyph is printed by its number, as pages show hidden ones, and told: who
prints cannot edit a source, and a box would say nothing. The fonts are packages; no font of the machine is used, so the
bytes are the same everywhere.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import fontpkg_source_sans_3
import fontpkg_source_serif_4
import typst

from generator.dossier.files import strays
from generator.prints.documents import Document
from generator.prints.pages import Page
from generator.problems import BriefingError, DossierError, Problem, place

_MISSING_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_SAID_AT = re.compile(r"error: ([^\n]+)\n\s*┌─ ([^\n]+):(\d+):(\d+)\n")
_BEYOND_ASCII = re.compile(r"&#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}));|[^\x00-\x7f]")
_GLYPH_MEND = "bring a font that has it (docs/guide/printing.md); until then the print shows its number"
# Where the engine asks for packages: a port at which nothing listens.
_NO_WAY_OUT = {
    **dict.fromkeys(("ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy"), "http://127.0.0.1:9"),
    **dict.fromkeys(("NO_PROXY", "no_proxy"), ""),
}
_PACKAGE = re.compile(r"failed to download package|package not found|failed to load package")
# The most characters that are named one by one for a page.
_MOST_GLYPHS = 20
_TEMPLATE_MEND = "correct it, or delete templates/print/, and the templates that come with the program are used"
# Packages that are used where somebody installed them: Chinese, Japanese and Korean are too large to come along.
_OPTIONAL_FONTS = ("noto_cjk_sans_jp_regular",)


class TypesettingError(BriefingError):
    """A program that sets pages ended, or failed on something that is not in the pages."""


def templates(folder: Path | None = None) -> Path:
    """Return the folder of the print templates: the dossier's own, else the package's, else the checkout's.

    A dossier that brings its own brings all of them: the engine reads nothing outside of one folder, and `DossierError`
    is raised where a link in it would have it do so.
    """
    problems = list(strays(folder, "templates/print")) if folder else []
    if problems:
        raise DossierError(problems)
    package = Path(__file__).resolve().parent.parent
    places = [parent / "templates" / "print" for parent in (folder, package, package.parent) if parent is not None]
    return next((place for place in places if (place / "brief.typ").is_file()), places[-1])


@functools.cache
def fonts(more: Path | None = None) -> typst.Fonts:
    """Return the fonts that come as packages, then optional ones, those in the folder `more`, and the engine's own."""
    folders = [str(module.ROOT / "files") for module in (fontpkg_source_serif_4, fontpkg_source_sans_3)]
    found = [importlib.util.find_spec(name) for name in _OPTIONAL_FONTS]
    folders += [str(Path(spec.origin).parent) for spec in found if spec and spec.origin]
    if more is not None and more.is_dir():
        folders.append(str(more))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


def compiler(document: Document, template: str | None = None) -> typst.Compiler:
    """Return the engine with the template and the data of `document`, to compile or to ask about the layout."""
    root = document.options.templates or templates()
    return typst.Compiler(
        root / (template or document.template),
        root=root,
        # A dossier in another script brings its fonts along, for what the shipped ones lack.
        font_paths=fonts(root / "fonts"),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(document.data, ensure_ascii=False)},
        # Nor are packages read that somebody installed: what is printed is in the dossier.
        package_path=Path(os.devnull),
        package_cache_path=Path(os.devnull),
    )


@contextmanager
def offline() -> Iterator[None]:
    """Keep the engine from fetching packages, which it does as soon as a template names one: nobody is behind here."""
    before = {name: os.environ.get(name) for name in _NO_WAY_OUT}
    os.environ.update(_NO_WAY_OUT)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@dataclass(frozen=True)
class Typeset:
    """A PDF, the document as it was set, and notes on the characters in it that are printed by their numbers."""

    pdf: bytes
    document: Document
    notes: tuple[Problem, ...] = ()


def typeset(document: Document) -> Typeset:
    """Return the PDF of `document`, in which a character that no font has stands as its number: ``[U+6F22]``.

    Raises `DossierError` with what the engine says of templates and pages.
    """
    missing: set[str] = set()
    given = document
    while True:
        try:
            return Typeset(_compiled(given), given, tuple(_notes(missing, document)))
        except typst.TypstError as error:
            said = f"{error.message}\n{error.diagnostic}"
            more = {char for text in _MISSING_GLYPH.findall(said) for char in _unquoted(text)} - missing
            if not more:
                raise DossierError(_explained(said, error.message, document)) from None
            missing |= more
            numbers = {ord(char): f"[U+{ord(char):04X}]" for char in missing}
            given = replace(document, data=_by_number(document.data, numbers))


def _by_number(value: Any, numbers: Mapping[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(numbers)
    if isinstance(value, dict):
        return {key: _by_number(each, numbers) for key, each in value.items()}
    return [_by_number(each, numbers) for each in value] if isinstance(value, list) else value


def _compiled(document: Document) -> bytes:
    try:
        with offline():
            pdf, warnings = compiler(document).compile_with_warnings(format="pdf", pdf_standards=["a-2a", "ua-1"])
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a failing assertion of the engine arrives here
            raise
        raise DossierError([_of_document(document, f"the typesetter failed: {error}")]) from None
    if warnings:
        raise DossierError(
            _of_document(document, f"the typesetter warns: {' '.join(warning.message.split())}") for warning in warnings
        )
    assert isinstance(pdf, bytes)
    return pdf


def _explained(said: str, message: str, document: Document) -> list[Problem]:
    """Return what the engine `said` as problems: of an own template by its line, else of a page."""
    root = _own_templates(document)
    if root is not None:
        # The engine names files from the current folder, and counts columns from 0.
        lines = [(what, Path(name).resolve(), line, column) for what, name, line, column in _SAID_AT.findall(said)]
        told = [
            Problem(_shown(path, root), int(line), int(column) + 1, _failing(what), _TEMPLATE_MEND)
            for what, path, line, column in lines
            if path.is_relative_to(root)
        ]
        if told:
            return told
    return [_of_document(document, f"the typesetter says: {' '.join(message.split())}")]


def _failing(what: str) -> str:
    """Return `what` the engine says of a template, and of a package what is so here: none is fetched."""
    return f"this template fails: {'it asks for a package, and none is fetched' if _PACKAGE.search(what) else what}"


def _notes(missing: Collection[str], document: Document) -> list[Problem]:
    """Return notes on the characters that no font has, by page."""
    found = [problem for page in document.pages for problem in _unset(missing, page)]
    what = f"no font has {_names(sorted(missing))}, which a title or a name holds"
    return found if found or not missing else [Problem("docs/index.md", 1, 1, what, _GLYPH_MEND)]


def _own_templates(document: Document) -> Path | None:
    """Return the folder of the templates that the dossier brings, None where it prints with the shipped ones."""
    root = document.options.templates
    return None if root is None or root == templates() else root.resolve()


def _shown(path: Path, root: Path) -> str:
    return f"templates/print/{path.relative_to(root).as_posix()}"


def _of_document(document: Document, what: str) -> Problem:
    """Return `what` as a problem of the template that the dossier brings, or else of the page that is printed."""
    root = _own_templates(document)
    if root is not None:
        return Problem(_shown(root / document.template, root), 1, 1, f"{document.id}: {what}", _TEMPLATE_MEND)
    file = document.pages[0].file if len(document.pages) == 1 else "docs/briefs"
    return Problem(file, 1, 1, what, "shorten what is longest on the page; if that does not help, report this")


def _unquoted(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found.group(1), 16)), text)


def _name(char: str) -> str:
    return f"`{char}` (U+{ord(char):04X})"


def _names(chars: Sequence[str]) -> str:
    shown = ", ".join(_name(char) for char in chars[:_MOST_GLYPHS])
    more = len(chars) - _MOST_GLYPHS
    return f"{shown} and {more:,} other characters" if more > 0 else shown


def _unset(missing: Collection[str], page: Page) -> list[Problem]:
    """Return a problem for each of `missing` on `page`, where it stands first; of very many, the last names the rest.

    A character may stand in the Markdown itself or as an entity.
    """
    first: dict[str, int] = {}
    times: Counter[str] = Counter()
    for found in _BEYOND_ASCII.finditer(page.text):
        decimal, hexadecimal = found.groups()
        code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else ord(found.group())
        char = chr(code) if code <= sys.maxunicode else ""
        if char in missing:
            first.setdefault(char, found.start())
            times[char] += 1
    chars = list(first)
    problems = []
    for group in [*chars[:_MOST_GLYPHS], chars[_MOST_GLYPHS:]]:
        if group:
            more = sum(times[char] for char in group) - 1
            what = f"no font has {_names(list(group))}"
            what += f", here and in {more:,} other place{'s' if more > 1 else ''}" if more else ""
            problems.append(Problem(page.file, *place(page.text, first[group[0]]), what, _GLYPH_MEND))
    return problems
