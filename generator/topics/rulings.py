"""Rulings on concepts: what a person decided a passage is about stands over the rules, and is shown as a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.dossier.dossier import Ruling
from generator.sources import Source
from generator.topics.topics import Mapped, Mention


def apply_rulings(source: Source, mapped: Sequence[Mapped], rulings: Sequence[Ruling]) -> tuple[Mapped, ...]:
    """Return `mapped` with the concepts that rulings on this source name, for the passages that their words touch."""
    result = list(mapped)
    for ruling in rulings:
        start = source.text.find(ruling.quote) if ruling.source == source.id else -1
        if start < 0 or ruling.concepts is None:
            continue
        for at, one in enumerate(result):
            passage = one.statement.passage
            if passage.start < start + len(ruling.quote) and start < passage.end:
                result[at] = _decide(one, ruling.concepts)
    return tuple(result)


def _decide(mapped: Mapped, concepts: Sequence[str]) -> Mapped:
    span = (mapped.statement.passage.start, mapped.statement.passage.end)
    found = {mention.concept: mention for mention in mapped.mentions}
    return replace(
        mapped,
        mentions=tuple(found.get(path) or Mention(path, (span,), span, "ruling", ()) for path in concepts),
    )
