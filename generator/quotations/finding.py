"""Finding a quotation in the texts as received, character by character.

Folded are: runs of white space (one space); a printed line's end (a space, nothing, or a hyphen of the printer's);
joined letters such as U+FB01, which some fonts print (their letters); characters that are not seen, such as soft
hyphens (nothing), and those that pages, or prints for want of a font, show by number. Everything else must be the same:
letters, case, accents, signs, kinds of quotation mark. An ellipsis (…) at an end or inside stands for words left out;
the parts must follow each other in one source.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex

from generator.dossier.documents import read_document
from generator.dossier.files import Place, read_bytes
from generator.quotations.pdf import LINE_BREAK
from generator.readers.encoding import decode

ELLIPSIS = "…"
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
# Soft hyphen, zero-width space and joiners, word joiner, byte order mark.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NUMBER = re.compile(r"\[(U\+[0-9A-F]{4,6}(?: U\+[0-9A-F]{4,6})*)\]")
_NUMBER_IN_LINES = re.compile(rf"\[U\+[0-9A-F]{{4,6}}(?:[ {LINE_BREAK}]+U\+[0-9A-F]{{4,6}})+\]")
# Marks beyond those that one letter can carry are set on circles. A letter whose marks are set one by one may be told
# with each of them: of the same letter with the same marks, in a row, one counts.
_SET_APART = regex.compile(rf"(?<=\p{{M}})[\u200b {LINE_BREAK}]*\u25cc(?=\p{{M}})")
# Selectors of a variant, fillers and the like, where nothing is left of them on paper.
_NOTHING = regex.compile(r"[[\p{Default_Ignorable_Code_Point}]--[\p{C}]]", regex.V1)
_SEVERAL = regex.compile(r"(\P{M}\p{M}+)\1+")
# The list of the texts; where there is none, each file counts that may be a text.
_LIST = "sources.yml"
_NOT_TEXTS = frozenset({".yml", ".yaml", ".json", ".pdf", ".docx", ".html", ".htm"})


@dataclass(frozen=True)
class Seed:
    """One text as received: its name and its words with white space and invisible characters folded."""

    name: str
    text: str


@dataclass(frozen=True)
class Finding:
    """Where a quotation was found: the text, and code points in it once folded, end exclusive; `seed` None: nowhere."""

    seed: str | None
    start: int = 0
    end: int = 0


def read_seeds(folder: Path) -> tuple[Seed, ...]:
    """Return the texts in `folder`, by name: those that its list names, of any kind, or all where it has no list.

    Raises `DossierError` where the list or a text of it cannot be read, `Refusal` for one that is no text.
    """
    read = {name: read_bytes(folder, name, Place(f"seeds/{_LIST}")) for name in _texts(folder)}
    return tuple(Seed(name, fold(decode(data)[0])) for name, data in read.items())


def _texts(folder: Path) -> list[str]:
    if not (folder / _LIST).is_file():
        return sorted(path.name for path in folder.iterdir() if path.is_file() and path.suffix not in _NOT_TEXTS)
    listed = read_document(folder, _LIST, f"seeds/{_LIST}").value
    entries = listed.values() if isinstance(listed, dict) else ()
    return sorted({str(entry["file"]) for entry in entries if isinstance(entry, dict) and "file" in entry})


def fold(text: str) -> str:
    """Return `text` with runs of white space as one space and without what belongs to the writing but is not seen.

    Other control and format characters are written as pages show them, by their number: ``[U+202E]``; any other that
    is written so, for want of a font, is read as itself.
    """
    read = _NUMBER.sub(_character, _SET_APART.sub("", text))
    read = _SEVERAL.sub(r"\1", _NOTHING.sub("", read))
    shown = (_by_number(char) if unicodedata.category(char)[0] == "C" else char for char in read)
    return " ".join("".join(shown).split())


def _character(match: re.Match[str]) -> str:
    numbers = match[1].split(" ")
    # A joiner by itself is shown by number because it hides; among others it is part of what they make.
    return "".join(_by_its_number(number, _UNSEEN if len(numbers) > 1 else "") for number in numbers)


def _by_its_number(number: str, also: str) -> str:
    code = int(number.removeprefix("U+"), 16)
    read = code <= sys.maxunicode and (unicodedata.category(chr(code))[0] != "C" or chr(code) in also)
    return chr(code) if read else f"[{number}]"


def _by_number(char: str) -> str:
    if char.isspace():
        return " "
    return "" if char in _UNSEEN else f"[U+{ord(char):04X}]"


def find(quotation: str, seeds: Sequence[Seed]) -> Finding:
    """Return where the words of `quotation` stand, in the first of `seeds` that has them."""
    for text in dict.fromkeys((quotation, quotation.translate(_LIGATURES))):
        left_out = [part for part in text.split(ELLIPSIS) if fold(part)]
        for seed in seeds:
            span = _in_order([text], seed.text) or _in_order(left_out, seed.text)
            if span:
                return Finding(seed.name, *span)
    return Finding(None)


def _in_order(parts: Sequence[str], text: str) -> tuple[int, int] | None:
    """Return where `parts` stand in `text`, one after the other."""
    spans: list[tuple[int, int]] = []
    for part in parts:
        match = _pattern(part).search(text, spans[-1][1] if spans else 0)
        if match is None:
            return None
        spans.append(match.span())
    return (spans[0][0], spans[-1][1]) if spans else None


@lru_cache(maxsize=4096)
def _pattern(part: str) -> re.Pattern[str]:
    """Return a pattern of literal stretches with spaces between: there is nothing to try twice."""
    whole = _NUMBER_IN_LINES.sub(lambda number: re.sub(f"[ {LINE_BREAK}]+", " ", number[0]), _SET_APART.sub("", part))
    lines = [fold(line) for line in re.split(f" *{LINE_BREAK}[ {LINE_BREAK}]*", whole.strip(f" {LINE_BREAK}"))]
    pattern = ""
    for line in lines:
        if pattern and pattern.endswith(("\\-", "\u2010")):
            cut = len(pattern) - (2 if pattern.endswith("\\-") else 1)
            pattern = f"{pattern[:cut]}{pattern[cut:]}? ?"
        elif pattern:
            pattern += " ?"
        pattern += re.escape(line)
    return re.compile(pattern)
