"""Suggestions: what passages that no concept takes up might be about, and phrases that would take them up."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.comparison.items import Item
from generator.comparison.likeness import name_stems, stems
from generator.dossier.dossier import Dossier
from generator.dossier.entities import Entity
from generator.explanations.ledger import coverage
from generator.publication.publication import Publication
from generator.topics.words import Word, words

# Less alike than this, and no concept is suggested: the words they share are everybody's.
LIKE = 0.12
# How many concepts are suggested for a passage, and how many lines of phrases for the topic map.
CONCEPTS, LINES = 2, 20
LONGEST = 4
# What parts two phrases, besides words that carry no meaning.
_STOP = re.compile(r"[.,;:!?()\[\]{}“”\"«»…/|–—]|\s-\s")
_HYPHENS = ("-", "‐", "‑")
# Words that report or tell when: they stand in sentences about anything.
_REPORTING = frozenset(
    "said say says saying tell add note state agree according today yesterday tomorrow "
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december year years day days week "
    "weeks month months time two three new first last many much more most some any all each every one only very "
    "well even still just not no if we our us you your i my me his her him their them he she they who".split()
)


@dataclass(frozen=True)
class Suggestion:
    """A passage that is not mapped, and the concepts it is most like, each with how alike (0 to 1), best first."""

    item: Item
    concepts: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Phrase:
    """A phrase of two to four words that passages not mapped share; `concept` is the one that they are most like."""

    text: str
    items: tuple[Item, ...]
    concept: str | None


@dataclass(frozen=True)
class Suggestions:
    """What to look at: `body` counts all body passages, of which `unmapped` speak to no concept."""

    body: int
    unmapped: tuple[Suggestion, ...]
    phrases: tuple[Phrase, ...]


def suggest(publication: Publication) -> Suggestions:
    """Return suggestions for the body passages that no concept takes up."""
    entries = coverage(publication)
    open_items = [entry.item for entry in entries if entry.state == "not mapped"]
    profiles = _profiles(publication, name_stems(publication.dossier.entities))
    unmapped = tuple(Suggestion(item, _likest(publication, profiles, item)) for item in open_items)
    return Suggestions(len(entries), unmapped, tuple(_phrases(publication.dossier, unmapped)))


def _profiles(publication: Publication, names: frozenset[str]) -> Mapping[str, Mapping[str, float]]:
    """Return what the passages of each concept share: the sum of their vectors without `names`, of length one."""
    likeness = publication.comparison.likeness
    profiles: dict[str, Mapping[str, float]] = {}
    for concept, items in publication.mentions.items():
        total: dict[str, float] = defaultdict(float)
        for item in items:
            for stem, weight in likeness.vector(item.words.text, len(publication.comparison.readings)).items():
                if stem not in names:
                    total[stem] += weight
        length = math.sqrt(math.fsum(value * value for value in total.values())) or 1.0
        profiles[concept] = {stem: value / length for stem, value in total.items()}
    return profiles


def _likest(
    publication: Publication, profiles: Mapping[str, Mapping[str, float]], item: Item
) -> tuple[tuple[str, float], ...]:
    vector = publication.comparison.likeness.vector(item.words.text, len(publication.comparison.readings))
    scored = [
        (math.fsum(weight * profile.get(stem, 0.0) for stem, weight in vector.items()), at, concept)
        for at, (concept, profile) in enumerate(profiles.items())
    ]
    best = sorted(scored, key=lambda one: (-one[0], one[1]))[:CONCEPTS]
    return tuple((concept, round(score, 2)) for score, _, concept in best if score >= LIKE)


def _phrases(dossier: Dossier, unmapped: Sequence[Suggestion]) -> Iterator[Phrase]:
    """Yield the candidates, those that most passages share first, then the longest.

    After RAKE (Rose, Engel, Cramer and Cowley 2010): a candidate is words in a row without one that carries no meaning.
    """
    names = frozenset(word.folded for entity in dossier.entities for name in _names(entity) for word in words(name))
    shared: dict[tuple[str, ...], dict[tuple[int, int], Suggestion]] = defaultdict(dict)
    written: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one in unmapped:
        for run in _runs(one.item.statement.passage.quote):
            for key, text in _candidates(one.item.statement.passage.quote, run, names):
                shared[key].setdefault(one.item.key, one)
                written[key][text] += 1
    degrees = _degrees(shared)
    order = sorted(shared, key=lambda key: (-len(shared[key]), -degrees[key], -len(key), key))
    for key in _without_parts(order, shared)[:LINES]:
        text = min(written[key], key=lambda form: (-written[key][form], form))
        yield Phrase(text, tuple(one.item for one in shared[key].values()), _concept(shared[key].values()))


def _names(entity: Entity) -> Iterator[str]:
    yield from (*entity.labels, *entity.demonyms, *entity.metonyms)
    yield from (title for office in entity.offices for title in office.titles)


def _runs(quote: str) -> Iterator[list[Word]]:
    """Yield the words in a row that carry meaning and that no mark parts."""
    run: list[Word] = []
    found = words(quote)
    for word, after in pairwise((*found, Word(len(quote), len(quote), ""))):
        if word.folded in _REPORTING or not stems(word.folded) or word.folded[0].isdigit():
            yield run
            run = []
            continue
        run.append(word)
        if _STOP.search(quote, word.end, after.start):
            yield run
            run = []
    yield run


def _candidates(quote: str, run: Sequence[Word], names: frozenset[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the key and the words of each candidate in `run`: no name in it, no verb in the past at its ends."""
    for size in range(2, LONGEST + 1):
        for at in range(len(run) - size + 1):
            part = run[at : at + size]
            start, end = part[0].start, part[-1].end
            compound = quote[max(0, start - 1) : start] in _HYPHENS or quote[end : end + 1] in _HYPHENS
            tells = part[0].folded.endswith("ed") or part[-1].folded.endswith("ed")
            named = any(quote[word.start].isupper() and word.folded in names for word in part)
            if not (compound or tells or named or _is_name(quote, part)):
                yield stems(" ".join(word.folded for word in part)), " ".join(quote[start:end].lower().split())


def _is_name(quote: str, part: Sequence[Word]) -> bool:
    """Tell whether all words of a phrase begin with capitals: the name of something, and no subject."""
    return all(quote[word.start].isupper() for word in part)


def _degrees(shared: Iterable[tuple[str, ...]]) -> Mapping[tuple[str, ...], float]:
    """Return RAKE's score of each candidate: the sum over its words of how much company they keep."""
    frequency: Counter[str] = Counter()
    degree: Counter[str] = Counter()
    for key in shared:
        for stem in key:
            frequency[stem] += 1
            degree[stem] += len(key)
    return {key: math.fsum(degree[stem] / frequency[stem] for stem in key) for key in shared}


def _without_parts(
    order: Sequence[tuple[str, ...]], shared: Mapping[tuple[str, ...], Mapping[tuple[int, int], Suggestion]]
) -> list[tuple[str, ...]]:
    """Leave out a phrase that adds no passage to one already kept which it is part of, or which is part of it."""
    kept: list[tuple[str, ...]] = []
    taken: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in order:
        near = [other for stem in key for other in taken[stem]]
        if any(
            _inside(key, other) or _inside(other, key) for other in near if shared[key].keys() <= shared[other].keys()
        ):
            continue
        kept.append(key)
        for stem in key:
            taken[stem].append(key)
        if len(kept) >= LINES:
            break
    return kept


def _inside(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(other[at : at + len(one)] == one for at in range(len(other) - len(one) + 1))


def _concept(members: Iterable[Suggestion]) -> str | None:
    votes: dict[str, float] = defaultdict(float)
    for one in members:
        for concept, score in one.concepts[:1]:
            votes[concept] += score
    return min(votes, key=lambda concept: (-votes[concept], concept), default=None)
