"""What a brief says, as plain values: for telling whether it was amended, and whether significantly.

Amended: any words or citation of the page are others. Significantly amended (the rule, told in
docs/guide/regenerating.md): a key point or what carries it, a cell of the positions, or a value that sources give for a
fact or a name is another, or a key point has newer or differing evidence. Templates change neither.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from generator.briefs.brief import Brief
from generator.briefs.quotes import Quote
from generator.briefs.section import Selective
from generator.comparison.items import Item
from generator.dossier.dossier import Event
from generator.dossier.topic_map import Concept
from generator.sources import Source


def content(brief: Brief) -> str:
    """Return a digest of everything that the sections of `brief` say."""
    return _digest([brief.definition.title, brief.definition.question, [_plain(part) for part in brief.sections]])


def core(brief: Brief) -> str:
    """Return a digest of what makes an amendment significant."""
    return _digest([_plain(section.core()) for _, section in brief.sections])


def values(briefs: Sequence[Brief]) -> Iterator[tuple[str, str]]:
    """Yield each thing with each value that sources give for it, as briefs show them."""
    for brief in briefs:
        for _, section in brief.sections:
            yield from section.values()


def _plain(value: object) -> Any:
    if isinstance(value, Quote):
        return [value.item.label, value.text]
    if isinstance(value, Item):
        return [value.label, value.statement.passage.quote]
    if isinstance(value, Source):
        return [value.id, value.name]
    if isinstance(value, Event):
        return [value.id, value.label, value.start, value.end]
    if isinstance(value, Concept):
        return [value.path, value.pref_label]
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Selective):
        return _plain(value.said())
    if is_dataclass(value):
        # What is newer since a review goes away with the review, which amends nothing.
        return [_plain(getattr(value, field.name)) for field in fields(value) if field.name != "newer"]
    return value


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=True).encode()).hexdigest()[:16]
