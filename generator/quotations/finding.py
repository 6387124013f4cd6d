"""Finding a quotation in the texts as received, character by character.

Folded are: runs of white space (one space); a printed line's end (a space, nothing, or a hyphen of the printer's);
joined letters such as U+FB01, which some fonts print (their letters); control and format characters, which paper
cannot show (nothing). Everything else must be the same: letters, case, accents, signs, kinds of quotation mark.
An ellipsis (…) at an end or inside stands for words left out; the parts must follow each other in one source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.dossier.files import decode
from generator.quotations.pdf import LINE_BREAK

ELLIPSIS = "…"
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_NOT_TEXTS = frozenset({".yml", ".yaml", ".md", ".json"})


@dataclass(frozen=True)
class Seed:
    """One text as received: its name and its words with white space and invisible characters folded."""

    name: str
    text: str


@dataclass(frozen=True)
class Finding:
    """Where a quotation was found (`seed` None: nowhere), and whether only after undoing what printing does."""

    seed: str | None
    unfolded: bool


def read_seeds(folder: Path) -> tuple[Seed, ...]:
    """Return the texts in `folder`, by name. Raises `DossierError` for one that is not UTF-8."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix not in _NOT_TEXTS)
    return tuple(Seed(path.name, fold(decode(path.read_bytes(), path.name))) for path in files)


def fold(text: str) -> str:
    """Return `text` with runs of white space as one space, and without control and format characters."""
    visible = "".join(
        char for char in text if char in "\t\n\v\f\r\x85" or unicodedata.category(char) not in ("Cc", "Cf", "Cs")
    )
    return " ".join(visible.split())


def find(quotation: str, seeds: Sequence[Seed]) -> Finding:
    """Return where the words of `quotation` stand, in the first of `seeds` that has them."""
    for text in dict.fromkeys((quotation, quotation.translate(_LIGATURES))):
        for seed in seeds:
            for whole in (True, False):
                parts = [text] if whole else [part for part in text.split(ELLIPSIS) if fold(part)]
                if parts and _in_order(parts, seed.text):
                    return Finding(seed.name, fold(text) != text)
    return Finding(None, False)


def _in_order(parts: Sequence[str], text: str) -> bool:
    position = 0
    for part in parts:
        match = _pattern(part).search(text, position)
        if match is None:
            return False
        position = match.end()
    return True


@lru_cache(maxsize=4096)
def _pattern(part: str) -> re.Pattern[str]:
    """Return a pattern of literal stretches with spaces between: there is nothing to try twice."""
    lines = [fold(line) for line in re.split(f" *{LINE_BREAK}[ {LINE_BREAK}]*", part.strip(f" {LINE_BREAK}"))]
    pattern = ""
    for line in lines:
        if pattern and pattern.endswith(("\\-", "\u2010")):
            cut = len(pattern) - (2 if pattern.endswith("\\-") else 1)
            pattern = f"{pattern[:cut]}{pattern[cut:]}? ?"
        elif pattern:
            pattern += " ?"
        pattern += re.escape(line)
    return re.compile(pattern)
