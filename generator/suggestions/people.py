"""Persons whom the texts name: spellings and orders of a name brought together, with what the texts say they are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.dossier.entities import Entity
from generator.exports.attributions import Attributed, of_text
from generator.passages import passages
from generator.sources import Source
from generator.suggestions.name_runs import NameRun, name_runs, runs_of_phrase

# A name that stands only once and whose bearer says nothing is not drafted.
_LEAST = 2


# Whole names, and the parts of names, with whom they name.
ByName = dict[tuple[str, ...], "NamedPerson"]
ByWord = dict[str, list["NamedPerson"]]
# So many labels make a transcript; what somebody in it says that others said is not their own word.
_TURNS = 3
_COLON = re.compile(r"(?:\s?[(\[][^)\]\n]{1,60}[)\]])?\s?:(?=\s|$)", re.MULTILINE)
_OF_SOMEBODY = re.compile(r"\b(?:of|for|by|to|from|with|against|about|near)\s*$")
_ASIDE = re.compile(r"\S+[’']s\s|\b(?:the|a|an|former|today|yesterday|then)\s", re.IGNORECASE)


@dataclass(eq=False)
class NamedPerson:
    """Somebody whom the texts name: how (with how often), by which titles, and how often as who speaks."""

    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    short: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    contexts: Counter[str] = field(default_factory=Counter)
    pronouns: Counter[str] = field(default_factory=Counter)
    sources: set[str] = field(default_factory=set)
    sure: int = 0
    said: int = 0

    @property
    def name(self) -> str:
        """The form that stands most often, the whole name before a part of it."""
        if self.forms:
            whole = sorted(self.forms, key=lambda form: (-self.forms[form], -len(form), form))[0]
            return " ".join(whole)
        return min(self.short, key=lambda word: (-self.short[word], word))

    @property
    def named(self) -> int:
        """How often the texts name this person."""
        return self.forms.total() + self.short.total()


def people(sources: Sequence[Source], parties: Sequence[Entity]) -> tuple[NamedPerson, ...]:
    """Return the persons whom `sources` name, those who speak most first; `parties` tell what is no person's name."""
    known = _party_words(parties)
    runs: list[tuple[str, NameRun]] = []
    speaking: list[tuple[str, tuple[NameRun, ...], str | None]] = []
    for source in sources:
        for passage in passages(source.text):
            if passage.zone in ("body", "turn label"):
                runs += ((source.id, run) for run in name_runs(source.text, passage.start, passage.end, known))
        for attributed in _outermost(source.text, of_text(source.file, source.text)):
            speaking += ((source.id, *found) for found in _speakers(source.text, attributed, known))
    found = _persons([*runs, *((source, run) for source, heads, _ in speaking for run in heads)], _voices(speaking))
    by_word = _by_word(found)
    for where, run in runs:
        _count(found, by_word, where, run)
    for where, heads, pronoun in speaking:
        meant = (_person_of(found, by_word, where, run) for run in heads)
        person = next((person for person in meant if person is not None), None)
        if person is not None:
            person.said += 1
            person.sources.add(where)
            person.pronouns.update([pronoun] if pronoun else [])
    kept = [person for person in _unique(found.values()) if person.sure and (person.said or person.named >= _LEAST)]
    return tuple(sorted(kept, key=lambda person: (-person.said, -person.named, person.name)))


def _party_words(parties: Sequence[Entity]) -> frozenset[str]:
    names = (name for party in parties for name in (*party.labels, *party.demonyms, *_single(party.metonyms)))
    names = (name for name in names if not re.search(r"\s(?!and\b|of\b|the\b|de\b)[a-z]", name))
    return frozenset(word.lower() for name in names for word in re.findall(r"\w{3,}", name))


def _single(names: Sequence[str]) -> Iterator[str]:
    return (name for name in names if " " not in name)


def _outermost(text: str, every: Sequence[Attributed]) -> Iterator[Attributed]:
    """Yield the relations in which nobody else's words stand around; of a transcript, the labels of its turns."""
    outer = [attributed for attributed in every if attributed.relation.outer is None]
    turns = [attributed for attributed in outer if _is_label(text, attributed)]
    yield from turns if len(turns) >= _TURNS else outer


def _is_label(text: str, attributed: Attributed) -> bool:
    source = attributed.relation.source
    return source is not None and _COLON.match(text, source[1]) is not None


def _speakers(
    text: str, attributed: Attributed, known: frozenset[str]
) -> Iterator[tuple[tuple[NameRun, ...], str | None]]:
    """Yield the names that may be the source of a relation, in order, and the pronoun that stands for it."""
    phrase = attributed.speaker_text
    if not phrase:
        return
    relation = attributed.relation
    words = text[slice(*relation.source)].strip().lower() if relation.source else ""
    pronoun = words if words in ("he", "she") else {"his": "he", "him": "he", "her": "she"}.get(words)
    heads = []
    for run in _runs_in(text, attributed, phrase, known):
        if run.owns:
            break
        before = _ASIDE.sub("", phrase[: run.start].rstrip().removesuffix(run.title))
        if _OF_SOMEBODY.search(before):
            break
        if run.title or before.rstrip().endswith(",") or not re.search(r"\b[a-z]", before):
            heads.append(run)
    yield tuple(heads), pronoun


def _runs_in(text: str, attributed: Attributed, phrase: str, known: frozenset[str]) -> Iterator[NameRun]:
    """Yield the names in a phrase that tells who speaks, counted from its start.

    They are read where it stands, so that an office may begin before it; a pronoun, or capitals alone, by themselves.
    """
    source = attributed.relation.source
    if source is None or text[slice(*source)] != phrase or phrase.isupper():
        yield from runs_of_phrase(phrase, known)
        return
    begin = max(text.rfind("\n", 0, source[0]) + 1, text.rfind(". ", 0, source[0]) + 2, source[0] - 80, 0)
    for run in name_runs(text, begin, source[1], known):
        if run.end > source[0]:
            yield replace(run, start=max(0, run.start - source[0]), end=run.end - source[0])


def _voices(speaking: Iterable[tuple[str, tuple[NameRun, ...], str | None]]) -> frozenset[tuple[str, str]]:
    """Return by source each word, in small letters, that alone names who speaks, or for which *he* or *she* stands."""
    return frozenset(
        (source, fold_word(word))
        for source, heads, pronoun in speaking
        for run in heads[:1]
        if len(run.words) == 1 or pronoun
        for word in run.words
    )


def _persons(runs: Iterable[tuple[str, NameRun]], heard: frozenset[tuple[str, str]]) -> ByName:
    """Return a person for each whole name that some place shows to be one's; spellings of one name share it.

    A name is one's, too, of which a part alone speaks in the same source (`heard`).
    """
    runs = [(source, run) for source, run in runs if len(run.words) > 1]
    sure = Counter(run.words for _, run in runs if run.sure)
    taken = {fold_word(word) for words in sure for word in words}
    for source, run in runs:
        parts = [fold_word(word) for word in run.words]
        if not run.sure and not taken & {*parts} and any((source, part) in heard for part in parts):
            sure[run.words] += 1
    found: ByName = {}
    for words in sorted(sure, key=lambda words: (-sure[words], -len(words), words)):
        same = next((other for other in found if _same(words, other)), None)
        found[words] = found[same] if same else NamedPerson(sure=1)
    return found


def _same(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names are one person's: the same words in any order, a part more, a first name cut short."""
    if min(len(name), len(other)) < 2:
        return False
    mine, theirs = _bare(name), _bare(other)
    if len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine):
        return True
    (first, *_, last), (first_other, *_, last_other) = _plain(name), _plain(other)
    return (
        last == last_other and first[:2] == first_other[:2] and (first in first_other or first_other[:2] == first[:2])
    )


def _plain(words: Sequence[str]) -> list[str]:
    kept = [fold_word(word) for word in words if not re.fullmatch(r"\w\.|Jr\.?|Sr\.?", word.strip(","))]
    return kept if len(kept) > 1 else [fold_word(word) for word in words]


def _bare(words: Sequence[str]) -> frozenset[str]:
    return frozenset(part for word in _plain(words) for part in re.split(r"[-‐]", word) if part)


def fold_word(word: str) -> str:
    """Return `word` in small letters without accents."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))


def _by_word(found: Mapping[tuple[str, ...], NamedPerson]) -> ByWord:
    """Return whom each single word of a name may mean."""
    by_word: ByWord = defaultdict(list)
    for words, person in found.items():
        for word in _plain(words):
            if all(person is not other for other in by_word[word]):
                by_word[word].append(person)
    return by_word


def _person_of(found: ByName, by_word: ByWord, source: str, run: NameRun) -> NamedPerson | None:
    if run.words in found:
        return found[run.words]
    if len(run.words) > 1:
        same = next((other for other in found if _same(run.words, other)), None)
        if same is not None:
            found[run.words] = found[same]
        return found.get(run.words)
    persons = by_word.get(fold_word(run.words[0]), [])
    if not persons and run.title:
        persons = [NamedPerson()]
        by_word[fold_word(run.words[0])] = persons
        found[run.words] = persons[0]
    if len(persons) > 1:
        last = fold_word(run.words[0])
        own = [person for person in persons if source in person.sources]
        ends = [person for person in own if any(fold_word(form[-1]) == last for form in person.forms)]
        persons = own if len(own) == 1 else ends
    return persons[0] if len(persons) == 1 else None


def _count(found: ByName, by_word: ByWord, source: str, run: NameRun) -> None:
    person = _person_of(found, by_word, source, run)
    if person is None:
        return
    person.sources.add(source)
    person.sure += run.sure
    if len(run.words) > 1:
        person.forms[run.words] += 1
    else:
        word = run.words[0]
        person.short[word.capitalize() if word.isupper() else word] += 1
    person.titles.update(title for title in (run.title, run.after) if title)
    person.contexts.update(words for words in (run.title, run.after, run.of) if words)
    person.pronouns.update([run.pronoun] if run.pronoun else [])


def _unique(persons: Iterable[NamedPerson]) -> list[NamedPerson]:
    return list({id(person): person for person in persons}.values())
