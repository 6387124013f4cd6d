"""Drafts of concepts, events and facts: what passages that no concept takes up share, and dates and figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.comparison.items import Item
from generator.dossier.dossier import Dossier
from generator.dossier.names import slug
from generator.messages.phrasing import count_of
from generator.publication.publication import Publication
from generator.suggestions.drafts import Draft
from generator.suggestions.suggestions import Phrase, Suggestions

_MOST = 12
_LEAST = 2
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH}),? (?P<y>\d{{4}})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}}))\b"
)
_HAPPENING = re.compile(
    r"\b(?:state visit|official visit|working visit|visit|summit|talks|conference|meeting|ceremony|inauguration)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?<![\w.,$€£-])\d[\d,.]*\d?(?: (?:thousand|million|billion|trillion))? (?P<what>[a-z]{4,}(?:s|ion|age))\b"
)
# Figures of these tell when, how long or how much of anything.
_NO_FACT = frozenset(
    "years months weeks days hours minutes seconds times percent others points seats pages lines".split()
)


def subject_drafts(made: Publication, found: Suggestions) -> tuple[Draft, ...]:
    """Return drafts of concepts, those that take up most passages first, then of events and of facts."""
    items = [item for item in made.comparison.items if item.statement.passage.zone == "body"]
    items = [item for item in items if not item.source.withdrawn]
    return (
        *_concepts(found.phrases, {concept.path for concept in made.dossier.concepts}),
        *_events(items, made.dossier),
        *_facts(items, made.dossier),
    )


def _concepts(phrases: Sequence[Phrase], taken: set[str]) -> Iterator[Draft]:
    """Yield a concept for each phrase that several passages share, none for the same passages twice."""
    passages: set[tuple[tuple[int, int], ...]] = set()
    for phrase in [phrase for phrase in phrases if _is_shared(phrase)][:_MOST]:
        keys = tuple(item.key for item in phrase.items)
        if slug(phrase.text) in taken or keys in passages:
            continue
        passages.add(keys)
        taken.add(slug(phrase.text))
        labels = ", ".join(item.label for item in phrase.items[:5]) + (", …" if len(phrase.items) > 5 else "")
        like = f", which are like {phrase.concept}" if phrase.concept else ""
        value = {"pref_label": phrase.text[:1].upper() + phrase.text[1:], "match": {"any": [phrase.text]}}
        why = f"takes up {labels}{like}; move it to where it belongs, or delete it"
        yield Draft("briefs/topic-map.yml", None, slug(phrase.text), value, why)


def _is_shared(phrase: Phrase) -> bool:
    """Tell whether more than one text, or more than a stretch of one, has the phrase."""
    return len({item.source.id for item in phrase.items}) > 1 or len(phrase.items) > _LEAST


def _events(items: Sequence[Item], dossier: Dossier) -> Iterator[Draft]:
    """Yield each day on which the texts say that something took place, and on which no event is."""
    found: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        quote = item.statement.passage.quote
        what = _HAPPENING.search(quote)
        for day in map(_iso, _DAY.finditer(quote)):
            known = any(event.start <= day <= event.end for event in dossier.events)
            if what and day and not known:
                found[day][what[0].lower()].append(item)
    ordered = sorted(found.items(), key=lambda pair: (-sum(map(len, pair[1].values())), pair[0]))
    for day, kinds in ordered[:_MOST]:
        kind = min(kinds, key=lambda name: (-len(kinds[name]), name))
        labels = ", ".join(item.label for name in sorted(kinds) for item in kinds[name])
        year, month, number = day.split("-")
        label = f"{kind.capitalize()} of {int(number)} {_MONTHS[int(month) - 1]} {year}"
        why = f"told in {labels}; name it, and give sources that report it this event"
        yield Draft("briefs/dossier.yml", "events", f"{slug(kind)}-{day}", {"label": label, "date": day}, why)


def _iso(match: re.Match[str]) -> str:
    """Return a date in ISO 8601; "" for one that no calendar has."""
    day, month, year = (match[name] or match[f"{name}2"] for name in "dmy")
    number = _MONTHS.index(month) + 1
    longest = 29 if number == 2 else 30 if number in (4, 6, 9, 11) else 31
    return f"{year}-{number:02}-{int(day):02}" if 1 <= int(day) <= longest else ""


def _facts(items: Sequence[Item], dossier: Dossier) -> Iterator[Draft]:
    """Yield each thing of which two sources give a number."""
    known = {phrase for fact in dossier.facts for phrase in fact.phrases}
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for match in _FIGURE.finditer(item.statement.passage.quote):
            if match["what"] not in _NO_FACT and f"# {match['what']}" not in known:
                found[match["what"]].append(item)
    several = {what: own for what, own in found.items() if len({item.source.id for item in own}) > 1}
    taken = {fact.id for fact in dossier.facts}
    for what in sorted(several, key=lambda name: (-len(several[name]), name))[:_MOST]:
        if slug(what) not in taken:
            sources = len({item.source.id for item in several[what]})
            why = f"{count_of(sources, 'source')} give a number ({', '.join(item.label for item in several[what][:5])})"
            value = {"label": what.capitalize(), "phrases": [f"# {what}"]}
            yield Draft("briefs/dossier.yml", "facts", slug(what), value, why)
