"""Variants: where sources differ in a date, a figure or a name for the same thing; each value with its passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.comparison.figures import figures
from generator.comparison.items import Item
from generator.dossier.dossier import Fact
from generator.dossier.entities import Entity
from generator.topics.phrases import Index, Span
from generator.topics.words import Word, fold, words


@dataclass(frozen=True)
class Found:
    """One occurrence of a value: the item, and the span of the words in its source."""

    item: Item
    span: Span

    @property
    def words(self) -> str:
        """The exact words."""
        return self.item.source.text[self.span[0] : self.span[1]]


@dataclass(frozen=True)
class Value:
    """A value as pages show it, with every place where it stands."""

    shown: str
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Variant:
    """A thing and the values that sources give for it; one value means that they agree."""

    id: str
    label: str
    kind: str
    values: tuple[Value, ...]

    @property
    def differs(self) -> bool:
        """Tell whether sources give more than one value."""
        return len(self.values) > 1


def facts(declared: Sequence[Fact], among: Iterable[Item]) -> tuple[Variant, ...]:
    """Return each declared fact with the values found for it, in the order of the declaration."""
    every = (
        phrase
        for fact in declared
        for phrases in (fact.phrases, fact.near, *fact.values.values())
        for phrase in phrases
    )
    # Other forms of a word would be other values.
    index = Index(every, exact=True)
    found: dict[str, dict[str, list[Found]]] = {fact.id: {shown: [] for shown in fact.values} for fact in declared}
    keys: dict[tuple[str, str], str] = {}
    for item, _, hits in _hits(among, index):
        for fact in declared:
            if not _is_about(fact, item, hits):
                continue
            for shown, phrases in fact.values.items():
                found[fact.id][shown] += [Found(item, span) for p in phrases for span in hits.get(p, ())]
            for span in _longest([span for p in fact.phrases for span in hits.get(p, ())]):
                text = item.source.text[span[0] : span[1]]
                shown = keys.setdefault((fact.id, _same_value(text)), text)
                found[fact.id].setdefault(shown, []).append(Found(item, span))
    return tuple(Variant(fact.id, fact.label, "fact", _values(found[fact.id])) for fact in declared)


def _is_about(fact: Fact, item: Item, hits: Mapping[str, object]) -> bool:
    """Tell whether the fact is looked for in this passage: by its event, its concept, and the words near it."""
    if (fact.event and item.event != fact.event) or (fact.concept and not item.speaks_to(fact.concept)):
        return False
    return not fact.near or any(phrase in hits for phrase in fact.near)


def _same_value(text: str) -> str:
    """Return what two wordings of one value share: the figures where there are any, else the words."""
    found = sorted(figures(text))
    return " ".join(found or (word.folded for word in words(text)))


def names(entities: Sequence[Entity], among: Iterable[Item]) -> dict[str, Variant]:
    """Return, by entity, the names by which the sources call it, each with its places.

    Of names inside each other only the longest counts. The items are read once, however many the entities are.
    """
    labels: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for label in dict.fromkeys(entity.labels):
            labels[label].append(entity)
    found: dict[str, dict[str, list[Found]]] = {one.id: {label: [] for label in one.labels} for one in entities}
    for item, _, hits in _hits(among, Index(labels, exact=True)):
        places: dict[str, dict[Span, str]] = defaultdict(dict)
        for label, spans in hits.items():
            for entity in labels[label]:
                places[entity.id] |= {span: label for span in spans if _is_name(item, span, label)}
        for id_, own in places.items():
            for span in _longest(list(own)):
                found[id_][own[span]].append(Found(item, span))
    return {one.id: Variant(one.id, one.pref_label, "names", _values(found[one.id])) for one in entities}


def _is_name(item: Item, span: Span, label: str) -> bool:
    """Keep an abbreviation in capitals apart from the common word that is spelt like it (DOC, doc)."""
    text = item.source.text[span[0] : span[1]]
    return not (label.isupper() and len(label) <= 5 and not text.isupper() and fold(label) == fold(text))


def _hits(among: Iterable[Item], index: Index) -> Iterator[tuple[Item, tuple[Word, ...], dict[str, tuple[Span, ...]]]]:
    for item in among:
        passage = item.statement.passage
        if passage.zone == "body" and not item.statement.asks and not item.source.withdrawn:
            sentence = words(item.source.text, passage.start, passage.end)
            hits = index.hits(sentence)
            if hits:
                yield item, sentence, hits


def _longest(spans: Sequence[Span]) -> list[Span]:
    """Leave out spans inside others, and keep text order."""
    return [
        span
        for span in sorted(set(spans))
        if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in spans)
    ]


def _values(found: dict[str, list[Found]]) -> tuple[Value, ...]:
    """Return the values that stand somewhere, each place once, in order."""
    values = []
    for shown, places in found.items():
        unique = {(place.item.key, place.span): place for place in places}
        if unique:
            values.append(Value(shown, tuple(unique[key] for key in sorted(unique))))
    return tuple(values)


def by_source(value: Value) -> dict[str, tuple[Found, ...]]:
    """Return the places of a value by source id."""
    grouped: dict[str, list[Found]] = defaultdict(list)
    for place in value.found:
        grouped[place.item.source.id].append(place)
    return {source: tuple(places) for source, places in grouped.items()}
