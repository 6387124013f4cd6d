"""Antecedents: who "he", "they" and "the President" are, because of what stands before.

Ambiguous is unknown: where two fit equally, the answer has no entity and names the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.statements.mentions.mention import Mention
from generator.statements.referents.context import (
    Context,
    Who,
    distinct,
    each_person,
    gender_of,
    is_speaking,
    known,
)

_BACK = 4  # sentences that a pronoun may look back


def named_person(context: Context, mention: Mention) -> Who | None:
    """Return who a person's mention means, offices resolved; None if it is not of a person."""
    if mention.kind == "person":
        return known(context, mention.ids[0])
    if mention.kind == "office":
        return office(context, mention)
    if mention.kind == "stranger":
        parties = (mention.party,) if mention.party else ()
        return Who("stranger", parties=parties, words=mention.words, gender=gender_of(mention.words))
    return None


def office(context: Context, mention: Mention) -> Who:
    """Return who "the President" is: the holder of the office, or of several the one last spoken of in this section."""
    ids, words = mention.ids, mention.words
    namesake = _namesake(context, mention)
    if len(ids) == 1 and namesake is None:
        return known(context, ids[0], f"only one person held the office “{words}” at the time")
    spoken = _last_spoken_of(context, mention)
    if len(spoken) > 1 and (own := _of_issuer(context, mention)) is not None:
        return _as(own, f"“{words}” without a name is {own.words} in a text of that government", named=False)
    if len(spoken) == 1:
        rule = f"“{words}” is {spoken[0].words}, the last holder of it spoken of in this section"
        return _as(spoken[0], rule, named=False)
    if spoken:
        return _open(spoken, f"“{words}” could be {_either(spoken)}")
    for place in (context.heard, (*context.earlier, *context.heard)):
        fitting = distinct(person for heard in place for person in heard.persons if _holds(person, mention))
        if len(fitting) == 1:
            rule = f"“{words}” is {fitting[0].words}, the only holder of it named so far"
            return _as(fitting[0], rule, named=False)
    return _open([known(context, one) for one in ids], f"“{words}” fits several persons")


def _last_spoken_of(context: Context, mention: Mention) -> list[Who]:
    """Return the holder of the office who last acted in this section; two or more where each could be meant.

    Whoever was named after him is a rival, and so, in a new paragraph, is each who acted in the same one as he.
    """
    later: list[Who] = []
    for place, heard in reversed(list(enumerate(context.heard))):
        fitting = distinct(
            one for who in (heard.subject, heard.owner) for one in each_person(who) if _holds(one, mention)
        )
        if fitting:
            before = context.heard[:place] if heard.paragraph != context.paragraph else ()
            beside = [
                one for other in before if other.paragraph == heard.paragraph for one in each_person(other.subject)
            ]
            return distinct([*fitting, *later, *(one for one in beside if _holds(one, mention))])
        later += [one for one in heard.others if _holds(one, mention)]
    return []


def _of_issuer(context: Context, mention: Mention) -> Who | None:
    """Return the holder of the office in the government that issued the text, if he acted in this section.

    Such a text calls its own by the bare office and the guests by name.
    """
    own = [one for one in mention.ids if context.home is not None and context.entity(one).party == context.home]
    acted = {one.entity for heard in context.heard for one in each_person(heard.subject)}
    return known(context, own[0]) if len(own) == 1 and own[0] in acted else None


def _namesake(context: Context, mention: Mention) -> Who | None:
    """Return a stranger of the same office named in this section, who may be meant as well."""
    for heard in reversed(context.heard):
        for one in heard.persons:
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


# Of several one says *they*: *Birchian officials*, *state planners*.
_PLURAL = re.compile(
    r"\b(?:officials|diplomats|negotiators|ministers|planners|delegates|spokes(?:men|women|people)|envoys|regulators|"
    r"prosecutors|commanders|generals|representatives|officers|aides|authorities|advisers|sources)\b"
)


def _antecedent(context: Context, word: str, acting: Sequence[Who], others: Sequence[Who]) -> Who:
    if word == "they":
        return _they(context)
    if word == "it":
        return _it(context)
    own = distinct(one for one in acting if _agrees(one, word))
    rivals = distinct([*own, *(other for other in others if _agrees(other, word))]) if own else []
    if len(rivals) > 1:
        return _open(rivals, f"“{word}” could be {_either(rivals)}, all named before it in this sentence")
    if own:
        return _as(own[0], f"“{word}” refers to {own[0].words}, named before it in this sentence", named=False)
    for back, heard in enumerate(reversed(context.heard[-_BACK:]), start=1):
        place = "the sentence before" if back == 1 else f"a sentence {back} before"
        subjects = distinct(one for one in each_person(heard.subject) if _agrees(one, word))
        others = distinct(one for one in (*each_person(heard.owner), *heard.others) if _agrees(one, word))
        for fitting in (subjects, others):
            if len(fitting) == 1:
                who = fitting[0]
                return _as(who, f"“{word}” refers to {who.words or 'a person'}, named in {place}", named=False)
            if fitting:
                return _open(fitting, f"“{word}” could be {_either(fitting)}, both named in {place}")
    return Who("nobody", rule=f"nobody named before fits “{word}”", named=False)


def _it(context: Context) -> Who:
    last = context.heard[-1].subject if context.heard else None
    if last is not None and last.kind == "collective" and context.heard[-1].document is not None:
        # Of several one does not say "it": *In their joint statement the two sides … It welcomes …*.
        last = context.heard[-1].document
    if last is not None and (last.kind in {"party", "body", "document"} or last.gender == "it"):
        return _as(last, f"“it” takes up {last.words or 'the source'} from the sentence before", named=False)
    return Who("nobody", rule="nothing named before fits “it”", named=False)


def _they(context: Context) -> Who:
    for heard in reversed(context.heard[-_BACK:]):
        if heard.plural is not None:
            rule = f"“they” takes up {heard.plural.words or 'those named'} from before"
            return replace(heard.plural, named=False, rule=rule)
        if heard.subject is not None and _PLURAL.search(heard.subject.words) and heard.subject.parties:
            rule = f"“they” takes up {heard.subject.words} from before"
            return replace(heard.subject, named=False, rule=rule)
        if heard.subject is not None and heard.subject.kind == "stranger":
            break
    return Who("nobody", rule="nothing named before fits “they”", named=False)


def _agrees(who: Who, word: str) -> bool:
    return who.kind in {"person", "stranger"} and who.gender in {None, word} and not is_speaking(who)


def _as(who: Who, rule: str, *, named: bool = True) -> Who:
    return replace(who, rule=rule, named=named, by_pronoun=False)


def _open(candidates: Sequence[Who], rule: str) -> Who:
    ids = tuple(candidate.entity for candidate in candidates if candidate.entity)
    return Who("nobody", rule=rule, candidates=ids, named=False, members=tuple(candidates))


def _either(persons: Sequence[Who]) -> str:
    return " or ".join(person.words for person in persons)
