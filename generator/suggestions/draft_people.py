"""Drafts of entities: parties that are named and not described, persons, bodies, instruments and places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.dossier.entities import Entity
from generator.dossier.names import slug
from generator.messages.phrasing import count_of
from generator.sources import Source
from generator.statements.lexicon.load import ENGLISH
from generator.suggestions.drafts import Draft
from generator.suggestions.people import NamedPerson, fold_word, people
from generator.suggestions.things import things

FILE = "briefs/entities.yml"
_OFFICE = ENGLISH.having("nouns.tsv", "classes", "office")
_TITLES = 2
_ADDRESS = frozenset("mr mrs ms dr sir lord lady dame madam".split())
_CLOSED = frozenset(
    "a an the his her its their our my and or of for to in at by with from as that when while is was has had".split()
)
_SMALL = ("of", "for", "and", "the")
_PORTFOLIO = re.compile(r"((?:\b[A-Z]\w+ )?\b(\w+) (?:of|for) (?:the )?[A-Z].*)$")
_GIVEN_UP = re.compile(r"\b(?:former|ex|then|late|acting|outgoing|would-be)\b", re.IGNORECASE)
_ENDING = r"(?:ians?|ans?|ns?|ese|ish|i|is|ic|ch|ers?)"


def entity_drafts(sources: Sequence[Source], listed: Sequence[Entity], parties: Sequence[str]) -> tuple[Draft, ...]:
    """Return drafts for whom and what `sources` name and `listed` has not; `parties` are ids that must be there.

    Parties come first, then persons by how much they say, then the others by how often they are named.
    """
    texts = [source.text for source in sources if not source.withdrawn]
    taken = {entity.id for entity in listed}
    made = [_party(id_, texts) for id_ in parties if id_ not in taken]
    known = [*(entity for entity in listed if entity.type == "party"), *(entity for entity, _ in made)]
    called = {_fold(label) for entity in listed for label in entity.labels}
    found = [person for person in people([s for s in sources if not s.withdrawn], known) if not called & _names(person)]
    drafts = [draft for _, draft in made]
    shared = _shared_words(found)
    for person in found:
        drafts.append(_person(person, known, shared))
    persons = {fold_word(word) for person in found for form in person.forms for word in form}
    persons |= {fold_word(word) for person in found for word in person.short}
    for thing in things(texts, known, persons):
        if _fold(thing.name) not in called:
            why = f"named {count_of(thing.times, 'time')}"
            drafts.append(Draft(FILE, None, slug(thing.name), {"type": thing.type, "pref_label": thing.name}, why))
    return tuple(_with_own_ids(drafts, taken))


def _party(id_: str, texts: Sequence[str]) -> tuple[Entity, Draft]:
    """Return a party as its id tells, with the adjectives that the texts seem to have for it."""
    name = " ".join(word if word in ("of", "and", "the") else word.capitalize() for word in id_.split("-"))
    *first, last = name.split()
    stem = re.escape(" ".join([*first, last[: max(4, len(last) - 3)]]))
    words = Counter(word for text in texts for word in re.findall(rf"\b{stem}\w*?{_ENDING}\b", text) if word != name)
    demonyms = [word for word, times in sorted(words.items(), key=lambda pair: (-pair[1], pair[0])) if times > 1]
    demonyms = [word for word in demonyms if not (word.endswith("s") and word[:-1] in demonyms)][:2]
    value: dict[str, Any] = {"type": "party", "pref_label": name}
    value |= {"demonyms": demonyms} if demonyms else {}
    entity = Entity(id_, "party", name, demonyms=tuple(demonyms))
    why = "named under `parties`; give its other names, its adjective (demonyms), and its capital (metonyms)"
    return entity, Draft(FILE, None, id_, value, why)


def _person(person: NamedPerson, parties: Sequence[Entity], shared: frozenset[str]) -> Draft:
    forms = sorted(person.forms, key=lambda form: (-person.forms[form], -len(form), form))
    short = [word for word in sorted(person.short, key=lambda word: (-person.short[word], word)) if word not in shared]
    other = [name for name in (*(" ".join(form) for form in forms), *short[:1]) if name != person.name]
    value: dict[str, Any] = {"type": "person", "pref_label": person.name}
    if other:
        value["alt_labels"] = list(dict.fromkeys(other))
    party = _party_of(person, parties)
    if party:
        value["party"] = party
    pronoun = _pronoun_of(person)
    if pronoun:
        value["pronoun"] = pronoun
    titles = _titles_of(person, parties)
    if titles:
        value["offices"] = [{"titles": titles}]
    says = f"speaks {count_of(person.said, 'time')}" if person.said else f"named {count_of(person.named, 'time')}"
    where = f"in {count_of(len(person.sources), 'source')}"
    return Draft(FILE, None, slug(person.name), value, f"{says} {where}; mend it, then delete this line")


def _party_of(person: NamedPerson, parties: Sequence[Entity]) -> str | None:
    """Return the party that most of the words around the name tell; None where they tell none, or two alike."""
    votes: Counter[str] = Counter()
    for words, times in person.contexts.items():
        named = set(_parties_in(words, parties))
        if len(named) == 1:
            votes[named.pop()] += times
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _parties_in(words: str, parties: Sequence[Entity]) -> Iterator[str]:
    """Yield the parties that `words` name, a longer name before one that is a part of it."""
    names = [(name, party.id) for party in parties for name in (*party.labels, *party.demonyms, *party.metonyms)]
    for name, id_ in sorted(names, key=lambda pair: (-len(pair[0]), pair)):
        words, times = re.subn(rf"(?<!\w){re.escape(name)}(?!\w)", " ", words)
        if times:
            yield id_


def _pronoun_of(person: NamedPerson) -> str | None:
    best = person.pronouns.most_common(2)
    sure = best and (len(best) == 1 or best[0][1] >= 3 * best[1][1])
    return best[0][0] if sure else None


def _titles_of(person: NamedPerson, parties: Sequence[Entity]) -> list[str]:
    """Return the titles that the texts give most often, without the country, and none that was given up."""
    titles: Counter[str] = Counter()
    names = {word.lower() for party in parties for name in (*party.labels, *party.demonyms) for word in name.split()}
    for words, times in person.titles.items():
        title = "" if _GIVEN_UP.search(words) else _title(words, names)
        if title:
            titles[title] += times
    return [title for title, _ in sorted(titles.items(), key=lambda pair: (-pair[1], pair[0]))[:_TITLES]]


def _title(words: str, names: set[str]) -> str:
    """Return the office that ends `words`: its last word, and those before it that qualify it."""
    portfolio = _PORTFOLIO.search(words)
    if portfolio and portfolio[2].lower() in _OFFICE:
        return " ".join(
            word if word in ("of", "for", "and", "the") else _capital(word) for word in portfolio[1].split()
        )
    parts = [word.strip(",.") for word in re.sub(r"^.*[’']s?\s", "", words).split()]
    if not parts or parts[-1].lower() not in _OFFICE or parts[-1].lower() in _ADDRESS:
        return ""
    start = len(parts) - 1
    while start and len(parts) - start < 4 and _qualifies(parts[start - 1], names):
        start -= 1
    return " ".join(map(_capital, parts[start:]))


def _capital(word: str) -> str:
    return word if word.isupper() and len(word) < 4 else word.capitalize()


def _qualifies(word: str, names: set[str]) -> bool:
    small = word.lower()
    of_party = any(small.startswith(name) for name in names if len(name) > 3) or small in names
    return small not in _CLOSED | _ADDRESS and not of_party and word.isalpha()


def _shared_words(found: Iterable[NamedPerson]) -> frozenset[str]:
    """Return the words that are part of the names of two persons: alone they name neither."""
    times = Counter(
        word for person in found for word in {word for form in person.forms for word in form} | {*person.short}
    )
    return frozenset(word for word, count in times.items() if count > 1)


def _names(person: NamedPerson) -> set[str]:
    return {_fold(" ".join(form)) for form in person.forms} | {_fold(word) for word in person.short}


def _fold(name: str) -> str:
    return " ".join(fold_word(word) for word in re.split(r"[\s‐-]+", name))


def _with_own_ids(drafts: Iterable[Draft], taken: set[str]) -> Iterator[Draft]:
    used = {*taken}
    for draft in drafts:
        id_, number = draft.id, 2
        while id_ in used:
            id_, number = f"{draft.id}-{number}", number + 1
        used.add(id_)
        yield draft if id_ == draft.id else Draft(draft.file, draft.under, id_, draft.value, draft.why)
