"""What a change of the topic map adds to and drops from each brief, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.comparison.items import Item, items
from generator.dossier.committed import file_at
from generator.dossier.definitions import BriefDefinition
from generator.dossier.documents import parse
from generator.dossier.dossier import Dossier
from generator.dossier.files import decode
from generator.dossier.schema import check
from generator.dossier.topic_map import Concept, concepts
from generator.editions.dating import item_keys
from generator.editions.history import History
from generator.messages.problems import DossierError
from generator.readings.analysis import mapped
from generator.readings.reading import Reading
from generator.topics.topics import TopicMap

MAP = "briefs/topic-map.yml"


@dataclass(frozen=True)
class Moved:
    """A passage that comes to a brief or leaves it, with the concepts that bring or brought it."""

    item: Item
    concepts: tuple[str, ...]


@dataclass(frozen=True)
class Previewed:
    """What comes to a brief and what leaves it."""

    brief: BriefDefinition
    added: tuple[Moved, ...]
    dropped: tuple[Moved, ...]


def committed_map(folder: Path) -> tuple[Concept, ...] | None:
    """Return the topic map as git has it at HEAD; None where there is no git, no commit of it, or it cannot be read."""
    stored = file_at(folder, "HEAD", MAP)
    if stored is None:
        return None
    try:
        document = parse(decode(stored, MAP), MAP)
        return None if check(document, "topic-map") else concepts(document)
    except DossierError:
        return None


def against_map(readings: Sequence[Reading], dossier: Dossier, before: Sequence[Concept]) -> tuple[Previewed, ...]:
    """Return, for each brief, what the topic map of `dossier` adds and drops against the concepts of `before`."""
    old_map = TopicMap(before)
    then = [
        Reading(r.source, r.number, mapped(r.source, [one.statement for one in r.mapped], dossier, old_map))
        for r in readings
    ]
    now_items, then_items = (tuple(_counting(items(found))) for found in (readings, then))
    return tuple(_brief(brief, now_items, then_items) for brief in dossier.briefs)


def _counting(found: Iterator[Item]) -> Iterator[Item]:
    return (item for item in found if not item.source.withdrawn)


def _brief(brief: BriefDefinition, now: Sequence[Item], then: Sequence[Item]) -> Previewed:
    mine, theirs = _mapped(brief, now), _mapped(brief, then)
    return Previewed(
        brief,
        tuple(mine[key] for key in sorted(mine.keys() - theirs.keys())),
        tuple(theirs[key] for key in sorted(theirs.keys() - mine.keys())),
    )


def _mapped(brief: BriefDefinition, among: Sequence[Item]) -> Mapping[tuple[int, int], Moved]:
    found = {}
    for item in among:
        paths = tuple(path for path in item.mapped.concepts if _covers(brief, path))
        if paths:
            found[item.key] = Moved(item, paths)
    return found


def _covers(brief: BriefDefinition, path: str) -> bool:
    return any(path == top or path.startswith(top + "/") for top in brief.concepts)


def against_edition(readings: Sequence[Reading], dossier: Dossier, history: History) -> tuple[Previewed, ...]:
    """Return, for each brief, what the topic map of `dossier` adds and drops against what the last edition cited."""
    among = tuple(items(readings))
    keys = dict(item_keys(among))
    result = []
    for brief in dossier.briefs:
        mine = _mapped(brief, tuple(_counting(iter(among))))
        cited = {one.key for one in history.statements.values() if brief.id in one.briefs}
        result.append(
            Previewed(
                brief,
                tuple(moved for key, moved in mine.items() if keys[key] not in cited),
                tuple(Moved(i, i.mapped.concepts) for i in among if keys[i.key] in cited and i.key not in mine),
            )
        )
    return tuple(result)
