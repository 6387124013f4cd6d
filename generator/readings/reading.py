"""A source, read: what stages 2 to 4 found in it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.sources import Source
from generator.topics.topics import Mapped


@dataclass(frozen=True)
class Reading:
    """One source, read: its number on every page (its place in sources.yml, from 1) and its mapped statements."""

    source: Source
    number: int
    mapped: tuple[Mapped, ...]
