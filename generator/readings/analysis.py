"""Stages 2 to 4 for one source: they look at it alone, so each source can be read by itself and kept by its content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dossier.dossier import Dossier
from generator.passages import passages
from generator.sources import Source
from generator.statements import Statement, statements
from generator.topics.rulings import apply_rulings
from generator.topics.topics import Mapped, TopicMap, topics


def read_statements(source: Source, dossier: Dossier) -> tuple[Statement, ...]:
    """Return every passage of `source` in text order, attributed (stages 2 and 3)."""
    found = passages(source.text, (re.compile(pattern) for pattern in dossier.boilerplate), source.title)
    return statements(source, found, dossier)


def map_concepts(
    source: Source, statements: Sequence[Statement], dossier: Dossier, topic_map: TopicMap
) -> tuple[Mapped, ...]:
    """Return the statements of `source` with the concepts that they speak to (stage 4)."""
    return apply_rulings(source, topics(source.text, statements, topic_map), dossier.rulings)
