"""What the brief rests on, source by source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.briefs.material import Material
from generator.briefs.section import Section
from generator.comparison.items import Item
from generator.messages.phrasing import count_of, join_words
from generator.sources import Source

# So many sources are named one by one, and so many concepts in one sentence.
MOST = 12


@dataclass(frozen=True)
class SourceLine:
    """A source with how much of the brief rests on it."""

    source: Source
    number: int
    passages: int


@dataclass(frozen=True)
class Sources(Section):
    """The source summary statement and each source with its descriptor."""

    statement: tuple[str, ...]
    lines: tuple[SourceLine, ...]

    @property
    def listed(self) -> bool:
        """Tell whether there are few enough to be named one by one."""
        return len(self.lines) <= MOST


def make_last(material: Material, passages: Sequence[Item]) -> Sources:
    """Return the source summary statement (in the manner of ICD 206) and each source with its share of the brief.

    `passages` are those that the other sections cite: a source that none of them cites carries nothing here.
    """
    cited = Counter(item.source.id for item in passages)
    used = [reading for reading in material.comparison.readings if cited[reading.source.id]]
    lines = tuple(SourceLine(reading.source, reading.number, cited[reading.source.id]) for reading in used)
    return Sources(_statement(material, [reading.source for reading in used]), lines)


def _statement(material: Material, used: Sequence[Source]) -> tuple[str, ...]:
    if not used:
        none = "is cited in this brief" if material.items else "of this dossier speaks to the question of this brief"
        return (f"No source {none}.",)
    origins = material.comparison.independent([source.id for source in used])
    said = [f"This brief rests on {_count(len(used), 'source')}: {_kinds(used)}."]
    if origins < len(used):
        shared = [source for source in used if _shares(material, source, used)]
        one = len({material.comparison.origins[source.id] for source in shared}) == 1 and len(shared) <= MOST
        who = f"{_names(shared)} rest" if one else "Those that rest"
        how = "on the same text or account and" if one else "on one text or account, or come from one issuer,"
        said.append(f"{who} {how} count once: {_count(origins, 'origin')} in all.")
    concepts = [concept for concept in material.concepts if any(c == concept.path for c in _paths(material.items))]
    single = [c.pref_label for c in concepts if len({i.source.id for i in material.items if i.speaks_to(c.path)}) == 1]
    if single:
        said.append(f"One source alone speaks to {_join(single)}.")
    silent = [c.pref_label for c in material.concepts if c not in concepts and not _has_parts(material, c.path)]
    if silent:
        said.append(f"No source speaks to {_join(silent)}.")
    return tuple(said)


def _join(names: Sequence[str]) -> str:
    more = [count_of(len(names) - MOST, "further topic")] if len(names) > MOST else []
    return "; ".join([*names[:MOST], *more])


def _paths(items: Sequence[Item]) -> set[str]:
    return {path for item in items for path in item.mapped.concepts}


def _has_parts(material: Material, path: str) -> bool:
    return any(concept.broader == path for concept in material.concepts)


def _shares(material: Material, source: Source, used: Sequence[Source]) -> bool:
    origin = material.comparison.origins[source.id]
    return any(other != source and material.comparison.origins[other.id] == origin for other in used)


def _names(sources: Sequence[Source]) -> str:
    return join_words([source.name for source in sources])


def _kinds(used: Sequence[Source]) -> str:
    kinds = Counter(source.kind or "text of a kind not stated" for source in used)
    return join_words([_count(number, kind) for kind, number in kinds.items()])


def _count(number: int, what: str) -> str:
    # "2 texts of a kind not stated", "3 statements as reported": the plural goes to the first noun.
    joint = re.search(r" (?:as|of|by|from|for|on|in|with) ", what)
    at = joint.start() if joint else len(what)
    return count_of(number, what[:at]) + what[at:]
