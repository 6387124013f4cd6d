"""Notes on a topic map: phrases that find nothing, concepts that find the same, and topics with little behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from generator.dossier.topic_map import Concept
from generator.messages.phrasing import count_of, join_words
from generator.messages.problems import Problem
from generator.publication.publication import Publication
from generator.topics.topics import TopicMap
from generator.topics.words import words

FILE = "briefs/topic-map.yml"
# Two concepts overlap from this share of passages in common on, and from this many.
OVERLAP, PASSAGES = 0.8, 2


def topic_map_notes(publication: Publication) -> tuple[Problem, ...]:
    """Return what a person may want to mend in the topic map, in the order of its lines."""
    notes = (*_dead(publication), *_overlaps(publication), *_thin(publication))
    return tuple(sorted(notes))


def _dead(publication: Publication) -> Iterator[Problem]:
    """Yield a note for each concept with phrases that stand in no body passage."""
    alive = _alive(publication)
    for concept in publication.dossier.concepts:
        match = concept.match
        names = (concept.pref_label, *concept.alt_labels)
        asked = [phrase for phrase in match.any if phrase not in names]
        asked += [phrase for group in match.all for phrase in group]
        asked += [phrase for near in match.near for phrase in near.phrases]
        dead = [phrase for phrase in dict.fromkeys(asked) if phrase not in alive]
        if dead:
            mend = "correct the spelling, or delete what no later source will say either"
            yield _note(concept, f"no source says {_either(dead)}, which {concept.path} looks for", mend)
        guards = [phrase for phrase in dict.fromkeys((*match.none, *match.context)) if phrase not in alive]
        if guards and not dead:
            mend = "look whether the guard is spelled as the sources write it"
            yield _note(concept, f"no source says {_either(guards)}, by which {concept.path} is guarded", mend)


def _alive(publication: Publication) -> frozenset[str]:
    topic_map = TopicMap(publication.dossier.concepts)
    return frozenset(
        phrase
        for item in publication.comparison.items
        if item.statement.passage.zone == "body"
        for phrase in topic_map.hits(words(item.statement.passage.quote))
    )


def _overlaps(publication: Publication) -> Iterator[Problem]:
    """Yield a note for each two concepts that take up nearly the same passages."""
    found = {path: {item.key for item in items} for path, items in publication.mentions.items()}
    concepts = {concept.path: concept for concept in publication.dossier.concepts}
    for one, other in sorted(_shared_pairs(found)):
        both = found[one] & found[other]
        if len(both) >= PASSAGES and len(both) >= OVERLAP * len(found[one] | found[other]):
            what = f"{one} and {other} take up the same passages ({len(both)} of {len(found[one] | found[other])})"
            yield _note(concepts[one], what, "make one of them narrower, or join them")


def _shared_pairs(found: Mapping[str, set[tuple[int, int]]]) -> set[tuple[str, str]]:
    at: dict[tuple[int, int], list[str]] = defaultdict(list)
    for path, keys in found.items():
        for key in keys:
            at[key].append(path)
    return {pair for paths in at.values() for pair in combinations(sorted(paths), 2)}


def _thin(publication: Publication) -> Iterator[Problem]:
    """Yield a note for each concept that no source, or only one of several, speaks to; what is below it counts too."""
    sources = [reading.source for reading in publication.comparison.readings if not reading.source.withdrawn]
    for concept in publication.dossier.concepts:
        below = [
            item
            for path, items in publication.mentions.items()
            if path == concept.path or path.startswith(f"{concept.path}/")
            for item in items
        ]
        speaking = list(dict.fromkeys(item.source.name for item in below))
        if not below:
            mend = "add phrases that the sources use, or say on a page that they do not speak of it"
            yield _note(concept, f"no source speaks to {concept.path}", mend)
        elif len({item.source.id for item in below}) == 1 and len(sources) > 1:
            what = f"only {speaking[0]} speaks to {concept.path}, in {count_of(len(below), 'passage')}"
            yield _note(concept, what, "look whether other sources say it in other words")


def _note(concept: Concept, what: str, mend: str) -> Problem:
    return Problem(FILE, concept.line, 1, what, mend)


def _either(phrases: list[str]) -> str:
    return join_words([f"“{phrase}”" for phrase in phrases], last="or")
