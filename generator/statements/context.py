"""Context: what the sentences before leave behind, and who "he", "they" and "the President" are because of it.

Ambiguous is unknown: where two fit equally, the answer has no entity and names the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.dossier.entities import Entity
from generator.statements.mention import Mention

WhoKind = Literal["person", "body", "party", "collective", "document", "stranger", "nobody"]
_KEPT = 100  # sentences that an office may look back, so that a long text takes time in proportion
_BACK = 4  # sentences that a pronoun may look back


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


@dataclass(frozen=True)
class Context:
    """The sentences since the last heading, newest last, and all persons named before that."""

    parties: tuple[str, ...]
    heard: tuple[Heard, ...] = ()
    earlier: tuple[Heard, ...] = ()
    entities: tuple[tuple[str, Entity], ...] = ()

    def entity(self, id_: str) -> Entity:
        """Return the entity called `id_`."""
        return dict(self.entities)[id_]

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


def named_person(context: Context, mention: Mention) -> Who | None:
    """Return who a person's mention means, offices resolved; None if it is not of a person."""
    if mention.kind == "person":
        return known(context, mention.ids[0])
    if mention.kind == "office":
        return office(context, mention)
    if mention.kind == "stranger":
        parties = (mention.party,) if mention.party else ()
        return Who("stranger", parties=parties, words=mention.words, gender=_gender(mention.words))
    return None


def _gender(words: str) -> str | None:
    small = words.lower()
    if re.search(r"\b(?:ms|mrs|\w+woman|queen|princess|madam)\b", small):
        return "she"
    return "he" if re.search(r"\b(?:mr|\w+man|king|prince|sir)\b", small) else None


def office(context: Context, mention: Mention) -> Who:
    """Return who "the President" is: the holder of the office, or of several the one last spoken of in this section."""
    ids, words = mention.ids, mention.words
    namesake = _namesake(context, mention)
    if len(ids) == 1 and namesake is None:
        return known(context, ids[0], f"only one person held the office “{words}” at the time")
    for heard in reversed(context.heard):
        subjects = [one for one in _persons(heard.subject) if _holds(one, mention)]
        owners = [one for one in _persons(heard.owner) if _holds(one, mention)]
        fitting = _distinct([*subjects, *owners])
        if len(fitting) == 1:
            rule = f"“{words}” is {fitting[0].words}, the last holder of it spoken of in this section"
            return _as(fitting[0], rule, named=False)
        if fitting:
            return _open(fitting, f"“{words}” could be {_either(fitting)}")
    for place in (context.heard, (*context.earlier, *context.heard)):
        fitting = _distinct(one for heard in place for one in _all_persons(heard) if _holds(one, mention))
        if len(fitting) == 1:
            rule = f"“{words}” is {fitting[0].words}, the only holder of it named so far"
            return _as(fitting[0], rule, named=False)
    return _open([known(context, one) for one in ids], f"“{words}” fits several persons")


def _namesake(context: Context, mention: Mention) -> Who | None:
    """Return a stranger of the same office named in this section, who may be meant as well."""
    for heard in reversed(context.heard):
        for one in _all_persons(heard):
            if one.kind == "stranger" and _holds(one, mention):
                return one
    return None


def _holds(who: Who, mention: Mention) -> bool:
    if who.kind == "stranger":
        if re.match(r"(?:deputy|vice|former|ex|late|then|shadow|opposition|assistant)[ -]", who.words, re.IGNORECASE):
            return False
        last = mention.words.lower().split()[-1] if mention.words else "?"
        same_party = mention.party is None or not who.parties or who.parties == (mention.party,)
        return same_party and re.search(rf"\b{re.escape(last)}\b", who.words.lower()) is not None
    return who.entity in mention.ids


def pronoun(context: Context, word: str, acting: Sequence[Who] = (), others: Sequence[Who] = ()) -> Who:
    """Return who `word` (he, she, it, they) is.

    `acting` are the persons who act before it in its own sentence, `others` those named there besides.
    """
    return replace(_antecedent(context, word, acting, others), by_pronoun=True)


def _antecedent(context: Context, word: str, acting: Sequence[Who], others: Sequence[Who]) -> Who:
    if word == "they":
        return _they(context)
    if word == "it":
        return _it(context)
    own = _distinct(one for one in acting if _agrees(one, word))
    rivals = _distinct([*own, *(one for one in others if _agrees(one, word))]) if own else []
    if len(rivals) > 1:
        return _open(rivals, f"“{word}” could be {_either(rivals)}, all named before it in this sentence")
    if own:
        return _as(own[0], f"“{word}” refers to {own[0].words}, named before it in this sentence", named=False)
    for back, heard in enumerate(reversed(context.heard[-_BACK:]), start=1):
        place = "the sentence before" if back == 1 else f"a sentence {back} before"
        subjects = _distinct(one for one in _persons(heard.subject) if _agrees(one, word))
        others = _distinct(one for one in (*_persons(heard.owner), *heard.others) if _agrees(one, word))
        for fitting in (subjects, others):
            if len(fitting) == 1:
                who = fitting[0]
                return _as(who, f"“{word}” refers to {who.words or 'a person'}, named in {place}", named=False)
            if fitting:
                return _open(fitting, f"“{word}” could be {_either(fitting)}, both named in {place}")
    return Who("nobody", rule=f"nobody named before fits “{word}”", named=False)


def _it(context: Context) -> Who:
    last = context.heard[-1].subject if context.heard else None
    if last is not None and last.kind in {"party", "body", "document"}:
        return _as(last, f"“it” takes up {last.words or 'the source'} from the sentence before", named=False)
    return Who("nobody", rule="nothing named before fits “it”", named=False)


def _they(context: Context) -> Who:
    for heard in reversed(context.heard[-_BACK:]):
        if heard.plural is not None:
            rule = f"“they” takes up {heard.plural.words or 'those named'} from before"
            return replace(heard.plural, named=False, rule=rule)
        if heard.subject is not None and heard.subject.kind == "stranger":
            break
    return Who("nobody", rule="nothing named before fits “they”", named=False)


def collective(context: Context, count: int | None, words: str) -> Who:
    """Return the parties that "the two sides" means: all of the dossier's, or as many as were last named together."""
    last = next((heard.plural for heard in reversed(context.heard) if heard.plural is not None), None)
    every = context.parties
    if last is not None and (len(_sides(last)) == count if count else count is None and len(last.parties) > 1):
        return replace(last, kind="collective", words=words, rule=f"“{words}” takes up {last.words}", named=True)
    if len(every) > 1 and count in (0, None, len(every)):
        return Who("collective", None, every, rule=f"“{words}” are the parties of the dossier together", words=words)
    if last is not None and last.kind == "collective" and len(last.parties) == count:
        return replace(last, words=words, rule=f"“{words}” takes up {last.words}", named=True)
    return Who("nobody", candidates=every, words=words, rule=f"“{words}” does not say which of {len(every)} parties")


def by_all(context: Context) -> Who:
    """Return all parties for a passive that names nobody ("it was agreed"), unless others may be meant.

    That is so where there are but two parties, or where all of them were the last to be spoken of together.
    """
    last = next((heard.plural for heard in reversed(context.heard) if heard.plural is not None), None)
    if len(context.parties) == 2 or (last is not None and set(last.parties) == set(context.parties)):
        return Who("collective", None, context.parties, named=False, rule="“it was agreed” means all that met")
    return Who("nobody", candidates=context.parties, rule="“it was agreed” does not say by whom", named=False)


def _sides(who: Who) -> set[str]:
    """Return the sides among the members of a coordination: their parties, or the words of those that have none."""
    return {side for one in who.members for side in (one.parties or (one.words,))}


def together(members: Sequence[Who], words: str) -> Who:
    """Return `members` as one source: the parties of all of them, in the order named."""
    parties = tuple(dict.fromkeys(party for one in members for party in one.parties))
    return Who("collective", None, parties, rule=f"“{words}” are named together", words=words, members=tuple(members))


def _agrees(who: Who, word: str) -> bool:
    return who.kind in {"person", "stranger"} and who.gender in {None, word}


def _persons(who: Who | None) -> Iterator[Who]:
    if who is None:
        return
    for one in who.members or (who,):
        if one.kind in {"person", "stranger"}:
            yield one


def _all_persons(heard: Heard) -> Iterator[Who]:
    yield from _persons(heard.subject)
    yield from _persons(heard.owner)
    yield from heard.others


def _distinct(persons: Iterable[Who]) -> list[Who]:
    found: dict[str, Who] = {}
    for one in persons:
        found.setdefault(one.entity or one.words, one)
    return list(found.values())


def _as(who: Who, rule: str, *, named: bool = True) -> Who:
    return replace(who, rule=rule, named=named)


def _open(candidates: Sequence[Who], rule: str) -> Who:
    ids = tuple(one.entity for one in candidates if one.entity)
    return Who("nobody", rule=rule, candidates=ids, named=False, members=tuple(candidates))


def persons_of(heard: Heard) -> list[Who]:
    """Return the persons of one sentence, each once, whoever acts first."""
    return _distinct(_all_persons(heard))


def of_section(context: Context) -> list[Who]:
    """Return the persons named since the last heading, each once, in order."""
    return _distinct(one for heard in context.heard for one in _all_persons(heard))


def _either(persons: Sequence[Who]) -> str:
    return " or ".join(one.words for one in persons)
