"""Namesakes: a person whom a text introduces by full name, and who has his surname with somebody in the dossier.

*said Rolf Moreau, professor of trade*: from there on the bare *Moreau* is the professor, until the text names the other
in full or with an office. From then on it may be either.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.statements.lexicon.patterns import nouns
from generator.statements.lexicon.verbs import SAYS_NEXT
from generator.statements.mentions.mention import NAME, OFFICE_WORD, Mention
from generator.statements.mentions.names import Found, Name, Names, fold, folded_words
from generator.statements.mentions.strangers import is_part_of_longer_name, stranger_around

_PERSON = nouns("person", plurals=False)
# What tells that the full name is a person's who is introduced here: what he is, or that he speaks.
_DESCRIBED = re.compile(
    rf",\s+(?:(?:an?|the)\s+)?(?:[\w’'.-]+\s+){{0,4}}?(?:{_PERSON}|(?i:{OFFICE_WORD})|[a-z]+(?:ist|ian|ologist))\b"
)
_BEFORE = re.compile(rf"\b(?:{_PERSON}|[a-z]+(?:ist|ian|ologist)|(?i:prof(?:essor|\.)|dr\.?)),?\s$")
_SPEAKS_BEFORE = re.compile(r"[,”\"]\s+(?:said|says|added|told|argued|noted|explained|wrote)\s$")
_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"”’)]*\s")
_OFFICE_BEFORE = re.compile(rf"\b(?i:{OFFICE_WORD})\s(?:{NAME}\s)?$")


def told_apart(text: str, found: Sequence[Found], names: Names) -> tuple[Found, ...]:
    """Return `found`, the names in `text`, with each surname that is a namesake's, or may be, marked as such."""
    owners = _owners(names)
    known = {_letters(label) for entity in names.entities.values() for label in entity.labels}
    meant: dict[str, Name] = {}  # whom a surname calls from here on, where that is in doubt
    result = []
    for index, called in enumerate(found):
        key = fold(text[called.start : called.end]).text
        owner = owners.get(key)
        titled = index > 0 and _stands_with(text, found[index - 1], called)
        if owner is None:
            _named_in_full(meant, text, called, names, owners, titled=titled)
        elif is_part_of_longer_name(text, _beginning(text, called.start), called):
            if _is_introduced(text, stranger_around(text, _beginning(text, called.start), called), known):
                meant[key] = Name("namesake", owner)
        elif titled and key in meant:
            meant[key] = Name("either", owner)
        elif key in meant:
            called = replace(called, names=(meant[key],))
        result.append(called)
    return tuple(result)


def _owners(names: Names) -> dict[str, str]:
    """Return the persons who are called by a name of one word, by that word, folded."""
    return {
        text: each.entity
        for text, every in names.by_text.items()
        for each in every
        if each.kind in ("label", "short") and " " not in text and names.entities[each.entity].type == "person"
    }


def _named_in_full(
    meant: dict[str, Name], text: str, called: Found, names: Names, owners: Mapping[str, str], *, titled: bool
) -> None:
    """Note that somebody of the dossier is named in full: from here on the surname is his, or may be."""
    person = next((name.entity for name in called.names if name.kind == "label"), "")
    if not person or names.entities[person].type != "person":
        return
    for word in folded_words(text[called.start : called.end]):
        owner = owners.get(word)
        if owner == person and word in meant:
            meant[word] = Name("either", owner)
        elif owner is not None and owner != person:
            introduced = not titled and _tells_who(text, called.start, called.end)
            meant[word] = Name("label", person) if introduced else Name("either", owner)


def _is_introduced(text: str, whole: Mention, known: Collection[str]) -> bool:
    """Tell whether the longer name `whole` is that of a person who is introduced with it."""
    if len(whole.words.split()) < 2 or _letters(whole.words) in known:
        return False
    return _tells_who(text, whole.start, whole.end)


def _tells_who(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a full name say who that is, or that he speaks."""
    before = max(0, start - 40)
    if _OFFICE_BEFORE.search(text, before, start):
        return False
    return (
        _DESCRIBED.match(text, end) is not None
        or _BEFORE.search(text, before, start) is not None
        or _SPEAKS_BEFORE.search(text, before, start) is not None
        or SAYS_NEXT.match(text, end) is not None
    )


def _stands_with(text: str, title: Found, called: Found) -> bool:
    """Tell whether an office that somebody of the dossier holds stands before the name."""
    return any(name.kind == "title" for name in title.names) and text[title.end : called.start] in (" ", ", ")


def _beginning(text: str, at: int) -> int:
    """Return where the sentence that `at` stands in begins, as far as a name can reach back."""
    low = max(text.rfind("\n", 0, at) + 1, at - 60)
    return max((match.end() for match in _STOP.finditer(text, low, at)), default=low)


def _letters(name: str) -> str:
    return "".join(char for word in folded_words(name) for char in word if char.isalnum())
