"""A page, or a file beside the pages: what is written to docs/."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.noting import Part


@dataclass(frozen=True)
class Page:
    """A page: its path below docs/, with slashes, its text, and the parts of the notes in it, in order."""

    path: str
    text: str
    parts: tuple[Part, ...] = ()

    @property
    def data(self) -> bytes:
        """What the file holds."""
        return self.text.encode()


@dataclass(frozen=True)
class Asset:
    """A style, script, picture or font: its path below docs/, with slashes, and what it holds, byte for byte."""

    path: str
    data: bytes
