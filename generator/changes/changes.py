"""What each edition changed, by brief: read off the history, so that it says the same whenever it is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.briefs.brief import Brief
from generator.briefs.material import Material
from generator.briefs.review import newer
from generator.briefs.section import BriefLine, Newer
from generator.comparison.items import Item
from generator.editions.history import Edition, Gone, History, KnownSource, Lost, Published, StatementKey
from generator.publication.publication import Publication
from generator.publication.published import PublishedWords

V = TypeVar("V")


@dataclass(frozen=True)
class Gained:
    """A statement that was there before, and the passages of this edition's sources that make the same claim."""

    item: Item
    by: tuple[Item, ...]


@dataclass(frozen=True)
class Dropped:
    """A statement that stands, and a source that no longer counts for it (its id, and its name as last known)."""

    item: Item
    source: str
    name: str


@dataclass(frozen=True)
class PointChanged:
    """An editor's line, by section and number, and what this edition brought that bears on it."""

    section: str
    line: BriefLine
    newer: tuple[Newer, ...]


@dataclass(frozen=True)
class BriefChanged:
    """What an edition changed in one brief."""

    id: str
    title: str
    significant: bool
    new: tuple[Item, ...]
    gained: tuple[Gained, ...]
    dropped: tuple[Dropped, ...]
    gone: tuple[Gone, ...]
    points: tuple[PointChanged, ...]


@dataclass(frozen=True)
class NewValue:
    """A value that sources gave for a thing for the first time; `place` counts the values of the thing from 1."""

    thing: str
    value: str
    place: int


@dataclass(frozen=True)
class Changed:
    """What an edition changed: sources that came, were altered or withdrawn, briefs, new values, what is not mapped.

    In edition 1 everything is new, so `briefs` and `values` are empty there.
    """

    edition: Edition
    added: tuple[KnownSource, ...]
    altered: tuple[KnownSource, ...]
    withdrawn: tuple[KnownSource, ...]
    removed: tuple[str, ...]
    briefs: tuple[BriefChanged, ...]
    values: tuple[NewValue, ...]
    unmapped: tuple[Item, ...]


def changes(publication: Publication) -> tuple[Changed, ...]:
    """Return what every edition changed, newest first."""
    desk = _Desk(publication)
    return tuple(_edition_change(desk, edition) for edition in reversed(publication.history.editions))


class _Desk:
    """The look-ups that all editions share, made once."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.history: History = publication.history
        self.items: Mapping[StatementKey, Item] = {
            publication.dating.keys[item.key]: item for item in publication.comparison.items
        }
        self.new = _group((one.since, brief, one) for one in self.history.statements.values() for brief in one.briefs)
        self.gained = _group(
            (since, brief, (one, source))
            for one in self.history.statements.values()
            for source, since in one.also
            if since > one.since
            for brief in one.briefs
        )
        self.gone = _group((one.edition, brief, one) for one in self.history.gone for brief in one.briefs)
        self.lost = _group(
            (one.edition, brief, one)
            for one in self.history.lost
            if (one.source, one.quote, one.nth) in self.history.statements
            for brief in self.history.statements[one.source, one.quote, one.nth].briefs
        )
        later = any(edition.number > 1 for edition in self.history.editions)
        self.points = _group(_points(publication)) if later else {}


def _group(rows: Iterable[tuple[int, str, V]]) -> Mapping[tuple[int, str], list[V]]:
    grouped: dict[tuple[int, str], list[V]] = defaultdict(list)
    for number, brief, value in rows:
        grouped[number, brief].append(value)
    return grouped


def _points(publication: Publication) -> Iterator[tuple[int, str, PointChanged]]:
    """Yield, by edition and brief, each editor's line on which something of a later edition than the first bears."""
    for brief in publication.briefs:
        material = Material(brief.definition, publication.dossier, publication.comparison, publication.dating)
        for name, line in editors_lines(brief):
            by_edition: dict[int, list[Newer]] = defaultdict(list)
            for one in newer(material, line.quotes, 1):
                by_edition[publication.dating.since(one.quote.item)].append(one)
            for number, found in by_edition.items():
                yield number, brief.definition.id, PointChanged(name, line, tuple(found))


def editors_lines(brief: Brief) -> Iterator[tuple[str, BriefLine]]:
    """Yield the lines of `brief` that an editor wrote, each with the name of its section."""
    for name, section in brief.sections:
        yield from ((name, line) for line in section.editors_lines())


def _edition_change(desk: _Desk, edition: Edition) -> Changed:
    history, number = desk.history, edition.number
    altered = [one for one in history.sources.values() if one.changed == number and one.since < number]
    known = set(history.sources)
    gone = [row for (at, _), rows in desk.gone.items() if at == number for row in rows]
    made = (_brief(desk, brief, number) for brief in desk.publication.briefs) if number > 1 else ()
    return Changed(
        edition,
        tuple(one for one in history.sources.values() if one.since == number),
        tuple(one for one in altered if not one.withdrawn),
        tuple(one for one in altered if one.withdrawn),
        tuple(dict.fromkeys(one.source for one in gone if one.source not in known)),
        tuple(one for one in made if _says_something(one)),
        tuple(_values(history, number)) if number > 1 else (),
        tuple(_unmapped_items(desk, number)),
    )


def _brief(desk: _Desk, brief: Brief, number: int) -> BriefChanged:
    at = number, brief.definition.id
    known = desk.history.briefs.get(brief.definition.id)
    return BriefChanged(
        brief.definition.id,
        brief.definition.title,
        known is not None and known.significant == number,
        tuple(desk.items[one.key] for one in desk.new.get(at, ())),
        tuple(_gains(desk, desk.gained.get(at, ()))),
        tuple(_drop(desk, one) for one in desk.lost.get(at, ())),
        tuple(desk.gone.get(at, ())),
        tuple(desk.points.get(at, ())),
    )


def _says_something(brief: BriefChanged) -> bool:
    return bool(brief.new or brief.gained or brief.dropped or brief.gone or brief.points or brief.significant)


def _gains(desk: _Desk, pairs: Sequence[tuple[Published, str]]) -> Iterator[Gained]:
    sources: dict[StatementKey, set[str]] = defaultdict(set)
    for one, source in pairs:
        sources[one.key].add(source)
    also = desk.publication.comparison.also
    for key, by in sources.items():
        item = desk.items[key]
        yield Gained(item, tuple(other for other in also.get(item.key, ()) if other.source.id in by))


def _drop(desk: _Desk, lost: Lost) -> Dropped:
    known = desk.history.sources.get(lost.by)
    return Dropped(desk.items[lost.source, lost.quote, lost.nth], lost.by, known.name if known else lost.by)


def _values(history: History, number: int) -> Iterator[NewValue]:
    places: dict[str, int] = defaultdict(int)
    for value in sorted(history.values.values(), key=lambda value: value.since):
        places[value.thing] += 1
        if value.since == number:
            yield NewValue(value.thing, value.value, places[value.thing])


def _unmapped_items(desk: _Desk, number: int) -> Iterator[Item]:
    """Yield the passages of the sources of this edition that no concept takes up and that may be shown."""
    published = PublishedWords(desk.publication)
    fresh = {one.id for one in desk.history.sources.values() if one.changed == number and not one.withdrawn}
    for source in (one for one in desk.publication.comparison.by_source if one in fresh):
        for item in desk.publication.comparison.by_source[source]:
            if item.statement.passage.zone == "body" and not item.mapped.concepts and published.may_quote(item):
                yield item
