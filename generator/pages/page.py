"""A page: what is written to docs/."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page: its path below docs/, with slashes, and its text."""

    path: str
    text: str
