"""Stages 2 to 4 for one source: they look at it alone, so each source can be read by itself and kept by its content."""

from __future__ import annotations

import re

from generator.dossier.dossier import Dossier
from generator.passages import passages
from generator.sources import Source
from generator.statements import statements
from generator.topics.rulings import ruled
from generator.topics.topics import Mapped, TopicMap, topics


def analyse(source: Source, dossier: Dossier, topic_map: TopicMap) -> tuple[Mapped, ...]:
    """Return every passage of `source` in text order, attributed and mapped."""
    found = passages(source.text, (re.compile(pattern) for pattern in dossier.boilerplate))
    said = statements(source, found, dossier)
    return ruled(source, topics(source.text, said, topic_map), dossier.rulings)
