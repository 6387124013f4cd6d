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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import fontpkg_source_sans_3
import fontpkg_source_serif_4
import typst

from generator.dossier.files import strays
from generator.messages.problems import BriefingError, DossierError, Problem
from generator.prints.documents import Document
from generator.prints.glyphs import base, by_number, clusters, marked, notes, probe, said_of
from generator.prints.noting import place_notes

_MISSING_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_SAID_AT = re.compile(r"error: ([^\n]+)\n\s*┌─ ([^\n]+):(\d+):(\d+)\n")
_PANIC = "PanicException"  # how a failing assertion of the engine arrives here
# Where the engine asks for packages: a port at which nothing listens.
_NO_WAY_OUT = {
    **dict.fromkeys(("ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy"), "http://127.0.0.1:9"),
    **dict.fromkeys(("NO_PROXY", "no_proxy"), ""),
}
_PACKAGE = re.compile(r"failed to download package|package not found|failed to load package")
_TEMPLATE_MEND = "correct it, or delete templates/print/, and the templates that come with the program are used"
_LAYOUT_MEND = "shorten what is longest on the page; if that does not help, report this"
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


class NotSetError(DossierError):
    """The engine cannot set a print with the shipped templates: this costs that print, and no other."""


@dataclass(frozen=True)
class Typeset:
    """A PDF, the document as it was set, and notes on the characters in it that are printed by their numbers."""

    pdf: bytes
    document: Document
    notes: tuple[Problem, ...] = ()


def typeset(document: Document) -> Typeset:
    """Return the PDF of `document`, in which a character that no font has stands as its number: ``[U+6F22]``.

    If notes at the foot of pages come to no rest, all stand below what cites them, and this is told. Raises
    `DossierError` with what the engine says of a template that the dossier brings, `NotSetError` with what else.
    """
    try:
        return _typeset(document)
    except DossierError as error:
        briefs = [
            {**brief, "blocks": place_notes(brief["blocks"], brief["notes"], at_foot=0)}
            for brief in document.data["briefs"]
        ]
        try:
            made = _typeset(replace(document, data={**document.data, "briefs": briefs}))
        except DossierError:
            raise error from None
        told = _of_document(document, "its notes stand below what cites them: at the foot of pages they find no room")
        return replace(made, notes=(*made.notes, replace(told, mend=_LAYOUT_MEND)))


def _typeset(document: Document) -> Typeset:
    unshown = not_shown(list(marked(document.data)), document)
    while True:
        given = replace(document, data=by_number(document.data, unshown)) if unshown else document
        try:
            return Typeset(_compile(given), given, tuple(notes(unshown, document)))
        except typst.TypstError as error:
            said = f"{error.message}\n{error.diagnostic}"
            named = {char for text in _MISSING_GLYPH.findall(said) for char in _unquote(text)}
            left = [
                cluster
                for cluster in clusters(document.data)
                if cluster not in unshown and not named.isdisjoint(cluster)
            ]
            # What is shown by itself is not shown beside others: at the edge of a run, a mark falls to what precedes.
            more = not_shown(left, document) or {one for one in left if base(one) in named}
            if not more:
                raise _failure(document, _explain(said, error.message, document)) from None
            unshown |= more


def not_shown(asked: Sequence[str], document: Document) -> set[str]:
    """Return which of the clusters `asked` the fonts of `document` cannot show, or only without what marks stand on."""
    if not asked:
        return set()
    lines = list(dict.fromkeys([*asked, *map(base, asked)]))
    try:
        root = document.options.templates or templates()
        engine = typst.Compiler(
            probe(lines).encode(), root=root, font_paths=fonts(root / "fonts"), ignore_system_fonts=True
        )
        engine.compile(format="pdf", pdf_standards=["a-2a", "ua-1"])
    except BaseException as error:
        if not isinstance(error, typst.TypstError) and type(error).__name__ != _PANIC:
            raise
        missing = said_of(getattr(error, "diagnostic", None) or "", lines)
        return {one for one in asked if one in missing or base(one) in missing}
    return set()


def _compile(document: Document) -> bytes:
    try:
        with offline():
            pdf, warnings = compiler(document).compile_with_warnings(format="pdf", pdf_standards=["a-2a", "ua-1"])
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise _failure(document, [_of_document(document, f"the typesetter failed: {error}")]) from None
    if warnings:
        said = [f"the typesetter warns: {' '.join(warning.message.split())}" for warning in warnings]
        raise _failure(document, [_of_document(document, one) for one in said])
    assert isinstance(pdf, bytes)
    return pdf


def _failure(document: Document, problems: Sequence[Problem]) -> DossierError:
    return NotSetError(problems) if _own_templates(document) is None else DossierError(problems)


def _explain(said: str, message: str, document: Document) -> list[Problem]:
    """Return what the engine `said` as problems: of an own template by its line, else of a page."""
    root = _own_templates(document)
    if root is not None:
        # The engine names files from the current folder, and counts columns from 0.
        lines = [(what, Path(name).resolve(), line, column) for what, name, line, column in _SAID_AT.findall(said)]
        told = [
            Problem(_shown_path(path, root), int(line), int(column) + 1, _failing(what), _TEMPLATE_MEND)
            for what, path, line, column in lines
            if path.is_relative_to(root)
        ]
        if told:
            return told
    return [_of_document(document, f"the typesetter says: {' '.join(message.split())}")]


def _failing(what: str) -> str:
    """Return `what` the engine says of a template, and of a package what is so here: none is fetched."""
    return f"this template fails: {'it asks for a package, and none is fetched' if _PACKAGE.search(what) else what}"


def _own_templates(document: Document) -> Path | None:
    """Return the folder of the templates that the dossier brings, None where it prints with the shipped ones."""
    root = document.options.templates
    return None if root is None or root == templates() else root.resolve()


def _shown_path(path: Path, root: Path) -> str:
    return f"templates/print/{path.relative_to(root).as_posix()}"


def _of_document(document: Document, what: str) -> Problem:
    """Return `what` as a problem of the template that the dossier brings, or else of the page that is printed."""
    root = _own_templates(document)
    if root is not None:
        return Problem(_shown_path(root / document.template, root), 1, 1, f"{document.id}: {what}", _TEMPLATE_MEND)
    file = document.pages[0].file if len(document.pages) == 1 else "docs/briefs"
    return Problem(file, 1, 1, what, _LAYOUT_MEND)


def _unquote(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found.group(1), 16)), text)
