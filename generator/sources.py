"""Stage 1: seeds/ becomes sources: each text as received, byte for byte, with what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

HowKnown = Literal["stated", "inferred", "found", "given"]


@dataclass(frozen=True)
class Known:
    """How a value of the metadata is known, and from what."""

    how: HowKnown
    note: str


@dataclass(frozen=True)
class Source:
    """One text as received. `text` is the file decoded as UTF-8 without newline translation.

    `issued` is an ISO 8601 date of any precision (``2024``, ``2024-06``, ``2024-06-20``); `type` is a CSL-JSON type.
    `origin` names what the text rests on, for counting: sources of one origin corroborate once.
    """

    id: str
    file: str
    text: str
    sha256: str
    event: str | None
    type: str
    kind: str | None
    title: str | None
    publisher: str | None
    author: str | None
    issued: str | None
    language: str | None
    url: str | None
    rests_on: str | None
    origin: str | None
    known: Mapping[str, Known]
    publish: Literal["whole", "excerpts", "metadata"] = "whole"
    withdrawn: str | None = None

    @property
    def name(self) -> str:
        """What pages call it: its publisher, else its author, else its id."""
        return self.publisher or self.author or self.id
