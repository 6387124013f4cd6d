"""Names: every word string by which the texts may call an entity, and where one stands in a text.

Folding (case, accents, quotation marks, dashes) is done beside the text, never to it: what is found is given back in
code points of the untouched text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from generator.dossier.entities import Entity, Office
from generator.dossier.letters import PLAIN_LETTERS
from generator.statements.lexicon.load import ENGLISH
from generator.statements.lexicon.patterns import any_of

# A surname that in a text is a namesake's, or may be his as well as that of the person in the dossier.
Kind = Literal["label", "short", "demonym", "plural", "metonym", "title", "namesake", "either"]
_PLAIN = {
    **PLAIN_LETTERS,
    "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-",
    "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
# A name in small letters is a name only if none of its words is an everyday word as well ("may", "will").
_EVERYDAY = frozenset(
    "to will may do so an in on no he she it the a of and or can has had us who long ban young son".split()
)
# An office that ends in one of these may be called by that word alone ("the minister" for "Foreign Minister").
_SHORT_TITLES = ENGLISH.having("nouns.tsv", "classes", "title")


@dataclass(frozen=True)
class Name:
    """One way to call an entity. `party` is set for a demonym, a metonym or a party's own label."""

    kind: Kind
    entity: str


@dataclass(frozen=True)
class Found:
    """A name where it stands: ``[start, end)`` in code points of the text, and all that it may call."""

    start: int
    end: int
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Folded:
    """A text without case and accents, and for each of its characters the place in the text it came from."""

    text: str
    origin: Sequence[int]


def fold(text: str) -> Folded:
    """Return `text` folded; `origin` has one entry more than the folded text, the length of `text`."""
    if text.isascii():
        return Folded(text.lower(), range(len(text) + 1))
    table = {ord(char): _folded_char(char) for char in set(text)}
    if all(len(plain) == 1 for plain in table.values()):
        return Folded(text.translate(table), range(len(text) + 1))
    chars: list[str] = []
    origin: list[int] = []
    for place, char in enumerate(text):
        for plain in _folded_char(char):
            chars.append(plain)
            origin.append(place)
    return Folded("".join(chars), (*origin, len(text)))


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    small = char.lower()
    if small in _PLAIN:
        return _PLAIN[small]
    return "".join(_PLAIN.get(c, c) for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 14)
def folded_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded."""
    return tuple(fold(name).text.split())


class Names:
    """All names of a dossier on the days of one event; made once, then only read."""

    # What was found in stretches of the one text that these names are looked up in, kept by `mentions`.
    mentioned: dict[tuple[int, int], Any] | None = None

    def __init__(self, entities: tuple[Entity, ...], first: str | None, last: str | None) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self.by_text: dict[str, list[Name]] = {}
        self.caps: set[str] = set()
        for entity in entities:
            self._add_entity(entity, first, last)
        # "The minister" is a foreign minister only where nobody is called minister and nothing more.
        full = frozenset(self.by_text)
        for entity in entities:
            for office in entity.offices:
                short = [title for title in _short_titles(office.titles) if title.lower() not in full]
                if held(office, first, last):
                    self._add("title", short, entity)
        self.by_part = _parts(entities)
        self.by_label: dict[str, str] = {}
        for text, entity in _short_names(entities):
            if text not in self.by_text:
                self.by_text[text] = [Name("short", entity.id)]
        self.pattern = re.compile(rf"(?<!\w){any_of(self.by_text)}(?!\w)") if self.by_text else None

    @property
    def whole(self) -> Names:
        """The names of the dossier, whatever text they are looked up in."""
        return self

    def _add_entity(self, entity: Entity, first: str | None, last: str | None) -> None:
        self._add("label", entity.labels, entity)
        self._add("demonym", entity.demonyms, entity)
        self._add(
            "plural",
            (
                f"{demonym}s"
                for demonym in entity.demonyms
                if demonym[-3:] not in ("ese", "ish") and demonym[-1] not in "shz"
            ),
            entity,
        )
        self._add("metonym", entity.metonyms, entity)
        if entity.abbreviation:
            self._add("label", (entity.abbreviation,), entity)
        for office in entity.offices:
            if held(office, first, last):
                self._add("title", office.titles, entity)

    def _add(self, kind: Kind, texts: Iterable[str], entity: Entity) -> None:
        for text in texts:
            key = " ".join(folded_words(text))
            if not key:
                continue
            letters = [char for char in text if char.isalpha()]
            if kind != "title" and len(letters) <= 5 and all(char.isupper() for char in letters):
                self.caps.add(key)
            names = self.by_text.setdefault(key, [])
            if Name(kind, entity.id) not in names:
                names.append(Name(kind, entity.id))

    def find(self, text: str, start: int, end: int) -> Iterator[Found]:
        """Yield the names in ``text[start:end]``, longest first where several begin at one place, none overlapping."""
        if self.pattern is None:
            return
        folded = fold(text[start:end])
        for match in _matches(self.pattern, folded.text):
            begin, stop = start + folded.origin[match.start()], start + folded.origin[match.end() - 1] + 1
            key = " ".join(match.group().split())
            names = tuple(self.by_text[key])
            if self._is_written_as_name(key, text[begin:stop], names):
                yield Found(begin, stop, names)

    def _is_written_as_name(self, key: str, written: str, names: tuple[Name, ...]) -> bool:
        if key in self.caps:
            return written.upper() == written
        if any(name.kind == "title" for name in names) or not written.islower():
            return True
        return names[0].kind != "short" and _EVERYDAY.isdisjoint(key.split())


@lru_cache(maxsize=64)
def names_on(entities: tuple[Entity, ...], first: str | None, last: str | None) -> Names:
    """Return the names of `entities` with the offices held from the day `first` to `last` (ISO 8601, None: any)."""
    return Names(entities, first, last)


def held(office: Office, first: str | None, last: str | None) -> bool:
    """Tell whether `office` was held on some day from `first` to `last`; days of less precision count as a whole."""
    begins, ends = office.start or "0000", office.end or "9999"
    return (last is None or begins[: len(last)] <= last[: len(begins)]) and (
        first is None or ends[: len(first)] >= first[: len(ends)]
    )


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the names in a folded text; *the South* gives way to *South Birchian*, which begins inside it."""
    at = 0
    while (match := pattern.search(text, at)) is not None:
        if match.group().startswith("the "):
            inner = pattern.match(text, match.start() + 4)
            match = inner if inner is not None and inner.end() > match.end() else match
        yield match
        at = match.end()


def _short_titles(titles: Iterable[str]) -> Iterator[str]:
    for title in titles:
        # "Secretary of State" is called Secretary, too.
        words = title.split(" of ")[0].split()
        if " of " in title and len(words) == 1 and words[0].lower() in _SHORT_TITLES:
            yield words[0]
        if len(words) > 1 and words[-1].lower() in _SHORT_TITLES and words[0].lower() != "prime":
            yield words[-1]


def _parts(entities: tuple[Entity, ...]) -> dict[str, frozenset[str]]:
    """Return the persons who have a word in their names, by that word."""
    found: dict[str, set[str]] = {}
    for person in entities:
        if person.type == "person":
            for word in {word for label in person.labels for word in folded_words(label)}:
                found.setdefault(word, set()).add(person.id)
    return {word: frozenset(ids) for word, ids in found.items()}


def _short_names(entities: tuple[Entity, ...]) -> Iterator[tuple[str, Entity]]:
    """First and last words of persons' names, where only one person has that word in a name."""
    persons = [entity for entity in entities if entity.type == "person"]
    owners: dict[str, set[str]] = {}
    for person in persons:
        for label in person.labels:
            for word in folded_words(label):
                owners.setdefault(word, set()).add(person.id)
    for person in persons:
        words = folded_words(person.pref_label)
        for word in dict.fromkeys((words[-1], words[0])):
            if len(words) > 1 and len(owners[word]) == 1 and len(word) > 1 and word not in _EVERYDAY:
                yield word, person
