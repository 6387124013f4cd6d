"""What reading a file gives: its text, its bytes, and what the file says about itself, with how each value is known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.dossier.files import LIMIT
from generator.messages.problems import BriefingError, DossierError, Problem
from generator.sources import Known

# Of a file as received: a PDF with pictures may well have this. Its text may have no more than any file of a dossier.
MAX_BYTES = 20_000_000
MAX_TEXT = LIMIT

Proposals = Mapping[str, tuple[str, Known]]


class Refusal(BriefingError):  # noqa: N818 - the word that people use: the file is refused
    """A file that cannot be taken in: what is wrong and what would mend it. The caller adds the file's name."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}. Mend: {mend}.")
        self.what = what
        self.mend = mend

    def of(self, name: str) -> DossierError:
        """Return the same refusal as a problem of the file called `name`."""
        return DossierError([Problem(name.replace("\n", "\\n"), 1, 1, self.what, self.mend)])


@dataclass(frozen=True)
class Extract:
    """What one format's reader gives: the text, proposed metadata by field of sources.yml, notes for the officer.

    `left_out` are lines that a reader of the document sees and that are not in the text: menus, heads of pages.
    """

    text: str
    proposals: Proposals
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadText:
    """A file read. `original` is its bytes as received, `stored` those of the seed file, `text` the latter decoded.

    `suffix` is the seed file's (``.txt`` or ``.md``). `original_suffix` is None when the seed file is the original,
    byte for byte, and otherwise what the original is kept under. `encoding` says how the encoding of a text is known
    that is not plain UTF-8. `metadata` is keyed by the field names of sources.yml. `left_out` are lines of the original
    that are not in the text.
    """

    name: str
    text: str
    original: bytes
    stored: bytes
    suffix: str
    original_suffix: str | None
    metadata: Proposals
    encoding: Known | None = None
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def paragraphs(parts: Iterable[str]) -> str:
    """Return `parts` as a text: one blank line between, LF at the end, white space folded.

    Control characters and marks of where a word may be broken are left out.
    """
    cleaned = (_clean(part) for part in parts)
    return "\n\n".join(part for part in cleaned if part) + "\n"


def line(value: str) -> str:
    """Return `value` as one line without control characters: what a title or a name is."""
    return " ".join(_clean(value).split())


def _clean(part: str) -> str:
    lines = ("".join(_keep(char) for char in line) for line in part.splitlines())
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


# Marks of where a word may be broken, and of where a file begins: they show nothing, and part words that are searched.
BREAKS = frozenset("\u00ad\u200b\u2060\ufeff")


def _keep(char: str) -> str:
    if char in BREAKS:
        return ""
    # A lone surrogate cannot be written as UTF-8. White space, tabs among it, is folded by the caller.
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    return char if category != "Cc" or char.isspace() else ""
