"""Parts of names: whom a form of address or an office with one part of a name calls, where several have that part.

*Mr Price* and *Ms Price*; *Prime Minister Price* beside *Trade Secretary Price*; *PRESIDENT PEÑA* of *Rodrigo Peña
Ibáñez*.
"""

from __future__ import annotations

from generator.statements.mentions.names import Names, folded_words

_SEX = {
    **dict.fromkeys(("mr", "mister", "sir", "lord"), "he"),
    **dict.fromkeys(("mrs", "ms", "miss", "mme", "madam", "dame", "lady"), "she"),
}


def persons_called(words: str, names: Names) -> tuple[str, ...]:
    """Return the ids of the persons whom `words` may call: a title or form of address, and the end of a name.

    None of them where a title is given that none of those holds.
    """
    told = names.by_label.get(" ".join(folded_words(words)))
    if told is not None and told in names.entities:
        return (told,)
    tokens = [one.strip(".,:") for one in folded_words(words)]
    persons: set[str] = set()
    at = len(tokens)
    while at and (found := names.by_part.get(tokens[at - 1], frozenset())):
        both = persons & found if persons else set(found)
        if not both:
            break
        persons, at = both, at - 1
    title = " ".join(tokens[:at])
    if not persons or not title:
        return tuple(sorted(persons))
    if title in _SEX:
        fitting = {person for person in persons if names.entities[person].pronoun in (_SEX[title], None)}
    else:
        fitting = persons & {one.entity for one in names.by_text.get(title, ()) if one.kind == "title"}
    return tuple(sorted(fitting))
