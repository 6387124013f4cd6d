"""Language: whether a text is in the one that there is a lexicon for. Any other is not read by the rules of English."""

from __future__ import annotations

import re

from generator.statements.lexicon import words

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION = frozenset().union(
    words.DETERMINERS, words.POSSESSIVES, words.SUBJECT_PRONOUNS, words.OBJECT_PRONOUNS, words.PREPOSITIONS, words.BE,
    words.HAVE, words.SUBORDINATORS, words.CONJUNCTIONS, words.MODALS, words.WH, frozenset(("that", "to", "not")),
)  # fmt: skip
_LEAST_WORDS = 30  # words that a text must have to show its language
_ENGLISH = 0.19  # share of words that English has in every text and other languages have by chance
_LOOKED_AT = 2000  # words or characters, from the beginning


def is_english(text: str, language: str | None) -> bool:
    """Tell whether `text` is in English: as `language` (``en``, ``pt-BR``) says, else by the share of its small words.

    A text of a few words without a language is taken for English.
    """
    if language is not None and language.strip():
        return re.match(r"en(?:g|glish)?\b", language.strip(), re.IGNORECASE) is not None
    letters = [char for char in text[:_LOOKED_AT] if char.isalpha()]
    if len(letters) >= _LEAST_WORDS and 2 * sum(map(str.isascii, letters)) < len(letters):
        return False
    found = [match.group().lower() for _, match in zip(range(_LOOKED_AT), _WORD.finditer(text), strict=False)]
    share = sum(word in _FUNCTION for word in found) / max(1, len(found))
    return len(found) < _LEAST_WORDS or share >= _ENGLISH
