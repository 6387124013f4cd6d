"""Antecedents: who "he", "they", "the President" and "the two sides" are, because of what stands before.

Ambiguous is unknown: where two fit equally, the answer has no entity and names the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.statements.context import Context, Who, all_persons, distinct, each_person, gender_of, known
from generator.statements.mention import Mention

_STATES = re.compile(
    r"\b(?:sides?|countr(?:y|ies)|nations|parties|party|governments|leaders|joint|agreed)\b", re.IGNORECASE
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
    for heard in reversed(context.heard):
        subjects = [one for one in each_person(heard.subject) if _holds(one, mention)]
        owners = [one for one in each_person(heard.owner) if _holds(one, mention)]
        fitting = distinct([*subjects, *owners])
        if len(fitting) == 1:
            rule = f"“{words}” is {fitting[0].words}, the last holder of it spoken of in this section"
            return _as(fitting[0], rule, named=False)
        if fitting:
            return _open(fitting, f"“{words}” could be {_either(fitting)}")
    for place in (context.heard, (*context.earlier, *context.heard)):
        fitting = distinct(one for heard in place for one in all_persons(heard) if _holds(one, mention))
        if len(fitting) == 1:
            rule = f"“{words}” is {fitting[0].words}, the only holder of it named so far"
            return _as(fitting[0], rule, named=False)
    return _open([known(context, one) for one in ids], f"“{words}” fits several persons")


def _namesake(context: Context, mention: Mention) -> Who | None:
    """Return a stranger of the same office named in this section, who may be meant as well."""
    for heard in reversed(context.heard):
        for one in all_persons(heard):
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
    own = distinct(one for one in acting if _agrees(one, word))
    rivals = distinct([*own, *(one for one in others if _agrees(one, word))]) if own else []
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
        if heard.subject is not None and heard.subject.kind == "stranger":
            break
    return Who("nobody", rule="nothing named before fits “they”", named=False)


def collective(context: Context, count: int | None, words: str) -> Who:
    """Return the parties that "the two sides" means: all of the dossier's, or as many as were last named together."""
    last = next((heard.plural for heard in reversed(context.heard) if heard.plural is not None), None)
    every = all_parties(context, words)
    if last is not None and (len(_sides(last)) == count if count else count is None and len(last.parties) > 1):
        return replace(
            last, kind="collective", words=words, rule=f"“{words}” takes up {last.words}", named=True, by_pronoun=False
        )
    if len(every) > 1 and count in (0, None, len(every)):
        return Who("collective", None, every, rule=f"“{words}” are the parties of the dossier together", words=words)
    if last is not None and last.kind == "collective" and len(last.parties) == count:
        return replace(last, words=words, rule=f"“{words}” takes up {last.words}", named=True, by_pronoun=False)
    rule = f"“{words}” does not say which parties are meant"
    return Who("nobody", candidates=context.parties, words=words, rule=rule)


def all_parties(context: Context, words: str) -> tuple[str, ...]:
    """Return the parties of the dossier where `words` can mean all of them.

    Where a text does not speak of each, "the two sides" may still be they, but "both candidates" are somebody else's.
    """
    named = set(context.parties) <= context.present
    return context.parties if named or _STATES.search(words) else ()


def by_all(context: Context) -> Who:
    """Return all parties for a passive that names nobody ("it was agreed"), unless others may be meant.

    That is so where there are but two parties, or where all of them were the last to be spoken of together.
    """
    last = next((heard.plural for heard in reversed(context.heard) if heard.plural is not None), None)
    every = all_parties(context, "agreed")
    if len(every) == 2 or (last is not None and set(last.parties) == set(context.parties)):
        return Who("collective", None, every, named=False, rule="“it was agreed” means all that met")
    return Who("nobody", candidates=context.parties, rule="“it was agreed” does not say by whom", named=False)


def _sides(who: Who) -> set[str]:
    """Return the sides among the members of a coordination: their parties, or the words of those that have none."""
    return {side for one in who.members for side in (one.parties or (one.words,))}


def _agrees(who: Who, word: str) -> bool:
    return who.kind in {"person", "stranger"} and who.gender in {None, word}


def _as(who: Who, rule: str, *, named: bool = True) -> Who:
    return replace(who, rule=rule, named=named, by_pronoun=False)


def _open(candidates: Sequence[Who], rule: str) -> Who:
    ids = tuple(one.entity for one in candidates if one.entity)
    return Who("nobody", rule=rule, candidates=ids, named=False, members=tuple(candidates))


def _either(persons: Sequence[Who]) -> str:
    return " or ".join(one.words for one in persons)
