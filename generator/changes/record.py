"""The history with this edition in it: what is published now, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.briefs.brief import Brief
from generator.changes.contents import content, core, values
from generator.comparison.items import Item
from generator.editions.dating import Dating, about
from generator.editions.history import (
    Gone,
    History,
    KnownBrief,
    KnownSource,
    KnownValue,
    Lost,
    Published,
    StatementKey,
)
from generator.publication.publication import Publication

# Code points kept before and after a statement, by which it is told from equal words elsewhere in a corrected text.
CONTEXT = 32
# Of a claim that very many sources make, the first so many are kept; the page names no more.
MOST_ALSO = 50


def record(publication: Publication, dating: Dating) -> History:
    """Return `dating.before` brought up to what `publication` says."""
    before, number = dating.before, dating.number
    sources = dict(_sources(publication, dating))
    statements = {statement.key: statement for statement in _statements(publication, dating)}
    known = {
        (thing, value): before.values.get((thing, value)) or KnownValue(thing, value, number)
        for thing, value in dict.fromkeys(values(publication.briefs))
    }
    return History(
        (*before.editions, dating.edition) if dating.new else before.editions,
        sources,
        statements,
        known,
        {brief.definition.id: _brief(brief, dating) for brief in publication.briefs},
        tuple(_find_gone(before, statements, sources, number)),
        tuple(_find_lost(before, statements, sources, number)),
    )


def _sources(publication: Publication, dating: Dating) -> Iterator[tuple[str, KnownSource]]:
    for reading in publication.comparison.readings:
        source = reading.source
        known = dating.before.sources.get(source.id)
        made = KnownSource(
            source.id, source.name, dating.number, dating.number, source.sha256, about(source), bool(source.withdrawn)
        )
        if known is not None:
            same = (known.text, known.about) == (made.text, made.about)
            made = replace(made, since=known.since, changed=known.changed if same else dating.number)
        yield source.id, made


def _statements(publication: Publication, dating: Dating) -> Iterator[Published]:
    items = {item.key: item for item in publication.comparison.items}
    for key in sorted(publication.cited_at):
        item = items[key]
        # What stands around a passage is kept only where the whole text is published.
        passage, text = item.statement.passage, item.source.text if item.source.publish == "whole" else ""
        source, quote, nth = dating.keys[key]
        yield Published(
            source,
            quote,
            nth,
            text[max(0, passage.start - CONTEXT) : passage.start],
            text[passage.end : passage.end + CONTEXT],
            dating.since(item),
            tuple(dict.fromkeys(place.brief for place in publication.cited_at[key])),
            _also(item, publication, dating),
        )


def _also(item: Item, publication: Publication, dating: Dating) -> tuple[tuple[str, int], ...]:
    known = dating.before.statements.get(dating.keys[item.key])
    since = dict(known.also) if known else {}
    others = dict.fromkeys(other.source.id for other in publication.comparison.also.get(item.key, ()))
    return tuple((source, since.get(source, dating.number)) for source in list(others)[:MOST_ALSO])


def _brief(brief: Brief, dating: Dating) -> KnownBrief:
    made = KnownBrief(brief.definition.id, dating.number, dating.number, content(brief), core(brief))
    known = dating.before.briefs.get(made.id)
    if known is None:
        return made
    return replace(
        made,
        amended=known.amended if known.content == made.content else dating.number,
        significant=known.significant if known.core == made.core else dating.number,
    )


def _find_gone(
    before: History, statements: Mapping[StatementKey, Published], sources: Mapping[str, KnownSource], number: int
) -> Iterator[Gone]:
    """Yield what earlier editions cited and this one does not; before a second edition nothing counts as published."""
    yield from (gone for gone in before.gone if gone.key not in statements)
    for key, known in before.statements.items():
        if key not in statements and known.since < number:
            yield Gone(number, known.source, known.quote, known.nth, known.briefs, _why(before, sources, known.source))


def _why(before: History, sources: Mapping[str, KnownSource], source: str) -> str:
    if source not in sources:
        return "the source was taken out"
    if sources[source].withdrawn:
        return "the source is withdrawn"
    if sources[source].text != before.sources[source].text:
        return "the text of the source was corrected"
    return "no brief cites it any more"


def _find_lost(
    before: History, statements: Mapping[StatementKey, Published], sources: Mapping[str, KnownSource], number: int
) -> Iterator[Lost]:
    """Yield the sources that statements lost because they were withdrawn, taken out or corrected."""
    held = {(key, source) for key, one in statements.items() for source, _ in one.also}
    yield from (lost for lost in before.lost if ((lost.source, lost.quote, lost.nth), lost.by) not in held)
    for key, known in before.statements.items():
        if key not in statements:
            continue
        for by, since in known.also:
            if (key, by) not in held and since < number and _is_altered(before, sources, by):
                yield Lost(number, known.source, known.quote, known.nth, by)


def _is_altered(before: History, sources: Mapping[str, KnownSource], source: str) -> bool:
    now, then = sources.get(source), before.sources.get(source)
    return now is None or then is None or (now.text, now.about) != (then.text, then.about)
