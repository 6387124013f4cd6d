"""Sides: which parties "the two sides", "both presidents" and "it was agreed" mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.statements.referents.context import Context, Who, known, of_paragraph, together

_STATES = re.compile(
    r"\b(?:sides?|countr(?:y|ies)|nations|parties|party|governments|leaders|joint|agreed)\b", re.IGNORECASE
)


def collective(context: Context, count: int | None, words: str, ids: Sequence[str] = ()) -> Who:
    """Return the parties that "the two sides" means: all of the dossier's, or as many as were last named together.

    `ids` are the holders of the office that `words` name ("both presidents").
    """
    last = next((heard.plural for heard in reversed(context.heard) if heard.plural is not None), None)
    if last is not None and _same_office(last, count, words):
        return replace(last, kind="collective", words=words, rule=f"“{words}” takes up {last.words}", by_pronoun=False)
    if count and (last is None or len(_sides(last)) != count) and (who := _of_text(context, count, words)) is not None:
        return who
    if ids and (who := _holders_together(context, count, words, ids, last)) is not None:
        return who
    counted = count == len(context.parties) and _STATES.search(words)
    every = context.parties if counted else all_parties(context, words)
    if last is not None and (len(_sides(last)) == count if count else count is None and len(last.parties) > 1):
        return replace(
            last, kind="collective", words=words, rule=f"“{words}” takes up {last.words}", named=True, by_pronoun=False
        )
    if len(every) > 1 and count in (0, None, len(every)):
        return Who("collective", None, every, rule=f"“{words}” are the parties of the dossier together", words=words)
    if last is not None and last.kind == "collective" and len(last.parties) == count:
        return replace(last, words=words, rule=f"“{words}” takes up {last.words}", named=True, by_pronoun=False)
    if count and (met := _met(context, count)) is not None:
        return replace(met, words=words, rule=f"“{words}” are {met.words}, the only ones named in the paragraph")
    return _unclear(context, words)


def _same_office(last: Who, count: int | None, words: str) -> bool:
    """Tell whether "the two ministers" are those last named together as "the ministers of Alder and Birch"."""
    noun = words.lower().split()[-1]
    several = len(last.parties) > 1 and count in (None, len(last.parties))
    return several and noun not in _OF_ALL and re.search(rf"\b{re.escape(noun)}\b", last.words.lower()) is not None


# These may as well be all of them.
_OF_ALL = frozenset("sides parties countries nations states governments delegations leaders".split())


def _of_text(context: Context, count: int, words: str) -> Who | None:
    """Return the parties of the title, or the only ones that the text names, where they are `count`."""
    for parties, rule in (
        (context.titled, "are those of the title"),
        (context.present, "are the only ones in the text"),
    ):
        if len(parties) == count and parties <= set(context.parties):
            every = tuple(party for party in context.parties if party in parties)
            return Who("collective", None, every, rule=f"“{words}” {rule}", words=words)
    return None


def _unclear(context: Context, words: str) -> Who:
    rule = f"“{words}” does not say which parties are meant"
    return Who("nobody", candidates=context.parties, words=words, rule=rule)


def _met(context: Context, count: int) -> Who | None:
    """Return the persons named in the paragraph together, if they are `count` and each speaks for another party."""
    persons = of_paragraph(context)
    sides = {person.parties for person in persons}
    if len(persons) != count or len(sides) != count or () in sides:
        return None
    return together(persons, " and ".join(person.words for person in persons))


def _holders_together(
    context: Context, count: int | None, words: str, ids: Sequence[str], last: Who | None
) -> Who | None:
    """Return the parties that "both presidents" or "the ministers" means, from who holds the office.

    None where the dossier knows too few of them for that.
    """
    holders = [known(context, one) for one in ids]
    sides = {party for holder in holders for party in holder.parties}
    if len(sides) < (count or 2):
        return None
    # Whom the text does not name in any way, its ministers are not.
    here = [holder for holder in holders if set(holder.parties) <= context.present]
    if count is None and not here and len(context.parties) > 2:
        return _unclear(context, words)  # the text names nobody
    if count is None and context.present and {party for one in here for party in one.parties} != sides:
        sides = {party for one in here for party in one.parties}
        holders = here
        if len(sides) < 2:
            return _unclear(context, words)
    whole = together(holders, words)
    if count == len(sides) or (not count and _all_of_them(context, sides)):
        return replace(whole, rule=f"“{words}” are the holders of that office", members=())
    fits = last is not None and len(last.parties) == count and set(last.parties) <= sides
    if last is not None and fits:
        return replace(last, kind="collective", words=words, rule=f"“{words}” takes up {last.words}", named=True)
    return _unclear(context, words)


def _all_of_them(context: Context, sides: set[str]) -> bool:
    """Tell whether "the ministers" are all holders of the office that the dossier knows.

    So they are where the text named them all together, and no fewer since in this paragraph.
    """
    several = [(heard.paragraph, set(heard.plural.parties)) for heard in context.heard if heard.plural is not None]
    fewer = several and several[-1][0] == context.paragraph and several[-1][1] != sides
    return not fewer and (not several or any(parties == sides for _, parties in several))


def all_parties(context: Context, words: str) -> tuple[str, ...]:
    """Return the parties that the text names, or all of the dossier's, where `words` can mean all of them.

    Where a text does not speak of each, "the two sides" may still be they, but "both candidates" are somebody else's.
    """
    here = tuple(party for party in context.parties if party in context.present)
    if here == context.parties or (len(here) > 1 and _STATES.search(words)):
        return here
    # A text that names one of many may speak of any of the others.
    few = not here or len(context.parties) == 2 or words.lower().startswith("all ")
    return context.parties if few and _STATES.search(words) else ()


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
    return {side for member in who.members for side in (member.parties or (member.words,))}
