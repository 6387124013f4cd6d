"""Characters that no font has, and a print with their numbers in the place of them.

What a reader takes for one character (a letter with its marks, a key, a flag, a family: a grapheme cluster of UAX 29)
is replaced as a whole, where it stands in a text, and nowhere else. The engine names the code points that it could not
set, among them those of a cluster of which one alone is missing: `x` for an x in a circle. So which clusters are meant
is asked of it by setting each on a line of its own (`not_shown`).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import regex

from generator.messages.problems import Problem, place
from generator.prints.documents import Document
from generator.prints.inline import printable_text
from generator.prints.pages import PrintPage

# What a document holds under these keys is read; all else names things: labels, addresses, paper, kinds of runs.
_TEXTS = frozenset("t shown text title description question event originator marking name kind".split())
# White space is a character of its own, though a mark may stand on it.
_CLUSTER = regex.compile(r"\s|\X")
_MARK = regex.compile(r"\p{M}")
_ENTITY_OR_CHAR = re.compile(r"&#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}));|.", re.DOTALL)
_GLYPH_MEND = "bring a font that has it (docs/guide/printing.md); until then the print shows its number"
# The most characters that are named one by one for a page.
_MOST_GLYPHS = 20
_LINE_OF = re.compile(r"could not be displayed[^\n]*\n\s*┌─ [^\n]+?:([0-9]+):[0-9]+\n")


def clusters(data: Any) -> dict[str, None]:
    """Return the clusters beyond ASCII in the texts of `data`, each once, in order; every font has ASCII."""
    found = (match.group() for text in _texts(data) if not text.isascii() for match in _CLUSTER.finditer(text))
    return dict.fromkeys(cluster for cluster in found if not cluster.isascii())


def marked(data: Any) -> dict[str, None]:
    """Return those of the `clusters` of `data` that have a mark: of these the engine may lose the letter unsaid."""
    texts = [{"t": text} for text in _texts(data) if not text.isascii() and _MARK.search(text)]
    return {cluster: None for cluster in clusters(texts) if len(cluster) > 1 and _MARK.search(cluster)}


def probe(asked: Sequence[str]) -> str:
    """Return a page in which each of `asked` stands on a line of its own, the first on the first line."""
    title = '#set document(title: "x"); #set text(font: ("Source Serif 4", "Libertinus Serif")); '
    literals = ("".join(f"\\u{{{ord(char):x}}}" for char in one) for one in asked)
    return title + "\n".join(f'#par(text("{literal}"))' for literal in literals)


def base(cluster: str) -> str:
    """Return what the marks of `cluster` stand on; a letter that exists with its mark is one character."""
    return unicodedata.normalize("NFC", cluster)[0]


def said_of(diagnostic: str, asked: Sequence[str]) -> set[str]:
    """Return which of `asked` the engine could not set, by what it said of their `probe`."""
    return {asked[int(line) - 1] for line in _LINE_OF.findall(diagnostic)}


def by_number(value: Any, unshown: Collection[str]) -> Any:
    """Return `value` with each of the clusters `unshown` as its number wherever it stands in a text."""
    if isinstance(value, dict):
        return {
            key: _numbered(each, unshown) if key in _TEXTS and isinstance(each, str) else by_number(each, unshown)
            for key, each in value.items()
        }
    return [by_number(each, unshown) for each in value] if isinstance(value, list) else value


def notes(unshown: Collection[str], document: Document) -> list[Problem]:
    """Return notes on the clusters `unshown`, by page."""
    found = [problem for page in document.pages for problem in _unset(unshown, page)]
    what = f"no font has {_names(sorted(unshown))}, which a title or a name holds"
    return found if found or not unshown else [Problem("docs/index.md", 1, 1, what, _GLYPH_MEND)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, str):
                if key in _TEXTS:
                    yield each
            else:
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _numbered(text: str, unshown: Collection[str]) -> str:
    if text.isascii():
        return text
    return "".join(f"[{_number(one)}]" if one in unshown else one for one in _CLUSTER.findall(text))


def _number(cluster: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in cluster)


def _names(found: Sequence[str]) -> str:
    shown = ", ".join(f"`{one}` ({_number(one)})" for one in found[:_MOST_GLYPHS])
    more = len(found) - _MOST_GLYPHS
    return f"{shown} and {more:,} other characters" if more > 0 else shown


def _unset(unshown: Collection[str], page: PrintPage) -> list[Problem]:
    """Return a problem for each of `unshown` on `page`, where it stands first; of very many, the last names the rest.

    A character may stand in the Markdown itself or as an entity.
    """
    text, origin = _as_read(page.text)
    first: dict[str, int] = {}
    times: Counter[str] = Counter()
    for match in _CLUSTER.finditer(text):
        if match.group() in unshown:
            first.setdefault(match.group(), origin[match.start()])
            times[match.group()] += 1
    found = list(first)
    problems = []
    for group in [*([one] for one in found[:_MOST_GLYPHS]), found[_MOST_GLYPHS:]]:
        if group:
            more = sum(times[one] for one in group) - 1
            what = f"no font has {_names(group)}"
            what += f", here and in {more:,} other place{'s' if more > 1 else ''}" if more else ""
            problems.append(Problem(page.file, *place(page.text, first[group[0]]), what, _GLYPH_MEND))
    return problems


def _as_read(markdown: str) -> tuple[str, list[int]]:
    """Return `markdown` with entities as their characters, as print takes it, and where each character stood."""
    chars: list[str] = []
    origin: list[int] = []
    for match in _ENTITY_OR_CHAR.finditer(markdown):
        decimal, hexadecimal = match.groups()
        code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else ord(match.group())
        char = printable_text(chr(code)) if code <= sys.maxunicode else ""
        chars += char
        origin += [match.start()] * len(char)
    return "".join(chars), origin
