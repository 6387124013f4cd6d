"""Context: what the sentences before leave behind for those that follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal

from generator.dossier.entities import Entity
from generator.statements.lexicon.cues import BODIES, TEXTS

WhoKind = Literal["person", "body", "party", "collective", "document", "stranger", "nobody"]
_KEPT = 100  # sentences that an office may look back, so that a long text takes time in proportion


@dataclass(frozen=True)
class Who:
    """Who is meant. `entity` is a person, body or party; `parties` those that it stands for.

    `named` is whether the words themselves name or describe it; `rule` says for people how it was found.
    `candidates` are given when none is chosen; `words` and `gender` describe a stranger. `members` are those named
    together, or of whom one is meant.
    """

    kind: WhoKind
    entity: str | None = None
    parties: tuple[str, ...] = ()
    named: bool = True
    rule: str = ""
    candidates: tuple[str, ...] = ()
    words: str = ""
    gender: str | None = None
    members: tuple[Who, ...] = ()
    by_pronoun: bool = False


@dataclass(frozen=True)
class Heard:
    """What one sentence leaves behind.

    `subject` acts or speaks in it, `owner` stands before its subject ("Moreau's visit …"), `others` are the persons
    named elsewhere in it, `plural` the last that is more than one, `document` the text of several that it names.
    """

    paragraph: int
    subject: Who | None = None
    owner: Who | None = None
    others: tuple[Who, ...] = ()
    plural: Who | None = None
    document: Who | None = None

    @cached_property
    def persons(self) -> tuple[Who, ...]:
        """Every person of the sentence, whoever acts first."""
        return (*each_person(self.subject), *each_person(self.owner), *self.others)


@dataclass(frozen=True)
class Context:
    """The sentences since the last heading, newest last, and those before it.

    `present` are the parties that the whole text names in any way, `home` is the one whose government issued it,
    `titled` are the parties in its title, and `paragraph` that of the sentence that is read now.
    `year` is that of the event, where it is known. `without` are the names of rules that are switched off.
    """

    parties: tuple[str, ...]
    heard: tuple[Heard, ...] = ()
    earlier: tuple[Heard, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)
    present: frozenset[str] = frozenset()
    home: str | None = None
    titled: frozenset[str] = frozenset()
    paragraph: int = 0
    year: int | None = None
    without: frozenset[str] = frozenset()

    @cached_property
    def persons(self) -> tuple[Who, ...]:
        """The persons named since the last heading, each once, in order."""
        return tuple(distinct(person for heard in self.heard for person in heard.persons))

    def uses(self, rule: str) -> bool:
        """Tell whether the rule of that name is not switched off."""
        return rule not in self.without

    def entity(self, id_: str) -> Entity:
        """Return the entity called `id_`."""
        return self.entities[id_]

    def after(self, heard: Heard) -> Context:
        """Return the context with one more sentence."""
        return replace(self, heard=(*self.heard[1 - _KEPT :], heard))

    def under_heading(self, heard: Heard) -> Context:
        """Return the context at the start of a new section, with what the heading itself names."""
        return replace(self, heard=(heard,), earlier=(*self.earlier, *self.heard)[-_KEPT:])


def known(context: Context, id_: str, rule: str = "") -> Who:
    """Return the person, body or party `id_` as somebody who can be meant."""
    entity = context.entity(id_)
    if entity.type == "party":
        return Who("party", id_, (id_,), rule=rule, words=entity.pref_label)
    parties = (entity.party,) if entity.party else ()
    kind: WhoKind = "body" if entity.type == "body" else "person"
    return Who(kind, id_, parties, rule=rule, gender=entity.pronoun, words=entity.pref_label)


_HEAD_ENDS = re.compile(r",| (?:of|for|in|at|on|from|to|with|by) ")
_SHE = re.compile(r"\b(?:ms|mrs|\w+woman|queen|princess|madam)\b")
_HE = re.compile(r"\b(?:mr|\w+man|king|prince|sir)\b")


@lru_cache(maxsize=1 << 12)
def gender_of(words: str) -> str | None:
    """Return ``he`` or ``she`` where a stranger's title says it, ``it`` for a body or a text."""
    small = words.lower()
    head = _HEAD_ENDS.split(small, maxsplit=1)[0].split()
    if head and (head[-1] in BODIES or head[-1] in TEXTS):
        return "it"
    if _SHE.search(small):
        return "she"
    return "he" if _HE.search(small) else None


def is_speaking(who: Who) -> bool:
    """Tell whether `who` is but *I* or *we*: whoever speaks, and nobody that a text names."""
    return who.kind == "stranger" and who.words.lower() in ("i", "we", "you", "us", "me")


def together(members: Sequence[Who], words: str) -> Who:
    """Return `members` as one source: the parties of all of them, in the order named."""
    parties = tuple(dict.fromkeys(party for member in members for party in member.parties))
    return Who("collective", None, parties, rule=f"“{words}” are named together", words=words, members=tuple(members))


def each_person(who: Who | None) -> Iterator[Who]:
    """Yield the persons that `who` is or is made of."""
    if who is None:
        return
    for one in who.members or (who,):
        if one.kind in {"person", "stranger"}:
            yield one


def distinct(persons: Iterable[Who]) -> list[Who]:
    """Return `persons`, each once, in order."""
    found: dict[str, Who] = {}
    for one in persons:
        found.setdefault(one.entity or one.words, one)
    return list(found.values())


def persons_of(heard: Heard) -> list[Who]:
    """Return the persons of one sentence, each once, whoever acts first."""
    return distinct(heard.persons)


def of_paragraph(context: Context) -> list[Who]:
    """Return the persons named before in the same paragraph, or in the last one where this sentence opens one."""
    last = context.heard[-1].paragraph if context.heard else context.paragraph
    return distinct(person for heard in context.heard if heard.paragraph == last for person in heard.persons)
