"""The engine: a document in, the bytes of a PDF out, and what the engine objects to said in our words.

PDF/UA-1 and PDF/A-2a are held by the engine itself: it refuses a glyph that no font has, a heading level that is
skipped, a missing title. The fonts are packages; no font of the machine is used, so the bytes are the same everywhere.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import re
from pathlib import Path

import fontpkg_source_sans_3
import fontpkg_source_serif_4
import typst

from generator.prints.documents import Document
from generator.prints.pages import Page
from generator.problems import BriefingError, DossierError, Problem, place

_MISSING_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_GLYPH_MEND = "write the word in other letters, or bring a font that has it (docs/guide/printing.md)"
# Packages that are used where somebody installed them: Chinese, Japanese and Korean are too large to come along.
_OPTIONAL_FONTS = ("noto_cjk_sans_jp_regular",)


class TypesettingError(BriefingError):
    """The engine failed on something that is not in the pages: a fault of a template or of the program."""


def templates(folder: Path | None = None) -> Path:
    """Return the folder of the print templates: the dossier's own, else the package's, else the checkout's.

    A dossier that brings its own brings all of them: the engine reads nothing outside of one folder.
    """
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
    )


def typeset(document: Document) -> bytes:
    """Return the PDF of `document`.

    Raises `DossierError` naming every character that no font has and its places, `TypesettingError` for the rest.
    """
    try:
        pdf, warnings = compiler(document).compile_with_warnings(format="pdf", pdf_standards=["a-2a", "ua-1"])
    except typst.TypstError as error:
        raise _explained(error, document) from None
    if warnings or not isinstance(pdf, bytes):
        said = "; ".join(warning.message for warning in warnings)
        raise TypesettingError(f"{document.id}: the typesetter warns: {said}")
    return pdf


def _explained(error: typst.TypstError, document: Document) -> BriefingError:
    said = f"{error.message}\n{error.diagnostic}"
    missing = sorted({char for text in _MISSING_GLYPH.findall(said) for char in _unquoted(text)})
    problems = [problem for char in missing for page in document.pages for problem in _places(char, page)]
    if problems:
        return DossierError(problems)
    if missing:
        shown = ", ".join(_name(char) for char in missing)
        problem = Problem(document.id, 1, 1, f"no font has {shown}, which a title or a name holds", _GLYPH_MEND)
        return DossierError([problem])
    return TypesettingError(f"{document.id}: the typesetter says: {error.message}\n{error.diagnostic}")


def _unquoted(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found.group(1), 16)), text)


def _name(char: str) -> str:
    return f"`{char}` (U+{ord(char):04X})"


def _places(char: str, page: Page) -> list[Problem]:
    """Return a problem for each place in the Markdown of `page` where `char` stands, itself or as an entity."""
    written = re.compile(f"{re.escape(char)}|&#0*{ord(char)};|&#[xX]0*(?i:{ord(char):x});")
    what = f"no font has {_name(char)}"
    return [
        Problem(page.file, *place(page.text, found.start()), what, _GLYPH_MEND) for found in written.finditer(page.text)
    ]
